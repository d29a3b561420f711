"""The wire between a browser and the helper: it records what passes and can hold it up.

The helper's port stands in the Host header and in the proof, so nothing can stand between under
another port. Instead the browser is told where to dial; to both sides all looks as without a wire.
"""

import http.client
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Condition, Lock
from typing import TYPE_CHECKING

from tests.loopback import serving

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

LONGEST_HOLD_S = 30
LOOK_S = 0.05


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request as the browser sent it, and how it was answered."""

    method: str
    path: str
    sent: Mapping[str, str]
    body: bytes
    status: int
    answered: Mapping[str, str]
    answer: bytes

    @property
    def everything_sent(self) -> str:
        """Every word of the request."""
        headers = "\n".join(f"{name}: {value}" for name, value in self.sent.items())
        return f"{self.method} {self.path}\n{headers}\n\n{self.body.decode()}"


class Held:
    """Requests of one path that wait for the end of a block."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._waiting = 0
        self._given_up = 0
        self._released = False
        self._changed = Condition()

    @property
    def waiting(self) -> int:
        """How many requests wait now."""
        with self._changed:
            return self._waiting

    @property
    def given_up(self) -> int:
        """How many of them nobody waits for any more: the browser has closed the connection."""
        with self._changed:
            return self._given_up

    def wait(self, is_given_up: Callable[[], bool]) -> bool:
        """Whether the request is wanted when the block ends."""
        until = time.monotonic() + LONGEST_HOLD_S
        with self._changed:
            self._waiting += 1
            while not self._released and time.monotonic() < until:
                if is_given_up():
                    self._given_up += 1
                    return False
                self._changed.wait(LOOK_S)
            assert self._released
        return True

    def release(self) -> None:
        with self._changed:
            self._released = True
            self._changed.notify_all()


class Wire:
    """A relay to `port`."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._lock = Lock()
        self._seen: list[Exchange] = []
        self._held: Held | None = None

    @property
    def seen(self) -> list[Exchange]:
        """Every exchange since the last `forget`, in the order of the answers."""
        with self._lock:
            return list(self._seen)

    def asked(self, door: str) -> list[Exchange]:
        """The exchanges at one door of the interface."""
        return [exchange for exchange in self.seen if exchange.path == f"/api/v1/{door}"]

    def forget(self) -> None:
        """Begin a new record."""
        with self._lock:
            self._seen.clear()

    @contextmanager
    def holding(self, door: str) -> Iterator[Held]:
        """Keep requests for one door from the helper until the block ends."""
        held = self._held = Held(f"/api/v1/{door}")
        try:
            yield held
        finally:
            self._held = None
            held.release()

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
        held = self._held
        is_given_up = environ["waitress.client_disconnected"]
        if held and environ["PATH_INFO"] == held.path and not held.wait(is_given_up):
            start_response("204 No Content", [])
            return []
        exchange = self._relay(environ)
        with self._lock:
            self._seen.append(exchange)
        kept = [(name, value) for name, value in exchange.answered.items() if name != "Connection"]
        start_response(f"{exchange.status} {http.client.responses[exchange.status]}", kept)
        return [exchange.answer]

    def _relay(self, environ: "WSGIEnvironment") -> Exchange:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        address = f"{path}?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else path
        sent, body = headers_of(environ), environ["wsgi.input"].read()
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        try:
            connection.request(method, address, body, sent)
            answer = connection.getresponse()
            headers = dict(answer.getheaders())
            return Exchange(method, address, sent, body, answer.status, headers, answer.read())
        finally:
            connection.close()


def headers_of(environ: "WSGIEnvironment") -> dict[str, str]:
    """The headers of a request; a connection is not kept open beyond it."""
    names = {name: name.removeprefix("HTTP_") for name in environ if name.startswith("HTTP_")}
    names |= {name: name for name in ("CONTENT_TYPE", "CONTENT_LENGTH") if name in environ}
    sent = {name.replace("_", "-").title(): environ[key] for key, name in names.items()}
    return {**sent, "Connection": "close"}


@contextmanager
def running_wire(port: int) -> Iterator[tuple[Wire, dict[str, str]]]:
    """A wire to `port`, and the detour that leads a browser into it."""
    wire = Wire(port)
    with serving(wire) as own_port:
        yield wire, {f"127.0.0.1:{port}": f"127.0.0.1:{own_port}"}
