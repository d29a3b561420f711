"""Purging: nothing of the people is left in the file, and everything else goes on."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from sverka.analysis import installation_of
from sverka.errors import SverkaError
from sverka.known import Change, State
from sverka.ledger import database
from sverka.ledger.arrivals import MOST_FAILURES
from sverka.ledger.concerned import Wanted, concerned
from sverka.ledger.purging import Purged, purge, sweep
from sverka.ledger.runs import list_runs
from sverka.ledger.tables import Account, Arrival, Entry, Group, Person, Run
from sverka.ledger.vocabulary import Act, Event, PurgeOf
from sverka.ledger.worklist import WorkFilter, work_list
from tests.unit.ledger.people import accounts, pupil
from tests.unit.ledger.raw import decrypted, write_ahead
from tests.unit.ledger.seen import ADDRESS, CLERK, Desk, report
from tests.unit.pages.card_page import PUPIL
from tests.unit.pages.page import Row

EVERYBODY = Wanted(PurgeOf.ALL)
SURNAMES = ("Заозерный", "Подгорная", "Верховцев")
SNILS = ("112-233-445 95", "087-654-303 00", "112-233-446 96")
LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)


def pair(n: int) -> tuple[Row, Row]:
    """Two accounts with names and numbers that stand nowhere else."""
    name, number = f"{SURNAMES[n]} Ермолай Ермолаевич", f"s77{n}41"
    return (
        ("", name, f"{number}511", "07.05.2015", "СОШ № 1", "4а", "02.09.2024", ""),
        ("", name, f"{number}522", "07.05.2015", "СОШ № 2", "4б", "05.09.2025", ""),
    )


def traces(n: int) -> list[bytes]:
    """By what the n-th child could be found in the file."""
    words = (SURNAMES[n], SURNAMES[n].lower(), f"s77{n}41511", f"s77{n}41522")
    contacts = (SNILS[n], f"91455{n}6677", f"{SURNAMES[n].lower()}ка", f"r66{n}41511")
    return [word.encode() for word in (*words, *contacts, f"звонили: {SURNAMES[n]}")]


def person(n: int) -> Wanted:
    return Wanted(PurgeOf.PERSON, called=f"s77{n}41511")


def purged(desk: Desk, wanted: Wanted) -> Purged:
    return purge(desk.ledger, wanted, CLERK, lambda _share: None)


def child(n: int) -> str:
    """The card of the n-th child's first account; its contacts stand nowhere else."""
    surname, name, patronymic = f"{SURNAMES[n]} Ермолай Ермолаевич".split()
    fields = {
        "Фамилия": surname,
        "Имя": name,
        "Отчество": patronymic,
        "Дата рождения": "07.05.2015",
        "СНИЛС": SNILS[n],
        "Телефон": f"8 914 55{n} 66 77",
        "Адрес проживания": f"посёлок {SURNAMES[n]}ка, д. 5",
    }
    return pupil(int(f"77{n}41511"), int(f"66{n}41511"), fields=fields)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """A ledger in which something of every kind is known of each of three children."""
    for n in range(3):
        desk.open(child(n))
    groups = desk.open(report(pair(0), pair(1), pair(2))).groups
    for n, group in enumerate(groups):
        called = desk.decide(group, Act.NOT_DUPLICATE, reason="twins")
        note = f"звонили: {SURNAMES[n]}"
        desk.decide(group, Act.WORKED, version=called.version, note=note)
    return desk


def last_seen_long_ago(desk: Desk) -> None:
    """Nobody has opened what was seen so far for two years."""
    desk.ledger.settle()
    with desk.ledger.database.writing() as session:
        session.execute(update(Run).values(seen_again_at=LONG_AGO))
        session.execute(update(Account).values(seen_at=LONG_AGO))


def entries(desk: Desk) -> list[Entry]:
    with desk.ledger.settled() as session:
        found = list(session.scalars(select(Entry).order_by(Entry.id)))
        session.expunge_all()
        return found


def names_listed(desk: Desk) -> list[str]:
    with desk.ledger.settled() as session:
        return [name for item in work_list(session, WorkFilter()).items for name in item.names]


