"""The operator's visits to the helper's own pages: in memory only, so a restart ends them all."""

import hashlib
import secrets
from collections.abc import Callable
from threading import Lock

from msgspec import Struct

IDLE_SECONDS = 15 * 60
_SECRET_BYTES = 32
# More windows than anybody keeps open; the visit that was idle longest makes room.
_MOST = 32


class Session(Struct):
    """One visit; `csrf` is known to its pages alone."""

    csrf: str
    last_seen: float


class Sessions:
    """Which cookies are good, by their hash."""

    def __init__(self, steady: Callable[[], float]) -> None:
        self._steady = steady
        self._lock = Lock()
        self._by_hash: dict[str, Session] = {}

    def open(self) -> str:
        """Begin a visit; returns the value of its cookie."""
        cookie = secrets.token_hex(_SECRET_BYTES)
        with self._lock:
            self._forget_idle()
            if len(self._by_hash) >= _MOST:
                del self._by_hash[min(self._by_hash, key=lambda h: self._by_hash[h].last_seen)]
            session = Session(secrets.token_hex(_SECRET_BYTES), self._steady())
            self._by_hash[_sha256(cookie)] = session
        return cookie

    def find(self, cookie: str) -> Session | None:
        """The visit of that cookie, which is seen by this, unless it was idle too long."""
        with self._lock:
            self._forget_idle()
            session = self._by_hash.get(_sha256(cookie))
            if session is not None:
                session.last_seen = self._steady()
            return session

    def _forget_idle(self) -> None:
        oldest = self._steady() - IDLE_SECONDS
        self._by_hash = {h: s for h, s in self._by_hash.items() if s.last_seen > oldest}


def _sha256(cookie: str) -> str:
    return hashlib.sha256(cookie.encode()).hexdigest()
