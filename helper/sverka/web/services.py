"""What the routes of one running helper share."""

from collections.abc import Callable

from msgspec import Struct

from sverka.datadir import DataDir
from sverka.settings import Settings
from sverka.web.clients import ClientStore
from sverka.web.codes import PairingCodes
from sverka.web.proof import ProvenNonces

SERVICES = "sverka"  # under which name `Flask.extensions` holds them


class Services(Struct, frozen=True):
    """One helper: what it is called, what it is set to, and whom it knows."""

    server_id: str
    port: int
    settings: Settings
    weak_key_secret: bytes
    clients: ClientStore
    codes: PairingCodes
    nonces: ProvenNonces

    @classmethod
    def of(
        cls, data_dir: DataDir, settings: Settings, port: int, now: Callable[[], float]
    ) -> "Services":
        return cls(
            server_id=data_dir.server_id(),
            port=port,
            settings=settings,
            weak_key_secret=data_dir.weak_key_secret(),
            clients=ClientStore(data_dir.clients_file, now),
            codes=PairingCodes(data_dir.pairing_file, now),
            nonces=ProvenNonces(now),
        )
