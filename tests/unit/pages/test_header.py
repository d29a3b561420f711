"""The header is found and understood in every shape a report may give it."""

import pytest

from sverka.pages.grid import own_rows
from sverka.pages.header import Header, find_header
from sverka.pages.labels import Column, Label, labels
from sverka.pages.vocabulary import Role
from tests.unit.pages.page import DATES, FIRST, row
from tests.unit.pages.trees import parse_page

MAIN, DOUBLE = Role.MAIN, Role.DOUBLE
PERIODS = (
    *("№", "Орган управления", "ФИО", "ID", "Пол", "Дата рождения", "ОУ", "Район"),
    *("Населённый пункт", "Класс", "Периоды пересечения", "ОУ дубля", "Район дубля"),
    "Населённый пункт дубля",
)


def header_of(rows: str) -> Header | None:
    root = parse_page(f"<table>{rows}</table>", max_mb=1)
    return find_header(own_rows(next(root.iter("table"))), labels())


def found(rows: str) -> Header:
    header = header_of(rows)
    assert header is not None
    return header


@pytest.mark.parametrize(
    "rows",
    [
        row(DATES, "th"),
        row(DATES),
        f"<thead>{row(DATES, 'th')}</thead><tbody>{row(FIRST)}</tbody>",
        row([f" {caption.upper()}:\u00a0" for caption in DATES], "th"),
        row(DATES).replace("Дата рождения", "Дата<br>рож&shy;дения".replace("&shy;", "")),
    ],
    ids=["th", "td", "thead", "case-and-colons", "line-break"],
)
def test_header_is_found_however_it_is_marked_up(rows: str) -> None:
    header = found(rows)
    assert [label.column for label in header.columns] == [
        *(Column.NUMBER, Column.PERSON, Column.ACCOUNT_ID, Column.BIRTH_DATE),
        *(Column.ORGANISATION, Column.CLASS, Column.ENROLLED, Column.DEPARTED),
    ]
    assert header.first_data_tr == 1


def test_only_the_word_double_tells_repeated_captions_apart() -> None:
    columns = found(row(PERIODS, "th")).columns
    assert columns[Label(Column.ORGANISATION, MAIN)] == 6
    assert columns[Label(Column.ORGANISATION, DOUBLE)] == 11
    assert columns[Label(Column.DISTRICT, DOUBLE)] == 12
    assert columns[Label(Column.LOCALITY, DOUBLE)] == 13


def test_an_organisation_named_again_after_the_periods_is_the_doubles() -> None:
    plain = [caption.removesuffix(" дубля") for caption in PERIODS]
    header = found(row(plain, "th"))
    assert header.columns[Label(Column.ORGANISATION, DOUBLE)] == 11
    assert header.repeated == ()


def test_reordered_missing_and_unknown_columns_are_no_hindrance() -> None:
    header = found(row(("Отметки", "Выбыл", "ФИО", "Льготы", "Зачислен"), "th"))
    assert header.columns == {
        Label(Column.DEPARTED, MAIN): 1,
        Label(Column.PERSON, MAIN): 2,
        Label(Column.ENROLLED, MAIN): 4,
    }


TWO_ROWS = (
    "<tr><th rowspan=2>№<th colspan=2>Сведения об учащемся<th rowspan=2>ОО"
    "<th colspan=2>Движение<th colspan=2>Сведения о дубле</tr>"
    "<tr><th>ФИО<th>ID<th>Дата зачисления<th>Дата выбытия<th>ОО<th>ID</tr>"
)


def test_a_header_of_two_rows_is_one_header() -> None:
    header = found(TWO_ROWS + row(FIRST))
    assert header.columns == {
        Label(Column.NUMBER, MAIN): 0,
        Label(Column.PERSON, MAIN): 1,
        Label(Column.ACCOUNT_ID, MAIN): 2,
        Label(Column.ORGANISATION, MAIN): 3,
        Label(Column.ENROLLED, MAIN): 4,
        Label(Column.DEPARTED, MAIN): 5,
        Label(Column.ORGANISATION, DOUBLE): 6,
        Label(Column.ACCOUNT_ID, DOUBLE): 7,
    }
    assert header.first_data_tr == 2


def test_a_caption_parted_between_two_rows_is_put_together() -> None:
    header = found("<tr><th rowspan=2>ФИО<th colspan=2>Дата</tr><tr><th>зачисления<th>выбытия</tr>")
    assert set(header.columns) == {
        Label(column, MAIN) for column in (Column.PERSON, Column.ENROLLED, Column.DEPARTED)
    }


def test_a_row_that_numbers_the_columns_is_no_data() -> None:
    numbering = [str(n) for n in range(1, len(DATES) + 1)]
    assert found(row(DATES, "th") + row(numbering) + row(FIRST)).first_data_tr == 2
    assert found(row(DATES, "th") + row(FIRST)).first_data_tr == 1


def test_a_title_row_above_the_header_is_passed_over() -> None:
    header = found(f"<tr><td colspan=8>Список дублей</tr>{row(DATES)}{row(FIRST)}")
    assert header.first_data_tr == 2
    assert header.columns[Label(Column.PERSON, MAIN)] == 1


def test_a_caption_met_twice_is_read_once_and_told() -> None:
    header = found(row((*DATES, "Класс/группа"), "th"))
    assert header.columns[Label(Column.CLASS, MAIN)] == 5
    assert header.repeated == ("Класс/группа",)


def test_a_blank_header_cell_means_nothing() -> None:
    header = found(row(("", *DATES, " "), "th"))
    assert header.columns[Label(Column.NUMBER, MAIN)] == 1
    assert header.repeated == ()


@pytest.mark.parametrize(
    "rows",
    [
        "",
        row(("Показатель", "Значение"), "th"),
        row(("ФИО", "Класс", "Оценка"), "th"),
        row(FIRST),
    ],
    ids=["no-rows", "other-table", "two-known-words", "data-only"],
)
def test_a_table_that_is_no_report_has_no_header(rows: str) -> None:
    assert header_of(rows) is None


def test_a_row_with_a_date_is_no_header_though_it_names_columns() -> None:
    dated = ["01.10.2025", "ФИО", "ID", "Дата рождения", "Образовательная организация", "Класс"]
    assert header_of(row(dated)) is None
    assert found(row(dated) + row(DATES)).first_data_tr == 2
