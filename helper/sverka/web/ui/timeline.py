"""Enrolments as bars on one line of time, in shares of its length."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from sverka.ledger.view import StayInfo

#: The drawing is so many units long; a bar is never too short to be seen.
LENGTH = 1000
_SHORTEST = 6


class Bar(Struct, frozen=True):
    """A part of the line, in units of its length."""

    start: int
    length: int


class Row(Struct, frozen=True):
    """One enrolment; `bar` is missing where its first day is not printed."""

    stay: "StayInfo"
    bar: Bar | None


class Shared(Struct, frozen=True):
    """Days on which two enrolments ran at the same time."""

    start: date
    end: date
    bar: Bar

    @property
    def days(self) -> int:
        return (self.end - self.start).days


class Timeline(Struct, frozen=True):
    """Everything between the first day and the last; `years` begin at these places."""

    start: date
    end: date
    years: tuple[tuple[int, int], ...]
    rows: tuple[Row, ...]
    overlaps: tuple[Shared, ...]


def timeline(
    stays: Sequence["StayInfo"], printed: Iterable[tuple[date, date]], until: date
) -> Timeline | None:
    """The line of these enrolments, `None` where nothing printed has a first day.

    Enrolments that have not ended go on to `until`; the overlaps are the `printed` periods, and
    where there are none, those that follow from the enrolments.
    """
    overlaps = sorted(set(printed)) or _overlaps(stays, until)
    days = [day for stay in stays for day in (stay.enrolled, stay.departed) if day]
    days += [day for period in overlaps for day in period]
    if not days:
        return None
    start, end = min(days), max(*days, until)
    scale = _Scale(start, end)
    return Timeline(
        start=start,
        end=end,
        years=tuple(scale.years()),
        rows=tuple(_row(stay, scale, until) for stay in stays),
        overlaps=tuple(Shared(*period, scale.bar(*period)) for period in overlaps),
    )


class _Scale(Struct, frozen=True):
    start: date
    end: date

    def place(self, day: date) -> int:
        whole = (self.end - self.start).days or 1
        return round((day - self.start).days * LENGTH / whole)

    def bar(self, start: date, end: date) -> Bar:
        first = min(self.place(start), LENGTH - _SHORTEST)
        return Bar(first, max(_SHORTEST, self.place(end) - first))

    def years(self) -> Iterable[tuple[int, int]]:
        """The school years that begin within, each with its place."""
        for year in range(self.start.year, self.end.year + 1):
            first = date(year, 9, 1)
            if self.start < first < self.end:
                yield year, self.place(first)


def _row(stay: "StayInfo", scale: _Scale, until: date) -> Row:
    bar = None
    if stay.enrolled:
        bar = scale.bar(stay.enrolled, max(stay.enrolled, stay.departed or until))
    return Row(stay, bar)


def _overlaps(stays: Sequence["StayInfo"], until: date) -> list[tuple[date, date]]:
    """Of every two enrolments the days that both of them have."""
    ends = [(stay.enrolled, stay.departed or until) for stay in stays if stay.enrolled is not None]
    found = {
        (max(first[0], second[0]), min(first[1], second[1]))
        for index, first in enumerate(ends)
        for second in ends[index + 1 :]
    }
    return sorted(period for period in found if period[0] < period[1])
