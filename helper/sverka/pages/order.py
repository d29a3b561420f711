"""The screens behind «Добавить учеников в приказ»: who is being added, and in which way."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from lxml.etree import _Element as Element

from sverka.pages.card_labels import card_labels
from sverka.pages.card_values import read_value
from sverka.pages.grid import expand, own_rows
from sverka.pages.header import Header, find_header
from sverka.pages.html import text_of
from sverka.pages.labels import Column, labels
from sverka.pages.markup import input_type, is_control
from sverka.pages.mentions import MentionReader, Notices
from sverka.pages.outline import Outline
from sverka.pages.records import Newcomer, Order, Place
from sverka.pages.vocabulary import CardField, EntryWay, Role
from sverka.people.dates import DateRole, read_date
from sverka.people.folding import fold_caption
from sverka.people.names import PersonName
from sverka.tables import table_beside

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "legend")
_DIALOG = "dialog"
_NAMES = (Column.SURNAME, Column.NAME)


def read_order(root: Element, today: date) -> Order | None:
    """Read a page as such a screen; `None` where it is none. The tree belongs to the reader.

    Children stand behind the heading of «Быстрый ввод» or «Импорт»; the dialog names none.
    """
    captions = _captions()
    headings = [(fold_caption(text_of(e)), e) for e in root.iter(*_HEADINGS)]
    known = [(captions[caption], e) for caption, e in headings if caption in captions]
    for way, heading in known:
        if way:
            return _read_entry(root, way, heading, today)
    return Order(text_of(known[0][1]), None) if known else None


def _read_entry(root: Element, way: EntryWay, heading: Element, today: date) -> Order:
    place = _place_of(heading)
    title = text_of(heading)
    _write_values(place)
    for table in place.iter("table"):
        rows = own_rows(table)
        header = find_header(rows, labels())
        if header and (header.has(*_NAMES) or header.has(Column.PERSON)):
            at = list(root.iter("table")).index(table)
            return _read_table(title, way, rows, header, at, today)
    child = _read_fields(place, today)
    return Order(title, way, (child,), 1) if child else Order(title, way)


def _place_of(heading: Element) -> Element:
    """The smallest element around the heading in which something can be typed or is listed."""
    place = heading
    for ancestor in heading.iterancestors():
        place = ancestor
        if any(is_control(e) or e.tag == "table" for e in ancestor.iter("input", "table")):
            break
    return place


def _write_values(place: Element) -> None:
    """What is typed in the cells of a table is read like what is printed there."""
    for cell in place.iter("td"):
        for control in cell.iter("input"):
            if is_control(control) and input_type(control) != "search":
                control.tail = f"{control.get('value') or ''} {control.tail or ''}"


def _read_table(
    title: str, way: EntryWay, rows: list[Element], header: Header, table: int, today: date
) -> Order:
    notices = Notices(header.captions)
    reader = MentionReader(header, Role.MAIN, labels(), today, notices)
    first = header.first_data_tr
    newcomers = []
    for row, line in enumerate(expand(rows[first:], first)):
        notices.row = row
        mention = reader.read(reader.values(line), Place(first + row, 0, reader.role))
        if mention.name:
            newcomers.append(Newcomer(row, mention.name, mention.birth_date))
    count = len(rows) - first
    return Order(title, way, tuple(newcomers), count, table, first, tuple(notices.told))


def _read_fields(place: Element, today: date) -> Newcomer | None:
    """The one child of a form; `None` while no name stands in it."""
    outline = Outline(place, card_labels().is_caption)
    values = {
        field: read_value(outline, outline.value_parts(caption)) or ""
        for caption in outline.captions
        if (field := card_labels().fields.get(fold_caption(caption.text)))
    }
    parts = (CardField.SURNAME, CardField.NAME, CardField.PATRONYMIC)
    name = PersonName.from_parts(*(values.get(part, "") for part in parts))
    born = read_date(values.get(CardField.BIRTH_DATE, ""), DateRole.PUPIL_BIRTH, today)
    if not name.full:
        return None
    return Newcomer(0, name, None if born.problem else born.value)


@cache
def _captions() -> Mapping[str, EntryWay | None]:
    """The way that each heading stands for; that of the dialog stands for none."""
    return {
        fold_caption(caption): None if name == _DIALOG else EntryWay(name)
        for name, captions in table_beside(__file__, "labels.toml")["order"].items()
        for caption in captions
    }
