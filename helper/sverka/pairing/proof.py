"""The helper's proof, right before each page, that it is the one the extension was paired with.

A program that merely holds the port does not know the token's hash, so it learns nothing.
"""

import hashlib
import hmac
from collections.abc import Callable
from threading import Lock

from msgspec import Struct

from sverka.pairing.clients import Client

NONCE_SECONDS = 10.0
# For its turn a page may wait longer than the proof may be old when it arrives.
TURN_SECONDS = 60.0
# More than any browser needs in ten seconds; it bounds what a flood of greetings can occupy. Pages
# that wait for their turn are not among them: only who has the token can send one.
NONCES_A_CLIENT = 64


def proof(client: Client, nonce: str, server_id: str, port: int) -> str:
    """HMAC-SHA-256 over `sverka-proof-v1|client|nonce|server_id|port`, in hex."""
    message = f"sverka-proof-v1|{client.id}|{nonce}|{server_id}|{port}"
    return hmac.new(
        bytes.fromhex(client.token_sha256), message.encode(), hashlib.sha256
    ).hexdigest()


class _Proven(Struct):
    until: float
    arrived: bool = False
    taken: bool = False


class ProvenNonces:
    """Nonces that were proven and may each be shown once, within ten seconds, by their client.

    A page that arrives with one may then wait for its turn.

    A nonce that was taken stays known for as long again, whatever else is proven meanwhile, so
    proving it again revives nothing.
    """

    def __init__(self, steady: Callable[[], float]) -> None:
        self._steady = steady
        self._lock = Lock()
        self._by_client: dict[str, dict[str, _Proven]] = {}

    def remember(self, client_id: str, nonce: str) -> bool:
        """Note that `nonce` is proven to the client now; False if too many have just been."""
        with self._lock:
            nonces = self._fresh(client_id)
            waiting = sum(proven.arrived and not proven.taken for proven in nonces.values())
            if nonce not in nonces and len(nonces) - waiting >= NONCES_A_CLIENT:
                return False
            nonces.setdefault(nonce, _Proven(self._steady() + NONCE_SECONDS))
            return True

    def arrive(self, client_id: str, nonce: str) -> bool:
        """Whether the client may send a page with `nonce` now, and take it when its turn comes."""
        with self._lock:
            proven = self._fresh(client_id).get(nonce)
            if proven is None or proven.taken:
                return False
            if not proven.arrived:
                proven.arrived = True
                proven.until = self._steady() + TURN_SECONDS
            return True

    def take(self, client_id: str, nonce: str) -> bool:
        """Whether the client may use `nonce` now; the second time it may not."""
        with self._lock:
            proven = self._fresh(client_id).get(nonce)
            if proven is None or proven.taken:
                return False
            proven.taken = True
            proven.until = self._steady() + NONCE_SECONDS
            return True

    def _fresh(self, client_id: str) -> dict[str, _Proven]:
        now = self._steady()
        known = self._by_client.get(client_id, {})
        fresh = {nonce: proven for nonce, proven in known.items() if proven.until >= now}
        self._by_client[client_id] = fresh
        return fresh
