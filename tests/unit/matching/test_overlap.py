"""Days of overlap: the figure by which a double becomes irremovable."""

from datetime import date

import pytest

from sverka.matching.overlap import largest, largest_overlap, printed_overlap, stays_overlap
from sverka.pages.records import Stay
from tests.unit.matching.people import stay

END = date(2025, 9, 30)
FIRST = stay("СОШ № 1", "2024-09-02")


@pytest.mark.parametrize(
    ("left", "right", "days"),
    [
        (FIRST, stay("СОШ № 2", "2025-09-05"), 25),
        (stay("А", "2024-09-02", "2025-09-15"), stay("Б", "2025-09-05"), 10),
        (stay("А", "2024-09-02", "2025-09-05"), stay("Б", "2025-09-05"), 0),
        (stay("А", "2024-09-02", "2025-08-25"), stay("Б", "2025-09-05"), 0),
        (stay("А", "2024-09-02", "2025-05-30"), stay("Б", "2025-02-01", "2025-02-11"), 10),
        (stay("А", "2025-09-05"), stay("Б", "2025-09-05"), 25),
        (stay("А", "2025-09-30"), stay("Б", "2025-09-29"), 0),
        (FIRST, stay("Б", "2025-11-01"), 0),
        (FIRST, stay("Б", "2025-09-05", "2025-12-31"), 25),
        (FIRST, stay("Б", None), None),
        (stay("А", None), stay("Б", None), None),
        (FIRST, stay("Б", "2025-09-05", departure_known=False), None),
        (FIRST, stay("Б", "2025-09-05", doubtful=True), None),
    ],
    ids=[
        *("open", "departed-late", "touch", "gap", "inside", "equal", "last-day", "after-the-end"),
        *("departed-after-the-end", "no-date", "no-dates", "no-departures", "doubtful"),
    ],
)
def test_days_between_the_later_enrolment_and_the_first_end(
    left: Stay, right: Stay, days: int | None
) -> None:
    assert stays_overlap(left, right, END) == days
    assert stays_overlap(right, left, END) == days


def test_the_largest_overlap_of_several_stays_counts() -> None:
    lefts = [stay("А", "2024-09-02", "2025-01-10"), stay("А", "2025-02-01")]
    rights = [stay("Б", "2025-01-01", "2025-01-31"), stay("Б", None)]
    assert largest_overlap(lefts, rights, END) == 9
    assert largest_overlap(lefts, rights[1:], END) is None


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2025, 9, 1), date(2025, 9, 30), 29),
        (date(2025, 9, 20), None, 10),
        (date(2025, 9, 30), date(2025, 9, 1), 0),
        (None, date(2025, 9, 30), None),
        (None, None, None),
    ],
)
def test_a_printed_period_is_counted_as_printed(
    start: date | None, end: date | None, days: int | None
) -> None:
    assert printed_overlap(start, end, END) == days


def test_unknown_days_do_not_hide_known_ones() -> None:
    assert largest([None, 3, 0, None]) == 3
    assert largest([0]) == 0
    assert largest([None]) is None
    assert largest([]) is None
