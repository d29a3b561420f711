"""The ledger of one data directory: opened with its key, told of pages, asked what it knows."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Self

from sqlalchemy.orm import Session

from sverka.datadir import DataDir
from sverka.errors import ErrorCode, SverkaError
from sverka.known import Known, StateInfo
from sverka.ledger.actor import Actor
from sverka.ledger.advising_again import advise_again
from sverka.ledger.arrivals import Seen, anything_waits, receive
from sverka.ledger.database import Database
from sverka.ledger.decisions import Decision, decide
from sverka.ledger.key import DatabaseKey, find_key, make_key
from sverka.ledger.movements import keep_history
from sverka.ledger.recall import recall, recall_groups
from sverka.ledger.schema import bring_up_to_date
from sverka.ledger.seen_people import PeopleSeen
from sverka.ledger.settling import Settler
from sverka.matching.groups import Group
from sverka.pages.records import History
from sverka.settings import Settings


class Ledger:
    """What was seen and decided. Safe for any number of threads, and beside other processes."""

    def __init__(
        self, database: Database, key: DatabaseKey, settings: Settings, secret: bytes
    ) -> None:
        self.database = database
        self.key = key
        self.settings = settings
        self.secret = secret
        self._settler = Settler(database, settings, secret)

    @classmethod
    def open(cls, data_dir: DataDir, settings: Settings) -> Self:
        """Open the database, or make it; bring an older one up to date.

        Raises `SverkaError` that says what stands in the way and what to do about it.
        """
        database, key = _open_database(data_dir)
        try:
            bring_up_to_date(database)
        except SverkaError:
            database.close()
            raise
        return cls(database, key, settings, data_dir.weak_key_secret())

    def close(self) -> None:
        """Let the file go."""
        self.database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def receive(self, seen: Seen | PeopleSeen, by: Actor) -> None:
        """Keep a page; when this returns, it outlasts the death of the helper."""
        with self.database.writing() as session:
            receive(session, seen, by)

    def keep_history(
        self, key: str, history: History, by: Actor, read_at: datetime | None = None
    ) -> None:
        """Keep the movement of an account; whatever it decides is decided when this returns.

        Without `read_at` it was read just now.
        """
        self.settle()
        with self.database.writing() as session:
            if keep_history(session, key, history, by, read_at or datetime.now(UTC)):
                advise_again(session, key, self.settings, self.secret)

    def settle(self) -> None:
        """Tell in tables whatever has arrived, so that what is read next knows of it."""
        self._settler.settle()

    def known(self, seen: Seen, groups: Sequence[Group]) -> Known:
        """What is remembered of the groups of a page, which itself has not arrived yet."""
        with self.settled() as session:
            return recall(session, seen, groups, self.secret)

    def known_groups(self, groups: Sequence[Group]) -> Known:
        """What is remembered of groups that another page than a report shows."""
        with self.settled() as session:
            return Known(recall_groups(session, groups, self.secret))

    def decide(self, decision: Decision, by: Actor) -> StateInfo:
        """Carry out a decision; raises `SverkaError` where it cannot be (`decisions.decide`)."""
        self.settle()
        with self.database.writing() as session:
            return decide(session, decision, by, self.secret)

    @contextmanager
    def settled(self) -> Iterator[Session]:
        """A session for reading that knows of everything that has arrived."""
        with self.database.reading() as session:
            if not anything_waits(session):
                yield session
                return
        self.settle()
        with self.database.reading() as session:
            yield session


def _open_database(data_dir: DataDir) -> tuple[Database, DatabaseKey]:
    file = data_dir.ledger_file
    key = find_key(data_dir)
    if key is None:
        if file.exists():
            raise SverkaError(ErrorCode.CONFLICT, "ledger-no-key", file=file)
        key = make_key(data_dir)
    file.touch(mode=0o600)
    return Database(file, key.value), key
