"""Cells that a person has to mend in the card: what they hold is told, not dropped in silence."""

from collections.abc import Callable, Iterator, Mapping

import pyarrow as pa
from pyarrow import compute

from sverka.matching.contingent.vocabulary import Problem
from sverka.matching.forms import certificate_form
from sverka.pages.labels import Column
from sverka.people.blanks import is_blank
from sverka.people.certificates import read_certificate
from sverka.people.folding import fold_name, mixed_script_words
from sverka.people.snils import read_snils
from sverka.texts import text

#: Tells of a cell: the problem, its place in the piece, its column, what is typed, what is wrong.
TellCell = Callable[[Problem, int, Column, str, str], None]


def tell_doubts(records: Mapping[str, pa.Array], tell: TellCell) -> None:
    """Tell of names and documents that cannot be right, and of rows that name nobody."""
    for column in (Column.SURNAME, Column.NAME, Column.PATRONYMIC):
        _tell_each(records, column, Problem.MIXED_SCRIPT, _mixed_script, tell)
    _tell_each(records, Column.SNILS, Problem.SNILS_INVALID, _snils, tell)
    _tell_each(records, Column.CERTIFICATE, Problem.CERTIFICATE_INVALID, _certificate, tell)
    words = text(f"link.left-out.{Problem.NAME_MISSING.value}")
    for place, typed in _nameless(records):
        tell(Problem.NAME_MISSING, place, Column.PERSON, typed, words)


def tell_cells(
    typed: pa.Array, told: Mapping[str, str], problem: Problem, column: Column, tell: TellCell
) -> None:
    """Tell of every cell that holds one of the texts what is wrong with it."""
    if not told:
        return
    found = compute.is_in(typed, value_set=pa.array(told, pa.string()))
    for place in compute.indices_nonzero(found).to_pylist():
        words = typed[place].as_py()
        tell(problem, place, column, words, told[words])


def _tell_each(
    records: Mapping[str, pa.Array],
    column: Column,
    problem: Problem,
    wrong: Callable[[str], str],
    tell: TellCell,
) -> None:
    """`wrong` says of a text what is wrong with it; of equal texts it is asked once."""
    typed = records[column.value]
    every = compute.unique(typed).drop_null().to_pylist()
    told = {words: message for words in every if (message := wrong(words))}
    tell_cells(typed, told, problem, column, tell)


def _mixed_script(name: str) -> str:
    mixed = mixed_script_words(name)
    return text(f"link.left-out.{Problem.MIXED_SCRIPT.value}") if mixed else ""


def _snils(typed: str) -> str:
    return read_snils(typed).message


def _certificate(typed: str) -> str:
    # The form knows a series it has read before: a certificate in order costs next to nothing.
    return "" if certificate_form(typed) else read_certificate(typed).message


def _nameless(records: Mapping[str, pa.Array]) -> Iterator[tuple[int, str]]:
    """Rows with neither surname nor first name, and what stands there instead."""
    surname, name = (records[column.value] for column in (Column.SURNAME, Column.NAME))
    none = compute.and_(_blank(surname), _blank(name))
    for place in compute.indices_nonzero(none).to_pylist():
        typed = (column[place].as_py() for column in (surname, name))
        yield place, " ".join(filter(None, typed))


def _blank(names: pa.Array) -> pa.Array:
    every = compute.unique(names).drop_null().to_pylist()
    blank = [words for words in every if is_blank(fold_name(words))]
    return compute.or_(
        compute.is_null(names), compute.is_in(names, value_set=pa.array(blank, pa.string()))
    )
