"""Which group of the ledger a group of a page is: by its id, else by the accounts they share."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec
from msgspec import Struct
from sqlalchemy import ColumnElement, bindparam, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from sverka.known import State
from sverka.ledger.tables import Account, GroupKey, Member
from sverka.ledger.tables import Group as Known
from sverka.matching.groups import Group

Value = TypeVar("Value", int, str, int | None)


def among(column: InstrumentedAttribute[Value], values: Iterable[Value]) -> ColumnElement[bool]:
    """`column IN values` for any number of them: SQLite takes only so many parameters."""
    named = func.json_each(listed(values)).table_valued("value")
    return column.in_(select(named.c.value))


def among_listed(
    column: InstrumentedAttribute[Value], parameter: str = "listed"
) -> ColumnElement[bool]:
    """The same for a statement that is made once and run often, with `listed` values."""
    named = func.json_each(bindparam(parameter)).table_valued("value")
    return column.in_(select(named.c.value))


def listed(values: Iterable[Value]) -> str:
    """The values as the parameter of such a statement."""
    return msgspec.json.encode(list(values)).decode()


#: What a statement names one by one, to be joined: SQLite finds each by its index, where of a list
#: behind IN it first makes a table. A further condition that has an index of its own belongs into
#: an aggregate's filter, lest SQLite begins with that; so it would with a small table, if it had
#: the statistics of ANALYZE, which this base never gets.
NAMED = func.json_each(bindparam("listed")).table_valued("value", name="named")

# Thousands of groups are as they were, and the reader of a report waits: they come as one row.
# A group that was merged into another may stand on its own again.
_AS_THEY_WERE = (
    select(func.json_group_object(Known.key, Known.id).filter(Known.merged_into.is_(None)))
    .select_from(NAMED)
    .join(Known, Known.key == NAMED.c.value)
)
_BY_KEY = (
    select(GroupKey.key, GroupKey.group_id)
    .join(Known, Known.id == GroupKey.group_id)
    .where(among_listed(GroupKey.key))
    # A group has had several ids: two groups of one page may both have been it.
    .order_by((Known.key == GroupKey.key).desc(), GroupKey.key)
)
_BY_ACCOUNT = (
    select(Account.key, Member.group_id)
    .join(Member, Member.account_id == Account.id)
    .join(Known, Known.id == Member.group_id)
    .where(among_listed(Account.key))
    # What was removed and what is open may share an account: the last one named counts.
    .order_by((Known.state == State.RESOLVED).desc())
)
_OPEN_BY_ACCOUNT = _BY_ACCOUNT.where(Known.state != State.RESOLVED)


class Recognised(Struct, frozen=True):
    """The groups of a page that the ledger knows: their numbers by the page's ids; and `joined`,
    groups that the page does not show but with accounts in another, by the number of that one.
    """

    numbers: Mapping[str, int]
    joined: Mapping[int, int]


def recognise(session: Session, groups: Sequence[Group]) -> Recognised:
    """Which groups of the ledger these are.

    A group that gained or lost a member is known by the member it shares with its former self; of
    two such groups the first is taken for it. No number is given to two groups.
    """
    ids = listed([group.id for group in groups])
    told = session.scalars(_AS_THEY_WERE, {"listed": ids}).one()
    as_they_were = msgspec.json.decode(told, type=dict[str, int])
    others = [group for group in groups if group.id not in as_they_were]
    if not others:
        return Recognised(as_they_were, {})
    found = _by_former_keys(session, others, taken=set(as_they_were.values()))
    left = [group for group in others if group.id not in found]
    numbers = as_they_were | found
    if left:
        numbers |= _by_members(session, left, taken=set(numbers.values()))
    changed = [group for group in others if group.id in numbers]
    return Recognised(numbers, joined(session, changed, numbers) if changed else {})


def joined(
    session: Session, groups: Sequence[Group], numbers: Mapping[str, int]
) -> Mapping[int, int]:
    """The open groups that the page does not show, but accounts of which are in one of these."""
    shown = set(numbers.values())
    holder = {
        account.key: numbers[group.id]
        for group in groups
        if group.id in numbers
        for account in group.accounts
    }
    rows = session.execute(_OPEN_BY_ACCOUNT, {"listed": listed(holder)})
    return {number: holder[key] for key, number in rows if number not in shown}


def with_others(
    session: Session, numbers: Iterable[int], groups: Iterable[Group]
) -> frozenset[int]:
    """Those of these groups that have accounts which the page's groups have not."""
    keys = [account.key for group in groups for account in group.accounts]
    query = (
        select(Member.group_id)
        .join(Account, Account.id == Member.account_id)
        .where(among(Member.group_id, numbers), ~among(Account.key, keys))
    )
    return frozenset(session.scalars(query))


def groups_of_accounts(session: Session, groups: Iterable[Group]) -> frozenset[int]:
    """The numbers of the groups to which the accounts of `groups` belonged until now."""
    keys = listed(account.key for group in groups for account in group.accounts)
    return frozenset(number for _, number in session.execute(_BY_ACCOUNT, {"listed": keys}))


def _by_former_keys(session: Session, groups: Sequence[Group], taken: set[int]) -> dict[str, int]:
    ids = listed([group.id for group in groups])
    found: dict[str, int] = {}
    for key, number in session.execute(_BY_KEY, {"listed": ids}):
        if number not in taken:
            taken.add(number)
            found[key] = number
    return found


def _by_members(session: Session, groups: Sequence[Group], taken: set[int]) -> dict[str, int]:
    keys = listed(account.key for group in groups for account in group.accounts)
    group_of = dict(session.execute(_BY_ACCOUNT, {"listed": keys}).all())
    found: dict[str, int] = {}
    for group in groups:
        numbers = (group_of.get(account.key) for account in group.accounts)
        number = next((n for n in numbers if n is not None and n not in taken), None)
        if number is not None:
            taken.add(number)
            found[group.id] = number
    return found
