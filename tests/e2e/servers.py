"""Small servers of a test on 127.0.0.1: foreign sites, squatters, the wire."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING

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
        server.close()
        thread.join(timeout=5)


def site_of(html: str) -> "WSGIApplication":
    """A site that has one page, whatever its address."""
    headers = [("Content-Type", "text/html; charset=utf-8")]

    def site(_environ: object, start_response: object) -> list[bytes]:
        assert callable(start_response)
        start_response("200 OK", headers)
        return [html.encode()]

    return site
