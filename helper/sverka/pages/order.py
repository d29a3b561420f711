"""The screens behind «Добавить учеников в приказ»: who is being added, and in which way."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from lxml.etree import _Element as Element
from msgspec.structs import replace

from sverka.pages.card_labels import card_labels
from sverka.pages.card_values import read_value
from sverka.pages.grid import expand, own_rows
from sverka.pages.header import Header, find_header
from sverka.pages.html import text_of
from sverka.pages.labels import Column, labels
from sverka.pages.markup import input_type, is_control
from sverka.pages.mentions import MentionReader, Notices
from sverka.pages.outline import Outline
from sverka.pages.records import Newcomer, Notice, Order
from sverka.pages.uncompared import UncomparedRows, is_wrong
from sverka.pages.vocabulary import CardField, EntryWay, Role
from sverka.people.dates import DateRole, ReadDate, read_date
from sverka.people.folding import fold_caption
from sverka.people.names import PersonName
from sverka.tables import table_beside

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "legend")
_DIALOG = "dialog"
_NAMES = (Column.SURNAME, Column.NAME)
_NAME_FIELDS = (CardField.SURNAME, CardField.NAME, CardField.PATRONYMIC)
#: What a child is compared by, and without which of the fields it cannot be.
_COMPARED = frozenset({*_NAME_FIELDS, CardField.BIRTH_DATE})
_NEEDED = _COMPARED - {CardField.PATRONYMIC}


def read_order(root: Element, today: date) -> Order | None:
    """Read a page as such a screen; `None` where it is none. The tree belongs to the reader.

    Children stand behind the heading of «Быстрый ввод» or «Импорт»; the dialog names none.
    """
    captions = _captions()
    headings = [(fold_caption(text_of(e)), e) for e in root.iter(*_HEADINGS)]
    known = [(captions[caption], e) for caption, e in headings if caption in captions]
    entries = [
        _read_entry(root, way, heading, place, today) for way, heading, place in _entries(known)
    ]
    if entries:
        return _shown(entries)
    return Order(text_of(known[0][1]), None) if known else None


def _entries(
    known: Sequence[tuple[EntryWay | None, Element]],
) -> Iterator[tuple[EntryWay, Element, Element]]:
    """The headings under which children are entered, each with the place where; a place once."""
    taken: list[Element] = []
    for way, heading in known:
        place = _place_of(heading)
        around = (place, *place.iterancestors())
        if way and not any(e in around or place in e.iterancestors() for e in taken):
            taken.append(place)
            yield way, heading, place


def _shown(entries: Sequence[Order]) -> Order:
    """The one entry that holds children; of several the first, which says so."""
    filled = [entry for entry in entries if entry.newcomers]
    shown = (filled or entries)[0]
    if len(filled) < 2:
        return shown
    return replace(shown, notices=(*shown.notices, Notice("order-several-entries")))


def _read_entry(
    root: Element, way: EntryWay, heading: Element, place: Element, today: date
) -> Order:
    title = text_of(heading)
    _write_values(place)
    for table in place.iter("table"):
        rows = own_rows(table)
        header = find_header(rows, labels())
        if header and (header.has(*_NAMES) or header.has(Column.PERSON)):
            at = list(root.iter("table")).index(table)
            return _read_table(title, way, rows, header, at, today)
    if way is EntryWay.IMPORT and any(map(_holds_rows, place.iter("table"))):
        return Order(title, way, notices=(Notice("order-columns-unread"),))
    return _read_forms(title, way, place, today)


def _holds_rows(table: Element) -> bool:
    """Whether two rows or more print something in two cells or more: a header and children."""
    filled = (sum(bool(text_of(cell)) for cell in row.iter("td", "th")) for row in own_rows(table))
    return sum(cells > 1 for cells in filled) > 1


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
    reader = MentionReader(header, Role.MAIN, labels(), today, Notices(header.captions))
    uncompared = UncomparedRows(way, has_dates=header.has(Column.BIRTH_DATE))
    first = header.first_data_tr
    newcomers = []
    for row, line in enumerate(expand(rows[first:], first)):
        values = reader.values(line)
        name = reader.name(values)
        born = read_date(values.birth_date, DateRole.PUPIL_BIRTH, today)
        uncompared.note(row, name, values.birth_date, born)
        if name:
            newcomers.append(Newcomer(row, name, _certain(born)))
    count = len(rows) - first
    return Order(title, way, tuple(newcomers), count, table, first, tuple(uncompared.notices()))


def _read_forms(title: str, way: EntryWay, place: Element, today: date) -> Order:
    """The children of one form or of several; nobody while no name stands in them."""
    newcomers: list[Newcomer] = []
    notices: list[Notice] = []
    forms = _forms(place)
    for form in forms:
        name = PersonName.from_parts(*(form.get(part, "") for part in _NAME_FIELDS))
        written = form.get(CardField.BIRTH_DATE, "")
        born = read_date(written, DateRole.PUPIL_BIRTH, today)
        if name.full:
            newcomers.append(Newcomer(len(newcomers), name, _certain(born)))
            if is_wrong(written, born):
                notices.append(Notice("order-date-unread", values=(("text", written.strip()),)))
    is_known = any(form.keys() >= _NEEDED for form in forms)
    if not is_known and any(map(_is_filled, place.iter("input"))):
        notices.append(Notice("order-fields-unread"))
    return Order(title, way, tuple(newcomers), len(newcomers), notices=tuple(notices))


def _forms(place: Element) -> list[dict[CardField, str]]:
    """What stands in the fields; a caption that comes again begins the form of another child."""
    outline = Outline(place, card_labels().is_caption)
    forms: list[dict[CardField, str]] = [{}]
    for caption in outline.captions:
        field = card_labels().fields.get(fold_caption(caption.text))
        if field in _COMPARED:
            if field in forms[-1]:
                forms.append({})
            forms[-1][field] = read_value(outline, outline.value_parts(caption)) or ""
    return forms


def _is_filled(control: Element) -> bool:
    return is_control(control) and bool((control.get("value") or "").strip())


def _certain(born: ReadDate) -> date | None:
    """A birth date with a problem proves nobody's identity."""
    return None if born.problem else born.value


@cache
def _captions() -> Mapping[str, EntryWay | None]:
    """The way that each heading stands for; that of the dialog stands for none."""
    return {
        fold_caption(caption): None if name == _DIALOG else EntryWay(name)
        for name, captions in table_beside(__file__, "labels.toml")["order"].items()
        for caption in captions
    }
