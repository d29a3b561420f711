"""Contingent files in xlsx: every sheet with a heading we know.

They are read with calamine: openpyxl takes ten times longer, minutes for a million rows.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
from msgspec import structs
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent.cells import as_typed
from sverka.matching.contingent.columns import Renames
from sverka.matching.contingent.header import find_header
from sverka.matching.contingent.table import FoundTable, TellRow, in_pieces
from sverka.matching.contingent.xlsx_errors import error_cells
from sverka.pages.labels import Column

# What a file protected by a password is packed into; so are the old .xls.
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DATES = (Column.BIRTH_DATE, Column.ENROLLED, Column.DEPARTED)

Cells = tuple[str | None, ...]


def find_tables(file: Path, renames: Renames) -> list[FoundTable]:
    """The sheets with a heading we know; of one sheet alone, whatever heading it has."""
    _refuse_ole(file)
    with _opened(file) as book:
        found = [
            FoundTable(file, header, file.name, sheet.total_height, sheet=sheet.name)
            for sheet in map(book.get_sheet_by_name, book.sheet_names)
            if (header := find_header(_texts(sheet), renames)) is not None
        ]
    if not found:
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-file-empty", file=file)
    known = [table for table in found if table.header.is_known]
    if not known and len(found) > 1:
        titles = ", ".join(f"«{table.sheet}»" for table in found)
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-no-sheet", file=file, sheets=titles)
    others = tuple(str(table.sheet) for table in found if known and table not in known)
    return [structs.replace(table, other_sheets=others) for table in known or found]


def read_table(table: FoundTable, _tell: TellRow) -> Iterator[pa.Table]:
    """Its rows in pieces, numbered as Excel numbers them."""
    with _opened(table.file) as book:
        rows = enumerate(_cells(book.get_sheet_by_name(str(table.sheet))), start=1)
        below = ((number, row) for number, row in rows if number > table.header.row)
        yield from in_pieces(_with_errors(table, below), table.width)


def _with_errors(
    table: FoundTable, rows: Iterable[tuple[int, Cells]]
) -> Iterator[tuple[int, Cells]]:
    """The rows with the errors that stand for dates: an empty cell would be told of nobody."""
    known = table.header.recognised.places
    places = {known[column] for column in _DATES if column in known}
    errors = error_cells(table.file, str(table.sheet), places)
    for number, row in rows:
        wrong = errors.get(number, {})
        yield number, tuple(wrong.get(place, cell) for place, cell in enumerate(row))


def _texts(sheet: CalamineSheet) -> Iterator[tuple[str, ...]]:
    return (tuple(cell or "" for cell in row) for row in _cells(sheet))


def _cells(sheet: CalamineSheet) -> Iterator[Cells]:
    return (tuple(map(as_typed, row)) for row in sheet.iter_rows())


@contextmanager
def _opened(file: Path) -> Iterator[CalamineWorkbook]:
    try:
        with CalamineWorkbook.from_path(file) as book:
            yield book
    except CalamineError:
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-file-broken", file=file) from None


def _refuse_ole(file: Path) -> None:
    with file.open("rb") as source:
        if source.read(len(_OLE)) != _OLE:
            return
        encrypted = _ENCRYPTED in source.read()
    reason = "link-password" if encrypted else "link-old-xls"
    raise SverkaError(ErrorCode.BAD_REQUEST, reason, file=file)
