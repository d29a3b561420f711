"""Reports of the same parameters, one after the other: what is new, stayed, came back, is gone."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct
from sqlalchemy import and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from sverka.errors import ErrorCode, SverkaError
from sverka.known import Change, Proof, RunInfo, State
from sverka.ledger.arrivals import Seen
from sverka.ledger.identify import (
    Recognised,
    among,
    groups_of_accounts,
    joined,
    with_others,
)
from sverka.ledger.tables import Account, Enrolment, Group, Run, Sighting
from sverka.matching.groups import Group as SeenGroup
from sverka.pages.vocabulary import Layout

# An empty report has no layout: it is known by its title alone.
_ALIKE = and_(
    Run.title == bindparam("title"),
    or_(
        Run.layout == bindparam("layout", type_=Run.layout.type),
        Run.layout.is_(None),
        bindparam("layout", type_=Run.layout.type).is_(None),
    ),
)
_OF_ONE_PLACE = and_(
    Run.kind == bindparam("kind", type_=Run.kind.type),
    _ALIKE,
    Run.installation.is_not_distinct_from(bindparam("installation")),
    Run.authority.is_not_distinct_from(bindparam("authority")),
)
_OF_ONE_PERIOD = and_(
    Run.period_start.is_not_distinct_from(bindparam("start")),
    Run.period_end.is_not_distinct_from(bindparam("end")),
)
_LAST_LIKE = (
    select(Run)
    .where(_OF_ONE_PLACE, _OF_ONE_PERIOD, Run.selection == bindparam("selection"))
    # An old tab may be read after a newer report.
    .order_by(Run.generated_at.desc(), Run.id.desc())
    .limit(1)
)
_LAYOUTS_ALIKE = select(func.count(Run.layout.distinct())).where(_OF_ONE_PLACE)
_ALL_OF_ONE_PLACE = select(func.count()).select_from(Run).where(_OF_ONE_PLACE)
_OF_OTHER_SELECTIONS = _ALL_OF_ONE_PLACE.where(_OF_ONE_PERIOD)
# A group that was merged with another since then is not gone.
_GROUPS_IN = (
    select(func.coalesce(Group.merged_into, Group.id))
    .join(Sighting, Sighting.group_id == Group.id)
    .where(Sighting.run_id == bindparam("run"))
)
_RETURNED_IN = _GROUPS_IN.where(Sighting.change == Change.RETURNED)
_ANY_UNNUMBERED = select(
    exists()
    .where(Enrolment.run_id.in_(bindparam("runs", expanding=True)))
    .where(Account.id == Enrolment.account_id, Account.weak)
)
_RESOLVED = select(Group.id).where(Group.state == State.RESOLVED)


class Comparison(Struct, frozen=True):
    """A report against the previous one of the same parameters.

    `again`: the one that was seen last says the very same. `gone` are groups of the ledger, and so
    are those `taken_up`: they were proved to be gone and are here again. `merged`: those that
    became part of another, by the number of that one.
    """

    proof: Proof
    previous: Run | None
    again: Run | None
    changes: Mapping[str, Change]
    gone: frozenset[int]
    taken_up: frozenset[int]
    merged: Mapping[int, int]

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
    session: Session, seen: Seen, groups: Sequence[SeenGroup], known: Recognised
) -> Comparison:
    """Compare a page of these groups; `known` are those that the ledger knows."""
    numbers = known.numbers
    last = last_like(session, seen)
    again = last if last and last.digest == seen.digest() else None
    previous = _before(session, again) if again else last
    before = _groups_of(session, previous) if previous else frozenset()
    is_old_tab = last is not None and _is_newer(last, seen, or_equal=again is not None)
    taken_up = frozenset() if is_old_tab else _taken_up(session, numbers)
    proof = _proof(session, seen, previous)
    gone = before - frozenset(numbers.values())
    # Accounts that are here, if in other groups, are not gone.
    moved = gone & groups_of_accounts(session, groups) if gone else gone
    merged = {} if again or is_old_tab else _merged(session, groups, known, moved, proof)
    stayed = before | {number for part, number in merged.items() if part in before}
    changes = {
        group.id: Change.STAYED if numbers.get(group.id) in stayed else Change.NEW
        for group in groups
    }
    returned = taken_up | (_returned_in(session, again) if again else frozenset())
    changes |= {key: Change.RETURNED for key, number in numbers.items() if number in returned}
    return Comparison(
        proof=proof,
        previous=previous,
        again=again,
        changes=changes,
        gone=gone - moved,
        taken_up=taken_up,
        merged=merged,
    )


def _merged(
    session: Session,
    groups: Sequence[SeenGroup],
    known: Recognised,
    moved: frozenset[int],
    proof: Proof,
) -> Mapping[int, int]:
    """Groups that became part of another. One with an account that is not here goes on by itself,
    unless the report proves that it is no more.
    """
    found = dict(known.joined)
    if moved - found.keys():
        found |= joined(session, groups, known.numbers)
    if not found or proof is Proof.COMPARABLE:
        return found
    apart = with_others(session, found, groups)
    return {part: number for part, number in found.items() if part not in apart}


def _before(session: Session, run: Run) -> Run | None:
    return session.get(Run, run.previous_id) if run.previous_id else None


def _taken_up(session: Session, numbers: Mapping[str, int]) -> frozenset[int]:
    """Groups that were proved to be gone and are here again."""
    return frozenset(session.scalars(_RESOLVED)) & frozenset(numbers.values())


def _is_newer(run: Run, seen: Seen, *, or_equal: bool = False) -> bool:
    """Whether a report says that it was made after the page, as far as both of them tell."""
    made = seen.generated_at()
    if made is None or run.generated_at is None:
        return False
    return run.generated_at > made or (or_equal and run.generated_at == made)


def _returned_in(session: Session, run: Run) -> frozenset[int]:
    return frozenset(session.scalars(_RETURNED_IN, {"run": run.id}))


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

    Only where they are comparable is what is gone proved to be removed (rule D-28).
    """

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
        proof=_proof_between(session, first, second),
        groups={
            change: tuple(keys[number] for number in sorted(numbers))
            for change, numbers in parted.items()
        },
    )


