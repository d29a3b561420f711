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
# More than any browser needs in ten seconds; it bounds what a flood of greetings can occupy.
NONCES_A_CLIENT = 64


def proof(client: Client, nonce: str, server_id: str, port: int) -> str:
    """HMAC-SHA-256 over `sverka-proof-v1|client|nonce|server_id|port`, in hex."""
    message = f"sverka-proof-v1|{client.id}|{nonce}|{server_id}|{port}"
    return hmac.new(
        bytes.fromhex(client.token_sha256), message.encode(), hashlib.sha256
    ).hexdigest()


class _Proven(Struct):
    at: float
    taken: bool = False


class ProvenNonces:
    """Nonces that were proven and may each be shown once, within ten seconds, by their client.

    A nonce that was taken stays known until its time is up, whatever else is proven meanwhile, so
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
            if nonce not in nonces and len(nonces) >= NONCES_A_CLIENT:
                return False
            nonces.setdefault(nonce, _Proven(self._steady()))
            return True

    def may_be_taken(self, client_id: str, nonce: str) -> bool:
        """Whether `take` would succeed now."""
        with self._lock:
            proven = self._fresh(client_id).get(nonce)
            return proven is not None and not proven.taken

    def take(self, client_id: str, nonce: str) -> bool:
        """Whether the client may use `nonce` now; the second time it may not."""
        with self._lock:
            proven = self._fresh(client_id).get(nonce)
            if proven is None or proven.taken:
                return False
            proven.taken = True
            return True

    def _fresh(self, client_id: str) -> dict[str, _Proven]:
        oldest = self._steady() - NONCE_SECONDS
        known = self._by_client.get(client_id, {})
        fresh = {nonce: proven for nonce, proven in known.items() if proven.at >= oldest}
        self._by_client[client_id] = fresh
        return fresh
