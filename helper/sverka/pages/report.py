"""The duplicates report: which table it is, which layout, and every account it names."""

from collections.abc import Sequence
from datetime import date

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from sverka.pages.grid import expand, own_rows
from sverka.pages.header import Header, find_header
from sverka.pages.labels import Column, Label, Labels, labels
from sverka.pages.records import Notice, Report, ReportFacts
from sverka.pages.rows import RowReader
from sverka.pages.surroundings import Surroundings, read_surroundings
from sverka.pages.vocabulary import Layout, PageKind, Role


class _DataTable(Struct, frozen=True):
    """A table that reads like a report's."""

    element: Element
    rows: list[Element]
    header: Header
    layout: Layout


def read_report(root: Element, given_title: str, captured: date) -> Report:
    """Read a page as a duplicates report.

    A page that is not recognised comes back as `PageKind.UNKNOWN` with a notice and no records.
    """
    words = labels()
    tables = list(root.iter("table"))
    found = _data_tables(tables, words)
    table = _fullest(found)
    around = read_surroundings(root, table.element if table else None, given_title, words)
    today = around.generated_at.date() if around.generated_at else captured
    if around.kind is None and (table is None or table.layout is not Layout.PERIODS):
        return Report(_facts(around, PageKind.UNKNOWN), today, notices=(Notice("unknown-page"),))
    if table is None:
        return _without_table(around, today, tables)
    data = table.rows[table.header.first_data_tr :]
    reader = RowReader(table.header, table.layout, words, today)
    reader.read(expand(data, table.header.first_data_tr))
    facts = replace(
        _facts(around, PageKind.DUPLICATES_REPORT),
        layout=table.layout,
        authority=around.authority or reader.authority,
        rows=len(data),
        first_data_tr=table.header.first_data_tr,
        table=tables.index(table.element),
    )
    return Report(
        facts,
        today,
        tuple(reader.mentions),
        tuple(reader.overlaps),
        (
            *_other_tables(found),
            *_header_notices(table.header, table.layout),
            *reader.notices,
            *_emptiness(reader),
        ),
    )


def _data_tables(tables: Sequence[Element], words: Labels) -> list[_DataTable]:
    found = []
    for table in tables:
        rows = own_rows(table)
        header = find_header(rows, words)
        if header and (layout := _layout(header)):
            found.append(_DataTable(table, rows, header, layout))
    return found


def _fullest(found: Sequence[_DataTable]) -> _DataTable | None:
    """The table whose header says most; on a tie the one that comes last (a second generation)."""
    return max(reversed(found), key=lambda table: len(table.header.columns), default=None)


def _other_tables(found: Sequence[_DataTable]) -> list[Notice]:
    """Of several tables of one shape only one is read; who knows that can look at the others."""
    shapes = [table.layout for table in found]
    return [Notice("several-tables")] if len(shapes) != len(set(shapes)) else []


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


def _without_table(around: Surroundings, today: date, tables: Sequence[Element]) -> Report:
    """A report's page without a table that can be read: empty, not made yet, or in a new shape."""
    if around.says_empty:
        code, kind = "empty-report", PageKind.DUPLICATES_REPORT
    elif any(len(own_rows(table)) > 1 for table in tables):
        code, kind = "unknown-layout", PageKind.UNKNOWN
    else:
        code, kind = "no-table", PageKind.DUPLICATES_REPORT
    return Report(_facts(around, kind), today, notices=(Notice(code),))


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
    if layout is Layout.PERIODS and Label(Column.ORGANISATION, Role.DOUBLE) not in header.columns:
        notices.append(Notice("no-double-organisation-column"))
    return notices


def _emptiness(reader: RowReader) -> list[Notice]:
    """A table that names nobody is an empty report, unless its rows could not be read."""
    return [] if reader.mentions or reader.notices else [Notice("empty-report")]
