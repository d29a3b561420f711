"""How long is too long."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from sverka.errors import SverkaError
from sverka.ledger.concerned import Wanted, concerned
from sverka.ledger.identify import among
from sverka.ledger.retention import moment_before, months_before, overdue, reminder
from sverka.ledger.tables import Account, Run
from sverka.ledger.vocabulary import PurgeOf
from sverka.settings import Settings
from tests.unit.advice.histories import enrolled
from tests.unit.ledger.calls import call
from tests.unit.ledger.people import key, pupil
from tests.unit.ledger.seen import Desk, pair, report


@pytest.mark.parametrize("age", ["180d", "180 д", "180Д"])
def test_days_are_read(age: str) -> None:
    assert moment_before(age).date() == (datetime.now(UTC) - timedelta(days=180)).date()


@pytest.mark.parametrize("age", ["12m", "12м", " 12 М "])
def test_months_are_read(age: str) -> None:
    now = datetime.now(UTC)
    assert moment_before(age).year == now.year - 1


@pytest.mark.parametrize("age", ["", "12", "m", "0m", "-3m", "12 месяцев", "99999d", "9999m9"])
def test_what_is_no_age_is_refused(age: str) -> None:
    with pytest.raises(SverkaError) as problem:
        moment_before(age)
    assert problem.value.reason == "age-unreadable"


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ((2026, 3, 31), 1, (2026, 2, 28)),
        ((2024, 3, 31), 1, (2024, 2, 29)),
        ((2026, 1, 15), 1, (2025, 12, 15)),
        ((2026, 11, 22), 12, (2025, 11, 22)),
    ],
)
def test_months_are_those_of_the_calendar(
    day: tuple[int, int, int], months: int, expected: tuple[int, int, int]
) -> None:
    assert months_before(datetime(*day, tzinfo=UTC), months) == datetime(*expected, tzinfo=UTC)


def test_only_what_lies_too_long_is_told(desk: Desk) -> None:
    desk.open(report(pair(1)))
    with desk.ledger.settled() as session:
        assert reminder(session, Settings(retention_months=1)) is None
    with desk.ledger.database.writing() as session:
        seen = datetime.now(UTC) - timedelta(days=40)
        session.execute(update(Run).values(seen_again_at=seen))
    with desk.ledger.settled() as session:
        assert overdue(session, Settings(retention_months=1)) == 2
        assert overdue(session, Settings(retention_months=2)) == 0
        assert overdue(session, Settings(retention_months=0)) == 0


def test_an_account_whose_movement_was_opened_lately_is_not_purged(desk: Desk) -> None:
    desk.open(report(pair(1)))
    desk.ledger.settle()
    with desk.ledger.database.writing() as session:
        session.execute(update(Run).values(seen_again_at=datetime(2024, 1, 1, tzinfo=UTC)))
    desk.memory().keep_history(key("s11"), (enrolled(),))()
    with desk.ledger.settled() as session:
        assert overdue(session, Settings(retention_months=1)) == 1
        going = concerned(session, Wanted(PurgeOf.UNSEEN, before=moment_before("30d")))
        keys = session.scalars(select(Account.key).where(among(Account.id, going.accounts)))
        assert (list(keys), going.histories) == ([key("s12")], frozenset())


def test_people_of_cards_lie_too_long_as_those_of_reports_do(desk: Desk) -> None:
    desk.open(pupil(1, 2))
    desk.ledger.settle()
    with desk.ledger.database.writing() as session:
        seen = datetime.now(UTC) - timedelta(days=40)
        session.execute(update(Account).values(seen_at=seen))
    with desk.ledger.settled() as session:
        assert overdue(session, Settings(retention_months=1)) == 2
        assert overdue(session, Settings(retention_months=2)) == 0


@pytest.mark.parametrize("command", ["worklist", "runs"])
def test_lists_remind_but_json_stays_json(desk: Desk, command: str) -> None:
    desk.open(report(pair(1)))
    desk.ledger.settle()
    with desk.ledger.database.writing() as session:
        session.execute(update(Run).values(seen_again_at=datetime(2024, 1, 1, tzinfo=UTC)))
    assert "sverka purge --older-than 12м" in call(desk.data_dir, command).stderr
    assert call(desk.data_dir, command, "--json").stderr == ""
