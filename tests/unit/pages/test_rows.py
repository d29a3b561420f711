"""Every row becomes a mention; what cannot be read is told by row and column, the rest is kept."""

from datetime import date

import pytest

from sverka.pages.records import Notice, Overlap, Place
from sverka.pages.vocabulary import EntryWay, Role
from sverka.people.names import Sex
from tests.unit.pages.page import (
    DATES,
    FIRST,
    SECOND,
    changed,
    codes,
    dates_page,
    names,
    numbers,
    page,
    read,
    row,
    table,
)

PERIODS = (
    *("№", "ФИО", "ID", "Пол", "Дата рождения", "ОУ", "Класс", "Периоды пересечения", "ОУ дубля"),
)
MAIN = ("1", "Иванов Иван Иванович", "s1", "М", "07.05.2015", "СОШ № 1", "4а")


def periods_page(overlaps: str, organisation: str = "СОШ № 2") -> str:
    return page(table((*MAIN, overlaps, organisation), header=PERIODS))


def spanned(cells: tuple[str, ...], span: int) -> str:
    return row(cells).replace("<td>", f"<td rowspan={span}>").removesuffix("</tr>")


@pytest.mark.parametrize(
    ("place", "value", "code", "column"),
    [
        ("c2", "нет", "number-unread", "ID"),
        ("c3", "31.02.2015", "date-impossible", "Дата рождения"),
        ("c3", "7.05.75", "date-out-of-range", "Дата рождения"),
        ("c3", "01.01.1900", "date-out-of-range", "Дата рождения"),
        ("c3", "2015", "date-unreadable", "Дата рождения"),
        ("c6", "31.02.2025", "date-impossible", "Дата зачисления"),
        ("c7", "сентябрь 2025", "date-unreadable", "Дата выбытия"),
        ("c7", "01.09.2024", "departed-before-enrolled", "Дата выбытия"),
    ],
)
def test_an_unreadable_cell_is_told_and_the_row_is_kept(
    place: str, value: str, code: str, column: str
) -> None:
    report = read(dates_page(FIRST, changed(FIRST, **{"c0": "2", "c2": "s2", place: value})))
    (notice,) = report.notices
    assert (notice.code, notice.row, notice.column) == (code, 1, column)
    assert names(report) == ["Иванов Иван Иванович"] * 2


def test_an_unreadable_date_is_quoted_in_its_notice() -> None:
    report = read(dates_page(changed(FIRST, c3="31.02.2015")))
    assert report.notices == (
        Notice("date-impossible", 0, "Дата рождения", (("text", "31.02.2015"),)),
    )
    assert report.mentions[0].birth_date is None


@pytest.mark.parametrize("written", ["", "—", "нет", "по настоящее время"])
def test_a_cell_without_a_digit_is_no_date_and_no_fault(written: str) -> None:
    report = read(dates_page(changed(FIRST, c7=written)))
    assert report.notices == ()
    assert report.mentions[0].stay.departed is None
    assert not report.mentions[0].stay.doubtful


@pytest.mark.parametrize(
    ("enrolled", "departed", "doubtful"),
    [
        ("02.09.2024", "", False),
        ("02.09.2024", "02.09.2024", False),
        ("02.09.2024", "01.09.2024", True),
        ("32.09.2024", "", True),
        ("02.09.2024", "32.09.2025", True),
    ],
)
def test_dates_that_cannot_be_trusted_make_the_stay_doubtful(
    enrolled: str, departed: str, doubtful: bool
) -> None:
    (mention,) = read(dates_page(changed(FIRST, c6=enrolled, c7=departed))).mentions
    assert mention.stay.doubtful is doubtful


def test_without_a_column_of_departures_nobody_is_said_to_be_still_enrolled() -> None:
    report = read(dates_page(FIRST[:-1], header=DATES[:-1]))
    assert not report.mentions[0].stay.departure_known
    assert read(dates_page()).mentions[0].stay.departure_known


@pytest.mark.parametrize("printed", ["М", "муж.", "Мужской", "M"])
def test_the_sex_is_read(printed: str) -> None:
    header, cells = (*DATES, "Пол"), (*FIRST, printed)
    assert read(dates_page(cells, header=header)).mentions[0].sex is Sex.MALE


def test_an_unknown_sex_is_told() -> None:
    report = read(dates_page((*FIRST, "?1"), header=(*DATES, "Пол")))
    assert codes(report) == ["sex-unread"]
    assert report.mentions[0].sex is None


def test_a_name_in_three_columns_is_one_name() -> None:
    header = ("Фамилия", "Имя", "Отчество", "Дата рождения", "Дата зачисления")
    report = read(dates_page(("Цой", "Ари", "-", "07.05.2015", "02.09.2024"), header=header))
    assert names(report) == ["Цой Ари"]
    assert report.mentions[0].place == Place(1, 0, Role.MAIN)


