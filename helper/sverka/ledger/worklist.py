"""The list of what is to be done: groups by state, organisation, cause, risk, age and name."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct
from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from sverka.advice.vocabulary import Advice, Cause, Confidence, Risk
from sverka.known import State, StateInfo
from sverka.ledger.identify import among
from sverka.ledger.states import states
from sverka.ledger.tables import Account, Enrolment, Group, Member, Organisation, Person
from sverka.ledger.vocabulary import Order
from sverka.matching.vocabulary import Verdict
from sverka.people.folding import fold_name
from sverka.people.organisations import org_key

PAGE_SIZE = 50
_STANDING = (Group.purged_at.is_(None), Group.merged_into.is_(None))
_MOST_URGENT_FIRST = (Risk.HIGH, Risk.WATCH, Risk.NONE)


class WorkFilter(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What of the list is wanted; `page` counts from 1, `search` is part of a name or a number."""

    schema: Literal[1] = 1
    states: tuple[State, ...] = ()
    organisation: Annotated[str, Meta(max_length=500)] | None = None
    cause: Cause | None = None
    risk: Risk | None = None
    search: Annotated[str, Meta(max_length=200)] = ""
    order: Order = Order.RISK
    page: Annotated[int, Meta(ge=1)] = 1


class WorkItem(Struct, frozen=True):
    """One group as the list shows it; `age_days` since it was first seen."""

    id: str
    state: StateInfo
    names: tuple[str, ...]
    #: The numbers of its accounts, as far as they were printed.
    numbers: tuple[str, ...]
    birth_date: date | None
    organisations: tuple[str, ...]
    verdict: Verdict
    advice: Advice
    confidence: Confidence
    cause: Cause
    risk: Risk
    overlap_days: int | None
    acts: str | None
    last_seen: datetime
    age_days: int


class WorkPage(Struct, frozen=True):
    """One page of the list; `counts` are of all groups, whatever is filtered."""

    counts: Mapping[str, int]
    organisations: tuple[str, ...]
    total: int
    page: int
    pages: int
    items: tuple[WorkItem, ...]


