"""The report as a table: which rows name which lines, and what every cell says."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

from tests.stand.cast import names
from tests.stand.model import Family, Layout, Line, Period


class Column(StrEnum):
    """The columns of all layouts; the values are the keys of `captions.toml`."""

    NUMBER = "number"
    AUTHORITY = "authority"
    NAME = "name"
    ID = "id"
    SEX = "sex"
    BIRTH = "birth"
    ORGANISATION = "organisation"
    DISTRICT = "district"
    SETTLEMENT = "settlement"
    CLASS = "class"
    OVERLAP = "overlap"
    DOUBLE_ORGANISATION = "double_organisation"
    DOUBLE_DISTRICT = "double_district"
    DOUBLE_SETTLEMENT = "double_settlement"
    ENROLLED = "enrolled"
    DEPARTED = "departed"
    ENTRY = "entry"
    NOTE = "note"


C = Column
USUAL_ORDER: Mapping[Layout, tuple[Column, ...]] = {
    Layout.PERIODS: (
        *(C.NUMBER, C.AUTHORITY, C.NAME, C.ID, C.SEX, C.BIRTH, C.ORGANISATION, C.DISTRICT),
        *(C.SETTLEMENT, C.CLASS, C.OVERLAP),
        *(C.DOUBLE_ORGANISATION, C.DOUBLE_DISTRICT, C.DOUBLE_SETTLEMENT),
    ),
    Layout.DATES: (
        *(C.NUMBER, C.NAME, C.ID, C.BIRTH, C.ORGANISATION, C.CLASS),
        *(C.ENROLLED, C.DEPARTED, C.ENTRY),
    ),
    Layout.POOL: (
        *(C.NUMBER, C.NAME, C.ID, C.SEX, C.BIRTH, C.DISTRICT, C.SETTLEMENT, C.AUTHORITY),
    ),
}
OTHER_ORDER: Mapping[Layout, tuple[Column, ...]] = {
    Layout.PERIODS: (
        *(C.NUMBER, C.ID, C.BIRTH, C.SEX, C.NAME, C.CLASS, C.ORGANISATION, C.SETTLEMENT),
        *(C.DISTRICT, C.AUTHORITY),
        *(C.DOUBLE_SETTLEMENT, C.DOUBLE_ORGANISATION, C.DOUBLE_DISTRICT, C.OVERLAP),
    ),
    Layout.DATES: (
        *(C.NUMBER, C.ORGANISATION, C.ENTRY, C.DEPARTED, C.ENROLLED, C.CLASS),
        *(C.BIRTH, C.NAME, C.ID),
    ),
    Layout.POOL: (
        *(C.NUMBER, C.ID, C.AUTHORITY, C.BIRTH, C.SEX, C.NAME, C.SETTLEMENT, C.DISTRICT),
    ),
}
DOUBLE_COLUMNS = frozenset(
    {C.OVERLAP, C.DOUBLE_ORGANISATION, C.DOUBLE_DISTRICT, C.DOUBLE_SETTLEMENT}
)
HEADER_GROUPS: Mapping[Column, str] = {
    **dict.fromkeys((C.NAME, C.ID, C.SEX, C.BIRTH), "main"),
    **dict.fromkeys(DOUBLE_COLUMNS - {C.OVERLAP}, "double"),
    **dict.fromkeys((C.ENROLLED, C.DEPARTED), "movement"),
}


class HeaderStyle(StrEnum):
    """How the headings are marked up."""

    TH = "th"
    THEAD = "thead"
    TD = "td"
    TWO_ROWS = "two-rows"


@dataclass(frozen=True, slots=True)
class TableStyle:
    """How a table differs from the usual one."""

    header: HeaderStyle = HeaderStyle.TH
    renamed: bool = False
    reordered: bool = False
    note_column: bool = False
    missing: frozenset[Column] = frozenset()
    messy_cells: bool = False


@dataclass(frozen=True, slots=True)
class NamedRow:
    """The lines of a family (by index) that one data row names; `span` rows belong to `main`."""

    main: int | None
    double: int | None = None
    span: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """One printed cell."""

    text: str
    rowspan: int | None = None
    colspan: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table ready for printing."""

    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    style: TableStyle


@cache
def captions() -> dict[str, dict[str, str]]:
    """The words of `captions.toml`."""
    return tomllib.loads(Path(__file__).with_name("captions.toml").read_text(encoding="utf-8"))


