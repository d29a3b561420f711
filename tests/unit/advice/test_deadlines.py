"""Deadlines are working days: nobody is to act on a Sunday."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.advice.deadlines import add_working_days

MONDAY, FRIDAY = date(2025, 9, 29), date(2025, 10, 3)
SATURDAY, SUNDAY = date(2025, 10, 4), date(2025, 10, 5)


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (MONDAY, 0, MONDAY),
        (MONDAY, 3, date(2025, 10, 2)),
        (MONDAY, 4, FRIDAY),
        (MONDAY, 5, date(2025, 10, 6)),
        (FRIDAY, 1, date(2025, 10, 6)),
        (FRIDAY, 3, date(2025, 10, 8)),
        (FRIDAY, 5, date(2025, 10, 10)),
        (SATURDAY, 1, date(2025, 10, 6)),
        (SUNDAY, 1, date(2025, 10, 6)),
        (SUNDAY, 5, date(2025, 10, 10)),
        (date(2025, 12, 31), 1, date(2026, 1, 1)),
    ],
)
def test_saturday_and_sunday_do_not_count(start: date, days: int, due: date) -> None:
    assert add_working_days(start, days) == due


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 60))
def test_between_start_and_deadline_lie_as_many_working_days(start: date, days: int) -> None:
    due = add_working_days(start, days)
    passed = [start + timedelta(days=n) for n in range(1, (due - start).days + 1)]
    assert sum(day.weekday() < 5 for day in passed) == days
    assert due.weekday() < 5
