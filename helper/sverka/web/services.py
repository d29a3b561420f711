"""What the routes of one running helper share."""

from collections.abc import Callable
from typing import cast

from flask import Flask
from msgspec import Struct

from sverka.datadir import DataDir
from sverka.ledger.keeper import LedgerKeeper
from sverka.pairing.clients import ClientStore
from sverka.pairing.codes import PairingCodes
from sverka.pairing.proof import ProvenNonces
from sverka.pairing.sessions import Sessions
from sverka.pairing.tickets import Tickets
from sverka.recent import RecentReports
from sverka.settings import Settings

_NAME = "sverka"  # under which `Flask.extensions` holds them


class Services(Struct, frozen=True):
    """One helper: what it is called, what it is set to, and whom it knows."""

    server_id: str
    port: int
    data_dir: DataDir
    settings: Settings
    weak_key_secret: bytes
    clients: ClientStore
    codes: PairingCodes
    nonces: ProvenNonces
    tickets: Tickets
    sessions: Sessions
    ledger_keeper: LedgerKeeper
    recent: RecentReports

    @classmethod
    def of(
        cls,
        data_dir: DataDir,
        settings: Settings,
        port: int,
        now: Callable[[], float],
        steady: Callable[[], float],
    ) -> "Services":
        return cls(
            server_id=data_dir.server_id(),
            port=port,
            data_dir=data_dir,
            settings=settings,
            weak_key_secret=data_dir.weak_key_secret(),
            clients=ClientStore(data_dir.clients_file, now),
            codes=PairingCodes(data_dir.pairing_file, now),
            nonces=ProvenNonces(steady),
            tickets=Tickets(now),
            sessions=Sessions(steady),
            ledger_keeper=LedgerKeeper(data_dir, settings),
            recent=RecentReports(steady),
        )


def provide(app: Flask, services: Services) -> None:
    """Give the routes of `app` what they share."""
    app.extensions[_NAME] = services


def services_of(app: Flask) -> Services:
    """What was provided to `app`."""
    return cast(Services, app.extensions[_NAME])
