"""Tells in tables what has arrived, one page after the other, each wholly or not at all."""

import logging
from collections.abc import Iterable, Sequence

from sqlalchemy import select, update
from sqlalchemy.orm import Session, aliased

from sverka.errors import SverkaError
from sverka.ledger.actor import Actor
from sverka.ledger.advising_again import advise_again
from sverka.ledger.arrivals import Seen, anything_waits, first_waiting, open_arrival
from sverka.ledger.database import FAILED, Database
from sverka.ledger.following import Follower
from sverka.ledger.identify import among, recognise
from sverka.ledger.past import known_by_past
from sverka.ledger.recording import note_seen_again, record_accounts, record_run
from sverka.ledger.recording_people import record_people
from sverka.ledger.remembering import Remembered
from sverka.ledger.runs import compare_with_previous
from sverka.ledger.seen_people import PeopleSeen
from sverka.ledger.tables import Account, Arrival, Kinship
from sverka.matching.groups import group_report
from sverka.people.accounts import AccountKeys
from sverka.pipeline import advise_groups
from sverka.settings import Settings

_log = logging.getLogger(__name__)


class Settler:
    """Tells arrivals in the tables of one database."""

    def __init__(self, database: Database, settings: Settings, secret: bytes) -> None:
        self._database = database
        self._settings = settings
        self._secret = secret

    def settle(self) -> None:
        """Go on until nothing waits; what cannot be told is left for `sverka doctor`."""
        while self._anything_waits():
            self._settle_one()

    def _anything_waits(self) -> bool:
        with self._database.reading() as session:
            return anything_waits(session)

    def _settle_one(self) -> None:
        """The next arrival; meanwhile somebody else may have told it."""
        number: int | None = None
        try:
            with self._database.writing() as session:
                if arrival := first_waiting(session):
                    number = arrival.id
                    self._tell(session, arrival)
                    session.delete(arrival)
        except SverkaError as trouble:
            # A full disk or a lock passes; what the tables refuse would be refused for ever.
            if number is None or trouble.reason != FAILED:
                raise
            self._note_failure(number, trouble.reason)
        except Exception as problem:  # whatever it is, the pages behind it are not to wait
            if number is None:
                raise
            self._note_failure(number, type(problem).__name__)

    def _note_failure(self, number: int, problem: str) -> None:
        _log.warning("arrival not told: %s", problem)
        with self._database.writing() as session:
            session.execute(
                update(Arrival)
                .where(Arrival.id == number)
                .values(failures=Arrival.failures + 1, problem=problem)
            )

    def _tell(self, session: Session, arrival: Arrival) -> None:
        seen = open_arrival(arrival)
        if isinstance(seen, PeopleSeen):
            before = self._told_of(session, seen)
            record_people(session, seen, arrival, self._secret)
            for key in before | self._told_of(session, seen):
                advise_again(session, key, self._settings, self._secret)
        else:
            self._tell_report(session, seen, arrival)

    def _told_of(self, session: Session, seen: PeopleSeen) -> frozenset[str]:
        """The pupils of these cards and the children of these parents: a link to a parent, or
        papers, may hold a removal back or let it go.
        """
        keys = AccountKeys(seen.installation, self._secret)
        cards = [person for person in seen.people if person.card]
        pupils = (keys.strong(person.number) for person in cards if not person.is_parent)
        parents = [keys.strong(person.number) for person in cards if person.is_parent]
        return frozenset((*pupils, *(_children_of(session, parents) if parents else ())))

    def _tell_report(self, session: Session, seen: Seen, arrival: Arrival) -> None:
        report = seen.report()
        groups = group_report(report, AccountKeys(seen.installation, self._secret))
        recognised = recognise(session, groups)
        known = recognised.numbers
        comparison = compare_with_previous(session, seen, groups, recognised)
        remembered = Remembered.of(session, known.values(), self._secret)
        by = Actor(arrival.user, arrival.client)
        if again := comparison.again:
            note_seen_again(session, again, seen, arrival.received_at)
            Follower(session, again, by, comparison).follow_again(groups, known, remembered)
            return
        run = record_run(session, arrival, seen, comparison)
        accounts = record_accounts(session, run, report, groups)
        past = known_by_past(session, groups)
        advised = advise_groups(report, groups, self._settings, past)
        Follower(session, run, by, comparison).follow(advised, known, accounts, remembered)


def _children_of(session: Session, parents: Iterable[str]) -> Sequence[str]:
    """The keys of the pupils linked to the parents of these keys."""
    parent = aliased(Account)
    query = (
        select(Account.key)
        .join(Kinship, Kinship.child_id == Account.id)
        .join(parent, parent.id == Kinship.parent_id)
        .where(among(parent.key, parents))
    )
    return session.scalars(query).all()
