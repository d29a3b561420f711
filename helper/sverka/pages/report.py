"""The duplicates report: which table it is, which layout, and every account it names."""

from collections.abc import Sequence
from datetime import date

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from sverka.pages.grid import expand, own_rows
from sverka.pages.header import Header, find_header
from sverka.pages.labels import Column, Labels, labels
from sverka.pages.records import Notice, Report, ReportFacts
from sverka.pages.rows import RowReader
from sverka.pages.selection import read_selection
from sverka.pages.surroundings import Surroundings, read_surroundings
from sverka.pages.vocabulary import Layout, PageKind, Role
from sverka.people.folding import collapse
from sverka.texts import text


class _DataTable(Struct, frozen=True):
    """A table that reads like a report's."""

    element: Element
    rows: list[Element]
    header: Header
    layout: Layout

    @property
    def data(self) -> list[Element]:
        return self.rows[self.header.first_data_tr :]

    def printed(self) -> str:
        """All that its data rows say, to know the copy of a table."""
        return collapse(" ".join(text for row in self.data for text in map(str, row.itertext())))


def read_report(root: Element, given_title: str, captured: date) -> Report:
    """Read a page as a duplicates report.

    A page that is not recognised comes back as `PageKind.UNKNOWN` with a notice and no records.
    """
    words = labels()
    tables = list(root.iter("table"))
    found = _data_tables(tables, words)
    table = _fullest(found)
    data = table.element if table else None
    around = read_surroundings(root, data, given_title, words)
    today = around.generated_at.date() if around.generated_at else captured
    if around.kind is None and (table is None or table.layout is not Layout.PERIODS):
        return Report(_facts(around, PageKind.UNKNOWN), today, notices=(Notice("unknown-page"),))
    selection = read_selection(root, data, around.period, words)
    if table is None:
        return _without_table(around, selection, today, tables)
    reader = _read_rows(table, words, today)
    unread = _unread(found, table)
    facts = replace(
        _facts(around, PageKind.DUPLICATES_REPORT),
        layout=table.layout,
        authority=around.authority or reader.authority,
        rows=len(table.data),
        first_data_tr=table.header.first_data_tr,
        table=tables.index(table.element),
        selection=selection,
    )
    return Report(
        facts,
        today,
        tuple(reader.mentions),
        tuple(reader.overlaps),
        (
            *_other_tables(found, table, unread),
            *_header_notices(table.header, table.layout),
            *reader.notices,
            *_emptiness(reader),
        ),
        tuple(
            _read_rows(other, words, today).records()
            for other in unread
            if other.layout is table.layout
        ),
    )


def _read_rows(table: _DataTable, words: Labels, today: date) -> RowReader:
    reader = RowReader(table.header, table.layout, words, today)
    reader.read(expand(table.data, table.header.first_data_tr))
    return reader


def _data_tables(tables: Sequence[Element], words: Labels) -> list[_DataTable]:
    found = []
    for table in tables:
        rows = own_rows(table)
        header = find_header(rows, words)
        if header and (layout := _layout(header)):
            found.append(_DataTable(table, rows, header, layout))
    return found


def _fullest(found: Sequence[_DataTable]) -> _DataTable | None:
    """The table whose header says most; on a tie the one that comes last (a second generation).

    A header without rows may be the copy of another's, made to stay in sight.
    """
    return max(
        reversed(found),
        key=lambda table: (bool(table.data), len(table.header.columns)),
        default=None,
    )


def _unread(found: Sequence[_DataTable], read: _DataTable) -> list[_DataTable]:
    """The other tables of people that say anything the read one does not."""
    if len(found) < 2:
        return []
    known = read.printed()
    return [table for table in found if table.data and table.printed() != known]


def _other_tables(
    found: Sequence[_DataTable], read: _DataTable, unread: Sequence[_DataTable]
) -> list[Notice]:
    """Of several tables only one is read: which, and how many rows of which others were not."""
    if not unread:
        return []
    place = {id(table): at for at, table in enumerate(found, start=1)}
    others = ", ".join(
        text("report.unread-table", table=place[id(table)], rows=len(table.data))
        for table in unread
    )
    values = {"read": place[id(read)], "rows": len(read.data), "others": others}
    return [Notice("several-tables", values=tuple(values.items()))]


def _layout(header: Header) -> Layout | None:
    if not (header.has(Column.PERSON) or header.has(Column.SURNAME, Column.NAME)):
        return None
    if header.has(Column.OVERLAPS, Column.ACCOUNT_ID):
        return Layout.PERIODS
    if header.has(Column.ENROLLED) or header.has(Column.DEPARTED):
        return Layout.DATES
    if header.has(Column.ACCOUNT_ID, Column.BIRTH_DATE):
        return Layout.POOL
    return None


def _without_table(
    around: Surroundings, selection: tuple[str, ...], today: date, tables: Sequence[Element]
) -> Report:
    """A report's page without a table that can be read: empty, not made yet, or in a new shape."""
    if around.says_empty:
        code, kind = "empty-report", PageKind.DUPLICATES_REPORT
    elif any(len(own_rows(table)) > 1 for table in tables):
        code, kind = "unknown-layout", PageKind.UNKNOWN
    else:
        code, kind = "no-table", PageKind.DUPLICATES_REPORT
    facts = replace(_facts(around, kind), selection=selection)
    return Report(facts, today, notices=(Notice(code),))


def _facts(around: Surroundings, kind: PageKind) -> ReportFacts:
    return ReportFacts(
        kind=kind,
        layout=None,
        title=around.title,
        authority=around.authority,
        period=around.period,
        generated_at=around.generated_at,
        version=around.version,
        rows=0,
        first_data_tr=None,
        table=None,
    )


def _header_notices(header: Header, layout: Layout) -> list[Notice]:
    notices = [Notice("repeated-column", column=caption) for caption in header.repeated]
    notices += [Notice("ambiguous-column", column=caption) for caption in header.ambiguous]
    needed = {Layout.DATES: (Column.BIRTH_DATE, Column.ENROLLED, Column.DEPARTED)}
    notices += [
        Notice(f"no-{column.value.replace('_', '-')}-column")
        for column in needed.get(layout, ())
        if not header.has(column)
    ]
    if layout is not Layout.PERIODS and header.unread_doubles:
        columns = ", ".join(f"«{caption}»" for caption in header.unread_doubles.values())
        notices.append(Notice("double-columns-unread", values=(("columns", columns),)))
    if layout is Layout.PERIODS and not header.has(Column.ORGANISATION, role=Role.DOUBLE):
        notices.append(Notice("no-double-organisation-column"))
    return notices


def _emptiness(reader: RowReader) -> list[Notice]:
    """A table that names nobody is an empty report, unless its rows could not be read."""
    return [] if reader.mentions or reader.notices else [Notice("empty-report")]
