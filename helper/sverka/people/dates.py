"""Dates as people type them; a two-digit year is resolved by the role of the date."""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

PUPIL_AGES = range(22)
PARENT_MINIMUM_AGE = 14
_DATES_REMEMBERED = 4096
#: What programs put where no date was given. People are born on these days too: a doubt, no more.
_DEFAULTS = frozenset({date(1900, 1, 1), date(1970, 1, 1), date(2000, 1, 1)})

_WRITTEN = re.compile(
    r"(?:(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
    r"|(?P<d2>\d{1,2})[./](?P<m2>\d{1,2})[./](?P<y2>\d{4}|\d{2}))"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?:\s*г\.?)?"
)
#: A date anywhere in running text, for `finditer`.
DATE_IN_TEXT = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)")


class DateRole(StrEnum):
    """What a date is the date of."""

    PUPIL_BIRTH = "pupil-birth"
    PARENT_BIRTH = "parent-birth"
    EVENT = "event"


class DateProblem(StrEnum):
    """Why a date could not be taken, or is taken with a doubt."""

    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"
    OUT_OF_RANGE = "out-of-range"


class ReadDate(Struct, frozen=True, gc=False):
    """The date, the problem, or both (a date written in full that does not fit its role)."""

    value: date | None = None
    problem: DateProblem | None = None


@lru_cache(maxsize=_DATES_REMEMBERED)
def read_date(text: str, role: DateRole, today: date) -> ReadDate:
    """Read one printed date; an empty text is no date and no problem.

    The role decides a two-digit year: an event is 20yy, a pupil is 0–21 years old on `today`, a
    parent at least 14. Nothing is guessed: what fits no year is a problem.
    """
    written = text.strip()
    if not written:
        return ReadDate()
    found = _WRITTEN.fullmatch(written)
    if not found:
        return ReadDate(problem=DateProblem.UNREADABLE)
    year = found["y"] or found["y2"]
    month, day = int(found["m"] or found["m2"]), int(found["d"] or found["d2"])
    if len(year) == 2:
        return _short_year(int(year), month, day, role, today)
    value = _calendar(int(year), month, day)
    if value is None:
        return ReadDate(problem=DateProblem.IMPOSSIBLE)
    return ReadDate(value, _doubt(value, role, today))


def age_on(birth: date, day: date) -> int:
    """Full years of age on `day`; negative before the birth."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


def is_default_date(value: date) -> bool:
    """Whether the date looks filled in by a program; a caller may ask to check it on paper."""
    return value in _DEFAULTS


def _short_year(year: int, month: int, day: int, role: DateRole, today: date) -> ReadDate:
    match role:
        case DateRole.EVENT:
            centuries: tuple[int, ...] = (2000,)
        case DateRole.PARENT_BIRTH:
            youngest = (today.year - PARENT_MINIMUM_AGE) % 100
            centuries = (1900,) if year > youngest else (2000,)
        case DateRole.PUPIL_BIRTH:
            centuries = (1900, 2000)
    values = [value for century in centuries if (value := _calendar(century + year, month, day))]
    if not values:
        return ReadDate(problem=DateProblem.IMPOSSIBLE)
    fitting = [value for value in values if _doubt(value, role, today) is None]
    return ReadDate(fitting[0]) if fitting else ReadDate(problem=DateProblem.OUT_OF_RANGE)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _doubt(value: date, role: DateRole, today: date) -> DateProblem | None:
    if role is DateRole.PUPIL_BIRTH and age_on(value, today) not in PUPIL_AGES:
        return DateProblem.OUT_OF_RANGE
    return None
