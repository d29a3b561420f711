"""The two drawings of a group: enrolments on a line of time, and the sum of the weights."""

from datetime import date
from itertools import pairwise

import pytest

from sverka.ledger.view import StayInfo
from sverka.web.ui.comparison import WIDTH, compared
from sverka.web.ui.timeline import LENGTH, timeline
from tests.unit.ledger.seen import Desk, pair, report

END = date(2025, 9, 30)


def stay(enrolled: date | None, departed: date | None = None) -> StayInfo:
    return StayInfo("key", "s1", "СОШ № 1", enrolled, departed)


def test_enrolment_without_end_goes_on_to_the_end_of_the_report() -> None:
    drawn = timeline([stay(date(2024, 9, 2)), stay(date(2025, 9, 5))], (), END)
    assert drawn is not None
    first, second = (row.bar for row in drawn.rows)
    assert first is not None
    assert second is not None
    assert (first.start, first.length) == (0, LENGTH)
    assert second.start + second.length == LENGTH
    assert [(o.start, o.end, o.days) for o in drawn.overlaps] == [(date(2025, 9, 5), END, 25)]


def test_enrolments_that_only_touch_do_not_overlap() -> None:
    day = date(2025, 9, 10)
    drawn = timeline([stay(date(2024, 9, 2), day), stay(day)], (), END)
    assert drawn is not None
    assert drawn.overlaps == ()


def test_printed_period_is_drawn_where_no_enrolment_is_printed() -> None:
    period = (date(2025, 9, 1), date(2025, 9, 20))
    drawn = timeline([stay(None), stay(None)], [period], END)
    assert drawn is not None
    assert [row.bar for row in drawn.rows] == [None, None]
    assert [(o.start, o.end) for o in drawn.overlaps] == [period]


def test_without_any_day_nothing_is_drawn() -> None:
    assert timeline([stay(None)], (), END) is None


@pytest.mark.parametrize("enrolled", [END, date(2026, 1, 1)])
def test_enrolment_at_the_end_is_still_seen(enrolled: date) -> None:
    drawn = timeline([stay(date(2015, 9, 1)), stay(enrolled)], (), END)
    assert drawn is not None
    bar = drawn.rows[1].bar
    assert bar is not None
    assert bar.length > 0
    assert bar.start + bar.length <= LENGTH


def test_school_years_are_marked_between_the_ends() -> None:
    drawn = timeline([stay(date(2023, 9, 1))], (), END)
    assert drawn is not None
    assert [year for year, _ in drawn.years] == [2024, 2025]


def test_each_weight_begins_where_the_one_before_it_ended(desk: Desk) -> None:
    (group,) = desk.open(report(pair(0))).groups
    accounts = {account.key: account for account in group.accounts}
    bars = [field.bar for field in compared(group.pairs[0], accounts).fields if field.bar]
    ends = [
        (b.start + b.length, b.start) if b.is_against else (b.start, b.start + b.length)
        for b in bars
    ]
    assert any(bar.is_against for bar in bars)
    assert all(0 <= bar.start <= WIDTH for bar in bars)
    for (_, end), (start, _) in pairwise(ends):
        assert abs(end - start) <= 1.5
