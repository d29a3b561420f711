"""A table with its rowspans and colspans expanded, so that a column is a column in every row."""

from collections.abc import Sequence
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element
from lxml.etree import _ElementUnicodeResult as Attribute
from msgspec import Struct

from sverka.pages.html import text_of
from sverka.people.folding import collapse

# A page cannot make the helper build a grid without end.
_MAX_COLUMNS = 200
_MAX_ROWSPAN = 65534  # the limit of the HTML standard
_SPAN_DIGITS = 6
_MANY_ROWS = 100
_SPANS_NOTHING = ("1", "1")
_SPANS = etree.XPath(
    'descendant::*/@*[(name()="rowspan" or name()="colspan") and . != "1"]', regexp=False
)


class Cell(Struct, frozen=True, gc=False):
    """One cell where it begins: index of its `<tr>` in the table, its own index in that `<tr>`."""

    tr: int
    col: int
    text: str


class Line(Struct, frozen=True, gc=False):
    """One row: what stands in each column, empty where no cell does.

    `covering` holds the cell of every column; it is `None` where nothing spans, as in most rows:
    then each cell begins in its own column, and few are ever asked for.
    """

    tr: int
    texts: list[str]
    covering: list[Cell | None] | None = None

    def cell(self, column: int | None) -> Cell | None:
        """The cell that covers the column, `None` where there is none."""
        if column is None or column >= len(self.texts):
            return None
        if self.covering is not None:
            return self.covering[column]
        return Cell(self.tr, column, self.texts[column])

    def cells(self) -> list[Cell | None]:
        """The cell of every column; one that spans stands at every place it covers."""
        return [self.cell(column) for column in range(len(self.texts))]

    def is_one_cell(self) -> bool:
        """Whether one cell covers several columns and nothing stands beside it."""
        cells = self.covering or ()
        return len(cells) > 1 and len(set(cells)) == 1


Grid = list[Line]


class _Texts(dict[str, str]):
    """Texts with white space collapsed, each once: thousands of cells of a page say the same."""

    def __missing__(self, written: str) -> str:
        self[written] = text = collapse(written)
        return text


# A column, the cell that hangs into it from above, and for how many rows more.
Hanging = dict[int, tuple[Cell, int]]


def own_rows(table: Element) -> list[Element]:
    """The `<tr>` of this table in tree order, those of nested tables left out."""
    _, *within = table.iter("table", "tr")
    rows = [element for element in within if element.tag == "tr"]
    if len(rows) == len(within):
        return rows
    return [row for row in rows if next(row.iterancestors("table")) is table]


def expand(rows: Sequence[Element], first_tr: int = 0) -> Grid:
    """The grid of `rows`; `first_tr` is the index of the first of them in the table.

    A cell spans no further than its row group (HTML standard, "algorithm for growing
    downward-growing cells").
    """
    grid: Grid = []
    hanging: Hanging = {}
    group: Element | None = None
    texts = _Texts()
    spanning = _with_spans(rows)
    for tr, row in enumerate(rows, first_tr):
        if (parent := row.getparent()) is not group:
            hanging, group = {}, parent
        if hanging or row in spanning:
            cells, hanging = _expand_row(row, tr, hanging)
            grid.append(Line(tr, [cell.text if cell else "" for cell in cells], cells))
        else:
            grid.append(Line(tr, _plain_texts(row, texts)))
    return grid


def _with_spans(rows: Sequence[Element]) -> frozenset[Element | None]:
    """The rows in which a cell spans others: of thousands the table is asked once."""
    asked = rows if len(rows) < _MANY_ROWS else [next(rows[0].iterancestors("table"))]
    spans = [span for root in asked for span in cast(list[Attribute], _SPANS(root))]
    cells = [span.getparent() for span in spans]
    return frozenset(cell.getparent() for cell in cells if cell is not None)


def _plain_texts(row: Element, texts: _Texts) -> list[str]:
    """The texts of a row in which nothing spans."""
    return [
        text_of(element) if len(element) else texts[element.text or ""]
        for element in row.iterchildren("td", "th")
    ]


def _expand_row(row: Element, tr: int, hanging: Hanging) -> tuple[list[Cell | None], Hanging]:
    """The cells of one row, and those that hang into the next one."""
    line: list[Cell | None] = []
    below: Hanging = {}
    for col, element in enumerate(row.iterchildren("td", "th")):
        if hanging:
            _hang(line, hanging, below)
        cell = Cell(tr, col, text_of(element))
        rowspan, colspan = _spans(element)
        if rowspan == colspan == "1":
            line.append(cell)
            continue
        rows_below = _rows_covered(rowspan) - 1
        for _ in range(min(_span(colspan, _MAX_COLUMNS), _MAX_COLUMNS - len(line))):
            if rows_below:
                below[len(line)] = (cell, rows_below)
            line.append(cell)
    if hanging:
        _hang(line, hanging, below)
        _fill_beyond(line, hanging, below)
    return line, below


def _hang(line: list[Cell | None], hanging: Hanging, below: Hanging) -> None:
    """Let the cells from above take their places at the end of `line`."""
    while len(line) in hanging:
        column = len(line)
        cell, left = hanging.pop(column)
        line.append(cell)
        if left > 1:
            below[column] = (cell, left - 1)


def _fill_beyond(line: list[Cell | None], hanging: Hanging, below: Hanging) -> None:
    """Cells that hang to the right of a gap in a short row."""
    for column in sorted(hanging):
        line += [None] * (column - len(line))
        _hang(line, hanging, below)


def _spans(element: Element) -> tuple[str, str]:
    """Its rowspan and colspan as written; most cells have no attribute at all."""
    if not element.keys():
        return _SPANS_NOTHING
    return element.get("rowspan", "1"), element.get("colspan", "1")


def _rows_covered(rowspan: str) -> int:
    """The rows of a cell; 0 means «to the end of the row group»."""
    return _MAX_ROWSPAN if rowspan.strip() == "0" else _span(rowspan, _MAX_ROWSPAN)


def _span(value: str, limit: int) -> int:
    if value == "1" or not (digits := value.strip()).isdecimal():
        return 1
    return max(1, min(int(digits[:_SPAN_DIGITS]), limit))
