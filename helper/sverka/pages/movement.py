"""The movement of one pupil: which table it is, whose account, and what each document says."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.pages.card_labels import card_labels
from sverka.pages.grid import own_rows
from sverka.pages.html import text_of
from sverka.pages.labels import Column, labels
from sverka.pages.list_filters import filters_above
from sverka.pages.markup import input_type
from sverka.pages.movement_labels import MovementColumn, movement_labels
from sverka.pages.records import (
    MovementDocument,
    MovementPage,
    MovementTable,
    Notice,
)
from sverka.pages.shown_part import is_loading, read_position
from sverka.pages.vocabulary import MovementKind
from sverka.people.accounts import PUPIL_PREFIX, AccountNumber
from sverka.people.dates import DateRole, read_date
from sverka.people.folding import collapse
from sverka.people.organisations import org_key

_HEADER_ROWS = 3
_LONGEST_HEADING = 200
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "legend", "title", "b"})
_NEEDED = (MovementColumn.SOURCE, MovementColumn.TARGET, MovementColumn.DAY)
_NAMES_DOCUMENT = (MovementColumn.KIND, MovementColumn.ORDER)
#: A table with one of these tells of many pupils: it is nobody's history.
_OF_MANY = frozenset({Column.PERSON, Column.SURNAME, Column.ACCOUNT_ID, Column.BIRTH_DATE})
#: A name of a place may hold the word of a marker: «Центр „Проект“».
_PLACES = (MovementColumn.SOURCE, MovementColumn.TARGET, MovementColumn.ORGANISATION)
_STRUCK_OUT = ("del", "s", "strike")
_CARD_CALL = re.compile(r"\b(?:editUser|gotoUserEdit)\(\s*['\"]?(\d{1,18})['\"]?\s*[,)]")
_ORDER_NUMBER = re.compile(r"№\s*(.+)$")

Columns = dict[MovementColumn, int]


class _Found(Struct, frozen=True):
    """A table with a header of movement documents, and its rows below that."""

    element: Element
    columns: Columns
    rows: Sequence[Element]


def read_movement(root: Element, given_title: str, opener: str, today: date) -> MovementPage | None:
    """Read a page as one account's movement; `None` where it shows none.

    `opener`: the number of the card from which the page was opened, as far as that is known.
    """
    found = [one for element in root.iter("table") if (one := _movement_table(element))]
    if not found:
        return None
    title = _heading(root, given_title)
    name = title.partition(":")[2].strip()
    if len(found) > 1:
        return MovementPage(title, None, name, None, (Notice("several-movements"),))
    owner, doubts = _owner(root, opener)
    table = _read(root, found[0], today)
    return MovementPage(title, owner, name, table.history, (*doubts, *table.notices))


def read_movement_table(element: Element, today: date) -> MovementTable | None:
    """Read one table as an account's movement; `None` where it is another table."""
    found = _movement_table(element)
    return _read(element, found, today) if found else None


def _movement_table(element: Element) -> _Found | None:
    rows = own_rows(element)
    for at, row in enumerate(rows[:_HEADER_ROWS]):
        captions = [text_of(cell) for cell in _cells(row)]
        columns = _columns(captions)
        if _tells_documents(columns) and not any(map(_is_of_many, captions)):
            return _Found(element, columns, rows[at + 1 :])
    return None


def _columns(captions: Sequence[str]) -> Columns:
    """Where each column stands; the first of two with one meaning is taken."""
    columns: Columns = {}
    for at, caption in enumerate(captions):
        if column := movement_labels().column(caption):
            columns.setdefault(column, at)
    return columns


def _tells_documents(columns: Columns) -> bool:
    return all(column in columns for column in _NEEDED) and any(
        column in columns for column in _NAMES_DOCUMENT
    )


def _is_of_many(caption: str) -> bool:
    label = labels().label(caption)
    return label is not None and label.column in _OF_MANY


def _cells(row: Element) -> list[Element]:
    return list(row.iterchildren("td", "th"))


def _read(root: Element, found: _Found, today: date) -> MovementTable:
    says_empty = len(found.rows) == 1 and movement_labels().says_nothing(text_of(found.rows[0]))
    if not found.rows or (says_empty and is_loading(root)):
        return MovementTable(None, (Notice("movement-no-rows"),))
    if left_out := tuple(_left_out(root, found)):
        return MovementTable(None, left_out)
    if says_empty:
        return MovementTable((), (Notice("movement-empty"),))
    return _read_rows(found, today)


def _left_out(root: Element, found: _Found) -> Iterator[Notice]:
    """What says that there are more documents than the rows: such a history misleads."""
    position, rows = read_position(root, found.element), len(found.rows)
    pages = max(position.page or 1, position.pages or 1)
    if pages > 1:
        yield Notice("movement-part-of-pages", values=(("pages", pages),))
    elif position.total is not None and position.total > rows:
        yield Notice("movement-part-of-rows", values=(("rows", rows), ("total", position.total)))
    for chosen in filters_above(root, found.element):
        if chosen.narrows:
            values = (("caption", chosen.caption), ("value", chosen.value))
            yield Notice("movement-part-chosen", values=values)


