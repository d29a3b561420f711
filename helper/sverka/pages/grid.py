"""A table with its rowspans and colspans expanded, so that a column is a column in every row."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element as Element

from sverka.pages.html import text_of

# A page cannot make the helper build a grid without end.
_MAX_COLUMNS = 200
_MAX_ROWSPAN = 65534  # the limit of the HTML standard


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell where it begins: index of its `<tr>` in the table, its own index in that `<tr>`."""

    tr: int
    col: int
    element: Element

    @property
    def text(self) -> str:
        """Its text, read when asked: most columns of a report are never looked at."""
        return text_of(self.element)


#: Rows of cells; a cell that spans stands, as the same object, at every place it covers.
Grid = list[list[Cell | None]]


def own_rows(table: Element) -> list[Element]:
    """The `<tr>` of this table in tree order, those of nested tables left out."""
    rows: list[Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows += [row for row in child if row.tag == "tr"]
    return rows


def expand(rows: Sequence[Element], first_tr: int = 0) -> Grid:
    """The grid of `rows`; `first_tr` is the index of the first of them in the table."""
    grid: Grid = []
    hanging: dict[int, tuple[Cell, int]] = {}
    for offset, row in enumerate(rows):
        line, hanging = _expand_row(row, first_tr + offset, hanging)
        grid.append(line)
    return grid


def _expand_row(
    row: Element, tr: int, hanging: dict[int, tuple[Cell, int]]
) -> tuple[list[Cell | None], dict[int, tuple[Cell, int]]]:
    """One row of the grid; `hanging` maps a column to a cell from above and its rows left."""
    line: list[Cell | None] = []
    below: dict[int, tuple[Cell, int]] = {}
    elements = [child for child in row if child.tag in ("td", "th")]
    if not hanging and not any(map(_spans, elements)):
        line += [Cell(tr, col, element) for col, element in enumerate(elements)]
        return line, below

    def hang() -> None:
        while len(line) in hanging:
            column = len(line)
            cell, left = hanging.pop(column)
            line.append(cell)
            if left > 1:
                below[column] = (cell, left - 1)

    for col, element in enumerate(elements):
        hang()
        cell = Cell(tr, col, element)
        rows_covered = _span(element, "rowspan", _MAX_ROWSPAN)
        for _ in range(min(_span(element, "colspan", _MAX_COLUMNS), _MAX_COLUMNS - len(line))):
            if rows_covered > 1:
                below[len(line)] = (cell, rows_covered - 1)
            line.append(cell)
    hang()
    _fill_beyond(line, hanging, below)
    return line, below


def _fill_beyond(
    line: list[Cell | None],
    hanging: dict[int, tuple[Cell, int]],
    below: dict[int, tuple[Cell, int]],
) -> None:
    """Cells that hang to the right of a gap in a short row."""
    for column in sorted(hanging):
        cell, left = hanging[column]
        line += [None] * (column + 1 - len(line))
        line[column] = cell
        if left > 1:
            below[column] = (cell, left - 1)


def _spans(element: Element) -> bool:
    return "rowspan" in element.attrib or "colspan" in element.attrib


def _span(element: Element, attribute: str, limit: int) -> int:
    value = element.get(attribute)
    if value is None:
        return 1
    return max(1, min(int(value), limit)) if value.strip().isdecimal() else 1
