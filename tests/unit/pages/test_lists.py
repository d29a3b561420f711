"""A list must be read row by row as it stands, and never be called empty while it is not there."""

from datetime import date

import pytest

from sverka.pages.vocabulary import PageKind
from sverka.people.names import Sex
from tests.unit.pages.list_page import (
    ALONE,
    FIRST,
    HINT,
    MOTHER,
    PARENT_HEADER,
    PUPIL_HEADER,
    PUPILS,
    SECOND,
    STATUS,
    codes,
    keyed,
    list_html,
    opening,
    parents,
    pupils,
    read,
    read_surely,
)
from tests.unit.pages.page import changed, row

BUSY = '<div class="loading-overlay">Загрузка…</div>'
NO_DATA = '<tr class="jtable-no-data-row"><td colspan="5">Нет данных</td></tr>'


def test_a_row_is_read_with_the_number_of_the_card_it_opens() -> None:
    page = read_surely(pupils())
    first = page.rows[0]
    assert page.kind is PageKind.STUDENT_LIST
    assert [str(one.number) for one in page.rows] == ["s7", "s8"]
    assert first.name.full == "Иванов Иван Иванович"
    assert (first.birth_date, first.class_name, first.sex) == (date(2015, 5, 7), "4а", Sex.MALE)
    assert (first.row, first.tr, first.col) == (0, 1, 1)


def test_a_row_of_jtable_has_the_number_of_its_record_and_a_parent_a_prefix_of_his_own() -> None:
    page = read_surely(parents(keyed(17, MOTHER)))
    assert [str(one.number) for one in page.rows] == ["r17"]
    assert page.rows[0].birth_date == date(1975, 5, 7)


def test_a_printed_number_is_taken_where_no_link_has_one() -> None:
    header = ("ID", *PUPIL_HEADER[1:])
    page = read_surely(list_html(row(changed(FIRST, c0="123")), header=header))
    assert [str(one.number) for one in page.rows] == ["s123"]


def test_name_and_surname_in_columns_of_their_own_are_one_name() -> None:
    header = ("Фамилия", "Имя", "Отчество", "Дата рождения")
    cells = ("Иванов", "Иван", "Иванович", "07.05.2015")
    page = read_surely(list_html(opening(7, cells, name_at=0), header=header))
    assert (page.rows[0].name.full, page.rows[0].col) == ("Иванов Иван Иванович", 0)


def test_a_name_with_markup_in_it_stays_text() -> None:
    page = read_surely(pupils(opening(7, changed(FIRST, c1="Иванов <b>Иван</b>"))))
    assert page.rows[0].name.full == "Иванов <b>Иван</b>"


def test_whether_somebody_is_linked_is_told_only_by_a_column() -> None:
    assert [one.linked for one in read_surely(parents()).rows] == [True, False]
    assert [one.linked for one in read_surely(pupils()).rows] == [None, None]


@pytest.mark.parametrize("nobody", ["", "-", "—", "нет", "Нет данных"])
def test_a_cell_that_says_nobody_is_nobody(nobody: str) -> None:
    page = read_surely(parents(opening(17, changed(MOTHER, c3=nobody))))
    assert page.rows[0].linked is False


def test_a_date_that_may_be_two_is_no_date() -> None:
    page = read_surely(pupils(opening(7, changed(FIRST, c3="31.02.2015"))))
    assert page.rows[0].birth_date is None


def test_rows_that_name_nobody_are_passed_over_and_still_counted() -> None:
    total = row(("", "Итого: 2", "", "", ""))
    page = read_surely(pupils(opening(7, FIRST), NO_DATA, opening(8, SECOND), total))
    assert [one.row for one in page.rows] == [0, 2]


def test_rows_without_a_number_are_told_of() -> None:
    page = read_surely(pupils(row(FIRST), opening(8, SECOND)))
    assert codes(page) == ["list-without-numbers"]
    assert page.rows[0].number is None


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (f"<div><h1>{PUPILS}</h1>{STATUS}{HINT}</div>", "list-not-loaded"),
        (f"<div><h1>{PUPILS}</h1>{STATUS}{BUSY}</div>", "list-not-loaded"),
        (f'<div aria-busy="true">{list_html(NO_DATA)}</div>', "list-not-loaded"),
        (list_html(), "list-not-loaded"),
        (list_html(NO_DATA), "list-empty"),
        (
            list_html(NO_DATA, around='<div class="jtable-busy-message">Загрузка</div>'),
            "list-empty",
        ),
        (
            f"<div><h1>{PUPILS}</h1><table><tr><td>Имя файла<tr><td>1.txt</table></div>",
            "list-unread",
        ),
    ],
)
def test_a_list_without_rows_says_why(html: str, code: str) -> None:
    page = read_surely(html)
    assert page.rows == ()
    assert codes(page) == [code]


