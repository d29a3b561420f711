"""Sums, signatures and notes below the data are no accounts, and no child is lost for one."""

import pytest

from tests.unit.pages.page import DATES, FIRST, SECOND, codes, dates_page, numbers, page, read, row

BLANK = [""] * 8
NAME_FIRST = DATES[1:]
FIRST_CHILD, SECOND_CHILD = FIRST[1:], SECOND[1:]
BELOW = [
    ("Исполнитель: Иванова А. А.",),
    ("Исполнитель:", "Иванова Анна Андреевна"),
    ("Исп. Иванова А. А., тел. 2-12-34",),
    ("", "Исполнитель: Иванова А. А.", "", "30.09.2025"),
    ("Директор ______", "Иванова А. А."),
    ("Директор", "", "__________ / Иванова А. А. /"),
    ("И.о. директора МБОУ СОШ № 1", "Иванова А. А."),
    ("Начальник управления образования", "", "", "Иванова А. А."),
    ("________________", "Иванова А. А."),
    ("", "Всего: 12"),
    ("Всего дублей по району", "12"),
    ("ИТОГО", "", "", "", "12"),
    ("Количество записей: 12", "", "", "30.09.2025"),
    ("Дата", "30.09.2025"),
    ("Отчёт сформирован 30.09.2025 12:00", "Иванова А. А."),
    ("М.П.", "", "подпись"),
    ("* Примечание: даты указаны по приказам", "", "см. приложение"),
    ("Страница 1 из 3", "", "30.09.2025"),
]


@pytest.mark.parametrize("header", [DATES, NAME_FIRST], ids=["number-first", "name-first"])
@pytest.mark.parametrize("below", BELOW, ids=range(len(BELOW)))
def test_what_stands_below_the_data_is_no_account(
    header: tuple[str, ...], below: tuple[str, ...]
) -> None:
    children = (FIRST, SECOND) if header is DATES else (FIRST_CHILD, SECOND_CHILD)
    last = (*below, *BLANK)[: len(header)]
    report = read(dates_page(*children, last, header=header))
    assert numbers(report) == ["s1", "s2"]
    assert len(report.mentions) == 2


@pytest.mark.parametrize("text", ["Иванова А. А.", "Сведения верны", "Иванов Иван Иванович"])
@pytest.mark.parametrize("at", [0, 1, 4])
def test_a_row_of_one_filled_cell_is_told_and_is_no_account(text: str, at: int) -> None:
    last = [*BLANK[:at], text, *BLANK[at + 1 :]]
    report = read(dates_page(FIRST, SECOND, last))
    assert len(report.mentions) == 2
    assert codes(report) == ["row-of-one-cell"]


def test_a_row_with_a_single_cell_in_it_is_no_account() -> None:
    html = dates_page(FIRST_CHILD, header=NAME_FIRST)
    last = row(["Сведения верны, Иванова Анна Андреевна"])
    assert len(read(html.replace("</table>", f"{last}</table>")).mentions) == 1


@pytest.mark.parametrize("surname", ["Итог", "Дата", "Завуч", "Лист", "Методист", "Период"])
@pytest.mark.parametrize("number", ["s2", ""])
def test_a_child_called_like_a_word_of_the_list_is_a_child(surname: str, number: str) -> None:
    child = (f"{surname} Иван Иванович", number, *SECOND_CHILD[2:])
    assert len(read(dates_page(FIRST_CHILD, child, header=NAME_FIRST)).mentions) == 2


def test_a_numbered_row_is_a_childs_however_little_it_says() -> None:
    assert len(read(dates_page(FIRST, ("2", "Итог Иван Иванович", *BLANK[2:]))).mentions) == 2


def test_a_signature_below_the_periods_is_no_account() -> None:
    header = ("ФИО", "ID", "ОУ", "Периоды пересечения", "ОУ дубля")
    child = ("Цой Ари", "s1", "СОШ № 1", "05.09.2025-30.09.2025 (s2)", "СОШ № 2")
    signature = ("Исполнитель:", "", "Иванова А. А.", "", "")
    lines = (row(header, "th"), row(child), row(signature))
    report = read(page(f"<table>{''.join(lines)}</table>"))
    assert numbers(report) == ["s1", "s2"]
    assert codes(report) == []