@pytest.mark.parametrize("n", range(3))
def test_names_and_numbers_are_in_the_file_before(filled: Desk, n: int) -> None:
    """Without this, the tests below would find nothing because they cannot read the file."""
    with filled.ledger.database.bare() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = decrypted(filled.ledger)
    assert [trace for trace in traces(n) if trace not in content] == []


@pytest.mark.parametrize("wanted", [EVERYBODY, Wanted(PurgeOf.UNSEEN, before=datetime.now(UTC))])
def test_nothing_of_anybody_is_left_in_the_file(filled: Desk, wanted: Wanted) -> None:
    last_seen_long_ago(filled)
    assert purged(filled, wanted).swept
    content = decrypted(filled.ledger) + write_ahead(filled.ledger.database.file)
    assert [trace for n in range(3) for trace in traces(n) if trace in content] == []
    assert write_ahead(filled.ledger.database.file) == b""


@pytest.mark.parametrize(
    "called", ["s77141511", "S77141522", f"{installation_of(ADDRESS)}:s77141511"]
)
def test_one_person_goes_with_every_trace_and_the_others_stay(filled: Desk, called: str) -> None:
    assert purged(filled, Wanted(PurgeOf.PERSON, called=called)).swept
    content = decrypted(filled.ledger)
    assert [trace for trace in traces(1) if trace in content] == []
    assert [trace for n in (0, 2) for trace in traces(n) if trace not in content] == []
    assert names_listed(filled) == [f"{SURNAMES[n]} Ермолай Ермолаевич" for n in (0, 2)]


def test_person_may_be_called_by_the_random_key(filled: Desk) -> None:
    with filled.ledger.settled() as session:
        key = session.scalar(select(Person.key).where(Person.surname == SURNAMES[2]))
    assert key
    purged(filled, Wanted(PurgeOf.PERSON, called=key))
    assert SURNAMES[2].encode() not in decrypted(filled.ledger)


def test_accounts_that_were_never_in_one_group_go_with_their_person(filled: Desk) -> None:
    name, born = f"{SURNAMES[0]} Ермолай Ермолаевич", "07.05.2015"
    elsewhere = (
        ("", name, "s8800001", born, "СОШ № 7", "4а", "02.09.2024", ""),
        ("", name, "s8800002", born, "СОШ № 8", "4б", "05.09.2025", ""),
    )
    filled.open(report(elsewhere), url="https://other.example.test/asp/Reports/Doubles.asp")
    assert names_listed(filled).count(name) == 2
    purged(filled, person(0))
    assert b"s8800001" not in decrypted(filled.ledger)
    assert name not in names_listed(filled)


def test_journal_stays_and_tells_of_the_purge_without_names(filled: Desk) -> None:
    before = entries(filled)
    done = purged(filled, EVERYBODY)
    after = entries(filled)
    assert [entry.id for entry in after[:-1]] == [entry.id for entry in before]
    assert [entry.person_key for entry in after[:-1]] == [entry.person_key for entry in before]
    last = after[-1]
    assert (last.id, last.event, last.user) == (done.entry, Event.PURGED, CLERK.user)
    assert last.details is not None
    assert last.details["counts"] == done.counts
    assert (done.counts["people"], done.counts["accounts"], done.counts["groups"]) == (6, 9, 3)
    assert done.counts["notes"] == 3
    assert len(done.subjects) == 6


def test_purged_groups_stand_in_no_list_and_no_report(filled: Desk) -> None:
    purged(filled, EVERYBODY)
    with filled.ledger.settled() as session:
        page = work_list(session, WorkFilter())
        assert (page.total, sum(page.counts.values())) == (0, 0)
        [run] = list_runs(session)
        assert run.groups == 0


def test_child_that_is_seen_again_is_new(filled: Desk) -> None:
    purged(filled, person(0))
    again = filled.open(report(pair(0), pair(1), pair(2))).groups
    assert [(group.change, group.state and group.state.state) for group in again] == [
        (Change.NEW, State.FOUND),
        (Change.STAYED, State.WORKED),
        (Change.STAYED, State.WORKED),
    ]
    assert f"{SURNAMES[0]} Ермолай Ермолаевич" in names_listed(filled)


