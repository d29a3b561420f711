"""What was acknowledged is told in tables, and one page that cannot be holds up no other."""

from sqlalchemy import select, update

from sverka.ledger.arrivals import MOST_FAILURES
from sverka.ledger.decisions import find_group
from sverka.ledger.restoring import report_of
from sverka.ledger.tables import Arrival, Run
from sverka.pages.records import Overlap
from tests.unit.ledger.seen import CAPTURED, NAMES, Desk, pair, report
from tests.unit.pages.page import DATES, FIRST, dates_page
from tests.unit.pages.test_double_columns import BESIDE, DOUBLE


def runs(desk: Desk) -> int:
    with desk.ledger.settled() as session:
        return len(session.scalars(select(Run)).all())


def waiting(desk: Desk) -> list[tuple[int, str | None]]:
    with desk.ledger.database.reading() as session:
        return [(a.failures, a.problem) for a in session.scalars(select(Arrival))]


def test_a_page_is_in_the_database_before_it_is_answered(desk: Desk) -> None:
    desk.open(report(pair(0)))
    assert waiting(desk) == [(0, None)]
    assert runs(desk) == 1
    assert waiting(desk) == []


def test_a_page_that_cannot_be_told_is_kept_and_holds_up_no_other(desk: Desk) -> None:
    desk.open(report(pair(0)))
    with desk.ledger.database.writing() as session:
        session.execute(update(Arrival).values(body=b"\xc1"))
    desk.open(report(pair(1)))
    assert runs(desk) == 1
    assert waiting(desk) == [(MOST_FAILURES, "DecodeError")]


def test_two_equal_places_of_one_pair_are_told_once(desk: Desk) -> None:
    seen = desk.open(report((*pair(0), pair(0)[1])))
    assert runs(desk) == 1
    assert waiting(desk) == []
    assert seen.groups[0].accounts[0].name == NAMES[0]


def test_double_of_a_row_without_a_printed_period_is_told(desk: Desk) -> None:
    seen = desk.open(dates_page((*FIRST, *BESIDE), header=(*DATES, *DOUBLE)))
    assert runs(desk) == 1
    assert waiting(desk) == []
    with desk.ledger.settled() as session:
        group = find_group(session, seen.groups[0].id)
        assert report_of(session, group).overlaps == (Overlap(0, 1, None, None),)


def test_a_report_opened_again_at_once_is_not_written_again(desk: Desk) -> None:
    desk.open(report(pair(0)))
    assert runs(desk) == 1
    desk.open(report(pair(0)))
    assert waiting(desk) == []


def test_a_report_opened_again_later_is_noted(desk: Desk) -> None:
    desk.open(report(pair(0)))
    assert runs(desk) == 1
    with desk.ledger.database.writing() as session:
        session.execute(update(Run).values(seen_again_at=CAPTURED))
    desk.open(report(pair(0)))
    assert len(waiting(desk)) == 1
    with desk.ledger.settled() as session:
        assert session.scalars(select(Run)).one().seen_again_at > CAPTURED


def test_a_page_of_an_impossible_day_stops_nobody(desk: Desk) -> None:
    html = report(pair(0)).replace("</body>", "<p>Состояние на 31.12.9999</p></body>")
    assert desk.open(html).page.generated_at is None
    desk.open(report(pair(1)))
    assert runs(desk) == 2
