"""What stands in the file of a ledger that knows something of every kind, and what does not."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from sverka.datadir import DataDir
from sverka.ledger.arrivals import anything_waits
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.tables import Base, Entry, Person
from tests.unit.ledger.dump import fill
from tests.unit.ledger.raw import decrypted, write_ahead
from tests.unit.ledger.seen import NAMES, Desk, pair, report

CANARY = "канарейка"


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A ledger with reports, decisions, movement, cards and people of lists."""
    fill(desk)
    desk.ledger.settle()
    return desk


def content(desk: Desk) -> str:
    """All that stands in the file, read with its key."""
    with desk.ledger.database.bare() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return decrypted(desk.ledger).decode(errors="ignore")


def test_names_stand_in_one_table(filled: Desk) -> None:
    holding = set()
    with filled.ledger.settled() as session:
        surnames = {name.lower() for name in session.scalars(select(Person.surname)) if name}
        assert surnames > {name.split()[0].lower() for name in NAMES[:2]}
        for table in Base.metadata.sorted_tables:
            told = " ".join(map(str, session.execute(select(table)))).lower()
            holding |= {table.name for surname in surnames if surname in told}
    assert holding == {Person.__tablename__}


def keys_in_journal(desk: Desk) -> set[str]:
    """By what the journal names people; each leads to the table with the names."""
    with desk.ledger.settled() as session:
        named = {key for key in session.scalars(select(Entry.person_key)) if key}
        assert named <= set(session.scalars(select(Person.key)))
    return named


def test_journal_names_people_by_keys_that_tell_nothing(filled: Desk, tmp_path: Path) -> None:
    """The same children have others in the ledger of another computer."""
    elsewhere = DataDir.locate(tmp_path / "elsewhere")
    elsewhere.change_weak_key_secret(filled.data_dir.weak_key_secret())
    with closing(LedgerKeeper(elsewhere, filled.settings)) as keeper:
        other = Desk(keeper, elsewhere, filled.settings)
        fill(other)
        assert keys_in_journal(filled)
        assert not keys_in_journal(filled) & keys_in_journal(other)


def test_nothing_can_be_read_without_the_key(filled: Desk) -> None:
    file = filled.ledger.database.file
    written = file.read_bytes() + write_ahead(file)
    told = ("SQLite format", "CREATE TABLE", "journal", *(name.split()[0] for name in NAMES))
    assert [word for word in told if word.encode() in written] == []
    assert "CREATE TABLE" in content(filled)


@pytest.mark.parametrize("is_told", [False, True])
def test_no_markup_of_a_report_is_kept(desk: Desk, is_told: bool) -> None:
    """Neither while the report waits to be told in tables nor afterwards."""
    html = report(pair(0)).replace("<table", f"<!-- {CANARY} --><table data-note='{CANARY}'", 1)
    assert CANARY in html
    desk.open(html)
    if is_told:
        desk.ledger.settle()
    with desk.ledger.database.reading() as session:
        assert anything_waits(session) is not is_told
    kept = content(desk)
    assert NAMES[0].split()[0] in kept
    assert [trace for trace in (CANARY, "<table", "<td") if trace in kept] == []


def test_every_connection_keeps_what_was_committed_and_wipes_what_was_removed(desk: Desk) -> None:
    """Readers and writers do not wait for each other, and a power cut takes nothing."""
    full = 2
    with desk.ledger.database.bare() as connection:
        told = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        }
    assert told == {
        "journal_mode": "wal",
        "synchronous": full,
        "secure_delete": 1,
        "foreign_keys": 1,
    }