def test_purged_group_is_not_called_removed_by_the_next_report(filled: Desk) -> None:
    purged(filled, person(0))
    filled.open(report(pair(1)))
    resolved = [entry.group_id for entry in entries(filled) if entry.event is Event.RESOLVED]
    with filled.ledger.settled() as session:
        gone = session.scalars(select(Group.id).where(Group.state == State.RESOLVED)).all()
        purged_group = session.scalar(select(Group.id).where(Group.purged_at.is_not(None)))
    assert resolved == gone
    assert len(resolved) == 1
    assert purged_group not in resolved


def test_only_those_go_that_were_not_seen_for_so_long(filled: Desk) -> None:
    last_seen_long_ago(filled)
    filled.open(report(pair(1)))
    purged(filled, Wanted(PurgeOf.UNSEEN, before=datetime.now(UTC) - timedelta(days=180)))
    content = decrypted(filled.ledger)
    assert [trace for n in (0, 2) for trace in traces(n) if trace in content] == []
    assert SURNAMES[1].encode() in content


def test_report_that_is_opened_again_counts_as_seen(filled: Desk) -> None:
    last_seen_long_ago(filled)
    filled.open(report(pair(0), pair(1), pair(2)))
    done = purged(filled, Wanted(PurgeOf.UNSEEN, before=datetime.now(UTC) - timedelta(days=180)))
    assert (done.counts["groups"], done.counts["people"]) == (0, 0)


@pytest.mark.parametrize(
    ("wanted", "goes"),
    [(EVERYBODY, True), (person(0), True), (Wanted(PurgeOf.UNSEEN, before=LONG_AGO), False)],
)
def test_page_that_nobody_can_read_does_not_outlive_whom_it_may_name(
    filled: Desk, wanted: Wanted, goes: bool
) -> None:
    with filled.ledger.database.writing() as session:
        page = Arrival(
            received_at=datetime.now(UTC), user="clerk", body=b"\xc1", failures=MOST_FAILURES
        )
        session.add(page)
    assert purged(filled, wanted).counts["arrivals"] == goes


def test_child_whose_card_was_open_of_late_stays(filled: Desk) -> None:
    last_seen_long_ago(filled)
    filled.open(child(1))
    purged(filled, Wanted(PurgeOf.UNSEEN, before=datetime.now(UTC) - timedelta(days=180)))
    content = decrypted(filled.ledger)
    assert [n for n in range(3) if SNILS[n].encode() in content] == [1]


def test_person_whom_only_a_card_has_shown_goes_with_whom_it_alone_named(desk: Desk) -> None:
    """The parent of a second child stays."""
    desk.open(pupil(5, 6, 7))
    desk.open(pupil(8, 7, fields=PUPIL | {"Имя": "Ольга"}))
    done = purged(desk, Wanted(PurgeOf.PERSON, called="s5"))
    assert (done.counts["accounts"], done.counts["profiles"], done.counts["kinships"]) == (2, 1, 2)
    assert accounts(desk) == ["r7", "s8"]


def test_second_purge_finds_nobody(filled: Desk) -> None:
    purged(filled, EVERYBODY)
    with filled.ledger.settled() as session:
        assert not concerned(session, EVERYBODY)
        assert session.scalar(select(func.count()).select_from(Account)) == 0


def test_reader_keeps_the_file_from_being_swept_and_that_is_told(
    filled: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled.ledger.settle()
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    with filled.ledger.database.reading() as session:
        assert session.scalar(select(func.count()).select_from(Account)) == 9
        assert not purged(filled, EVERYBODY).swept
    assert sweep(filled.ledger.database)
    assert SURNAMES[0].encode() not in decrypted(filled.ledger)


def test_what_the_ledger_was_before_goes_with_everybody_alone(filled: Desk) -> None:
    copy = filled.ledger.database.file.with_suffix(".before-0001.db")
    copy.write_bytes(b"names")
    purged(filled, person(0))
    assert copy.exists()
    purged(filled, EVERYBODY)
    assert not copy.exists()


def test_nothing_goes_where_the_purge_cannot_be_noted(filled: Desk) -> None:
    filled.ledger.settle()
    with filled.ledger.database.bare() as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON journal "
            "BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    with pytest.raises(SverkaError):
        purged(filled, EVERYBODY)
    assert len(names_listed(filled)) == 3
