"""Contingents for the tests: generated children as raw records, and as the model sees them."""

from collections.abc import Sequence
from datetime import date
from functools import cache

import pyarrow as pa
from msgspec import convert

from benchmarks.contingent import Child, Contingent
from sverka.matching.contingent.comparable import comparable
from sverka.matching.forms import Forms

TODAY = date(2026, 11, 20)
_COLUMNS = {
    "surname": "surname",
    "name": "name",
    "patronymic": "patronymic",
    "birth": "birth_date",
    "sex": "sex",
    "snils": "snils",
    "certificate": "certificate",
    "enrolled": "enrolled",
}


@cache
def children(rows: int, seed: int) -> tuple[Child, ...]:
    return tuple(Contingent(rows, seed).lines())


def raw(lines: Sequence[Child], first_row: int = 0) -> pa.Table:
    """The lines as a file is read: texts as typed, null where nothing stands."""
    texts = {
        column: pa.array([getattr(line, field) or None for line in lines], pa.string())
        for field, column in _COLUMNS.items()
    }
    rows = pa.array(range(first_row, first_row + len(lines)), pa.int64())
    return pa.table({"row": rows, **texts})


def compared(lines: Sequence[Child], first_row: int = 0) -> pa.Table:
    return comparable(raw(lines, first_row), TODAY)


def forms(table: pa.Table) -> list[Forms]:
    """The records of a comparable table as the page's scorer takes them."""
    return convert(table.drop_columns(["row"]).to_pylist(), list[Forms])


def child(
    surname: str = "", name: str = "", patronymic: str = "", birth: str = "", **rest: str
) -> Child:
    """One line typed by hand."""
    empty = {"sex": "", "snils": "", "certificate": "", "organisation": "", "enrolled": ""}
    return Child(0, surname, name, patronymic, birth, **(empty | rest))
