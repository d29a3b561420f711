"""Serves the application by waitress, so that no page is written to disk and none is cut off.

Whose connection it is gets decided by its first bytes, and by a request's headers whether its body
is kept: neither a refused sender nor many admitted ones may fill the memory.
"""

import logging
import socket
from functools import cached_property
from typing import TYPE_CHECKING, cast

from waitress.adjustments import Adjustments
from waitress.buffers import OverflowableBuffer
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.receiver import FixedStreamReceiver
from waitress.server import TcpWSGIServer
from waitress.task import WSGITask
from waitress.utilities import Error
from waitress.wasyncore import dispatcher

from sverka.sockets import is_of_another_user
from sverka.web.admission import Admits
from sverka.web.limits import FEW_WORDS
from sverka.web.room import Room

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication, WSGIEnvironment

# A report is megabytes in and megabytes out; waitress's own pieces are 8 and 18 kilobytes.
_PIECE = 1 << 18
# So much that nobody reads waits in memory, more than the answer of ten thousand rows. Whoever
# leaves still more unread holds up a thread until the connection ends, but fills no memory.
_UNREAD = 1 << 26
# Above its overflow waitress moves a request or an answer into a temporary file, and above its
# limit it breaks the connection under a sender who is still writing.
_NEVER = 1 << 62
# Held at once are at most as many bytes as two of the largest pages have: ordinary pages wait for
# their turn in the order in which they came, and never so many large ones that it takes a minute.
LARGEST_PAGES = 2

# Whoever connects and says nothing takes a place: all of them together must not keep others out for
# long. Of a request that is worked on waitress ends no connection, however long that takes.
IDLE_SECONDS = 20
LOOK_SECONDS = 5

_LARGE_FOR_MALLOC = 1 << 12
_LONG_PIECE = 1 << 14

_log = logging.getLogger(__name__)


class _Adjustments(Adjustments):
    admits: Admits
    room: Room


class _Nowhere(OverflowableBuffer):
    """Takes a body to its end, so that its sender can read the answer, and keeps nothing."""

    def append(self, s: bytes) -> None:
        """Forget `s`."""


