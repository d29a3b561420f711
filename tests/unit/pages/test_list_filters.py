"""Absence is told only of a list that leaves nobody out: a filter that is set must be seen."""

import pytest

from tests.unit.pages.list_page import STATUS, pupils, read_surely

LETTERS = (
    "<label>По фамилии <select><option{}>А<option{}>Б<option{}>Я</select></label>"
    "<label>— <select><option{}>А<option{}>Б<option{}>Я</select></label>"
)


def letters(start: int, end: int) -> str:
    marks = [" selected" if at in (start, end + 3) else "" for at in range(6)]
    return LETTERS.format(*marks)


@pytest.mark.parametrize(
    "around",
    [
        STATUS,
        letters(0, 2),
        STATUS + letters(0, 2),
        f'{STATUS}<label>Поиск <select><option>Фамилия</select><input value=""></label>',
        f"{STATUS}<label>Число записей на странице <select><option>50</select></label>",
        f"{STATUS}<label>Пол</label> <select><option>Все</select>",
        f'{STATUS}<label for="s">Класс</label><select id="s"><option>Любой</select>',
        f'{STATUS}<label>Класс</label><input role="combobox" value="Все">',
        f'{STATUS}<label>Класс</label><input role="combobox">',
        f'{STATUS}<label>Поиск</label><input type="search" value="">',
        f'{STATUS}<label><input type="checkbox"> только выбывшие</label>',
        f'{STATUS}<input type="hidden" name="UID" value="5"><input type="button" value="Да">',
    ],
)
def test_a_list_that_leaves_nobody_out_is_unfiltered(around: str) -> None:
    assert read_surely(pupils(around=around)).unfiltered


@pytest.mark.parametrize(
    ("around", "filters"),
    [
        (
            "<label>Текущий статус <select><option>Все<option selected>Выбывшие</select></label>",
            [("Текущий статус", "Выбывшие")],
        ),
        (letters(1, 2), [("По фамилии", "Б")]),
        (letters(0, 1), [("—", "Б")]),
        (letters(2, 2), [("По фамилии", "Я")]),
        (
            f'{STATUS}<label>Поиск <select><option>Фамилия</select><input value="Ива"></label>',
            [("Поиск", "Ива")],
        ),
        (f"{STATUS}<label>Что-то <select><option>3</select></label>", [("Что-то", "3")]),
        (
            "<label>Статус <select><option>Все, кроме выбывших</select></label>",
            [("Статус", "Все, кроме выбывших")],
        ),
        (
            f'{STATUS}<label>Класс</label><input role="combobox" value="5а">',
            [("Класс", "5а")],
        ),
        (
            f'{STATUS}<label>Класс</label><div><input role="combobox"><span>5а</span></div>',
            [("Класс", "5а")],
        ),
        (
            f'{STATUS}<label>Класс</label><div role="combobox"><span>5а</span></div>',
            [("Класс", "5а")],
        ),
        (
            f'{STATUS}<label>Поиск</label><input type="search" value="Ива">',
            [("Поиск", "Ива")],
        ),
        (
            f'{STATUS}<label><input type="checkbox" checked> только выбывшие</label>',
            [("только выбывшие", "только выбывшие")],
        ),
    ],
)
def test_a_filter_that_is_set_is_named(around: str, filters: list[tuple[str, str]]) -> None:
    page = read_surely(pupils(around=around))
    assert not page.unfiltered
    narrowing = [(chosen.caption, chosen.value) for chosen in page.filters if chosen.narrows]
    assert narrowing == filters


def test_without_any_control_nobody_can_tell_whether_all_are_shown() -> None:
    page = read_surely(pupils(around="<p>Найдено записей: 2</p>"))
    assert not page.unfiltered
    assert page.filters == ()


def test_a_tick_in_a_row_is_no_filter() -> None:
    html = pupils().replace("<td>1</td>", '<td><input type="checkbox" checked></td>')
    assert read_surely(html).unfiltered