@pytest.mark.parametrize(
    ("printed", "classes"),
    [("4а", ("4а",)), ("4а, 4б", ("4а", "4б")), ("4а;4б", ("4а", "4б")), ("", ())],
)
def test_several_classes_in_one_cell_are_several(printed: str, classes: tuple[str, ...]) -> None:
    assert read(dates_page(changed(FIRST, c5=printed))).mentions[0].stay.classes == classes


@pytest.mark.parametrize(("at", "printed"), [("c5", "Прикреплённые"), ("c8", "прикреплён")])
def test_attached_children_have_no_class(at: str, printed: str) -> None:
    cells = changed((*FIRST, ""), **{at: printed})
    stay = read(dates_page(cells, header=(*DATES, "Статус"))).mentions[0].stay
    assert stay.attached
    assert stay.classes == ()


def test_the_way_of_entry_is_read() -> None:
    report = read(dates_page((*FIRST, "Быстрый ввод"), header=(*DATES, "Способ зачисления")))
    assert report.mentions[0].stay.entry is EntryWay.QUICK


@pytest.mark.parametrize(
    "extra",
    [
        ("", *[""] * 7),
        ("Итого: 2", *[""] * 7),
        ("Всего", "2", *[""] * 6),
        DATES,
    ],
    ids=["blank", "sum", "sum-in-two-cells", "header-again"],
)
def test_a_row_that_is_no_data_names_nobody_and_is_no_fault(extra: tuple[str, ...]) -> None:
    report = read(dates_page(FIRST, extra, SECOND))
    assert numbers(report) == ["s1", "s2"]
    assert [mention.row for mention in report.mentions] == [0, 2]
    assert report.notices == ()


def test_a_row_without_a_name_is_told_and_the_others_are_read() -> None:
    report = read(dates_page(changed(FIRST, c1=""), SECOND))
    assert report.notices == (Notice("row-without-pupil", 0),)
    assert numbers(report) == ["s2"]


def test_a_child_called_like_a_column_is_a_child() -> None:
    report = read(dates_page(changed(FIRST, c1="Город"), SECOND))
    assert names(report)[0] == "Город"


def test_rows_that_are_too_short_are_read_as_far_as_they_go() -> None:
    report = read(dates_page(FIRST[:3], SECOND))
    assert numbers(report) == ["s1", "s2"]
    assert report.mentions[0].stay.organisation is None


def test_a_name_printed_once_over_two_rows_names_two_accounts_in_two_cells() -> None:
    first = row(FIRST).replace("<td>Иванов", "<td rowspan=2>Иванов")
    second = row((SECOND[0], *SECOND[2:]))
    report = read(page(f"<table>{row(DATES, 'th')}{first}{second}</table>"))
    assert names(report) == ["Иванов Иван Иванович"] * 2
    assert numbers(report) == ["s1", "s2"]
    assert [mention.place for mention in report.mentions] == [
        Place(1, 1, Role.MAIN),
        Place(2, 1, Role.MAIN),
    ]


def test_one_account_over_two_rows_is_named_in_two_cells() -> None:
    first = row(FIRST).replace("<td>Ив", "<td rowspan=2>Ив").replace("<td>s1", "<td rowspan=2>s1")
    second = row((SECOND[0], *SECOND[3:]))
    report = read(page(f"<table>{row(DATES, 'th')}{first}{second}</table>"))
    assert numbers(report) == ["s1", "s1"]
    assert [mention.place for mention in report.mentions] == [
        Place(1, 1, Role.MAIN),
        Place(2, 2, Role.MAIN),
    ]


@pytest.mark.parametrize(
    ("printed", "start", "end"),
    [
        ("05.09.2025-30.09.2025 (s2)", date(2025, 9, 5), date(2025, 9, 30)),
        ("5.09.25-30.09.2025 (s2)", date(2025, 9, 5), date(2025, 9, 30)),
        ("05.09.2025 – 30.09.2025 (ID: s2)", date(2025, 9, 5), date(2025, 9, 30)),
        ("05.09.2025 - (s2)", date(2025, 9, 5), None),
        ("05.09.2025-30.09.2025 ( S2 )", date(2025, 9, 5), date(2025, 9, 30)),
        ("05.09.2025-30.09.2025 (2)", date(2025, 9, 5), date(2025, 9, 30)),
        ("05.09.2025-30.09.2025 (с2)", date(2025, 9, 5), date(2025, 9, 30)),
        ("05.09.2025-30.09.2025 (ИД: s 2)", date(2025, 9, 5), date(2025, 9, 30)),
    ],
)
def test_a_period_of_overlap_names_the_double(printed: str, start: date, end: date | None) -> None:
    report = read(periods_page(printed))
    assert numbers(report) == ["s1", "s2"]
    assert report.overlaps == (Overlap(0, 1, start, end),)
    assert report.mentions[1].stay.organisation == "СОШ № 2"
    assert report.mentions[1].place == Place(1, 8, Role.DOUBLE)
    assert report.notices == ()


def test_several_periods_of_one_double_are_kept() -> None:
    report = read(periods_page("01.09.2025-05.09.2025, 10.09.2025-30.09.2025 (s2)"))
    assert report.overlaps == (
        Overlap(0, 1, date(2025, 9, 1), date(2025, 9, 5)),
        Overlap(0, 1, date(2025, 9, 10), date(2025, 9, 30)),
    )


