"""Rules that decide nothing and add to what another rule decided."""

from collections.abc import Iterator
from datetime import date

from sverka.advice.facts import Basis, PairFacts, came_quickly
from sverka.advice.vocabulary import Risk
from sverka.matching.groups import Group, Pair
from sverka.matching.vocabulary import Level, Verdict
from sverka.pages.records import Notice

_FIRST_MONTH = 9
_IDENTITY = frozenset({"surname", "name", "patronymic", "birth_date"})
_AGREEING = frozenset({Level.EXACT, Level.FOLDED})
# To name a member of an enum takes ten times what a global takes, and every group names these.
_DATES, _POSSIBLE, _NO_RISK = Basis.DATES, Verdict.POSSIBLE, Risk.NONE


def d02_quick_entry(pair: PairFacts) -> bool:
    """The later account came by «быстрый ввод» and the earlier did not: both signs agree."""
    return (
        pair.basis is _DATES
        and came_quickly(pair.later_stay)
        and not came_quickly(pair.earlier_stay)
    )


def d13_risk(overlap_days: int | None, watch_days: int, high_days: int) -> Risk:
    """How near the overlap is to becoming irremovable; unknown days are no risk known."""
    if overlap_days is None or overlap_days <= watch_days:
        return _NO_RISK
    return Risk.WATCH if overlap_days <= high_days else Risk.HIGH


def d14_more_than_two(group: Group) -> bool:
    """Three accounts or more: one stays, each other has a rule of its own."""
    return len(group.accounts) > 2


def d18_one_slip(group: Group) -> bool:
    """Data that differ in one small thing: no report of doubles shows them until it is mended."""
    slips = [_slips(pair) for pair in group.pairs if pair.verdict is _POSSIBLE]
    return 1 in slips


def _slips(pair: Pair) -> int:
    return sum(field.level not in _AGREEING for field in pair.fields if field.field in _IDENTITY)


def d28_period(period: tuple[date, date] | None, today: date) -> Iterator[Notice]:
    """A period that does not begin with its school year, or is not over, proves little."""
    if period is None:
        return
    start, end = period
    expected = _school_year_of(end)
    if start != expected:
        yield Notice("period-start", values=(("start", start), ("expected", expected)))
    if end > today:
        yield Notice("period-future", values=(("end", end),))


def _school_year_of(day: date) -> date:
    """The 1 September with which the school year of `day` began."""
    return date(day.year if day.month >= _FIRST_MONTH else day.year - 1, _FIRST_MONTH, 1)
