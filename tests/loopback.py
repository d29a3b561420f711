"""WSGI applications of the tests on 127.0.0.1, answered in a thread until their block ends."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any, cast

from waitress.server import create_server

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

THREADS = 8


@contextmanager
def serving(application: "WSGIApplication", port: int = 0) -> Iterator[int]:
    """Answer by `application` until the block ends; gives the port, a free one for 0."""
    listening = socket.create_server(("127.0.0.1", port))
    taken: int = listening.getsockname()[1]
    # With a look ahead the server sees at once that a caller has gone.
    server = create_server(
        application, sockets=[listening], threads=THREADS, channel_request_lookahead=1
    )
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield taken
    finally:
        # In the server's own thread: closed by another, its sockets vanish while it waits for them.
        cast(Any, server).trigger.pull_trigger(server.close)
        thread.join(timeout=5)
