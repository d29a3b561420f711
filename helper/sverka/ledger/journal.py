"""The journal: what was done, by whom and when. Lines are added, never changed or removed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.orm import Session

from sverka.ledger.actor import Actor
from sverka.ledger.bulk import add
from sverka.ledger.tables import Entry
from sverka.ledger.vocabulary import Event

#: What an operator decided, and what a decision can be taken back from.
DECISIONS = frozenset({Event.ASSIGNED, Event.WORKED, Event.IRREMOVABLE, Event.NOT_DUPLICATE})


def note(session: Session, event: Event, by: Actor, **told: Any) -> Entry:
    """Add one line; `told` are columns of `tables.Entry`, without any name of a person."""
    entry = Entry(at=now(), event=event, user=by.user, client=by.client, **told)
    session.add(entry)
    session.flush()
    return entry


def note_many(session: Session, event: Event, by: Actor, lines: Sequence[dict[str, Any]]) -> None:
    """Add many lines of one event, each with the same columns."""
    common = {"at": now(), "event": event, "user": by.user, "client": by.client}
    add(session, Entry, (common | line for line in lines))


def now() -> datetime:
    """The moment of a line; their order is that of their numbers, whatever the clock says."""
    return datetime.now(UTC)
