"""The table of a list: which one it is, what its columns mean, and the person of every row."""

from collections.abc import Iterator, Sequence
from datetime import date

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.pages.card_labels import card_labels
from sverka.pages.grid import Cell, expand, own_rows
from sverka.pages.labels import labels
from sverka.pages.list_labels import ListColumn, list_labels
from sverka.pages.list_links import names_somebody
from sverka.pages.list_records import ListRow
from sverka.pages.record_links import record_of
from sverka.pages.vocabulary import PageKind
from sverka.people.accounts import PARENT_PREFIX, PUPIL_PREFIX, AccountNumber
from sverka.people.dates import DateRole, read_date
from sverka.people.names import PersonName

_LATEST_HEADER = 4
_FEWEST_COLUMNS = 2
_KEY = "data-record-key"
_C = ListColumn


class _Kin(Struct, frozen=True):
    """What differs between a list of pupils and one of parents."""

    prefix: str
    birth: DateRole
    links: ListColumn


_KIN = {
    PageKind.STUDENT_LIST: _Kin(PUPIL_PREFIX, DateRole.PUPIL_BIRTH, _C.PARENTS),
    PageKind.PARENT_LIST: _Kin(PARENT_PREFIX, DateRole.PARENT_BIRTH, _C.CHILDREN),
}


class ListTable(Struct, frozen=True):
    """A table with a header that names people; `data` are the rows below it."""

    element: Element
    columns: dict[ListColumn, int]
    first_data_tr: int
    data: list[Element]


def find_list_tables(root: Element) -> list[ListTable]:
    """The tables that read like a list's, the one with the most rows first."""
    found = filter(None, map(_as_list, root.iter("table")))
    return sorted(found, key=lambda table: len(table.data), reverse=True)


def _as_list(element: Element) -> ListTable | None:
    rows = own_rows(element)
    for tr, line in enumerate(expand(rows[: _LATEST_HEADER + 1])):
        columns = _columns(line.texts)
        if len(columns) >= _FEWEST_COLUMNS and not columns.keys().isdisjoint(
            {_C.PERSON, _C.SURNAME}
        ):
            return ListTable(element, columns, tr + 1, rows[tr + 1 :])
    return None


def _columns(captions: Sequence[str]) -> dict[ListColumn, int]:
    """The first column of each meaning."""
    columns: dict[ListColumn, int] = {}
    for index, caption in enumerate(captions):
        if meaning := list_labels().column(caption):
            columns.setdefault(meaning, index)
    return columns


def read_rows(table: ListTable, kind: PageKind, today: date) -> Iterator[ListRow]:
    """The people of the table, in its order; a row that names nobody is passed over."""
    reader = _Reader(table, _KIN[kind], today)
    grid = expand(table.data, table.first_data_tr)
    for index, (element, line) in enumerate(zip(table.data, grid, strict=True)):
        cells = line.cells()
        # A message over the whole width is nobody's row.
        if len(set(map(id, cells))) >= _FEWEST_COLUMNS and (
            row := reader.read(index, element, cells)
        ):
            yield row


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, table: ListTable, kin: _Kin, today: date) -> None:
        self._table = table
        self._columns = table.columns
        self._kin = kin
        self._today = today

    def read(self, index: int, element: Element, line: Sequence[Cell | None]) -> ListRow | None:
        texts = {column: _text(line, at) for column, at in self._columns.items()}
        name = _name(texts)
        number = self._number(element, texts)
        cell = _cell(line, self._columns.get(_C.PERSON, self._columns.get(_C.SURNAME, 0)))
        if cell is None or not name.full or (number is None and labels().is_below_data(name.full)):
            return None
        status = texts.get(_C.STATUS, "")
        return ListRow(
            row=index,
            tr=cell.tr,
            col=cell.col,
            number=number,
            name=name,
            birth_date=self._born(texts.get(_C.BIRTH_DATE, "")),
            sex=labels().sex(texts.get(_C.SEX, "")),
            organisation=texts.get(_C.ORGANISATION, ""),
            class_name=texts.get(_C.CLASS, ""),
            status=status,
            departed=card_labels().has_departed(status),
            linked=self._linked(line),
        )

    def _number(self, element: Element, texts: dict[ListColumn, str]) -> AccountNumber | None:
        """By the record's own key, else the card that the row opens, else as printed."""
        key = element.get(_KEY) or ""
        opened = (record_of(anchor) for anchor in element.iter("a"))
        record = AccountNumber.read(key) if key.isdecimal() else None
        digits = record.digits if record else next(filter(None, opened), None)
        printed = None if digits else AccountNumber.read(texts.get(_C.ACCOUNT_ID, ""))
        digits = digits or (printed.digits if printed else None)
        return AccountNumber(self._kin.prefix, digits) if digits else None

    def _born(self, written: str) -> date | None:
        read = read_date(written, self._kin.birth, self._today)
        return None if read.problem else read.value

    def _linked(self, line: Sequence[Cell | None]) -> bool | None:
        column = self._columns.get(self._kin.links)
        cell = None if column is None else _cell(line, column)
        if cell is None:
            return None
        row = self._table.data[cell.tr - self._table.first_data_tr]
        return names_somebody(list(row.iterchildren("td", "th"))[cell.col])


def _name(texts: dict[ListColumn, str]) -> PersonName:
    if _C.PERSON in texts:
        return PersonName.from_full(texts[_C.PERSON])
    parts = (texts.get(part, "") for part in (_C.SURNAME, _C.NAME, _C.PATRONYMIC))
    return PersonName.from_parts(*parts)


def _text(line: Sequence[Cell | None], column: int) -> str:
    cell = _cell(line, column)
    return cell.text if cell else ""


def _cell(line: Sequence[Cell | None], column: int) -> Cell | None:
    return line[column] if column < len(line) else None
