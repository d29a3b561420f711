"""What a page says too loosely to rest a removal on: it is told, and not used."""

from datetime import date

import pytest
from lxml import html

from sverka.pages.records import Report, Stay
from sverka.pages.report import read_report
from sverka.texts import text

HEADER = ("№", "ФИО", "Дата рождения", "ID", "ОО", "Класс", "Дата зачисления", "Дата выбытия")
ROW = ("1", "Иванов Иван Иванович", "07.05.2015", "s1", "СОШ №1", "4а", "01.09.2024", "")
ENTRY, STATUS, ATTACHED = "Способ зачисления", "Статус", "Прикреплен"


def page(*tables: str) -> Report:
    title = '<h2>Список учащихся-"дублей" (образовательные организации)</h2>'
    return read_report(html.fromstring(title + "".join(tables)), "", date(2025, 9, 30))


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> str:
    lines = ("".join(f"<td>{cell}" for cell in row) for row in (header, *rows))
    return f"<table>{''.join(f'<tr>{line}' for line in lines)}</table>"


def codes(report: Report) -> set[str]:
    return {notice.code for notice in report.notices}


def stay_with(column: str, value: str) -> Stay:
    return page(table((*HEADER, column), (*ROW, value))).mentions[0].stay


@pytest.mark.parametrize(
    ("enrolled", "departed", "code"),
    [
        ("01.09.2202", "", "date-in-future"),
        ("01.09.98", "", "date-in-future"),
        ("01.09.2002", "", "date-before-birth"),
        ("01.09.2024", "выбыл", "date-unreadable"),
        ("01.09.2024", "да", "date-unreadable"),
    ],
)
def test_a_date_that_cannot_be_true_makes_the_stay_doubtful(
    enrolled: str, departed: str, code: str
) -> None:
    report = page(table(HEADER, (*ROW[:6], enrolled, departed)))
    assert report.mentions[0].stay.doubtful
    assert code in codes(report)


@pytest.mark.parametrize("departed", ["", "—", "нет", "не выбыл", "обучается"])
def test_words_for_no_departure_are_no_doubt(departed: str) -> None:
    report = page(table(HEADER, (*ROW[:7], departed)))
    assert not report.mentions[0].stay.doubtful
    assert codes(report) == set()


def test_of_two_columns_for_one_date_neither_is_read() -> None:
    report = page(table((*HEADER, "Зачислен"), (*ROW, "01.09.2020")))
    assert report.mentions[0].stay.enrolled is None
    assert "ambiguous-column" in codes(report)


def test_the_date_of_an_order_is_not_taken_for_the_enrolment() -> None:
    report = page(table((*HEADER, "Дата приказа о зачислении"), (*ROW, "10.10.2024")))
    assert report.mentions[0].stay.enrolled == date(2024, 9, 1)


def test_of_several_tables_it_is_told_which_was_read_and_how_many_rows_of_which_were_not() -> None:
    other = (*ROW[:3], "s2", *ROW[4:])
    report = page(table(HEADER, other), table(HEADER, other, ROW, ROW), table(HEADER, ROW))
    (notice,) = report.notices
    assert notice.code == "several-tables"
    told = text(f"warnings.{notice.code}", **dict(notice.values))
    assert "3-я сверху (строк: 1)" in told
    assert "1-я таблица сверху (строк: 1), 2-я таблица сверху (строк: 3)" in told


def test_the_accounts_of_tables_that_are_not_read_are_kept_apart() -> None:
    other = (*ROW[:3], "s2", *ROW[4:])
    report = page(table(HEADER, other), table(HEADER, ROW))
    assert [str(mention.number) for mention in report.mentions] == ["s1"]
    ((unread,),) = [other.mentions for other in report.others]
    assert str(unread.number) == "s2"


def test_the_copy_of_a_table_is_no_table_of_its_own() -> None:
    report = page(table(HEADER, ROW), table(HEADER, ROW))
    assert codes(report) == set()
    assert report.others == ()


def test_a_header_copied_to_stay_in_sight_is_not_taken_for_the_report() -> None:
    report = page(table(HEADER, ROW), table(HEADER))
    assert report.facts.table == 0
    assert len(report.mentions) == 1
    assert codes(report) == set()


def test_a_table_of_people_in_another_layout_is_told_too() -> None:
    pool = table(("ФИО", "ID", "Дата рождения"), ("Цой Ари", "p7", "07.05.2015"))
    assert "several-tables" in codes(page(pool, table(HEADER, ROW)))


@pytest.mark.parametrize(
    ("column", "value", "attached"),
    [
        (STATUS, "прикреплён", True),
        (STATUS, "не прикреплён", False),
        (ATTACHED, "Да", True),
        (ATTACHED, "+", True),
        (ATTACHED, "нет", False),
    ],
)
def test_attached_is_read_from_cell_or_column_and_never_against_a_no(
    column: str, value: str, attached: bool
) -> None:
    assert stay_with(column, value).attached is attached


@pytest.mark.parametrize("value", ["Зачислен быстрым вводом", "Приказ (быстрый ввод)", "БВ"])
def test_quick_entry_is_found_anywhere_in_its_cell(value: str) -> None:
    assert stay_with(ENTRY, value).entry == "quick"


def test_an_unknown_way_of_entry_is_told() -> None:
    assert "entry-unread" in codes(page(table((*HEADER, ENTRY), (*ROW, "через окно"))))


def test_a_row_of_one_cell_is_no_account() -> None:
    markup = table(HEADER, ROW).replace("</table>", "<tr><td colspan=8>Всего записей: 1</table>")
    assert len(page(markup).mentions) == 1


def test_dates_that_are_enumerated_are_no_period() -> None:
    report = page("<p>Приказ от 14.07.2022 и 25.08.2023</p>", table(HEADER, ROW))
    assert report.facts.period is None


def test_a_birth_date_with_a_problem_proves_nobody() -> None:
    report = page(table(HEADER, (*ROW[:2], "01.01.1900", *ROW[3:])))
    assert report.mentions[0].birth_date is None
