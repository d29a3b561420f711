"""Who is being added to an order, and in which way, is read from every screen of the dialog."""

from datetime import date

import pytest

from sverka.pages.order import read_order
from sverka.pages.records import Order
from sverka.pages.vocabulary import EntryWay
from tests.stand.order import OrderScenario, Screen, Way, newcomers, render_saved_order
from tests.unit.pages.trees import parse_page

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


def notices(found: Order) -> dict[str, dict[str, object]]:
    return {notice.code: dict(notice.values) for notice in found.notices}


def imported(header: tuple[str, ...], *rows: tuple[str, ...]) -> Order:
    lines = ["".join(f"<td>{cell}</td>" for cell in row) for row in rows]
    table = "".join(f"<tr>{line}</tr>" for line in ("<th>" + "<th>".join(header), *lines))
    return order(f"<div><h2>Импорт учеников</h2><table>{table}</table></div>")


def form(**fields: str) -> str:
    captions = {
        "surname": "Фамилия",
        "name": "Имя",
        "patronymic": "Отчество",
        "born": "Дата рождения",
    }
    return "".join(
        f'<div><label>{captions[field]}</label><input value="{value}"></div>'
        for field, value in fields.items()
    )


def quick(*forms: str) -> Order:
    return order(f"<div><h2>Быстрый ввод учеников</h2>{''.join(forms)}</div>")


WHOLE = ("№", "Фамилия", "Имя", "Отчество", "Дата рождения")


def test_imported_rows_that_cannot_be_compared_are_named_with_the_reason() -> None:
    found = imported(
        WHOLE,
        ("1", "Иванов", "Иван", "", "07.05.2015"),
        ("2", "Петров", "Пётр", "", ""),
        ("3", "Сидоров", "Олег", "", ""),
        ("4", "Котов", "Илья", "", "31.02.2015"),
        ("5", "Мышов", "И.", "", "07.05.2015"),
        ("6", "Зайцев", "Лев", "", ""),
        ("7", "", "", "", "07.05.2015"),
        ("", "", "", "", ""),
    )
    assert notices(found) == {
        "order-rows-without-date": {"rows": "2–3, 6"},
        "order-rows-date-unread": {"rows": "4"},
        "order-rows-name-unread": {"rows": "5, 7"},
    }


def test_an_import_without_birth_dates_says_that_nobody_is_compared() -> None:
    found = imported(("№", "Фамилия", "Имя"), ("1", "Иванов", "Иван"))
    assert list(notices(found)) == ["order-no-birth-date-column"]


@pytest.mark.parametrize("header", [("№", "Обучающийся", "Рождение"), ("№", "ФИО", "Когда")])
def test_an_import_with_unknown_columns_says_that_nobody_is_compared(
    header: tuple[str, ...],
) -> None:
    found = imported(header, ("1", "Иванов Иван Иванович", "07.05.2015"))
    assert list(notices(found)) == ["order-columns-unread"]


@pytest.mark.parametrize(
    "inside",
    ["<input type=file>", "<table><tr><td>Файл</td><td><input type=file></td></tr></table>"],
)
def test_an_import_whose_file_is_not_chosen_yet_says_nothing(inside: str) -> None:
    assert order(f"<div><h2>Импорт учеников</h2>{inside}</div>").notices == ()


@pytest.mark.parametrize("born", ["мая 2015", "32.13.2015", "07052015", "07.05.1985"])
def test_a_typed_date_that_is_wrong_however_it_goes_on_is_told(born: str) -> None:
    found = quick(form(surname="Иванов", name="Иван", born=born))
    assert notices(found) == {"order-date-unread": {"text": born}}


@pytest.mark.parametrize("born", ["", "0", "07.", "07.05.", "07.05.201", "07.05.201_", "2015-0"])
def test_a_date_that_is_still_being_typed_is_not_scolded(born: str) -> None:
    assert quick(form(surname="Иванов", name="Иван", born=born)).notices == ()


def test_children_of_two_forms_on_one_screen_are_not_mixed_into_one() -> None:
    found = quick(
        form(surname="Петров", name="Олег", born="08.06.2016"),
        form(surname="Иванов", name="Иван", patronymic="Иванович", born="07.05.2015"),
    )
    assert told(found) == [("Петров Олег", "08.06.2016"), ("Иванов Иван Иванович", "07.05.2015")]
    assert [child.row for child in found.newcomers] == [0, 1]


def test_a_form_whose_captions_are_unknown_says_so_once_something_is_typed() -> None:
    fields = '<label>ФИО ребёнка</label><input value="{}">'
    assert quick(fields.format("")).notices == ()
    assert list(notices(quick(fields.format("Иванов Иван")))) == ["order-fields-unread"]


def test_of_two_screens_with_children_the_one_that_is_not_compared_is_told() -> None:
    child = form(surname="Иванов", name="Иван", born="07.05.2015")
    screen = f"<section><h2>Быстрый ввод учеников</h2>{child}</section>"
    assert list(notices(order(screen + screen))) == ["order-several-entries"]
    empty = "<section><h2>Импорт учеников</h2><input></section>"
    found = order(empty + screen)
    assert (told(found), found.notices) == ([("Иванов Иван", "07.05.2015")], ())
