"""The journal of removals as a file: which account was removed, and which stays in its place."""

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct
from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from sverka.errors import ErrorCode, SverkaError
from sverka.known import State
from sverka.ledger.actor import Actor
from sverka.ledger.journal import note
from sverka.ledger.ledger import Ledger
from sverka.ledger.masking import birth_year, full_name, initials
from sverka.ledger.tables import Account, Entry, Group, Person, RecordedFate
from sverka.ledger.vocabulary import Event, Fate
from sverka.ledger.wording import state_words
from sverka.spreadsheets.book import Row, Value, write_book
from sverka.spreadsheets.escaping import escaped
from sverka.texts import text
from sverka.whole_files import whole_file

COLUMNS = (
    *("removed", "removed-organisation", "removed-enrolled", "removed-departed"),
    *("kept", "kept-organisation", "kept-enrolled", "kept-departed"),
    *("person", "birth", "state", "worked-by", "worked-at", "resolved-at", "rule"),
)
_DONE = Group.state.in_((State.WORKED, State.RESOLVED)) & Group.merged_into.is_(None)
_Whole = aliased(Group)
# What was decided of a part does not hold for the group that it became part of, until that one is
# proved to be gone, and the part with it.
_PART_DONE = (Group.state == State.WORKED) & (_Whole.state == State.RESOLVED)


class Removal(Struct, frozen=True):
    """One removed account of a group that was worked on; `kept` where that was told too.

    Where that group is part of another now, `group` and `state` are of the other.
    """

    removed: RecordedFate
    kept: RecordedFate | None
    worked: Entry
    group: int
    state: State
    resolved_at: datetime | None


class Exported(Struct, frozen=True):
    """How many lines there are, and of how many groups that are done there is none, because
    nobody said which account was removed.
    """

    rows: int
    untold: int


def export_removals(
    ledger: Ledger, file: Path, by: Actor, *, masked: bool, replacing: bool
) -> Exported:
    """Write the journal to `file` (.csv or .xlsx) and note that.

    Raises `SverkaError` where the file cannot be written, or is of another kind.
    """
    with whole_file(file, replacing=replacing) as draft:
        write = _WRITERS.get(file.suffix.lower())
        if write is None:
            raise SverkaError(ErrorCode.BAD_REQUEST, "journal-unknown-format", file=file)
        with ledger.settled() as session:
            found = removals(session)
            rows = list(_rows(session, found, masked=masked))
            untold = _done(session) - len({removal.group for removal in found})
        write(draft, rows)
        with ledger.database.writing() as session:
            note(session, Event.EXPORTED, by, details={"masked": masked, "rows": len(rows)})
    return Exported(len(rows), untold)


def _done(session: Session) -> int:
    """How many groups are done whose people are still known."""
    done = select(func.count()).select_from(Group).where(_DONE, Group.purged_at.is_(None))
    return session.scalar(done) or 0


def removals(session: Session) -> list[Removal]:
    """Every removed account, in the order in which they were worked on."""
    undone = select(Entry.undoes).where(Entry.undoes.is_not(None))
    query = (
        select(RecordedFate, Entry, _Whole.id, _Whole.state)
        .join(Entry, Entry.id == RecordedFate.entry_id)
        .join(Group, Group.id == Entry.group_id)
        .join(_Whole, _Whole.id == func.coalesce(Group.merged_into, Group.id))
        .where(_DONE | _PART_DONE, Entry.id.not_in(undone))
        .order_by(RecordedFate.id)
    )
    told = session.execute(query).all()
    kept = {fate.entry_id: fate for fate, *_ in told if fate.fate is Fate.KEPT}
    proved = _proved(session)
    # Somebody may have told of one account twice: what was told last holds.
    last = {(row[2], row[0].account_key): row for row in told}
    return [
        Removal(fate, kept.get(entry.id), entry, group, state, proved.get(group))
        for fate, entry, group, state in last.values()
        if fate.fate is Fate.REMOVED
    ]


def _proved(session: Session) -> Mapping[int | None, datetime]:
    """When re-runs last proved a group to be gone, of those that did not come back."""
    query = (
        select(Entry.group_id, Entry.at)
        .join(Group, Group.id == Entry.group_id)
        .where(Entry.event == Event.RESOLVED, Group.state == State.RESOLVED)
        .order_by(Entry.id)
    )
    return dict(session.execute(query).all())


def _rows(session: Session, found: Sequence[Removal], *, masked: bool) -> Iterator[Sequence[Value]]:
    people = {person.key: person for person in session.scalars(select(Person))}
    numbers = dict(session.execute(select(Account.key, Account.number)).all())
    for removal in found:
        person = people.get(removal.removed.person_key or "")
        worked = removal.worked
        yield (
            *_account(removal.removed, numbers),
            *_account(removal.kept, numbers),
            *_person(person, masked=masked),
            state_words(removal.state),
            worked.user,
            _local(worked.at),
            _local(removal.resolved_at),
            worked.rule,
        )


def _account(fate: RecordedFate | None, numbers: Mapping[str, str | None]) -> tuple[Value, ...]:
    if fate is None:
        return (text("journal.not-told"), None, None, None)
    number = numbers.get(fate.account_key) or text("journal.no-number")
    return (number, fate.organisation, fate.enrolled, fate.departed)


def _person(person: Person | None, *, masked: bool) -> tuple[Value, Value]:
    if person is None:
        return (None, None)
    if masked:
        return (initials(person), birth_year(person.birth_date))
    return (full_name(person), person.birth_date)


def _local(moment: datetime | None) -> datetime | None:
    """As the clock on the wall showed it: spreadsheets know no time zones."""
    return moment and moment.astimezone().replace(tzinfo=None, microsecond=0)


def _headings() -> list[str]:
    return [text(f"journal.columns.{column}") for column in COLUMNS]


def _write_csv(file: Path, rows: Sequence[Sequence[Value]]) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as target:
        lines = csv.writer(target, delimiter=";")
        lines.writerow(_headings())
        lines.writerows([escaped(_written(value)) for value in row] for row in rows)


def _written(value: Value) -> str:
    match value:
        case datetime():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case None:
            return ""
        case _:
            return str(value)


def _write_xlsx(file: Path, rows: Sequence[Sequence[Value]]) -> None:
    legend = [text(f"journal.legend.{line}") for line in ("what", "states", "masked")]
    write_book(file, text("journal.title"), _headings(), map(Row, rows), legend)


_WRITERS: Mapping[str, Callable[[Path, Sequence[Sequence[Value]]], None]] = {
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
}
