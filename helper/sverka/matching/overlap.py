"""For how many days two enrolments overlap."""

from collections.abc import Sequence
from datetime import date
from itertools import product

from sverka.pages.records import Stay


def stays_overlap(left: Stay, right: Stay, end: date) -> int | None:
    """min(departure or end) − max(enrolment) in days, 0 where they only touch or do not meet.

    `None` if an enrolment is missing, or a departure may be (no column, an unreadable date).
    """
    if left.enrolled is None or right.enrolled is None:
        return None
    if left.doubtful or right.doubtful or not (left.departure_known and right.departure_known):
        return None
    shared_end = min(left.departed or end, right.departed or end)
    return max(0, (shared_end - max(left.enrolled, right.enrolled)).days)


def largest_overlap(lefts: Sequence[Stay], rights: Sequence[Stay], end: date) -> int | None:
    """The largest overlap over all pairs of stays, `None` where none can be counted."""
    if len(lefts) == len(rights) == 1:
        return stays_overlap(lefts[0], rights[0], end)
    return largest([stays_overlap(left, right, end) for left, right in product(lefts, rights)])


def printed_overlap(start: date | None, period_end: date | None, end: date) -> int | None:
    """The days of a printed period; one without an end lasts until `end`."""
    return max(0, ((period_end or end) - start).days) if start else None


def largest(days: Sequence[int | None]) -> int | None:
    if len(days) == 1:
        return days[0]
    return max([count for count in days if count is not None], default=None)