def named_rows(layout: Layout, family: Family) -> list[NamedRow]:
    """Which line is named in which data row of the family."""
    if layout is not Layout.PERIODS:
        return [NamedRow(main=line) for line in range(len(family.lines))]
    rows = []
    for main, doubles in family.links:
        rows.append(NamedRow(main, doubles[0], span=len(doubles)))
        rows += [NamedRow(None, double) for double in doubles[1:]]
    return rows


def build(layout: Layout, families: list[Family], period: Period, style: TableStyle) -> Table:
    """The whole table."""
    columns = _columns(layout, style)
    rows: list[tuple[Cell, ...]] = []
    number = 0
    for family in families:
        main = family.lines[0]
        for named in named_rows(layout, family):
            texts: dict[Column, str] = {}
            if named.main is not None:
                number += 1
                main = family.lines[named.main]
                texts |= _main_texts(layout, main, number)
            if named.double is not None:
                texts |= _double_texts(main, family.lines[named.double], period, odd=len(rows) % 2)
            span = named.span if layout is Layout.PERIODS else None
            rows.append(_cells(columns, texts, span))
    return Table(_header(columns, style), tuple(rows), style)


def _columns(layout: Layout, style: TableStyle) -> list[Column]:
    order = (OTHER_ORDER if style.reordered else USUAL_ORDER)[layout]
    columns = [column for column in order if column not in style.missing]
    if style.note_column:
        columns.insert(columns.index(Column.NAME) + 1, Column.NOTE)
    return columns


def _cells(columns: list[Column], texts: dict[Column, str], span: int | None) -> tuple[Cell, ...]:
    """Cells of columns that say nothing here are covered by the rowspan above."""
    return tuple(
        Cell(texts[column], rowspan=None if column in DOUBLE_COLUMNS else span)
        for column in columns
        if column in texts
    )


def _main_texts(layout: Layout, line: Line, number: int) -> dict[Column, str]:
    prefix = "p" if layout is Layout.POOL else "s"
    return {
        C.NUMBER: str(number),
        C.AUTHORITY: names()["authority"],
        C.NAME: line.child.name,
        C.ID: f"{prefix}{line.number}",
        C.SEX: line.child.sex,
        C.BIRTH: full_date(line.child.birth),
        C.ORGANISATION: line.place.name,
        C.DISTRICT: line.place.district,
        C.SETTLEMENT: line.place.settlement,
        C.CLASS: line.class_,
        C.ENROLLED: full_date(line.enrolled) if line.enrolled else "",
        C.DEPARTED: full_date(line.departed) if line.departed else "",
        C.ENTRY: line.entry,
        C.NOTE: "—",
    }


def _double_texts(main: Line, double: Line, period: Period, *, odd: int) -> dict[Column, str]:
    start = max(main.enrolled or period.start, double.enrolled or period.start)
    end = min(main.departed or period.end, double.departed or period.end)
    write = short_date if odd else full_date
    return {
        C.OVERLAP: f"{write(start)}-{full_date(end)} (s{double.number})",
        C.DOUBLE_ORGANISATION: double.place.name,
        C.DOUBLE_DISTRICT: double.place.district,
        C.DOUBLE_SETTLEMENT: double.place.settlement,
    }


def _header(columns: list[Column], style: TableStyle) -> tuple[tuple[Cell, ...], ...]:
    words = captions()["renamed" if style.renamed else "usual"]
    if style.header is not HeaderStyle.TWO_ROWS:
        return (tuple(Cell(words[column]) for column in columns),)
    upper: list[Cell] = []
    lower: list[Cell] = []
    for group, members in groupby(columns, lambda column: HEADER_GROUPS.get(column)):
        cells = [Cell(words[column]) for column in members]
        if group is None:
            upper += [Cell(cell.text, rowspan=2) for cell in cells]
        else:
            upper.append(Cell(captions()["groups"][group], colspan=len(cells)))
            lower += cells
    return tuple(upper), tuple(lower)


def full_date(day: date) -> str:
    """`07.05.2015`."""
    return f"{day:%d.%m.%Y}"


def short_date(day: date) -> str:
    """`7.05.15`: the other format СГО mixes in."""
    return f"{day.day}.{day:%m.%y}"
