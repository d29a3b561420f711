"""The series and number of a document whose series is a Roman numeral and two letters."""

import re
import unicodedata
from enum import StrEnum
from functools import cache

import msgspec
from msgspec import Struct

from sverka.people.blanks import is_blank
from sverka.people.folding import fold_lookalikes, fold_name
from sverka.tables import table_beside

# N, No (a Latin or a Cyrillic o), №, which NFKC spells No, punctuation and what nobody sees.
_BETWEEN = re.compile(r"N[O\u041e\xb0]?|[\s\-.,:;#_/\u00ad\u200b-\u200f\ufeff]+")
# A small Latin l is typed for I, except beside the other figures of a numeral in small letters.
_STROKE = re.compile(r"(?<![ivxc])l(?![ivxc])")
_DIGITS = "0123456789 "
# The tax service's list of documents: I, V, X, L and C make up the numerals of series.
_ROMAN = re.compile(r"(C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_FIGURES = re.compile(r"[IVXLC]+")
_TWO_LETTERS = re.compile(r"[\u0410-\u042f]{2}")
_NUMBER_LENGTH = 6


class SeriesProblem(StrEnum):
    """The first thing that is wrong, from left to right."""

    NOT_ROMAN = "not-roman"
    NUMERAL = "numeral"
    LETTERS = "letters"
    NUMBER = "number"


class RomanSeries(Struct, frozen=True, gc=False):
    """`IV-АИ` and `123456`, or the problem."""

    series: str = ""
    number: str = ""
    problem: SeriesProblem | None = None


class _Data(Struct, frozen=True, gc=False):
    words: list[str]
    numeral: dict[str, str]


def join_cells(series: str, number: str) -> str:
    """The text of a document whose series and number stand in cells of their own."""
    return " № ".join(cell for cell in (series, number) if not is_blank(fold_name(cell)))


def spelled(written: str) -> str:
    """`written` in capitals, look-alikes folded, without labels, with single spaces for signs."""
    strokes = _STROKE.sub("I", unicodedata.normalize("NFKC", written))
    signs_out = _BETWEEN.sub(" ", fold_lookalikes(fold_name(strokes).upper()))
    return " ".join(_labels().sub(" ", signs_out).split())


def read_roman_series(written: str) -> RomanSeries:
    """Read what `spelled` made; numeral, letters and number may be glued together."""
    series = written.rstrip(_DIGITS)
    number = written.removeprefix(series).replace(" ", "")
    numeral, letters = _parts(series)
    problem = None
    if not _ROMAN_FIGURES.fullmatch(numeral):
        problem = SeriesProblem.NOT_ROMAN
    elif not _ROMAN.fullmatch(numeral):
        problem = SeriesProblem.NUMERAL
    elif not _TWO_LETTERS.fullmatch(letters):
        problem = SeriesProblem.LETTERS
    elif len(number) != _NUMBER_LENGTH:
        problem = SeriesProblem.NUMBER
    return RomanSeries(problem=problem) if problem else RomanSeries(f"{numeral}-{letters}", number)


def _parts(series: str) -> tuple[str, str]:
    """Numeral and letters: parted by one space as typed, else the last two signs are letters."""
    numeral, space, letters = series.partition(" ")
    if not space or " " in letters:
        glued = series.replace(" ", "")
        numeral, letters = glued[:-2], glued[-2:]
    return numeral.translate(_numerals()), fold_lookalikes(letters)


@cache
def _data() -> _Data:
    return msgspec.convert(table_beside(__file__, "documents.toml"), _Data)


@cache
def _labels() -> re.Pattern[str]:
    longest_first = sorted(_data().words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})\b")


@cache
def _numerals() -> dict[int, str]:
    return str.maketrans(_data().numeral)