def _proof_between(session: Session, first: Run, second: Run) -> Proof:
    if any(None in _parameters(run) for run in (first, second)):
        return Proof.PARAMETERS_UNKNOWN
    if _parameters(first) != _parameters(second):
        return Proof.OTHER_PERIOD
    if first.selection is None or first.selection != second.selection:
        return Proof.OTHER_SELECTION
    made = (first.generated_at, second.generated_at)
    if made[0] and made[1] and made[0] > made[1]:
        return Proof.OLDER
    if session.scalar(_ANY_UNNUMBERED, {"runs": [first.id, second.id]}):
        return Proof.NO_NUMBERS
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
    return (run.kind, run.title, run.installation, run.authority, run.period)


def last_like(session: Session, seen: Seen) -> Run | None:
    """The last report of the same installation, authority, period and printed choice."""
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
        "selection": seen.selection(),
    }


def _proof(session: Session, seen: Seen, previous: Run | None) -> Proof:
    """Whether what is gone is proved to be removed (rule D-28)."""
    facts = seen.facts
    if facts.period is None or facts.authority is None or seen.installation is None:
        return Proof.PARAMETERS_UNKNOWN
    if facts.layout is None and (session.scalar(_LAYOUTS_ALIKE, _parameters_of(seen)) or 0) > 1:
        # Which of two reports of one title is empty, nobody can say.
        return Proof.PARAMETERS_UNKNOWN
    if previous is None:
        return _without_previous(session, seen)
    if _is_newer(previous, seen):
        return Proof.OLDER
    if not seen.numbered:
        return Proof.NO_NUMBERS
    return Proof.COMPARABLE if seen.complete and previous.complete else Proof.INCOMPLETE


def _without_previous(session: Session, seen: Seen) -> Proof:
    """Whether there are other reports of the place, and what is other about them."""
    parameters = _parameters_of(seen)
    if session.scalar(_OF_OTHER_SELECTIONS, parameters):
        return Proof.OTHER_SELECTION
    return Proof.OTHER_PERIOD if session.scalar(_ALL_OF_ONE_PLACE, parameters) else Proof.FIRST


def _groups_of(session: Session, run: Run) -> frozenset[int]:
    return frozenset(session.scalars(_GROUPS_IN, {"run": run.id}))