def work_list(session: Session, wanted: WorkFilter) -> WorkPage:
    """The groups that fit, the most urgent first."""
    fitting = select(Group.id).where(*_conditions(wanted))
    total = session.scalar(select(func.count()).select_from(fitting.subquery())) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(wanted.page, pages)
    query = (
        select(Group)
        .where(*_conditions(wanted))
        .order_by(*_order(wanted.order))
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    groups = session.scalars(query).all()
    return WorkPage(
        counts=_counts(session),
        organisations=_organisations(session),
        total=total,
        page=page,
        pages=pages,
        items=tuple(_items(session, groups)),
    )


def neighbours(session: Session, wanted: WorkFilter, key: str) -> tuple[str | None, str | None]:
    """The ids of the groups before and after one in the whole list, `None` where it ends.

    A group that fits no more, because of what was just decided, still has its place in the list.
    """
    fits = and_(True, *_conditions(wanted))
    query = select(Group.key).where(or_(fits, Group.key == key)).order_by(*_order(wanted.order))
    keys = list(session.scalars(query))
    if key not in keys:
        return None, None
    place = keys.index(key)
    after = keys[place + 1] if place + 1 < len(keys) else None
    return (keys[place - 1] if place else None), after


def items_of(session: Session, keys: Collection[str]) -> list[WorkItem]:
    """These groups as the list shows them, in the order in which they were first seen."""
    query = select(Group).where(among(Group.key, keys)).order_by(Group.id)
    return list(_items(session, session.scalars(query).all()))


def _conditions(wanted: WorkFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [*_STANDING]
    if wanted.states:
        conditions.append(Group.state.in_(wanted.states))
    if wanted.cause:
        conditions.append(Group.cause == wanted.cause)
    if wanted.risk:
        conditions.append(Group.risk == wanted.risk)
    if wanted.organisation:
        conditions.append(_in_organisation(wanted.organisation))
    if wanted.search.strip():
        conditions.append(_found(wanted.search))
    return conditions


def _has_member() -> Select[int]:
    """Asked of each group: there are thousands of them and hundred thousands of accounts."""
    of_group = select(Account.id).join(Member, Member.account_id == Account.id)
    return of_group.where(Member.group_id == Group.id).correlate(Group)


def _in_organisation(name: str) -> ColumnElement[bool]:
    return (
        _has_member()
        .join(Enrolment, Enrolment.account_id == Account.id)
        .join(Organisation, Organisation.id == Enrolment.organisation_id)
        .where(Organisation.key == org_key(name), Enrolment.run_id == Account.last_run_id)
        .exists()
    )


def _found(search: str) -> ColumnElement[bool]:
    """Every word begins a word of one name, or the search is an account's number."""
    named = _has_member().join(Person, Person.account_id == Account.id)
    for word in fold_name(search).split():
        named = named.where((" " + Person.folded).contains(f" {word}", autoescape=True))
    numbered = _has_member().where(Account.number == search.strip().lower())
    return named.exists() | numbered.exists()


def _order(order: Order) -> tuple[Any, ...]:
    oldest = (Group.first_seen.asc(), Group.id.asc())
    if order is Order.AGE:
        return oldest
    if order is Order.OVERLAP:
        return (func.coalesce(Group.overlap_days, 0).desc(), *oldest)
    urgency = {risk: place for place, risk in enumerate(_MOST_URGENT_FIRST)}
    return (case(urgency, value=Group.risk).asc(), *oldest)


def _counts(session: Session) -> Mapping[str, int]:
    query = select(Group.state, func.count()).where(*_STANDING).group_by(Group.state)
    found = dict(session.execute(query).all())
    return {state.value: found.get(state, 0) for state in State}


def _organisations(session: Session) -> tuple[str, ...]:
    """The organisations of all groups, each by one of its names."""
    query = (
        select(func.min(Organisation.name))
        .join(Enrolment, Enrolment.organisation_id == Organisation.id)
        .where(Enrolment.account_id.in_(select(Member.account_id)))
        .group_by(Organisation.key)
    )
    return tuple(sorted(name for name in session.scalars(query) if name))


class _Told(Struct, frozen=True):
    """Whom a group is about, and where they are."""

    names: dict[str, None]
    numbers: dict[str, None]
    births: dict[date, None]
    organisations: dict[str, None]


def _told_of(session: Session, groups: Sequence[Group]) -> Mapping[int, _Told]:
    query = (
        select(
            Member.group_id,
            Account.number,
            Person.surname,
            Person.name,
            Person.patronymic,
            Person.birth_date,
            Organisation.name,
        )
        .join(Group, Group.id == Member.group_id)
        .join(Account, Account.id == Member.account_id)
        .join(Enrolment, Enrolment.account_id == Member.account_id)
        .outerjoin(Person, Person.id == Enrolment.person_id)
        .outerjoin(Organisation, Organisation.id == Enrolment.organisation_id)
        .where(
            among(Member.group_id, [group.id for group in groups]),
            Enrolment.run_id == Group.run_id,
        )
        .order_by(Enrolment.id)
    )
    told = {group.id: _Told({}, {}, {}, {}) for group in groups}
    for group_id, number, *parts, birth, organisation in session.execute(query):
        known = told[group_id]
        if number:
            known.numbers[number] = None
        if name := " ".join(part for part in parts if part):
            known.names[name] = None
        if birth:
            known.births[birth] = None
        if organisation:
            known.organisations[organisation] = None
    return told


def _items(session: Session, groups: Sequence[Group]) -> Iterator[WorkItem]:
    found, told = states(session, groups), _told_of(session, groups)
    today = datetime.now(UTC)
    for group in groups:
        is_settled = group.state in (State.NOT_DUPLICATE, State.RESOLVED)
        yield WorkItem(
            id=group.key,
            state=found[group.id],
            names=tuple(told[group.id].names),
            numbers=tuple(told[group.id].numbers),
            birth_date=next(iter(told[group.id].births), None),
            organisations=tuple(told[group.id].organisations),
            verdict=group.verdict,
            advice=Advice.NOT_DUPLICATE if group.state is State.NOT_DUPLICATE else group.advice,
            confidence=group.confidence,
            cause=group.cause,
            risk=group.risk,
            overlap_days=group.overlap_days,
            acts=None if is_settled else group.acts,
            last_seen=group.last_seen,
            age_days=max(0, (today - group.first_seen).days),
        )
