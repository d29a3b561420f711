"""The rows of a file as records of children: the columns that are compared, under their names."""

from collections.abc import Callable, Mapping
from datetime import date

import pyarrow as pa
from pyarrow import compute

from sverka.matching.contingent.interface import FIELDS
from sverka.matching.contingent.vocabulary import Problem
from sverka.pages.labels import Column, labels
from sverka.people.dates import DateRole, read_date
from sverka.people.names import PersonName

SCHEMA = pa.schema(
    [
        ("row", pa.int64()),
        ("place", pa.string()),
        ("line", pa.int64()),
        ("id", pa.string()),
        ("account_id", pa.string()),
        *((field, pa.string()) for field in FIELDS),
    ]
)
_DATES = {
    "birth_date": DateRole.PUPIL_BIRTH,
    "enrolled": DateRole.EVENT,
    "departed": DateRole.EVENT,
}
_SNILS_DIGITS = 11
_SNILS_WITHOUT_ZEROS = rf"^\d{{{_SNILS_DIGITS - 3},{_SNILS_DIGITS - 1}}}$"

#: Tells of a date: the problem, its place in the piece, its column and what is typed.
TellDate = Callable[[Problem, int, Column, str], None]


def trimmed(piece: pa.Table) -> pa.Table:
    """The same rows without white space around, and null where nothing is left."""
    columns = [
        _or_null(compute.utf8_trim_whitespace(column))
        if pa.types.is_string(column.type)
        else column
        for column in piece.columns
    ]
    return pa.table(columns, names=piece.column_names)


def records_of(
    piece: pa.Table, places: Mapping[Column, int], today: date, tell: TellDate
) -> pa.Table:
    """`account_id` and `FIELDS` of a trimmed piece; a date that says nothing is told and null."""

    def column(meaning: Column) -> pa.Array:
        if meaning in places:
            return piece[f"c{places[meaning]}"].combine_chunks()
        return pa.nulls(piece.num_rows, pa.string())

    columns = {field: column(Column(field)) for field in ("account_id", *FIELDS)}
    if not {Column.SURNAME, Column.NAME} <= places.keys():
        columns |= _split(column(Column.PERSON))
    if Column.CERTIFICATE not in places:
        columns["certificate"] = _joined(
            column(Column.CERTIFICATE_SERIES), column(Column.CERTIFICATE_NUMBER)
        )
    columns["snils"] = _with_zeros(columns["snils"])
    for field, role in _DATES.items():
        columns[field] = _readable(columns[field], Column(field), role, today, tell)
    return pa.table(columns)


def _or_null(column: pa.Array) -> pa.Array:
    return compute.if_else(compute.equal(column, ""), None, column)


def _split(full: pa.Array) -> dict[str, pa.Array]:
    names = [PersonName.from_full(name or "") for name in full.to_pylist()]
    return {
        "surname": pa.array((name.surname or None for name in names), pa.string()),
        "name": pa.array((name.name or None for name in names), pa.string()),
        "patronymic": pa.array((name.patronymic or None for name in names), pa.string()),
    }


def _joined(series: pa.Array, number: pa.Array) -> pa.Array:
    parts = (compute.coalesce(part, "") for part in (series, number))
    return _or_null(compute.utf8_trim_whitespace(compute.binary_join_element_wise(*parts, " ")))


def _with_zeros(snils: pa.Array) -> pa.Array:
    """A spreadsheet that takes a СНИЛС for a number drops the zeros it begins with."""
    short = compute.match_substring_regex(snils, _SNILS_WITHOUT_ZEROS)
    return compute.if_else(short, compute.utf8_lpad(snils, _SNILS_DIGITS, "0"), snils)


def _readable(
    typed: pa.Array, column: Column, role: DateRole, today: date, tell: TellDate
) -> pa.Array:
    unread: set[str] = set()
    doubtful: set[str] = set()
    for words in compute.unique(typed).to_pylist():
        found = read_date(words or "", role, today)
        if found.problem is None:
            continue
        (unread if found.value is None else doubtful).add(words)
    blank = {words for words in unread if labels().is_no_date(words)}
    _tell(typed, unread - blank, column, Problem.DATE_UNREADABLE, tell)
    _tell(typed, doubtful, column, Problem.DATE_DOUBTFUL, tell)
    missing = compute.is_in(typed, value_set=pa.array(unread, pa.string()))
    return compute.if_else(missing, None, typed)


def _tell(
    typed: pa.Array, words: set[str], column: Column, problem: Problem, tell: TellDate
) -> None:
    if not words:
        return
    told = compute.is_in(typed, value_set=pa.array(words, pa.string()))
    for place in compute.indices_nonzero(told).to_pylist():
        tell(problem, place, column, typed[place].as_py())
