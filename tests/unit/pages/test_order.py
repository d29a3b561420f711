"""Who is being added to an order, and in which way, is read from every screen of the dialog."""

from datetime import date

import pytest

from sverka.pages.html import parse_page
from sverka.pages.order import read_order
from sverka.pages.records import Order
from sverka.pages.vocabulary import EntryWay
from tests.stand.order import OrderScenario, Screen, Way, newcomers, render_saved_order

WAYS = {Way.QUICK: EntryWay.QUICK, Way.IMPORT: EntryWay.IMPORT}


def read(html: str) -> Order | None:
    return read_order(parse_page(html, max_mb=20), date(2025, 9, 30))


def order(html: str) -> Order:
    found = read(html)
    assert found is not None
    return found


def told(found: Order) -> list[tuple[str, str]]:
    return [(child.name.full, f"{child.birth_date:%d.%m.%Y}") for child in found.newcomers]


@pytest.mark.parametrize("way", WAYS)
def test_children_of_the_stand_are_read_in_their_order(way: Way) -> None:
    children = newcomers() if way is Way.IMPORT else newcomers()[:1]
    found = order(render_saved_order(OrderScenario(way, Screen.ENTRY, children)))
    assert found.way is WAYS[way]
    typed = [(f"{c.surname} {c.name} {c.patronymic}", c.birth) for c in children]
    assert told(found) == typed


@pytest.mark.parametrize("way", Way)
def test_the_dialog_itself_names_nobody(way: Way) -> None:
    found = order(render_saved_order(OrderScenario(way)))
    assert (found.way, found.newcomers) == (None, ())


def test_an_empty_form_names_nobody() -> None:
    found = order(render_saved_order(OrderScenario(Way.QUICK, Screen.ENTRY)))
    assert (found.way, found.newcomers) == (EntryWay.QUICK, ())


def test_a_child_without_a_date_is_read_without_one() -> None:
    child = newcomers()[0]
    page = render_saved_order(OrderScenario(Way.QUICK, Screen.ENTRY, (child,)))
    (read_child,) = order(page.replace(child.birth, "32.13.2015")).newcomers
    assert read_child.birth_date is None


def test_quick_entry_may_be_a_table_of_fields() -> None:
    cells = "".join(f'<td><input value="{v}"></td>' for v in ("Иванов", "Иван", "", "07.05.2015"))
    captions = "<th>Фамилия</th><th>Имя</th><th>Отчество</th><th>Дата рождения</th>"
    table = f"<table><tr>{captions}</tr><tr>{cells}</tr></table>"
    found = order(f"<div><h2>Быстрый ввод учеников</h2>{table}</div>")
    assert told(found) == [("Иванов Иван", "07.05.2015")]
    assert (found.table, found.first_data_tr) == (0, 1)


@pytest.mark.parametrize("heading", ["Приказ о зачислении", "Импорт оценок"])
def test_another_page_is_left_to_others(heading: str) -> None:
    assert read(f"<h1>{heading}</h1><p>Быстрый ввод учеников</p>") is None
