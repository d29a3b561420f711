"""The forms in which the model compares: one normaliser for a page and for a whole contingent.

Every text ends as ASCII, one character for one letter, because DuckDB measures the distance of
strings in bytes (duckdb issue 25113) and the page and the contingent must score alike.
"""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from msgspec import Struct

from sverka.matching.frequencies import frequencies
from sverka.people.blanks import is_blank
from sverka.people.certificates import read_certificate
from sverka.people.folding import fold_name, to_ascii
from sverka.people.names import PersonName, Sex
from sverka.people.snils import read_snils
from sverka.people.variants import given_key, patronymic_key

_REMEMBERED = 16384
_DAYS_REMEMBERED = 4096
_WORD_BREAKS = str.maketrans(" ", "-", "'.,\"()")
_SHORTEST_NAME = 2
_FIRST_MONTH_OF_ENROLMENT = 6
_NUMBER_LENGTH = 6
_ANY_NUMBER = "123456"


class Forms(Struct, frozen=True, gc=False):
    """One record as the model sees it; what is empty, unreadable or a placeholder is `None`.

    `birth_date` is `yyyymmdd`, `enrolled` the year in which the school year of the enrolment
    begins, `known_name` says that the first name is a real one, so hardly another one's slip.
    """

    surname: str | None = None
    name: str | None = None
    name_key: str | None = None
    patronymic: str | None = None
    patronymic_key: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    snils: str | None = None
    certificate: str | None = None
    enrolled: int | None = None
    known_name: bool = False


def forms_of(
    name: PersonName | None,
    birth: date | None,
    sex: Sex | None,
    enrolled: date | None,
) -> Forms:
    """What a page prints of an account, in the forms of the model."""
    if name is None:
        return Forms(birth_date=birth_form(birth), sex=sex, enrolled=school_year(enrolled))
    return Forms(
        surname=surname_form(name.surname),
        name=name_form(name.name),
        name_key=name_key_form(name.name),
        patronymic=patronymic_form(name.patronymic),
        patronymic_key=patronymic_key_form(name.patronymic),
        birth_date=birth_form(birth),
        sex=sex,
        enrolled=school_year(enrolled),
        known_name=is_known_name(name.name),
    )


def _form(fold: Callable[[str], str]) -> Callable[[str], str | None]:
    """A memoised form: what `fold` leaves of a text in ASCII, `None` where it is no name."""

    @lru_cache(_REMEMBERED)
    def form(text: str) -> str | None:
        if is_blank(fold_name(text)):
            return None
        spelled = to_ascii(fold(text)).translate(_WORD_BREAKS).strip("-")
        return spelled if len(spelled) >= _SHORTEST_NAME else None

    return form


surname_form = name_form = patronymic_form = _form(fold_name)
name_key_form = _form(given_key)
patronymic_key_form = _form(patronymic_key)


@lru_cache(_REMEMBERED)
def is_known_name(text: str) -> bool:
    return name_form(text) in frequencies().known_names


def snils_form(text: str) -> str | None:
    """Only a number whose check digits fit tells anything."""
    read = read_snils(text)
    return None if read.problem else read.value


def certificate_form(text: str) -> str | None:
    """Series and number without separators, e.g. `iiAM123456`."""
    series, number = text[:-_NUMBER_LENGTH], text[-_NUMBER_LENGTH:]
    if not (number.isascii() and number.isdigit()) or not number.strip("0"):
        return _certificate(text)
    # There are few series and many numbers, and reading a series takes its time.
    read = _certificate(f"{series}{_ANY_NUMBER}")
    return read.removesuffix(_ANY_NUMBER) + number if read else None


@lru_cache(_REMEMBERED)
def _certificate(text: str) -> str | None:
    value = read_certificate(text).value
    return "".join(filter(str.isalnum, to_ascii(value.casefold()))) if value else None


@lru_cache(_DAYS_REMEMBERED)
def birth_form(birth: date | None) -> str | None:
    return birth.isoformat().replace("-", "") if birth else None


def school_year(day: date | None) -> int | None:
    """The year in which the school year of `day` begins; pupils are taken in from June on."""
    return None if day is None else day.year - (day.month < _FIRST_MONTH_OF_ENROLMENT)
