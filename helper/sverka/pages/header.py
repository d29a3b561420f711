"""Which row of a table is its header and what its columns mean."""

from collections.abc import Sequence
from itertools import zip_longest

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.pages.grid import Cell, expand
from sverka.pages.labels import Column, Label, Labels
from sverka.pages.vocabulary import Role
from sverka.people.dates import DATE_IN_TEXT

Cells = Sequence[Cell | None]

_DEEPEST_HEADER = 3
_LATEST_START = 5
# Fewer known columns are no header of a report but a row that happens to hold a known word.
_FEWEST_KNOWN = 3
# What removals rest on: of two such columns nobody can say which one is meant.
_DECIDING = frozenset(
    {
        Column.ACCOUNT_ID,
        Column.BIRTH_DATE,
        Column.ORGANISATION,
        Column.ENROLLED,
        Column.DEPARTED,
    }
)


#: By these a double is named, in columns of its own; the first that is printed is marked.
NAMING = (Column.PERSON, Column.SURNAME, Column.ACCOUNT_ID, Column.ORGANISATION)


class Header(Struct, frozen=True):
    """The meaning of a table's columns, and where its data begin."""

    columns: dict[Label, int]
    captions: dict[Label, str]
    #: Captions met twice, of which the first was read, and those of which none can be trusted.
    repeated: tuple[str, ...]
    ambiguous: tuple[str, ...]
    #: Columns of the double, by place, that say nothing for certain.
    unread_doubles: dict[int, str]
    first_data_tr: int

    def has(self, *columns: Column, role: Role = Role.MAIN) -> bool:
        return all(Label(column, role) in self.columns for column in columns)

    @property
    def names_double(self) -> bool:
        """Whether a row can name the double of its account in columns of the double."""
        return any(self.has(column, role=Role.DOUBLE) for column in NAMING)


def find_header(rows: Sequence[Element], labels: Labels) -> Header | None:
    """The header among the first rows, `None` where no row reads like one."""
    head = [line.cells() for line in expand(rows[: _LATEST_START + _DEEPEST_HEADER])]
    dated = [any(cell and DATE_IN_TEXT.fullmatch(cell.text) for cell in line) for line in head]
    best: Header | None = None
    for start in range(min(_LATEST_START, len(head))):
        for depth in range(1, min(_DEEPEST_HEADER, len(head) - start) + 1):
            # A cell that is a date and nothing else is no caption: that row holds data.
            if dated[start + depth - 1]:
                break
            found = _read(head, start, depth, labels)
            if found and (best is None or len(found.columns) > len(best.columns)):
                best = found
    if best is None or len(best.columns) < _FEWEST_KNOWN:
        return None
    return best


def _read(head: Sequence[Cells], start: int, depth: int, labels: Labels) -> Header | None:
    lines = head[start : start + depth]
    if _goes_on(lines[-1], head[start + depth : start + depth + 1]):
        return None
    columns: dict[Label, int] = {}
    captions: dict[Label, str] = {}
    repeated: dict[Label, str] = {}
    meanings = [_meaning(cells, lines, labels) for cells in zip_longest(*lines)]
    for index, (caption, label) in enumerate(meanings):
        if label is None:
            continue
        label = _after_overlaps(label, columns)
        if label in columns:
            repeated[label] = caption
        else:
            columns[label], captions[label] = index, caption
    ambiguous = [label for label in repeated if label.column in _DECIDING]
    for label in ambiguous:
        del columns[label]
    first_data = start + depth
    if first_data < len(head) and _is_numbering(head[first_data]):
        first_data += 1
    return Header(
        columns=columns,
        captions=captions,
        repeated=tuple(text for label, text in repeated.items() if label not in ambiguous),
        ambiguous=tuple(captions[label] for label in ambiguous),
        unread_doubles=_unread_doubles(meanings, columns, labels),
        first_data_tr=first_data,
    )


def _meaning(cells: Cells, lines: Sequence[Cells], labels: Labels) -> tuple[str, Label | None]:
    """The caption of one column of a header of one or more rows, and its label.

    A heading over several columns («Движение», «Сведения о дубле») says nothing of a column but
    whether it is the double's; the cell below it names the column. One over all columns is a title.
    """
    distinct = [cell for cell in dict.fromkeys(cells) if cell is not None and cell.text]
    headings = [cell for cell in distinct if _spans_some(cell, lines)]
    whole = " ".join(cell.text for cell in distinct)
    label = None if distinct == headings else labels.label(whole)
    if label is None and headings:
        label = labels.label(" ".join(cell.text for cell in distinct if cell not in headings))
        if label and any(labels.says_double(heading.text) for heading in headings):
            label = Label(label.column, Role.DOUBLE)
    return whole, label


def _unread_doubles(
    meanings: Sequence[tuple[str, Label | None]], columns: dict[Label, int], labels: Labels
) -> dict[int, str]:
    """The columns of the double that are not understood, or tell of one that no column names."""
    named = any(Label(column, Role.DOUBLE) in columns for column in NAMING)
    unread = {}
    for index, (caption, label) in enumerate(meanings):
        if label is None:
            says_nothing = labels.says_double(caption)
        else:
            says_nothing = not named and label.role is Role.DOUBLE and label.column in _DECIDING
        if says_nothing:
            unread[index] = caption
    return unread


def _goes_on(line: Cells, following: Sequence[Cells]) -> bool:
    """Whether a cell of `line` reaches into the next row: the header does not end there."""
    return any(cell is not None and cell in line for row in following for cell in row)


def _spans_some(cell: Cell, lines: Sequence[Cells]) -> bool:
    return any(1 < line.count(cell) < len(line) for line in lines)


def _after_overlaps(label: Label, columns: dict[Label, int]) -> Label:
    """An organisation named again to the right of the periods is the double's."""
    overlaps = Label(Column.OVERLAPS, Role.MAIN)
    if label in columns and overlaps in columns:
        return Label(label.column, Role.DOUBLE)
    return label


def _is_numbering(line: Cells) -> bool:
    """Whether a row only numbers the columns (1, 2, 3 …)."""
    texts = [cell.text for cell in line if cell is not None]
    return len(texts) > 1 and texts == [str(n) for n in range(1, len(texts) + 1)]
