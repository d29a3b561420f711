"""СНИЛС: is it a number that the pension fund can have given, and how it is written."""

import re
from enum import StrEnum
from operator import mul

from msgspec import Struct

from sverka.people.blanks import is_blank
from sverka.people.folding import fold_name
from sverka.texts import text

# Spaces, all dashes, the number sign, and what nobody sees: soft hyphens, marks of width zero.
_PUNCTUATION = re.compile(r"[\s\-._/№\u2010-\u2015\u2212\u00ad\u200b-\u200f\ufeff]+")
_DIGITS = 11
_WEIGHTS = range(9, 0, -1)
# A contingent has a million numbers: their bytes are digits sooner than `int` makes them so.
_TOTAL_OF_ZEROS = ord("0") * sum(_WEIGHTS)
_CONTROLS = tuple(f"{rest % 100:02}" for rest in range(101))
#: Up to this number none was given a checksum.
_LAST_WITHOUT_CHECKSUM = 1001998
#: Numbers typed to get past a required field; the sums of some of them are right.
_SAMPLES = frozenset({"123456789", "987654321"})


class SnilsProblem(StrEnum):
    """What is wrong with a СНИЛС, or makes it doubtful."""

    FOREIGN = "foreign"
    LENGTH = "length"
    PLACEHOLDER = "placeholder"
    CHECKSUM = "checksum"
    UNCHECKED = "unchecked"


class ReadSnils(Struct, frozen=True, gc=False):
    """The number as `112-233-445 95`, the problem, or both (a number too small to be checked)."""

    value: str | None = None
    problem: SnilsProblem | None = None

    @property
    def message(self) -> str:
        """What is wrong and what to check; empty where nothing is wrong."""
        return text(f"people.snils.{self.problem}") if self.problem else ""


def read_snils(written: str) -> ReadSnils:
    """Read a СНИЛС in any punctuation; what says «none» is no number and no problem."""
    digits = _PUNCTUATION.sub("", written)
    is_number = digits.isascii() and digits.isdigit()
    if not is_number or len(digits) != _DIGITS:
        return ReadSnils(problem=_misfit(written, is_number=is_number))
    number, control = digits[:9], digits[9:]
    if len(set(number)) == 1 or number in _SAMPLES:
        return ReadSnils(problem=SnilsProblem.PLACEHOLDER)
    value = f"{number[:3]}-{number[3:6]}-{number[6:]} {control}"
    if int(number) <= _LAST_WITHOUT_CHECKSUM:
        return ReadSnils(value, SnilsProblem.UNCHECKED)
    if _control(number) != control:
        return ReadSnils(problem=SnilsProblem.CHECKSUM)
    return ReadSnils(value)


def _misfit(written: str, *, is_number: bool) -> SnilsProblem | None:
    if is_blank(fold_name(written)):
        return None
    return SnilsProblem.LENGTH if is_number else SnilsProblem.FOREIGN


def _control(number: str) -> str:
    total: int = sum(map(mul, _WEIGHTS, number.encode())) - _TOTAL_OF_ZEROS
    return _CONTROLS[total % 101]
