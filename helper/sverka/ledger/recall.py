"""What the ledger knows of a page that was just read, before the page itself is told in tables."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import cast

import msgspec
from msgspec.structs import replace
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sverka.known import DECIDED, Change, Known, KnownGroup, State, StateInfo
from sverka.ledger.arrivals import Seen
from sverka.ledger.identify import NAMED, among_listed, listed, recognise
from sverka.ledger.past import pasts
from sverka.ledger.remembering import Remembered
from sverka.ledger.runs import Comparison, compare_with_previous
from sverka.ledger.states import STANDING, Standing, called_no_duplicate, states
from sverka.ledger.tables import Group, Run
from sverka.matching.groups import Group as SeenGroup

_MOMENT = timedelta(minutes=1)

# Most groups of a report were only found so far, thousands of them at one moment, and its reader
# waits: they come as one row for each moment.
_IS_UNTOUCHED = Group.version == 1
_UNTOUCHED = (
    select(Group.first_seen, func.json_group_array(Group.id))
    .select_from(NAMED)
    .join(Group, Group.id == NAMED.c.value)
    .where(_IS_UNTOUCHED)
    .group_by(Group.first_seen)
)
_MOVED = select(*STANDING).where(among_listed(Group.id), ~_IS_UNTOUCHED)


def recall(session: Session, seen: Seen, groups: Sequence[SeenGroup], secret: bytes) -> Known:
    """What is remembered of `groups`, which are all of the page `seen`."""
    recognised = recognise(session, groups)
    numbers = recognised.numbers
    comparison = compare_with_previous(session, seen, groups, recognised)
    before = _before(session, numbers)
    remembered = Remembered.of(session, _no_duplicates(before), secret)
    known = dict(_known_groups(groups, numbers, seen, comparison, remembered, before))
    for key, past in pasts(session, groups).items():
        known[key] = replace(known[key], past=past)
    again = comparison.again
    return Known(
        known,
        comparison.as_info(),
        kept=again is not None
        and _was_just_seen(again)
        and all(before[number].state == known[key].state for key, number in numbers.items()),
    )


def recall_groups(
    session: Session, groups: Sequence[SeenGroup], secret: bytes
) -> Mapping[str, KnownGroup]:
    """What is remembered of groups on a page that is no report, by their ids on it."""
    numbers = recognise(session, groups).numbers
    known = _before(session, numbers)
    remembered = Remembered.of(session, _no_duplicates(known), secret)
    shown = [(numbers[group.id], group) for group in groups if group.id in numbers]
    recalled = {
        group.id: replace(known[number], not_duplicate=None)
        if remembered.changed(number, group)
        else known[number]
        for number, group in shown
    }
    for key, past in pasts(session, groups).items():
        recalled[key] = replace(recalled.get(key, KnownGroup()), past=past)
    return recalled


def _was_just_seen(run: Run) -> bool:
    """Whether the very same report was opened a moment ago: noting it again tells nothing."""
    # Seen in the future, it was seen before the clock was set back.
    return timedelta() <= datetime.now(UTC) - run.seen_again_at < _MOMENT


def _before(session: Session, numbers: Mapping[str, int]) -> Mapping[int, KnownGroup]:
    """The groups as they stood before this page."""
    asked = {"listed": listed(numbers.values())}
    before: dict[int, KnownGroup] = {}
    for first_seen, untouched in session.execute(_UNTOUCHED, asked):
        found = KnownGroup(StateInfo(State.FOUND, 1, first_seen))
        before |= dict.fromkeys(msgspec.json.decode(untouched, type=list[int]), found)
    if len(before) < len(numbers):
        moved = cast(Sequence[Standing], session.execute(_MOVED, asked).all())
        for number, state in states(session, moved).items():
            before[number] = KnownGroup(state, None, called_no_duplicate(state))
    return before


def _no_duplicates(known: Mapping[int, KnownGroup]) -> list[int]:
    """The numbers of those groups that somebody has called no duplicate."""
    states = ((number, group.state) for number, group in known.items())
    return [number for number, state in states if state and state.state is State.NOT_DUPLICATE]


def _known_groups(
    groups: Sequence[SeenGroup],
    numbers: Mapping[str, int],
    seen: Seen,
    comparison: Comparison,
    remembered: Remembered,
    before: Mapping[int, KnownGroup],
) -> Iterator[tuple[str, KnownGroup]]:
    newly_found = KnownGroup(StateInfo(State.FOUND, 1, seen.captured_at), Change.NEW)
    merged = frozenset(comparison.merged.values())
    # Thousands stood alike before.
    alike: dict[tuple[int, Change], KnownGroup] = {}
    for group in groups:
        number = numbers.get(group.id)
        if number is None:
            yield group.id, newly_found
        else:
            stood, change = before[number], comparison.changes[group.id]
            known = alike.get((id(stood), change))
            if known is None:
                alike[id(stood), change] = known = replace(stood, change=change)
            changed = remembered.changed(number, group)
            if number in comparison.taken_up or changed:
                becomes = State.FOUND if changed else State.RETURNED
                yield group.id, _taken_up(known, becomes, changed)
            elif number in merged and known.state and known.state.state in DECIDED:
                yield group.id, _taken_up(known, State.FOUND)
            elif known.state and known.state.state is State.WORKED and not comparison.again:
                shown = replace(known.state, still_seen=seen.captured_at)
                yield group.id, replace(known, state=shown)
            else:
                yield group.id, known


def _taken_up(known: KnownGroup, becomes: State, changed: tuple[str, ...] = ()) -> KnownGroup:
    """The group as it will stand once this page is told in tables (`following.Follower`)."""
    state = known.state
    if state is None:
        return known
    taken = StateInfo(becomes, state.version + 1, state.first_seen, changed=changed)
    return KnownGroup(taken, known.change)
