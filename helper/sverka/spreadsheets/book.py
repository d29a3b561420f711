"""Results for people: an xlsx with a frozen heading, sensible widths and coloured cells."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path

from msgspec import Struct
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from sverka.spreadsheets.escaping import printable
from sverka.texts import text

#: Excel holds a million rows, a person reads a few thousand; the csv has them all.
MOST_ROWS = 5_000
_NARROWEST, _WIDEST = 8, 45
_MEASURED = 200
_LEGEND_WIDTH = 110


class Colour(StrEnum):
    """What the background of a cell says."""

    HEADING = "FFD9E1F2"
    PERSONAL = "FFFFE08A"
    OTHER = "FFEDEDED"


_FILLS = {colour: PatternFill("solid", start_color=colour.value) for colour in Colour}
_BOLD = Font(bold=True)
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_BLOCK_BEGINS = Border(top=Side(style="medium"))
_NO_COLOURS: Mapping[int, Colour] = {}
# As Excel writes them in Russian.
_FORMATS = {datetime: "dd.mm.yyyy hh:mm", date: "dd.mm.yyyy"}

Value = str | int | date | None


class Row(Struct, frozen=True):
    """One row of a sheet; `colours` are those of the cells at these places."""

    cells: Sequence[Value]
    colours: Mapping[int, Colour] = _NO_COLOURS
    begins_block: bool = False


def write_book(
    file: Path, title: str, heading: Sequence[str], rows: Iterable[Row], legend: Sequence[str]
) -> None:
    """A sheet of `rows` under a frozen heading, and a sheet that explains it."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    following = iter(rows)
    first = list(islice(following, _MEASURED))
    for place, width in enumerate(_widths(heading, first), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.append(_heading(sheet, heading))
    for row in chain(first, following):
        sheet.append(_cells(sheet, row))
    _write_legend(book, legend)
    book.save(file)


def _widths(heading: Sequence[str], rows: Sequence[Row]) -> Iterator[int]:
    for place, caption in enumerate(heading):
        longest = max((len(str(row.cells[place] or "")) for row in rows), default=0)
        yield min(_WIDEST, max(_NARROWEST, longest, len(caption)) + 2)


def _heading(sheet: WriteOnlyWorksheet, heading: Sequence[str]) -> list[Cell]:
    cells = [_cell(sheet, caption) for caption in heading]
    for cell in cells:
        cell.font = _BOLD
        cell.fill = _FILLS[Colour.HEADING]
    return cells


def _cells(sheet: WriteOnlyWorksheet, row: Row) -> list[Cell]:
    cells = [_cell(sheet, value) for value in row.cells]
    for place, colour in row.colours.items():
        cells[place].fill = _FILLS[colour]
    if row.begins_block:
        for cell in cells:
            cell.border = _BLOCK_BEGINS
    return cells


def _cell(sheet: WriteOnlyWorksheet, value: Value) -> Cell:
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet)
        cell.value = value
        if isinstance(value, date):
            cell.number_format = _FORMATS[type(value)]
        return cell
    cell = WriteOnlyCell(sheet, printable(value))
    # Text stays text, whatever sign it begins with.
    cell.data_type = "s"
    # A style for every cell would take half of the writing.
    if len(value) > _WIDEST:
        cell.alignment = _WRAPPED
    return cell


def _write_legend(book: Workbook, legend: Sequence[str]) -> None:
    sheet = book.create_sheet(text("book.legend"))
    sheet.column_dimensions["A"].width = _LEGEND_WIDTH
    for line in legend:
        sheet.append([_cell(sheet, line)])