def test_old_rows_under_a_sign_of_loading_are_still_the_rows() -> None:
    assert len(read_surely(pupils(around=STATUS + BUSY)).rows) == 2


@pytest.mark.parametrize(
    "heading",
    [
        "Расписание",
        'Список учащихся-"дублей" (образовательные организации)',
        "Список родителей / Сведения о родителе: Иванова Ольга",
    ],
)
def test_another_page_is_no_list(heading: str) -> None:
    assert read(list_html(opening(7, FIRST), title=heading)) is None


def test_a_card_under_the_path_of_its_list_is_no_list() -> None:
    path = "<p>Список родителей</p><h1>Сведения о родителе: Иванова Ольга</h1>"
    assert read(f"<div>{path}{list_html(opening(7, FIRST), title='Дети')}</div>") is None


@pytest.mark.parametrize(
    "title", ["СПИСОК УЧЕНИКОВ", "Список учеников (125)", "Ученики / Список учеников"]
)
def test_a_heading_is_known_with_case_number_and_path(title: str) -> None:
    assert read_surely(list_html(opening(7, FIRST), title=title)).kind is PageKind.STUDENT_LIST


def test_the_title_that_the_sender_saw_is_enough() -> None:
    page = read(list_html(opening(17, MOTHER), title="", header=PARENT_HEADER), "Список родителей")
    assert page
    assert page.kind is PageKind.PARENT_LIST


@pytest.mark.parametrize(
    ("around", "total"),
    [
        ("<p>Найдено записей: 120</p>", 120),
        ("<p>Всего записей — 1 250</p>", 1250),
        ("<span>Записи 51–100 из 120</span>", 120),
        ("<p>Класс 4а</p>", None),
    ],
)
def test_how_many_there_are_in_all_is_read_where_it_is_printed(
    around: str, total: int | None
) -> None:
    assert read_surely(pupils(around=around)).total == total


@pytest.mark.parametrize(
    "pager",
    [
        '<ul class="pagination"><li><a>1</a><li class="active"><a>2</a><li><a>3</a></ul>',
        '<p class="jtable-page-list">1 <i class="jtable-page-number-active">2</i> <i>3</i></p>',
    ],
)
def test_which_page_of_how_many_is_read_off_the_pager(pager: str) -> None:
    page = read_surely(pupils(around=pager))
    assert (page.page, page.pages) == (2, 3)


@pytest.mark.parametrize("digits", ["9" * 19, "9" * 5000])
def test_digits_without_end_are_no_number_and_no_failure(digits: str) -> None:
    page = read_surely(
        pupils(
            f'<tr data-record-key="{digits}"><td>1</td><td>Иванов Иван Иванович</td></tr>',
            around=f'<ul class="pagination"><li>{digits}</li></ul><p>Всего записей: {digits}</p>',
        )
    )
    assert (page.rows[0].number, page.page, page.pages, page.total) == (None, None, None, None)


def test_the_largest_of_several_tables_is_the_list() -> None:
    small = list_html(opening(1, ALONE), title="Избранные", header=PARENT_HEADER)
    page = read_surely(f"<div>{small}{pupils()}</div>")
    assert (len(page.rows), page.table) == (2, 1)


def test_of_two_lists_only_one_is_read_under_its_own_heading_and_that_is_said() -> None:
    two = parents(opening(17, MOTHER)) + pupils()
    for html in (
        f"<div>{two}</div>",
        f"<html>{pupils()}</html><html>{parents(opening(17, MOTHER))}</html>",
    ):
        page = read_surely(html)
        assert (page.kind, [str(one.number) for one in page.rows]) == (
            PageKind.STUDENT_LIST,
            ["s7", "s8"],
        )
        assert codes(page) == ["several-lists"]


def test_a_copy_of_the_list_is_no_other_list() -> None:
    assert codes(read_surely(f"<div>{pupils()}{pupils(opening(7, FIRST))}</div>")) == []
