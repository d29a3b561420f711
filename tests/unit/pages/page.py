"""Small pages written by hand, and the short way from a page to what is read off it."""

from collections.abc import Sequence
from datetime import date
from html import escape

from sverka.pages.records import Report
from sverka.pages.report import read_report
from tests.unit.pages.trees import parse_page

CAPTURED = date(2025, 9, 30)
TITLE = 'Список учащихся-"дублей" (образовательные организации)'
DATES = ("№", "ФИО", "ID", "Дата рождения", "ОО", "Класс", "Дата зачисления", "Дата выбытия")
FIRST = ("1", "Иванов Иван Иванович", "s1", "07.05.2015", "СОШ № 1", "4а", "02.09.2024", "")
SECOND = ("2", "Иванов Иван Иванович", "s2", "07.05.2015", "СОШ № 2", "4б", "05.09.2025", "")

Row = Sequence[str]


def row(cells: Row, tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def table(*rows: Row, header: Row = DATES, tag: str = "th") -> str:
    return f'<table class="table-print">{row(header, tag)}{"".join(map(row, rows))}</table>'


def page(*parts: str, title: str = TITLE) -> str:
    return f"<html><body><h2>{escape(title)}</h2>{''.join(parts)}</body></html>"


def dates_page(*rows: Row, header: Row = DATES) -> str:
    """A report of layout "dates" with these rows."""
    return page(table(*(rows or (FIRST, SECOND)), header=header))


def changed(cells: Row, **values: str) -> Row:
    """The row with other values in the columns named by their place: `c3="31.02.2015"`."""
    return tuple(values.get(f"c{at}", cell) for at, cell in enumerate(cells))


def read(html: str, title: str = "") -> Report:
    return read_report(parse_page(html, max_mb=20), title, CAPTURED)


def codes(report: Report) -> list[str]:
    return [notice.code for notice in report.notices]


def names(report: Report) -> list[str]:
    return [mention.name.full for mention in report.mentions if mention.name]


def numbers(report: Report) -> list[str]:
    return [str(mention.number) for mention in report.mentions if mention.number]
