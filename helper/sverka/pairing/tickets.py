"""Tickets that let the operator's browser in: one use, thirty seconds, kept nowhere.

A ticket carries its own proof, an HMAC with a secret that is made at each start of the helper. The
secret stands in `running.json`, which the operator alone can read, so `sverka open` makes a ticket
without asking the helper: there is no further network door, and nothing but the ticket travels.
"""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from threading import Lock

LIFETIME_SECONDS = 30
SECRET_BYTES = 32
_NONCE_BYTES = 32


def make_ticket(secret: bytes, now: float) -> str:
    """A ticket that whoever knows `secret` will take within the next thirty seconds."""
    promise = f"{int(now) + LIFETIME_SECONDS}.{secrets.token_hex(_NONCE_BYTES)}"
    return f"{promise}.{_seal(secret, promise)}"


class Tickets:
    """Makes tickets for this start of the helper and takes each of them once."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.secret = secrets.token_bytes(SECRET_BYTES)
        self._now = now
        self._lock = Lock()
        self._used: dict[str, int] = {}

    def make(self) -> str:
        return make_ticket(self.secret, self._now())

    def redeem(self, ticket: str) -> bool:
        """Whether `ticket` lets its bearer in; the second time it does not."""
        promise, _, seal = ticket.rpartition(".")
        if not hmac.compare_digest(seal.encode(), _seal(self.secret, promise).encode()):
            return False
        expires = int(promise.partition(".")[0])
        now = self._now()
        with self._lock:
            self._used = {used: until for used, until in self._used.items() if until > now}
            if promise in self._used or not now < expires <= now + LIFETIME_SECONDS:
                return False
            self._used[promise] = expires
            return True


def _seal(secret: bytes, promise: str) -> str:
    return hmac.new(secret, f"sverka-ticket-v1|{promise}".encode(), hashlib.sha256).hexdigest()
