"""Reports of the same parameters, one after the other: what is new, stayed, came back, is gone."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct
from sqlalchemy import and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from sverka.errors import ErrorCode, SverkaError
from sverka.known import Change, Proof, RunInfo, State
from sverka.ledger.arrivals import Seen
from sverka.ledger.identify import among
from sverka.ledger.tables import Group, Run, Sighting
from sverka.pages.vocabulary import Layout

# An empty report has no layout: it is known by its title alone.
_ALIKE = or_(
    Run.layout == bindparam("layout", type_=Run.layout.type),
    and_(
        or_(Run.layout.is_(None), bindparam("layout", type_=Run.layout.type).is_(None)),
        Run.title == bindparam("title"),
    ),
)
_OF_ONE_PLACE = and_(
    Run.kind == bindparam("kind", type_=Run.kind.type),
    _ALIKE,
    Run.installation.is_not_distinct_from(bindparam("installation")),
    Run.authority.is_not_distinct_from(bindparam("authority")),
)
_LAST_LIKE = (
    select(Run)
    .where(
        _OF_ONE_PLACE,
        Run.period_start.is_not_distinct_from(bindparam("start")),
        Run.period_end.is_not_distinct_from(bindparam("end")),
    )
    .order_by(Run.id.desc())
    .limit(1)
)
_OF_OTHER_PERIODS = (
    select(func.count())
    .select_from(Run)
    .where(_OF_ONE_PLACE, Run.period_end.is_distinct_from(bindparam("end")))
)
_GROUPS_IN = select(Sighting.group_id).where(Sighting.run_id == bindparam("run"))
_RETURNED_IN = _GROUPS_IN.where(Sighting.change == Change.RETURNED)
_RESOLVED = select(Group.id).where(Group.state == State.RESOLVED)


class Comparison(Struct, frozen=True):
    """A report against the previous one of the same parameters.

    `again`: the very same report as the one that was seen last. `gone` are groups of the ledger.
    """

    proof: Proof
    previous: Run | None
    again: Run | None
    changes: Mapping[str, Change]
    gone: frozenset[int]

    def as_info(self) -> RunInfo:
        count = list(self.changes.values()).count
        return RunInfo(
            proof=self.proof,
            previous=self.previous.captured_at if self.previous else None,
            new=count(Change.NEW),
            stayed=count(Change.STAYED),
            returned=count(Change.RETURNED),
            gone=len(self.gone),
        )


def compare_with_previous(
    session: Session, seen: Seen, groups: Collection[str], numbers: Mapping[str, int]
) -> Comparison:
    """Compare a page whose groups have these ids; `numbers` are those that the ledger knows."""
    last = last_like(session, seen)
    again = last if last and last.digest == seen.digest() else None
    previous = session.get(Run, again.previous_id) if again and again.previous_id else last
    if again and again.previous_id is None:
        previous = None
    before = _groups_of(session, previous) if previous else frozenset()
    changes = {key: Change.STAYED if numbers.get(key) in before else Change.NEW for key in groups}
    for key in _returned(session, numbers, again):
        changes[key] = Change.RETURNED
    return Comparison(
        proof=_proof(session, seen, previous),
        previous=previous,
        again=again,
        changes=changes,
        gone=before - frozenset(numbers.values()),
    )


class RunSummary(Struct, frozen=True):
    """One report as lists show it; `groups` is how many it held."""

    id: int
    captured_at: datetime
    title: str
    layout: Layout | None
    authority: str | None
    period: tuple[date, date] | None
    rows: int
    groups: int
    by: str


class RunDifference(Struct, frozen=True):
    """A later report against an earlier one: the ids of the groups by what became of them.

    `same_parameters`: only then is what is gone proved to be removed (rule D-28), and only if
    `proof` says so.
    """

    same_parameters: bool
    proof: Proof
    groups: Mapping[Change, tuple[str, ...]]


def list_runs(session: Session) -> list[RunSummary]:
    """Every report, the newest first."""
    count = select(func.count()).where(Sighting.run_id == Run.id).scalar_subquery()
    query = select(Run, count).order_by(Run.id.desc())
    return [_summary(run, groups) for run, groups in session.execute(query)]


def _summary(run: Run, groups: int) -> RunSummary:
    return RunSummary(
        id=run.id,
        captured_at=run.captured_at,
        title=run.title,
        layout=run.layout,
        authority=run.authority,
        period=run.period,
        rows=run.rows,
        groups=groups,
        by=run.user,
    )


def difference(session: Session, earlier: int, later: int) -> RunDifference:
    """What became of the groups between two reports.

    Raises `SverkaError` (`not-found`) for a number that is no report's.
    """
    first, second = _run(session, earlier), _run(session, later)
    before, after = _groups_of(session, first), _groups_of(session, second)
    returned = _seen_before(session, first, after - before)
    parted = {
        Change.NEW: after - before - returned,
        Change.RETURNED: returned,
        Change.GONE: before - after,
        Change.STAYED: before & after,
    }
    keys = dict(session.execute(select(Group.id, Group.key)).all())
    return RunDifference(
        same_parameters=_parameters(first) == _parameters(second),
        proof=_proof_between(first, second),
        groups={
            change: tuple(keys[number] for number in sorted(numbers))
            for change, numbers in parted.items()
        },
    )


def _proof_between(first: Run, second: Run) -> Proof:
    if any(None in _parameters(run) for run in (first, second)):
        return Proof.PARAMETERS_UNKNOWN
    if _parameters(first) != _parameters(second):
        return Proof.OTHER_PERIOD
    return Proof.COMPARABLE if first.complete and second.complete else Proof.INCOMPLETE


def _seen_before(session: Session, run: Run, groups: Collection[int]) -> frozenset[int]:
    """Those of `groups` that were seen in a report before `run`."""
    query = select(Sighting.group_id).where(
        Sighting.run_id < run.id, among(Sighting.group_id, groups)
    )
    return frozenset(session.scalars(query))


def _run(session: Session, number: int) -> Run:
    run = session.get(Run, number)
    if run is None:
        raise SverkaError(ErrorCode.NOT_FOUND, "no-such-run", run=number)
    return run


def _parameters(run: Run) -> tuple[object, ...]:
    return (run.kind, run.installation, run.authority, run.period)


def _returned(session: Session, numbers: Mapping[str, int], again: Run | None) -> Sequence[str]:
    """The groups that were proved to be gone; of a report seen again, those that were so then."""
    ids = {number: key for key, number in numbers.items()}
    if again:
        found = session.scalars(_RETURNED_IN, {"run": again.id})
    else:
        found = session.scalars(_RESOLVED)
    return [ids[number] for number in found if number in ids]


def last_like(session: Session, seen: Seen) -> Run | None:
    """The last report of the same installation, authority and period."""
    return session.scalars(_LAST_LIKE, _parameters_of(seen)).first()


def _parameters_of(seen: Seen) -> dict[str, object]:
    facts = seen.facts
    start, end = facts.period or (None, None)
    return {
        "kind": facts.kind,
        "layout": facts.layout,
        "title": facts.title,
        "installation": seen.installation,
        "authority": facts.authority,
        "start": start,
        "end": end,
    }


def _proof(session: Session, seen: Seen, previous: Run | None) -> Proof:
    """Whether what is gone is proved to be removed (rule D-28)."""
    facts = seen.facts
    if facts.period is None or facts.authority is None or seen.installation is None:
        return Proof.PARAMETERS_UNKNOWN
    if previous is None:
        others = session.scalar(_OF_OTHER_PERIODS, _parameters_of(seen))
        return Proof.OTHER_PERIOD if others else Proof.FIRST
    return Proof.COMPARABLE if seen.complete and previous.complete else Proof.INCOMPLETE


def _groups_of(session: Session, run: Run) -> frozenset[int]:
    return frozenset(session.scalars(_GROUPS_IN, {"run": run.id}))