def test_an_organisation_beside_two_doubles_is_that_of_neither() -> None:
    report = read(periods_page("01.09.2025-05.09.2025 (s2) 10.09.2025-30.09.2025 (s3)"))
    assert numbers(report) == ["s1", "s2", "s3"]
    assert [mention.stay.organisation for mention in report.mentions] == ["СОШ № 1", None, None]


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("", "double-unread"),
        ("05.09.2025-30.09.2025", "double-unread"),
        ("05.09.2025-30.09.2025 (неизвестно)", "double-unread"),
        (f"05.09.2025-30.09.2025 (s{'9' * 5000})", "double-unread"),
        ("(s2)", "period-unread"),
        ("31.02.2025-30.09.2025 (s2)", "date-impossible"),
    ],
)
def test_an_unreadable_double_is_told_by_row_and_column(printed: str, code: str) -> None:
    (notice,) = read(periods_page(printed)).notices
    assert (notice.code, notice.row, notice.column) == (code, 0, "Периоды пересечения")


def test_each_further_double_of_a_block_belongs_to_its_main_account() -> None:
    html = page(
        f"<table>{row(PERIODS, 'th')}"
        f"{spanned(MAIN, 3)}<td>05.09.2025-30.09.2025 (s2)<td>СОШ № 2</tr>"
        "<tr><td>06.09.2025-30.09.2025 (s3)<td>СОШ № 3</tr>"
        "<tr><td>07.09.2025-30.09.2025 (s4)<td>СОШ № 4</tr></table>"
    )
    report = read(html)
    assert numbers(report) == ["s1", "s2", "s3", "s4"]
    assert [(overlap.main, overlap.double) for overlap in report.overlaps] == [
        (0, 1),
        (0, 2),
        (0, 3),
    ]
    assert [(mention.row, mention.place) for mention in report.mentions] == [
        (0, Place(1, 1, Role.MAIN)),
        (0, Place(1, 8, Role.DOUBLE)),
        (1, Place(2, 1, Role.DOUBLE)),
        (2, Place(3, 1, Role.DOUBLE)),
    ]


def test_a_double_is_named_where_its_number_stands_if_no_organisation_is_printed() -> None:
    header, cells = PERIODS[:-1], (*MAIN, "05.09.2025-30.09.2025 (s2)")
    report = read(page(table(cells, header=header)))
    assert codes(report) == ["no-double-organisation-column"]
    assert report.mentions[1].place == Place(1, 7, Role.DOUBLE)


def periods_table(*lines: str) -> str:
    return page(f"<table>{row(PERIODS, 'th')}{''.join(lines)}</table>")


def test_periods_printed_once_for_two_rows_name_each_double_once_and_nobodys_organisation() -> None:
    both = "05.09.2025-30.09.2025 (s2) 06.09.2025-30.09.2025 (s3)"
    report = read(
        periods_table(
            f"{spanned(MAIN, 2)}<td rowspan=2>{both}<td>СОШ № 2</tr>", "<tr><td>СОШ № 3</tr>"
        )
    )
    assert numbers(report) == ["s1", "s2", "s3"]
    assert [mention.place for mention in report.mentions[1:]] == [Place(1, 7, Role.DOUBLE)] * 2
    assert [mention.stay.organisation for mention in report.mentions[1:]] == [None, None]
    assert [overlap.double for overlap in report.overlaps] == [1, 2]


def test_periods_and_organisation_printed_once_for_two_rows_belong_together() -> None:
    double = "<td rowspan=2>05.09.2025-30.09.2025 (s2)<td rowspan=2>СОШ № 2"
    second = ("2", "Иванов Иван Иванович", "s3", *MAIN[3:])
    report = read(periods_table(row(MAIN).removesuffix("</tr>") + double, row(second)))
    assert numbers(report) == ["s1", "s2", "s3"]
    assert report.mentions[1].stay.organisation == "СОШ № 2"
    assert [(overlap.main, overlap.double) for overlap in report.overlaps] == [(0, 1), (2, 1)]


def test_two_accounts_under_one_printed_name_are_two_main_accounts() -> None:
    first = row((*MAIN, "05.09.2025-30.09.2025 (s2)", "СОШ № 2")).replace(
        "<td>Ив", "<td rowspan=2>Ив"
    )
    second = row(("2", "s3", *MAIN[3:], "05.09.2025-30.09.2025 (s4)", "СОШ № 4"))
    report = read(periods_table(first, second))
    assert numbers(report) == ["s1", "s2", "s3", "s4"]
    assert report.mentions[2].place == Place(2, 1, Role.MAIN)


def test_a_double_that_cannot_be_read_beside_one_that_can_is_told() -> None:
    report = read(periods_page("05.09.2025-30.09.2025 (s2) 06.09.2025-30.09.2025 (без номера)"))
    assert numbers(report) == ["s1", "s2"]
    assert codes(report) == ["double-unread"]
