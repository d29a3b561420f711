"""Purges that were made after a copy: who works with the copy has those people back.

A purge is known by its line in the journal. What a restoration met of such lines stands in its own
line, so that nothing is forgotten however often copies are restored.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sverka.ledger.concerned import Wanted, concerned
from sverka.ledger.identify import among
from sverka.ledger.tables import Entry, Person
from sverka.ledger.vocabulary import Event, PurgeOf

#: What the journal says of purges, by their moments: `of`, `before`, and of one person the random
#: keys as `subjects`.
PurgeLines = Mapping[str, Mapping[str, Any]]
#: Under this a restoration notes the purges that its copy does not know of.
MET = "purges"


def purges_made(session: Session) -> PurgeLines:
    """The purges that were made in this ledger."""
    made = session.scalars(select(Entry).where(Entry.event == Event.PURGED))
    return {entry.at.isoformat(): entry.details or {} for entry in made}


def purges_met(session: Session) -> PurgeLines:
    """The purges that restorations met."""
    met: dict[str, Mapping[str, Any]] = {}
    for entry in session.scalars(select(Entry).where(Entry.event == Event.RESTORED)):
        met |= (entry.details or {}).get(MET, {})
    return met


def purges_due(session: Session) -> list[Wanted]:
    """Those of them that still concern anybody."""
    return [
        wanted for at, line in purges_met(session).items() for wanted in _wanted(session, at, line)
    ]


def tells_of_whom(line: Mapping[str, Any]) -> bool:
    """Whether a purge can be made again by what the journal says of it."""
    return line["of"] != PurgeOf.PERSON or bool(line.get("subjects"))


def _wanted(session: Session, at: str, line: Mapping[str, Any]) -> Sequence[Wanted]:
    if line["of"] == PurgeOf.PERSON:
        return _people(session, line.get("subjects", ()))
    # Who was seen after everybody was purged is none of those who came back.
    before = datetime.fromisoformat(line["before"] or at)
    wanted = Wanted(PurgeOf.UNSEEN, before=before.replace(tzinfo=before.tzinfo or UTC))
    return [wanted] if concerned(session, wanted) else []


def _people(session: Session, subjects: Sequence[str]) -> Sequence[Wanted]:
    """One purge for each person: a purge takes along what else is known of the same one."""
    left = list(session.scalars(select(Person.key).where(among(Person.key, subjects))))
    found = []
    while left:
        wanted = Wanted(PurgeOf.PERSON, called=left[0])
        going = concerned(session, wanted).accounts
        keys = set(session.scalars(select(Person.key).where(among(Person.account_id, going))))
        left = [key for key in left[1:] if key not in keys]
        found.append(wanted)
    return found
