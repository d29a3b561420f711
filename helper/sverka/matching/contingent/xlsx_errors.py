"""Cells of a workbook that hold an error («#Н/Д»): calamine gives them as if they were empty."""

import warnings
from collections.abc import Collection
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook

_SHEETS = "xl/worksheets/"
_ERROR = b't="e"'
_PIECE = 8 * 1024 * 1024


def error_cells(file: Path, sheet: str, places: Collection[int]) -> dict[int, dict[int, str]]:
    """The errors in these columns (0-based) of a sheet, by row (1-based) and column.

    openpyxl is slow, so it is asked only where the file holds any error at all.
    """
    found: dict[int, dict[int, str]] = {}
    if not places or not _holds_errors(file):
        return found
    with warnings.catch_warnings():
        # It warns of decorations it cannot keep; nothing is saved here.
        warnings.simplefilter("ignore")
        with closing(load_workbook(file, read_only=True, data_only=True)) as book:
            first = min(places)
            rows = book[sheet].iter_rows(min_row=1, min_col=first + 1, max_col=max(places) + 1)
            for number, row in enumerate(rows, start=1):
                for place, cell in enumerate(row, start=first):
                    if cell.data_type == "e" and place in places:
                        found.setdefault(number, {})[place] = str(cell.value)
    return found


def _holds_errors(file: Path) -> bool:
    with ZipFile(file) as packed:
        return any(_holds(packed, name) for name in packed.namelist() if name.startswith(_SHEETS))


def _holds(packed: ZipFile, name: str) -> bool:
    end = b""
    with packed.open(name) as sheet:
        while piece := sheet.read(_PIECE):
            if _ERROR in end + piece:
                return True
            end = piece[-len(_ERROR) :]
    return False