class _BareError(Error):
    """An error that tells nothing but its status."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__("")
        self.code = code
        self.reason = reason

    def to_response(self, ident: str | None = None) -> tuple[str, list[tuple[str, str]], str]:
        status, _, _ = super().to_response(ident)
        return status, [], ""


class _Parser(HTTPRequestParser):
    """Keeps the bodies alone that the application will read; it is the application that refuses."""

    adj: _Adjustments
    path: str
    _error: Error | None = None
    _room_held = 0

    @property
    def error(self) -> Error | None:
        """What is wrong with the request; waitress would explain it in a text of its own."""
        return self._error

    @error.setter
    def error(self, error: Error | None) -> None:
        self._error = error and _BareError(error.code, error.reason)

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        if self.chunked:
            raise ParsingError("browsers announce how long a body is")
        if self.content_length and not (self._is_wanted() and self._finds_room()):
            self.body_rcv = FixedStreamReceiver(self.content_length, _Nowhere(_NEVER))

    def close(self) -> None:
        super().close()
        self.adj.room.give_back(self._room_held)
        self._room_held = 0

    def _is_wanted(self) -> bool:
        return self.adj.admits(self._environ(), self.content_length)

    def _finds_room(self) -> bool:
        if self.content_length <= FEW_WORDS:
            return True
        if not self.adj.room.take(self.content_length):
            self.error = _BareError(429, "Too Many Requests")
            return False
        self._room_held = self.content_length
        return True

    def _environ(self) -> "WSGIEnvironment":
        """As much of what waitress will tell the application as the guard looks at."""
        return {
            **{f"HTTP_{name}": value for name, value in self.headers.items()},
            "PATH_INFO": self.path,
            "REQUEST_METHOD": cast(str, self.command),
            "CONTENT_TYPE": self.headers.get("CONTENT_TYPE", ""),
        }


class _RefusingParser(_Parser):
    """Wants nothing and never lets the application know."""

    def parse_header(self, header_plus: bytes) -> None:
        super().parse_header(header_plus)
        self.error = _BareError(403, "Forbidden")

    def _is_wanted(self) -> bool:
        return False


class _Task(WSGITask):
    """Answers one request; what its answer was made of is let go with it, when it is on its way."""

    channel: "_Channel"

    def finish(self) -> None:
        super().finish()
        self.channel.send_now()


class _Channel(HTTPChannel):
    """One connection; another user's is refused whatever it asks, a stolen cookie included."""

    parser_class = _Parser
    task_class = _Task

    def received(self, data: bytes) -> bool:
        if self._is_refused:
            self.parser_class = _RefusingParser
        return super().received(data)

    @cached_property
    def _is_refused(self) -> bool:
        refused = is_of_another_user(self.addr, (self.adj.host, self.adj.port))
        if refused:
            _log.info("refused: other-user")
        return refused

    def service(self) -> None:
        super().service()
        # The request is gone with what it left, hundreds of thousands of small pieces of memory.
        # glibc puts them together when it is asked for a large one: now nobody waits for that.
        bytes(_LARGE_FOR_MALLOC)

    def write_soon(self, data: bytes) -> int:
        """Give a piece of a long answer to the system; what it does not take has to wait."""
        # Of a file waitress hands over its own buffer.
        if not isinstance(data, bytes) or len(data) < _LONG_PIECE:
            return super().write_soon(data)
        with self.outbuf_lock:
            self.send_now()
            sent = 0
            if self.connected and not self.total_outbufs_len:
                try:
                    sent = self.send(data, do_close=False)
                except OSError:
                    self.will_close = True
            super().write_soon(data[sent:])
        return len(data)

    def send_now(self) -> None:
        """Send what waits, and do not wait until the thread that listens has its turn."""
        with self.outbuf_lock:
            if self.connected:
                # The stubs know nothing of what the channel itself flushes by.
                self._flush_exception(self._flush_some, do_close=False)  # type: ignore[attr-defined]

    def handle_close(self) -> None:
        super().handle_close()
        # Of a request that never came to its end waitress takes no leave.
        if self.request is not None:
            self.request.close()

    def send_continue(self) -> None:
        """Encourage nobody: waitress would forget here that the request was complete or refused."""


class _Server(TcpWSGIServer):
    channel_class = _Channel


class _Farewell(dispatcher):
    """Ends the serving as soon as there is something to read."""

    def writable(self) -> bool:
        return False

    def handle_read(self) -> None:
        """Leave the loop by the one exception on which waitress lets its threads finish."""
        raise SystemExit


def serve(
    application: "WSGIApplication",
    listener: socket.socket,
    admits: Admits,
    largest_page: int,
    farewell: socket.socket,
) -> None:
    """Answer on `listener` until something can be read from `farewell`.

    Bodies that `admits` does not want are read to their end without being kept; no page that it
    wants has more than `largest_page` bytes.
    """
    host, port = listener.getsockname()
    adjustments = _Adjustments(
        host=host,
        port=port,
        ident=None,
        max_request_body_size=_NEVER,
        recv_bytes=_PIECE,
        send_bytes=_PIECE,
        inbuf_overflow=_NEVER,
        outbuf_overflow=_NEVER,
        outbuf_high_watermark=_UNREAD,
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=LOOK_SECONDS,
        # Without it nobody listens while a request waits, and who has left is served all the same.
        channel_request_lookahead=1,
    )
    adjustments.admits = admits
    adjustments.room = Room(LARGEST_PAGES * largest_page)
    connections: dict[int, socket.socket] = {}
    server = _Server(application, connections, _sock=listener, bind_socket=False, adj=adjustments)
    _Farewell(farewell, connections)
    try:
        server.run()
    finally:
        server.close()
