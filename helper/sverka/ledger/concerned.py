"""Whom a purge concerns: accounts, and the groups they make."""

from datetime import datetime

from msgspec import Struct
from sqlalchemy import ColumnElement, Select, exists, func, select, true, tuple_
from sqlalchemy.orm import Session

from sverka.ledger.arrivals import MOST_FAILURES
from sverka.ledger.called import accounts_called
from sverka.ledger.identify import among
from sverka.ledger.retention import known_by_movement_alone, unseen_since
from sverka.ledger.tables import (
    Account,
    Arrival,
    Group,
    KeptHistory,
    Kinship,
    Member,
    Person,
    Profile,
    Run,
    Sighting,
)
from sverka.ledger.vocabulary import PurgeOf
from sverka.people.accounts import AccountNumber


class Wanted(Struct, frozen=True):
    """Whose data are to be destroyed: everybody's, those not seen since `before`, or those of
    the one who is `called` by a number or a key.
    """

    of: PurgeOf
    before: datetime | None = None
    called: str = ""


class Concerned(Struct, frozen=True):
    """The numbers of everything that goes; arrivals are pages that could not be told in tables.

    `histories`: whose movement goes, by the accounts' keys.
    """

    accounts: frozenset[int]
    groups: frozenset[int]
    arrivals: frozenset[int]
    histories: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.accounts or self.groups or self.arrivals or self.histories)


def concerned(session: Session, wanted: Wanted) -> Concerned:
    """A group goes as a whole; an account stays as long as it is in a group that stays."""
    accounts = _accounts(session, wanted)
    groups = _numbers(session, _groups(wanted, accounts))
    staying = _members(Group.purged_at.is_(None) & ~among(Group.id, groups))
    if wanted.of is PurgeOf.PERSON:
        accounts |= _numbers(session, _members(among(Group.id, groups)))
    going = accounts - _numbers(session, staying)
    return Concerned(
        accounts=going,
        groups=groups,
        histories=_histories(session, wanted, going),
        arrivals=_arrivals(session, wanted)
        if wanted.of is not PurgeOf.PERSON or groups or accounts
        else frozenset(),
    )


def _numbers(session: Session, query: Select[int]) -> frozenset[int]:
    return frozenset(session.scalars(query))


def _arrivals(session: Session, wanted: Wanted) -> frozenset[int]:
    return _numbers(session, select(Arrival.id).where(_unreadable(wanted)))


def _histories(session: Session, wanted: Wanted, going: frozenset[int]) -> frozenset[str]:
    """The movement of the accounts that go, and of those that are known by it alone."""
    of_accounts = select(Account.key).where(among(Account.id, going))
    alone = known_by_movement_alone() & _chosen(wanted)
    query = select(KeptHistory.account_key)
    return frozenset(session.scalars(query.where(KeptHistory.account_key.in_(of_accounts) | alone)))


def _chosen(wanted: Wanted) -> ColumnElement[bool]:
    if wanted.of is PurgeOf.PERSON:
        number = AccountNumber.read(wanted.called)
        ending = f":{number}" if number else wanted.called.strip()
        return KeptHistory.account_key.endswith(ending, autoescape=True)
    return KeptHistory.read_at < wanted.before if wanted.before else true()


def _members(of_groups: ColumnElement[bool]) -> Select[int]:
    return select(Member.account_id).join(Group, Group.id == Member.group_id).where(of_groups)


def _accounts(session: Session, wanted: Wanted) -> frozenset[int]:
    if wanted.of is PurgeOf.PERSON:
        called = frozenset(account.id for account in accounts_called(session, wanted.called))
        owned = called | _numbers(session, _of_the_same_person(called))
        return owned | _numbers(session, _named_by_their_cards_alone(owned))
    unseen = unseen_since(wanted.before) if wanted.before else true()
    return _numbers(session, select(Account.id).where(unseen))


def _of_the_same_person(accounts: frozenset[int]) -> Select[int]:
    """Accounts whose owner has the same name and birth date: reports may have shown a child as
    several accounts that were never in one group.
    """
    told = select(Person.folded, Person.birth_date).where(
        among(Person.account_id, accounts), Person.folded != "", Person.birth_date.is_not(None)
    )
    return select(Person.account_id).where(tuple_(Person.folded, Person.birth_date).in_(told))


def _named_by_their_cards_alone(accounts: frozenset[int]) -> Select[int]:
    """Relatives of whom nothing is known but that these people's cards link to them."""
    linked = (
        select(Kinship.parent_id)
        .where(among(Kinship.child_id, accounts))
        .union(select(Kinship.child_id).where(among(Kinship.parent_id, accounts)))
    )
    others = exists().where(
        (Kinship.parent_id == Account.id) & ~among(Kinship.child_id, accounts)
        | (Kinship.child_id == Account.id) & ~among(Kinship.parent_id, accounts)
    )
    seen = exists().where(Profile.account_id == Account.id)
    return select(Account.id).where(
        Account.id.in_(linked), Account.last_run_id.is_(None), ~seen, ~others
    )


def _groups(wanted: Wanted, accounts: frozenset[int]) -> Select[int]:
    query = select(Group.id).where(Group.purged_at.is_(None))
    if wanted.of is PurgeOf.PERSON:
        inside = select(Member.group_id).where(among(Member.account_id, accounts))
        return query.where(Group.id.in_(inside) | Group.merged_into.in_(inside))
    if wanted.before:
        since = (
            select(Sighting.group_id)
            .join(Run, Run.id == Sighting.run_id)
            .where(Run.seen_again_at >= wanted.before)
        )
        # What became part of another group was seen with it, and may stand by itself again.
        whole = func.coalesce(Group.merged_into, Group.id)
        query = query.where(Group.id.not_in(since), whole.not_in(since))
    return query


def _unreadable(wanted: Wanted) -> ColumnElement[bool]:
    """Pages nobody can look into: they may name whoever is to be forgotten."""
    if wanted.of is PurgeOf.ALL:
        return true()
    stuck = Arrival.failures >= MOST_FAILURES
    return stuck & (Arrival.received_at < wanted.before if wanted.before else true())
