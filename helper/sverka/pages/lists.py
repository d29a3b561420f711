"""The lists of pupils and parents: the people of one page, its place, and who is left out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import takewhile

from lxml.etree import _Element as Element

from sverka.pages.card_labels import card_labels
from sverka.pages.html import text_of
from sverka.pages.labels import labels
from sverka.pages.list_filters import read_filters
from sverka.pages.list_labels import list_labels
from sverka.pages.list_records import ListPage, ListRow
from sverka.pages.list_table import ListTable, find_list_tables, read_rows
from sverka.pages.markup import is_content
from sverka.pages.records import Notice
from sverka.pages.shown_part import is_loading, read_position
from sverka.pages.surroundings import short_text
from sverka.pages.vocabulary import PageKind
from sverka.people.accounts import AccountNumber
from sverka.people.folding import collapse
from sverka.people.names import PersonName

_CRUMBS = ("/", "›", "»", ">")


def read_list(root: Element, given_title: str, today: date) -> ListPage | None:
    """Read a page as a list; `None` where it is none.

    A list that has not been loaded, or could not be read, has no rows and a notice that says so.
    """
    heading = _heading(root, given_title)
    if heading is None:
        return None
    tables = find_list_tables(root)
    table = next(iter(tables), None)
    if table and len(tables) > 1:
        heading = _heading_over(root, table) or heading
    kind, title = heading
    rows = tuple(read_rows(table, kind, today)) if table else ()
    known = _people(rows)
    others = [other for other in tables[1:] if _people(read_rows(other, kind, today)) - known]
    notices = (*_unread(title, rows, others), *_doubts(root, table, rows))
    if table is None and not notices:
        return None
    place = table.element if table else None
    position = read_position(root, place)
    return ListPage(
        kind=kind,
        title=title,
        rows=rows,
        table=list(root.iter("table")).index(table.element) if table else None,
        first_data_tr=table.first_data_tr if table else None,
        page=position.page,
        pages=position.pages,
        total=position.total,
        filters=read_filters(root, place),
        # The whole page is only looked through where an empty cell may speak against somebody.
        loading=any(row.linked is False for row in rows) and is_loading(root),
        notices=notices,
    )


def _heading(root: Element, given_title: str) -> tuple[PageKind, str] | None:
    """The heading of a list; a page with that of a card shows the card, not its list."""
    found = None
    for element in root.iter("*"):
        text = short_text(element) if is_content(element) else ""
        if not text:
            continue
        last = _last_crumb(text)
        if card_labels().title(last):
            return None
        kind = list_labels().title(last)
        if kind and found is None:
            found = kind, last
    if found is None and (kind := list_labels().title(collapse(given_title))):
        found = kind, collapse(given_title)
    return found


def _heading_over(root: Element, table: ListTable) -> tuple[PageKind, str] | None:
    """Of several headings the last one before the table; a link leads to another list."""
    found = None
    for element in takewhile(lambda one: one is not table.element, root.iter("*")):
        last = _last_crumb(short_text(element)) if is_content(element) else ""
        kind = list_labels().title(last)
        if kind and element.tag != "a" and next(element.iterancestors("a"), None) is None:
            found = kind, last
    return found


def _people(rows: Iterable[ListRow]) -> set[tuple[AccountNumber | None, PersonName]]:
    return {(row.number, row.name) for row in rows}


def _unread(title: str, rows: Sequence[ListRow], others: Sequence[ListTable]) -> Iterator[Notice]:
    if others:
        values = (("title", title), ("rows", len(rows)), ("others", len(others)))
        yield Notice("several-lists", values=values)


def _last_crumb(text: str) -> str:
    for crumb in _CRUMBS:
        text = text.rpartition(crumb)[2]
    return text.strip()


def _doubts(root: Element, table: ListTable | None, rows: tuple[ListRow, ...]) -> Iterator[Notice]:
    if rows:
        if unnumbered := sum(row.number is None for row in rows):
            yield Notice("list-without-numbers", values=(("rows", unnumbered),))
    elif is_loading(root):
        yield Notice("list-not-loaded")
    elif table is not None:
        said = " ".join(text_of(row) for row in table.data).casefold()
        is_empty = any(phrase in said for phrase in labels().empty)
        yield Notice("list-empty" if is_empty else "list-not-loaded")
    elif any(len(list(other.iter("tr"))) > 1 for other in root.iter("table")):
        yield Notice("list-unread")
