"""A list of the stand must show whom its filters let through, and tell the truth about its rows."""

import pytest
from bs4 import BeautifulSoup, Tag

from tests.stand.plot import Mode
from tests.stand.school.lists import (
    Filters,
    ListScenario,
    list_page,
    list_truth,
    render_saved_list,
)
from tests.stand.school.model import Field, Role
from tests.stand.school.world import school

modes = pytest.mark.parametrize("mode", Mode)
roles = pytest.mark.parametrize("role", Role)


def rows(scenario: ListScenario, mode: Mode) -> list[Tag]:
    soup = BeautifulSoup(render_saved_list(scenario, mode), "lxml")
    return soup.select("#UserListTable tbody tr, tr.jtable-data-row")


def number_of(row: Tag, mode: Mode) -> int:
    if mode is Mode.MODERN:
        return int(str(row["data-record-key"]))
    return int("".join(filter(str.isdigit, str(row.select("a")[0]["onclick"]))))


@modes
@roles
def test_every_row_is_the_account_the_truth_names(role: Role, mode: Mode) -> None:
    scenario = ListScenario(role)
    shown = [(number_of(row, mode), row.select("a")[0].get_text()) for row in rows(scenario, mode)]
    assert shown == [(row.number, row.name) for row in list_truth(scenario)]


@modes
def test_a_parent_without_children_has_an_empty_cell(mode: Mode) -> None:
    scenario = ListScenario(Role.PARENT)
    printed = [bool(row.select("td")[3].get_text().strip()) for row in rows(scenario, mode)]
    assert printed == [row.linked for row in list_truth(scenario)]
    assert False in printed


@roles
def test_the_pages_together_show_everybody_once(role: Role) -> None:
    first = list_page(ListScenario(role, pupils=120))
    numbers = [
        row.number
        for page in range(1, first.pages + 1)
        for row in list_truth(ListScenario(role, page=page, pupils=120))
    ]
    assert first.pages > 1
    assert sorted(numbers) == sorted(card.number for card in school(120).cards(role))


@pytest.mark.parametrize(
    "filters",
    [Filters(first="Б", last="К"), Filters(sex="Ж"), Filters(status=2), Filters(surname="ан")],
)
@roles
def test_a_filter_leaves_people_out_and_is_called_a_filter(role: Role, filters: Filters) -> None:
    filtered = ListScenario(role, filters)
    assert not filtered.unfiltered
    assert 0 < list_page(filtered).total < list_page(ListScenario(role)).total


def test_the_size_of_a_page_is_no_filter() -> None:
    assert ListScenario(filters=Filters(size=100)).unfiltered


@modes
def test_the_chosen_filters_stand_in_the_saved_page(mode: Mode) -> None:
    filters = Filters(first="Б", sex="Ж", status=1, surname="Бе", size=100)
    soup = BeautifulSoup(render_saved_list(ListScenario(filters=filters), mode), "lxml")
    chosen = [option.get_text() for option in soup.select("option[selected]")]
    assert chosen == ["Б", "Я", "Ж", "Обучающиеся", "Фамилия", "100"]
    assert soup.select("[name=SEARCH]")[0]["value"] == "Бе"


@modes
@roles
def test_before_loading_there_is_the_hint_and_no_row(role: Role, mode: Mode) -> None:
    scenario = ListScenario(role, loaded=False)
    assert 'Нажмите кнопку "Загрузить"' in render_saved_list(scenario, mode).replace("&#34;", '"')
    assert rows(scenario, mode) == []
    assert list_truth(scenario) == []


def test_the_doubles_of_a_list_are_one_pupil_in_all_but_a_letter() -> None:
    people = school().by_number
    assert school().doubles
    for one, other in school().doubles:
        values, others = people[one].values, people[other].values
        differing = {field for field in Field if values.get(field) != others.get(field)}
        assert differing == {Field.PATRONYMIC, Field.LOGIN}
