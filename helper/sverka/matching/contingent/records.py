"""The rows of a file as records of children: the columns that are compared, under their names."""

from collections.abc import Mapping
from datetime import date

import pyarrow as pa
from pyarrow import compute

from sverka.matching.contingent.doubts import TellCell, tell_cells
from sverka.matching.contingent.interface import FIELDS
from sverka.matching.contingent.vocabulary import Problem
from sverka.pages.labels import Column, labels
from sverka.people.dates import DateRole, read_date
from sverka.people.names import PersonName
from sverka.texts import text

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


def trimmed(piece: pa.Table) -> pa.Table:
    """The same rows without white space around, and null where nothing is left."""
    columns = [
        _or_null(compute.utf8_trim_whitespace(column))
        if pa.types.is_string(column.type)
        else column
        for column in piece.columns
    ]
    return pa.table(columns, names=piece.column_names)


def cells_of(piece: pa.Table, places: Mapping[Column, int], meaning: Column) -> pa.Array:
    """The column of this meaning; null where there is none."""
    if meaning in places:
        return piece[f"c{places[meaning]}"].combine_chunks()
    return pa.nulls(piece.num_rows, pa.string())


def records_of(
    piece: pa.Table, places: Mapping[Column, int], today: date, tell: TellCell
) -> pa.Table:
    """`account_id` and `FIELDS` of a trimmed piece; a date that says nothing is told and null."""

    def column(meaning: Column) -> pa.Array:
        return cells_of(piece, places, meaning)

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
    typed: pa.Array, column: Column, role: DateRole, today: date, tell: TellCell
) -> pa.Array:
    unread: set[str] = set()
    doubtful: set[str] = set()
    for words in compute.unique(typed).to_pylist():
        found = read_date(words or "", role, today)
        if found.problem is None:
            continue
        (unread if found.value is None else doubtful).add(words)
    blank = {words for words in unread if labels().is_no_date(words)}
    for problem, told in (
        (Problem.DATE_UNREADABLE, unread - blank),
        (Problem.DATE_DOUBTFUL, doubtful),
    ):
        words = text(f"link.left-out.{problem.value}")
        tell_cells(typed, dict.fromkeys(told, words), problem, column, tell)
    missing = compute.is_in(typed, value_set=pa.array(unread, pa.string()))
    return compute.if_else(missing, None, typed)
