"""The passport of a Russian citizen, `64 15 123456`, and that of the USSR, `XXIV-МР 123456`."""

from enum import StrEnum

from msgspec import Struct

from sverka.people.blanks import is_blank
from sverka.people.documents import SeriesProblem, join_cells, read_roman_series, spelled
from sverka.people.folding import fold_name
from sverka.texts import text

_DIGITS = 10
_NO_NUMBER = "000000"
_NO_SERIES = "0000"
_SAMPLES = frozenset({"1234567890", "0123456789", "9876543210"})


class PassportProblem(StrEnum):
    """What is wrong with the series and number of a passport."""

    FOREIGN = "foreign"
    LENGTH = "length"
    PLACEHOLDER = "placeholder"
    NUMERAL = "numeral"
    LETTERS = "letters"
    NUMBER = "number"


class ReadPassport(Struct, frozen=True, gc=False):
    """The series and number in the one form of their kind, or the problem."""

    value: str | None = None
    problem: PassportProblem | None = None

    @property
    def message(self) -> str:
        """What is wrong and what to check; empty where nothing is wrong."""
        return text(f"people.passport.{self.problem}") if self.problem else ""


def read_passport(written: str) -> ReadPassport:
    """Read a passport of Russia or the USSR; what says «none» is none, and no problem."""
    if is_blank(fold_name(written)):
        return ReadPassport()
    plain = spelled(written)
    digits = plain.replace(" ", "")
    if not (digits.isascii() and digits.isdigit()):
        return _soviet(plain)
    if len(digits) != _DIGITS:
        return ReadPassport(problem=PassportProblem.LENGTH)
    if _is_made_up(digits):
        return ReadPassport(problem=PassportProblem.PLACEHOLDER)
    return ReadPassport(f"{digits[:2]} {digits[2:4]} {digits[4:]}")


def read_passport_cells(series: str, number: str) -> ReadPassport:
    """Read a passport whose series and number stand in cells of their own."""
    return read_passport(join_cells(series, number))


def _soviet(plain: str) -> ReadPassport:
    read = read_roman_series(plain)
    if read.problem is SeriesProblem.NOT_ROMAN:
        return ReadPassport(problem=PassportProblem.FOREIGN)
    if read.problem:
        return ReadPassport(problem=PassportProblem(read.problem.value))
    if read.number == _NO_NUMBER:
        return ReadPassport(problem=PassportProblem.PLACEHOLDER)
    return ReadPassport(f"{read.series} {read.number}")


def _is_made_up(digits: str) -> bool:
    series, number = digits[:4], digits[4:]
    alike = len(set(digits)) == 1
    return alike or digits in _SAMPLES or series == _NO_SERIES or number == _NO_NUMBER
