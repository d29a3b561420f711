"""Serves the application by waitress, so that no page is written to disk and none is cut off."""

import socket
from typing import TYPE_CHECKING

from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import TcpWSGIServer
from waitress.utilities import RequestEntityTooLarge

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

# A report is megabytes in and megabytes out; waitress's own pieces are 8 and 18 kilobytes.
_PIECE = 1 << 18
# Above its overflow waitress moves a request or an answer into a temporary file.
_NEVER_OVERFLOWS = 1 << 40


class _DrainingParser(HTTPRequestParser):
    """Reads a body that is too large to its end without keeping it.

    Waitress would close the connection at once, and the sender, still writing, would see a broken
    connection in place of the answer. The application itself refuses by the announced length.
    """

    _unread = 0

    def received(self, data: bytes) -> int:
        if self._unread:
            drained = min(len(data), self._unread)
            self._unread -= drained
            self.completed = self._unread == 0
            return drained
        consumed = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge) and not self.chunked:
            self.error = None
            self._unread = self.content_length
            self.completed = False
        return consumed


class _Channel(HTTPChannel):
    parser_class = _DrainingParser


class _Server(TcpWSGIServer):
    channel_class = _Channel


def serve(application: "WSGIApplication", listener: socket.socket, max_body_bytes: int) -> None:
    """Answer on `listener` until SIGTERM (as SystemExit) or Ctrl-C."""
    host, port = listener.getsockname()
    adjustments = Adjustments(
        host=host,
        port=port,
        ident=None,
        # Waitress counts a body of exactly this size as too large.
        max_request_body_size=max_body_bytes + 1,
        recv_bytes=_PIECE,
        send_bytes=_PIECE,
        inbuf_overflow=_NEVER_OVERFLOWS,
        outbuf_overflow=_NEVER_OVERFLOWS,
    )
    server = _Server(application, _sock=listener, bind_socket=False, adj=adjustments)
    try:
        server.run()
    finally:
        server.close()
