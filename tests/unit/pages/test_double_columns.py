"""A double printed in columns of its own beside the account, in the layout of dates."""

from datetime import date

import pytest

from sverka.pages.records import Overlap, Place, Report
from sverka.pages.vocabulary import EntryWay, Layout, Role
from tests.unit.pages.page import DATES, FIRST, codes, dates_page, names, numbers, page, read, row

DOUBLE = ("ФИО дубля", "ID дубля", "ОО дубля", "Дата зачисления дубля", "Способ зачисления дубля")
BESIDE = ("Иванов Иван Иванович", "s2", "СОШ № 2", "05.09.2025", "Быстрый ввод")


def read_beside(header: tuple[str, ...], cells: tuple[str, ...]) -> Report:
    return read(dates_page((*FIRST, *cells), header=(*DATES, *header)))


def test_the_double_of_a_row_is_read_with_its_own_dates() -> None:
    report = read_beside(DOUBLE, BESIDE)
    assert report.facts.layout is Layout.DATES
    assert numbers(report) == ["s1", "s2"]
    assert names(report) == ["Иванов Иван Иванович"] * 2
    double = report.mentions[1]
    assert double.place == Place(1, 8, Role.DOUBLE)
    assert double.stay.organisation == "СОШ № 2"
    assert double.stay.enrolled == date(2025, 9, 5)
    assert double.stay.entry is EntryWay.QUICK
    assert not double.stay.departure_known
    assert report.overlaps == (Overlap(0, 1, None, None),)
    assert report.notices == ()


def test_the_double_may_be_headed_as_such_over_its_columns() -> None:
    upper = "".join(f"<th rowspan=2>{caption}" for caption in DATES)
    lower = "<tr><th>ФИО<th>ОО<th>Дата зачисления</tr>"
    head = f"<tr>{upper}<th colspan=3>Сведения о дубле</tr>{lower}"
    cells = (*FIRST, "Иванов Иван Иванович", "СОШ № 2", "05.09.2025")
    report = read(page(f"<table>{head}{row(cells)}</table>"))
    assert [mention.stay.organisation for mention in report.mentions] == ["СОШ № 1", "СОШ № 2"]


@pytest.mark.parametrize(
    ("header", "cells", "col"),
    [
        (("ID дубля", "Дата зачисления дубля"), ("s2", "05.09.2025"), 8),
        (("Дата зачисления дубля", "ОО дубля"), ("05.09.2025", "СОШ № 2"), 9),
    ],
    ids=["by-number", "by-organisation"],
)
def test_a_double_without_a_printed_name_is_marked_where_it_is_named(
    header: tuple[str, ...], cells: tuple[str, ...], col: int
) -> None:
    double = read_beside(header, cells).mentions[1]
    assert double.name is None
    assert double.place == Place(1, col, Role.DOUBLE)
    assert double.stay.enrolled == date(2025, 9, 5)


@pytest.mark.parametrize("blank", ["", "—", "-"])
def test_a_row_whose_columns_of_the_double_are_blank_has_none(blank: str) -> None:
    report = read_beside(DOUBLE, (blank,) * len(DOUBLE))
    assert numbers(report) == ["s1"]
    assert report.notices == ()


def test_a_double_of_which_only_dates_are_printed_is_told() -> None:
    report = read_beside(DOUBLE, ("", "", "", "05.09.2025", ""))
    assert numbers(report) == ["s1"]
    assert codes(report) == ["double-without-name"]
    assert report.mentions[0].incomplete


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        (("Дубль",), ("СОШ № 2, зачислен 05.09.2025",)),
        (("Сведения о дубле",), ("s2",)),
        (("Дата зачисления дубля", "Дата выбытия дубля"), ("05.09.2025", "")),
        (("Примечание к дублю (дубль)", "ID дубля"), ("см. СОШ № 3", "s2")),
    ],
)
def test_columns_of_the_double_that_are_not_understood_are_named_and_leave_a_doubt(
    header: tuple[str, ...], cells: tuple[str, ...]
) -> None:
    report = read_beside(header, cells)
    (notice,) = report.notices
    assert notice.code == "double-columns-unread"
    assert f"«{header[0]}»" in str(dict(notice.values)["columns"])
    assert report.mentions[0].incomplete


@pytest.mark.parametrize("printed", ["да", "нет", "", "—", "1", "3"])
def test_a_mark_in_such_a_column_is_no_doubt(printed: str) -> None:
    assert not read_beside(("Признак дубля",), (printed,)).mentions[0].incomplete
