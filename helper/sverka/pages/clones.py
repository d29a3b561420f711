"""The registry of clones: accounts that СГО puts side by side, as records of a report."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from sverka.pages.grid import Line, expand, own_rows
from sverka.pages.header import Header, find_header
from sverka.pages.html import text_of
from sverka.pages.labels import Column, Labels, labels
from sverka.pages.mentions import MentionReader, Notices
from sverka.pages.records import Mention, Notice, Papers, Place, Report, Stay
from sverka.pages.vocabulary import PageKind, Role
from sverka.people.certificates import read_certificate
from sverka.people.folding import fold_caption, fold_words
from sverka.people.snils import read_snils
from sverka.tables import table_beside

_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_NEEDED = (Column.ACCOUNT_ID, Column.PERSON, Column.ORGANISATION)
#: Between the documents of one cell, and between the kind of a document and its number.
_BETWEEN_DOCUMENTS = re.compile("[;,:]")


class _Captions(Struct, frozen=True):
    titles: frozenset[str]
    group: frozenset[tuple[str, ...]]
    inactive: str
    organisation: re.Pattern[str]


class _GroupTable(Struct, frozen=True):
    """The table «Дубли: …» of one group that stands open."""

    title: str
    element: Element
    rows: list[Element]
    header: Header


def read_clones(root: Element, report: Report) -> Report | None:
    """Read a page as the registry; `None` where it is not. `report` is what it says of itself.

    The groups that stand open are read; the others are not on the page.
    """
    tables = list(_group_tables(root))
    title = tables[0].title if tables else _heading(root, report.facts.title)
    if title is None:
        return None
    reader = _Reader(report)
    for table in tables:
        reader.read(table)
    # Of several tables none can be named: places are then counted in the group's own.
    only = tables[0] if len(tables) == 1 else None
    facts = replace(
        report.facts,
        kind=PageKind.CLONES_REGISTRY,
        title=title,
        # Dates on the page are those of movements.
        period=None,
        rows=reader.rows,
        first_data_tr=only.header.first_data_tr if only else None,
        table=list(root.iter("table")).index(only.element) if only else None,
    )
    notices = reader.notices if tables else (Notice("clones-closed"),)
    return Report(
        facts, report.today, tuple(reader.mentions), (), tuple(notices), together=tuple(reader.sets)
    )


class _Reader:
    """Collects what the tables of the groups say, rows being counted through all of them."""

    def __init__(self, report: Report) -> None:
        self._today = report.today
        self.rows = 0
        self.mentions: list[Mention] = []
        self.sets: list[tuple[int, ...]] = []
        self.notices: list[Notice] = []

    def read(self, table: _GroupTable) -> None:
        notices = Notices(table.header.captions)
        reader = MentionReader(table.header, Role.MAIN, labels(), self._today, notices)
        before = len(self.mentions)
        first = table.header.first_data_tr
        for line in expand(table.rows[first:], first):
            if len(set(line.cells())) > 1:
                notices.row = self.rows
                self.mentions += _mentions(reader, line, notices)
                self.rows += 1
        self.sets.append(tuple(range(before, len(self.mentions))))
        self.notices += notices.told


def _mentions(reader: MentionReader, line: Line, notices: Notices) -> Iterator[Mention]:
    """The account of one row, once for each organisation that it names."""
    naming = line.cell(reader.columns[Column.PERSON])
    values = reader.values(line)
    if naming is None or reader.name(values) is None:
        notices.tell("row-without-pupil")
        return
    mention = reader.read(values, Place(naming.tr, naming.col, reader.role))
    mention = replace(mention, papers=_papers(reader, line))
    for stay in _stays(values.organisation) or [Stay()]:
        yield replace(mention, stay=stay)


def _stays(written: str) -> list[Stay]:
    """The organisations of a cell, each with the mark that the child is there, or no more."""
    captions = _captions()
    return [
        Stay(organisation=name, left=mark == captions.inactive)
        for mark, name in captions.organisation.findall(written)
    ]


def _papers(reader: MentionReader, line: Line) -> Papers:
    def printed(column: Column) -> str:
        cell = line.cell(reader.columns.get(column))
        return cell.text if cell else ""

    snils = read_snils(printed(Column.SNILS))
    documents = _BETWEEN_DOCUMENTS.split(printed(Column.CERTIFICATE))
    certificates = (read_certificate(written).value for written in documents)
    return Papers(
        snils=None if snils.problem else snils.value,
        certificate=next(filter(None, certificates), None),
    )


def _group_tables(root: Element) -> Iterator[_GroupTable]:
    """Each table that stands behind a title «Дубли: …»."""
    words, title = labels(), ""
    for element in root.iter("*"):
        if element.tag == "table":
            found = _group_table(element, title, words) if title else None
            if found:
                yield found
                title = ""
        elif _is_group_title(element.text or ""):
            title = text_of(element)


def _group_table(element: Element, title: str, words: Labels) -> _GroupTable | None:
    rows = own_rows(element)
    header = find_header(rows, words)
    return _GroupTable(title, element, rows, header) if header and header.has(*_NEEDED) else None


def _is_group_title(text: str) -> bool:
    caption, colon, _ = text.partition(":")
    return bool(colon) and fold_words(caption) in _captions().group


def _heading(root: Element, given_title: str) -> str | None:
    titles: Sequence[str] = [text_of(element) for element in root.iter(*_HEADINGS)]
    return next(
        (title for title in (*titles, given_title) if fold_caption(title) in _captions().titles),
        None,
    )


@cache
def _captions() -> _Captions:
    table = table_beside(__file__, "labels.toml")["clones"]
    active, inactive = table["active"], table["inactive"]
    marks = f"[{re.escape(active + inactive)}]"
    return _Captions(
        titles=frozenset(map(fold_caption, table["titles"])),
        group=frozenset(map(fold_words, table["group"])),
        inactive=inactive,
        # A mark begins an organisation only where a new word begins.
        organisation=re.compile(rf"(?:^|(?<=\s))({marks}?)\s*(\S.*?)(?=\s+{marks}|$)"),
    )