def _read_rows(found: _Found, today: date) -> MovementTable:
    history: list[MovementDocument] = []
    notices: list[Notice] = []
    for at, row in enumerate(found.rows):
        cells = _cells(row)
        if len(cells) <= max(found.columns[column] for column in _NEEDED):
            return MovementTable(None, (Notice("movement-row-unread", at),))
        document = _document(row, found.columns, today)
        history.append(document)
        notices += _doubts(document, at, cells, found.columns)
    return MovementTable(tuple(history), tuple(notices))


def _document(row: Element, columns: Columns, today: date) -> MovementDocument:
    cells = _cells(row)

    def lines(column: MovementColumn) -> tuple[str, ...]:
        at = columns.get(column)
        return tuple(_lines(cells[at])) if at is not None and at < len(cells) else ()

    def words(column: MovementColumn) -> str:
        return " ".join(lines(column))

    organisation = words(MovementColumn.ORGANISATION)
    destination = movement_labels().destination(words(MovementColumn.TARGET))
    order, number = words(MovementColumn.ORDER), words(MovementColumn.NUMBER)
    kind = movement_labels().kind(words(MovementColumn.KIND) or order)
    return MovementDocument(
        kind=MovementKind.UNKNOWN if _is_void(row, columns) else kind,
        number=_order_number(order) if MovementColumn.ORDER in columns else number,
        day=_day(words(MovementColumn.DAY), today),
        organisation=organisation,
        source=_with_whole_name(lines(MovementColumn.SOURCE), organisation),
        target=(words(MovementColumn.TARGET),)
        if destination
        else _with_whole_name(lines(MovementColumn.TARGET), organisation),
        programme=words(MovementColumn.PROGRAMME),
        destination=destination,
    )


def _is_void(row: Element, columns: Columns) -> bool:
    """Whether any cell says that the document is not in force, whatever its column is called."""
    around, within = row.iterancestors(*_STRUCK_OUT), row.iter(*_STRUCK_OUT)
    if next(chain(around, within), None) is not None:
        return True
    places = {columns.get(column) for column in _PLACES}
    told = (text_of(cell) for at, cell in enumerate(_cells(row)) if at not in places)
    return any(map(movement_labels().is_void, told))


def _lines(cell: Element) -> Iterator[str]:
    """The lines of a cell as its `<br>` part them."""
    parts = [[cell.text or ""]]
    for child in cell:
        if child.tag == "br":
            parts.append([])
        else:
            parts[-1].append(text_of(child))
        parts[-1].append(child.tail or "")
    return filter(None, (collapse(" ".join(part)) for part in parts))


def _with_whole_name(lines: tuple[str, ...], organisation: str) -> tuple[str, ...]:
    """The lines with the organisation in one: СГО breaks long names, too."""
    for length in range(2, len(lines) + 1):
        joined = " ".join(lines[:length])
        if organisation and org_key(joined) == org_key(organisation):
            return (joined, *lines[length:])
    return lines


def _order_number(order: str) -> str:
    """What stands behind «№» in «Зачисление № 12-у»."""
    found = _ORDER_NUMBER.search(order)
    return found[1].strip() if found else ""


def _day(text: str, today: date) -> date | None:
    """The date of the document; one that cannot be is none."""
    read = read_date(text, DateRole.EVENT, today)
    if read.problem or read.value is None or read.value > today:
        return None
    return read.value


def _doubts(
    document: MovementDocument, at: int, cells: Sequence[Element], columns: Columns
) -> Iterable[Notice]:
    if document.kind is MovementKind.UNKNOWN:
        yield Notice("movement-kind-unread", at)
    if document.day is None:
        text = text_of(cells[columns[MovementColumn.DAY]])
        yield Notice("movement-date-unread", at, values=(("text", text),))
    if not document.organisation:
        yield Notice("movement-organisation-unread", at)


def _heading(root: Element, given_title: str) -> str:
    """The heading that speaks of movement; else the title that the sender saw."""
    for element in root.iter(*_HEADINGS):
        text = text_of(element)
        if len(text) <= _LONGEST_HEADING and ":" in text and movement_labels().title(text):
            return text
    return collapse(given_title)


def _owner(root: Element, opener: str) -> tuple[AccountNumber | None, tuple[Notice, ...]]:
    """Whose movement it is, by number: a name does not tell one account of a child from another."""
    told = {number for text in _numbers(root, opener) if (number := _pupil(text))}
    if len(told) == 1:
        return told.pop(), ()
    return None, (Notice("movement-owner-contradicts" if told else "movement-owner-unknown"),)


def _numbers(root: Element, opener: str) -> Iterator[str]:
    yield opener
    for element in root.iter("input", "a"):
        if element.tag == "a":
            action = f"{element.get('href') or ''} {element.get('onclick') or ''}"
            yield from _CARD_CALL.findall(action)
        elif input_type(element) == "hidden":
            name = (element.get("name") or element.get("id") or "").casefold()
            if name in card_labels().record:
                yield element.get("value") or ""


def _pupil(text: str) -> AccountNumber | None:
    number = AccountNumber.read(text)
    return number if number and number.digits and number.prefix == PUPIL_PREFIX else None
