"""What a report was made by, beside its period, is read wherever it is printed."""

from datetime import date

import pytest

from sverka.pages.labels import labels
from sverka.pages.selection import read_selection
from tests.unit.pages.page import TITLE, page, read, table
from tests.unit.pages.trees import parse_page

PERIOD = (date(2025, 9, 1), date(2025, 9, 30))


def selection(body: str) -> tuple[str, ...]:
    root = parse_page(f"<html><body>{body}<table><tr><td>Класс: 9я</table></body></html>", max_mb=1)
    return read_selection(root, list(root.iter("table"))[-1], PERIOD, labels())


@pytest.mark.parametrize(
    "body",
    [
        "<p>Класс: 4а, 4б</p>",
        "<i class='select'>Класс: <b>4а, 4б</b></i><i class='select'>Пол: <b>все</b></i>",
        "<span>Класс:</span> <b>4а,</b> <b>4б</b>",
        "<div>Класс:</div><div>4а, 4б</div>",
        "<table><tr><td>Класс:</td><td>4а, 4б</td></tr></table>",
        "<label>Класс: <select><option>Все<option selected>4а, 4б</select></label>",
        "<label>Класс: <input value='4а, 4б'></label>",
        "<p>Период: 01.09.2025 – 30.09.2025, класс: 4а, 4б</p>",
        "<p>За период с 01.09.2025 по 30.09.2025, класс 4а, 4б</p>",
        "<span class='select'>Класс <b>4а, 4б</b></span>",
        "<h5 class='report-title-school'>Класс 4а, 4б</h5>",
        "<table><tr><td>Класс: 4а, 4б<td>Состояние на16.09.2026 17:40:20</table>",
    ],
)
def test_a_choice_is_read_in_every_writing(body: str) -> None:
    assert any("4а, 4б" in line for line in selection(body)), selection(body)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Класс: 4а", "Класс: 4б"),
        ("Класс: 4а", ""),
        ("Образовательная организация: СОШ № 1", "Образовательная организация: СОШ № 2"),
        ("Дата рождения с: 01.01.2015", "Дата рождения с: 01.01.2016"),
    ],
)
def test_two_choices_are_never_taken_for_one(one: str, other: str) -> None:
    assert selection(f"<p>{one}</p>") != selection(f"<p>{other}</p>")


@pytest.mark.parametrize(
    "body",
    [
        "",
        f"<h2>{TITLE}</h2>",
        "<p>Период: 01.09.2025 – 30.09.2025</p>",
        "<p>За период с 1.09.2025 по 30.09.2025</p>",
        "<i class='select'>Период с: <b>01.09.2025</b></i><i class='select'>по: 30.09.2025</i>",
        "<p>Состояние на16.09.2026 17:40:20</p><p>© Сетевой Город. Образование 5.56.0</p>",
        "<p>Исполнитель: Петрова А. С.</p><p>Всего записей: 128</p>",
        "<p>Дата печати: 05.10.2025 9:41</p>",
        "<p>Сформирован 05.10.2025 12:30. Период: 01.09.2025 – 30.09.2025</p>",
        "<h2>Нет данных для отображения за указанный период</h2>",
        "<p>Нет данных за период с 01.09.2025 по 30.09.2025</p>",
        "<script>Класс: 4а</script>",
    ],
)
def test_what_changes_from_report_to_report_is_no_choice(body: str) -> None:
    assert set(selection(body)) <= {"сформирован . период: –"}
    assert selection(body) == selection(body.replace("05.10.2025", "06.10.2025"))


def test_a_report_of_nobody_tells_its_choice_too() -> None:
    empty = page("<p>Класс: 4а</p>", "<p>Нет данных для отображения</p>")
    full = page("<p>Класс: 4а</p>", table(("", "Иванов Иван", "s1", "07.05.2015", "", "", "", "")))
    assert read(empty).facts.selection == read(full).facts.selection == ("класс: 4а",)
