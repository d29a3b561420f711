"""Destroys people's data. The journal stays, with random keys that lead to nobody any more."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlalchemy import Delete, Update, case, delete, func, null, select, update
from sqlalchemy.orm import Session

from sverka.bars import Progress
from sverka.errors import SverkaError
from sverka.ledger.actor import Actor
from sverka.ledger.concerned import Concerned, Wanted, concerned
from sverka.ledger.database import Database
from sverka.ledger.identify import among
from sverka.ledger.journal import note, now
from sverka.ledger.ledger import Ledger
from sverka.ledger.tables import (
    Account,
    Arrival,
    Enrolment,
    Entry,
    Group,
    GroupKey,
    KeptHistory,
    KeptMovement,
    Kinship,
    Member,
    NoteText,
    Person,
    PrintedOverlap,
    Profile,
    RecordedFate,
    RememberedFact,
    Run,
    SearchKey,
    Sighting,
)
from sverka.ledger.vocabulary import Event, PurgeOf

_GROUP_KEY_BYTES = 8
#: Rebuilding the file takes about as long as everything before it.
_HALF = 0.5


class Purged(Struct, frozen=True):
    """What was destroyed; `subjects` are the random keys of those whom the data were of.

    `counts` are of rows by the tables' names. `swept`: the file is rid of them, too.
    """

    at: datetime
    entry: int
    by: str
    wanted: Wanted
    counts: Mapping[str, int]
    subjects: tuple[str, ...]
    swept: bool


def purge(ledger: Ledger, wanted: Wanted, by: Actor, progress: Progress) -> Purged:
    """Destroy the data of whom `wanted` concerns, first in the tables, then in the file.

    Raises `SverkaError` where nothing was destroyed.
    """
    ledger.settle()
    with ledger.database.writing() as session:
        found = concerned(session, wanted)
        subjects = _subjects(session, found)
        counts = _destroy(session, found, progress)
        before = wanted.before.isoformat() if wanted.before else None
        told: dict[str, Any] = {"of": wanted.of, "before": before, "counts": counts}
        if wanted.of is PurgeOf.PERSON:
            # By these the purge is made again where a copy brings the person back.
            told["subjects"] = subjects
        entry = note(session, Event.PURGED, by, details=told)
        at, number = entry.at, entry.id
    if wanted.of is PurgeOf.ALL:
        for copy in copies_beside(ledger.database):
            copy.unlink()
    return Purged(at, number, by.user, wanted, counts, subjects, sweep(ledger.database))


def sweep(database: Database) -> bool:
    """Rid the file of everything that was deleted.

    Returns whether that was possible: another program may be reading, or the disk may be full.
    """
    try:
        with database.bare() as connection:
            connection.execute("VACUUM")
            [busy, *_] = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except SverkaError:
        return False
    return not busy


def copies_beside(database: Database) -> list[Path]:
    """What the ledger was before it was brought up to date or restored: files full of names."""
    stem = database.file.stem
    kinds = ("before-*", "restoring.*", "copying.*")
    return sorted(file for kind in kinds for file in database.file.parent.glob(f"{stem}.{kind}"))


def _subjects(session: Session, found: Concerned) -> tuple[str, ...]:
    query = select(Person.key).where(among(Person.account_id, found.accounts))
    return tuple(session.scalars(query.order_by(Person.id)))


def _destroy(session: Session, found: Concerned, progress: Progress) -> dict[str, int]:
    """Returns how many rows went from each table; a group leaves its number to the journal."""
    session.execute(_reports_become_unknown(found))
    session.execute(_groups_become_numbers(found))
    deletions = _deletions(found)
    counts: dict[str, int] = {"groups": len(found.groups)}
    for done, (table, deletion) in enumerate(deletions.items(), start=1):
        counts[table] = session.connection().execute(deletion).rowcount
        progress(_HALF * done / len(deletions))
    return counts


def _deletions(found: Concerned) -> Mapping[str, Delete]:
    """By table; what refers to something goes before it."""
    enrolments = select(Enrolment.id).where(among(Enrolment.account_id, found.accounts))
    keys = select(Account.key).where(among(Account.id, found.accounts))
    entries = select(Entry.id).where(among(Entry.group_id, found.groups))
    conditions = {
        PrintedOverlap: PrintedOverlap.main_id.in_(enrolments)
        | PrintedOverlap.double_id.in_(enrolments),
        Enrolment: among(Enrolment.account_id, found.accounts),
        SearchKey: among(SearchKey.account_id, found.accounts),
        Kinship: among(Kinship.parent_id, found.accounts) | among(Kinship.child_id, found.accounts),
        Profile: among(Profile.account_id, found.accounts),
        Person: among(Person.account_id, found.accounts),
        RecordedFate: RecordedFate.entry_id.in_(entries) | RecordedFate.account_key.in_(keys),
        RememberedFact: among(RememberedFact.group_id, found.groups)
        | RememberedFact.account_key.in_(keys),
        NoteText: NoteText.entry_id.in_(entries),
        Member: among(Member.group_id, found.groups),
        KeptMovement: among(KeptMovement.account_key, found.histories),
        KeptHistory: among(KeptHistory.account_key, found.histories),
        Account: among(Account.id, found.accounts),
        GroupKey: among(GroupKey.group_id, found.groups),
        Sighting: among(Sighting.group_id, found.groups),
        Arrival: among(Arrival.id, found.arrivals),
    }
    return {table.__tablename__: delete(table).where(which) for table, which in conditions.items()}


def _reports_become_unknown(found: Concerned) -> Update:
    """A report that shows somebody again is told in tables again, not taken for the one seen; and
    it is forgotten by what it was chosen, which may have been a name.
    """
    runs = select(Enrolment.run_id).where(among(Enrolment.account_id, found.accounts))
    unknown = case((Run.selection == "", ""), else_=null())
    return update(Run).where(Run.id.in_(runs)).values(digest="", selection=unknown)


def _groups_become_numbers(found: Concerned) -> Update:
    """The id of a group is made of its accounts' keys: a random one takes its place."""
    key = func.lower(func.hex(func.randomblob(_GROUP_KEY_BYTES)))
    values = {"key": key, "changed": None, "purged_at": now()}
    return update(Group).where(among(Group.id, found.groups)).values(values)
