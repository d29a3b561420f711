"""Keeps what people typed from becoming a formula when a spreadsheet opens it."""

import re

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

#: Excel takes a cell that begins so for a formula; a lone sign is none.
FORMULA = r"^([=+\-@\t\r].)"
_FORMULA = re.compile(FORMULA, re.DOTALL)
MARKED = r"'\1"


def escaped(cell: str) -> str:
    """For a csv: an apostrophe before what a spreadsheet would take for a formula."""
    return _FORMULA.sub(MARKED, cell)


def printable(cell: str) -> str:
    """For an xlsx: without control characters, which the format cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", cell)
