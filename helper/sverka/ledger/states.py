"""How far the work on groups has come: their states with who said so, and when."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import takewhile
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from sverka.known import NotDuplicate, NotDuplicateReason, State, StateInfo
from sverka.ledger.identify import among_listed, listed
from sverka.ledger.journal import DECISIONS
from sverka.ledger.tables import Entry, Group, NoteText
from sverka.ledger.vocabulary import Event

#: Lines that give a group another state; the last of them may be taken back if it is a decision.
_TURNS = DECISIONS | {Event.RESOLVED, Event.RETURNED, Event.RAISED_AGAIN, Event.MERGED}

_UNDONE = select(Entry.undoes).where(Entry.undoes.is_not(None))
_TURNS_OF = (
    select(Entry)
    .where(among_listed(Entry.group_id), Entry.event.in_(_TURNS), Entry.id.not_in(_UNDONE))
    .order_by(Entry.id)
)
_NOTES_OF = select(NoteText).where(among_listed(NoteText.entry_id))


class Standing(Protocol):
    """What the states are told from: a `Group`, or a row of those of its columns (`STANDING`)."""

    @property
    def id(self) -> int: ...
    @property
    def state(self) -> State: ...
    @property
    def version(self) -> int: ...
    @property
    def first_seen(self) -> datetime: ...
    @property
    def last_seen(self) -> datetime: ...
    @property
    def changed(self) -> Sequence[str] | None: ...


STANDING = (
    *(Group.id, Group.state, Group.version),
    *(Group.first_seen, Group.last_seen, Group.changed),
)


def states(session: Session, groups: Sequence[Standing]) -> Mapping[int, StateInfo]:
    """The states of these groups by their numbers."""
    moved = [group.id for group in groups if group.version > 1]
    # Most groups of a report were only found so far, and its reader waits.
    turns = turns_of(session, moved) if moved else {}
    entries = [entry.id for lines in turns.values() for entry in lines]
    notes = _notes(session, entries) if entries else {}
    return {group.id: _state(group, turns.get(group.id, ()), notes) for group in groups}


def called_no_duplicate(state: StateInfo) -> NotDuplicate | None:
    """Who called the group no duplicate, as long as that stands."""
    if state.state is not State.NOT_DUPLICATE or not (state.reason and state.by and state.at):
        return None
    return NotDuplicate(NotDuplicateReason(state.reason), state.by, state.at)


def turns_of(session: Session, numbers: Iterable[int]) -> Mapping[int, list[Entry]]:
    """The lines that gave these groups their states and that nobody took back, in their order."""
    found: dict[int, list[Entry]] = defaultdict(list)
    for entry in session.scalars(_TURNS_OF, {"listed": listed(numbers)}):
        if entry.group_id is not None:
            found[entry.group_id].append(entry)
    return found


def _since_last_report(turns: Sequence[Entry]) -> Iterable[Entry]:
    """The decisions, the newest first, up to where a report changed the state: a group that came
    back is nobody's task yet.
    """
    return takewhile(lambda entry: entry.event in DECISIONS, reversed(turns))


def _notes(session: Session, entries: Iterable[int]) -> Mapping[int, str]:
    found = session.scalars(_NOTES_OF, {"listed": listed(entries)})
    return {note.entry_id: note.text for note in found}


def _state(group: Standing, turns: Sequence[Entry], notes: Mapping[int, str]) -> StateInfo:
    if not turns:
        return StateInfo(group.state, group.version, group.first_seen)
    last = turns[-1]
    assigned = next((e for e in _since_last_report(turns) if e.event is Event.ASSIGNED), None)
    decided = last.event in DECISIONS
    return StateInfo(
        state=group.state,
        version=group.version,
        first_seen=group.first_seen,
        organisation=assigned.organisation if assigned else None,
        due=assigned.due if assigned else None,
        reason=last.reason,
        note=notes.get(last.id),
        by=last.user if decided else None,
        at=last.at,
        undoable=decided,
        changed=tuple(group.changed or ()),
        still_seen=_still_seen(group, last),
    )


def _still_seen(group: Standing, last: Entry) -> datetime | None:
    """«Отработан» is not «устранён»: a report that came after it shows the group all the same."""
    shown = last.event is Event.WORKED and group.last_seen > last.at
    return group.last_seen if shown else None
