"""Lists of pupils and parents in both generations of СГО: what is said of a row and what not."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.screens.card import CardScreen
from tests.e2e.screens.people_list import ListScreen
from tests.e2e.screens.waiting import eventually
from tests.e2e.screens.why_card import WhyCard
from tests.e2e.session import HOSTS
from tests.stand.plot import Mode
from tests.stand.school.cases import HTML_NAME
from tests.stand.school.lists import Filters, ListScenario, list_page, list_rows, list_truth
from tests.stand.school.model import Role
from tests.stand.school.plot import SchoolScenario
from tests.stand.school.world import school
from tests.stand.server import Stand

SENT = """
(html) => new DOMParser().parseFromString(html, "text/html").querySelector("table").textContent
"""
ADDED = """
() => [...document.querySelectorAll("*")]
  .flatMap((element) => [...element.attributes].map(({ name }) => name))
  .filter((name) => /^(data-sverka|aria-description|tabindex)/.test(name))
"""
MANY = 120


@pytest.fixture
def people(page: Page, stand: Stand) -> Iterator[ListScreen]:
    """СГО of one generation, logged in; whoever would have written there has failed."""
    stand.school = SchoolScenario()
    CardScreen(page, stand.mode, HOSTS[stand.mode]).log_in()
    yield ListScreen(page, stand.mode, HOSTS[stand.mode])
    stand.school = SchoolScenario()


def names_of(pairs: set[tuple[int, int]]) -> set[str]:
    people = school().by_number
    return {people[number].full_name for pair in pairs for number in pair}


def test_a_list_of_pupils_names_doubles_no_twins_and_leaves_the_table_as_it_was(
    people: ListScreen, stand: Stand
) -> None:
    people.open(Role.PUPIL)
    people.wait_for_bar("Список ещё не загружен")
    people.load()
    found = people.rules_by_name()
    alike = {name for name, rules in found.items() if "S-04" in rules}
    assert names_of(school().doubles) <= alike
    twins = {card.full_name for card in school().household("twins").cards}
    assert twins.isdisjoint(alike)
    assert any(HTML_NAME in name for name in found)
    assert people.markup_from_data() == 0
    assert people.page.evaluate("window.hostile") is None
    sent = people.page.evaluate(SENT, list_rows(ListScenario(Role.PUPIL), stand.mode))
    assert people.table.evaluate("(table) => table.textContent") == sent


def test_a_list_of_parents_tells_who_has_no_child_and_why(people: ListScreen) -> None:
    people.open(Role.PARENT)
    people.load()
    lonely = [row.name for row in list_truth(ListScenario(Role.PARENT)) if not row.linked]
    found = people.rules_by_name()
    assert sorted(name for name, rules in found.items() if "S-02" in rules) == sorted(lonely)
    people.show_only("no-children")
    assert people.shown_rows() == len(lonely)
    people.page.locator("[data-sverka-remark][tabindex='0']").press("Enter")
    card = WhyCard(people.page)
    said = card.wait_for("Без детей")
    assert lonely[0] in said
    people.page.keyboard.press("Escape")
    card.wait_until_closed()
    expect(people.page.locator("[data-sverka-remark]:focus")).to_have_count(1)
    people.show_all()
    assert people.shown_rows() == len(list_truth(ListScenario(Role.PARENT)))


def test_pages_and_filters_are_followed_as_the_operator_turns_them(
    people: ListScreen, stand: Stand
) -> None:
    stand.school = SchoolScenario(pupils=MANY)
    people.open(Role.PARENT)
    people.load()
    total = list_page(ListScenario(Role.PARENT, pupils=MANY)).total
    people.wait_for_bar(f"Перелистано строк списка: 50 из {total}")
    people.turn_to(2)
    people.wait_for_bar(f"Перелистано строк списка: {min(100, total)} из {total}")
    people.choose(STATUS="2")
    # The rows are still those of the whole list until they are loaded anew.
    assert "Отбор" not in people.wait_for_bar("Перелистано")
    people.load()
    people.wait_for_bar("Отбор: Текущий статус — Родители выбывших")
    filtered = ListScenario(Role.PARENT, Filters(status=2), pupils=MANY)
    names = [row.name for row in list_truth(filtered)]
    assert people.table.locator("tbody a").all_inner_texts() == names
    assert not any("S-02" in rules for rules in people.rules_by_name().values())


def test_the_same_rows_loaded_anew_are_marked_anew_and_no_trace_is_left_in_the_end(
    people: ListScreen, stand: Stand
) -> None:
    people.open(Role.PUPIL)
    people.load()
    before, marked = people.rules_by_name(), people.marked().count()
    people.load()
    expect(people.marked()).to_have_count(marked)
    assert people.rules_by_name() == before
    if stand.mode is Mode.MODERN:
        people.page.locator('.nav-tabs a[href="#reports"]').click()
        people.annotations.wait_for_none()
        assert set(people.page.evaluate(ADDED)) <= {"tabindex"}


def test_a_list_that_is_being_loaded_is_not_called_empty(people: ListScreen, stand: Stand) -> None:
    stand.school = SchoolScenario(delay_ms=1500)
    people.open(Role.PUPIL)
    people.choose(SEARCH="НИКТОТАКОЙ")
    people.page.locator(".load-list").click()
    people.page.locator(".loading-overlay").wait_for()
    said = people.wait_for_bar("Список ещё не загружен")
    assert "никого нет" not in said
    people.page.locator(".loading-overlay").wait_for(state="detached")


def test_a_card_that_was_open_is_told_of_its_row(people: ListScreen, stand: Stand) -> None:
    orphan = next(iter(school().household("pupil_without_parent").cards))
    people.open(Role.PUPIL)
    people.load()
    CardScreen(people.page, stand.mode, HOSTS[stand.mode]).open_checked(orphan)
    people.open(Role.PUPIL)
    people.load()
    found = people.rules_by_name()[orphan.full_name]
    assert "S-01" in found
    assert "S-06" not in found


def test_a_row_is_marked_as_looked_at_once_its_card_was_opened_in_another_tab(
    people: ListScreen, stand: Stand
) -> None:
    stand.school = SchoolScenario(pupils=MANY, delay_ms=0)
    people.open(Role.PUPIL)
    people.load()
    before = people.rules_by_name()
    # The cards of the usual school may have been open in other tests.
    usual = school().by_number
    newcomers = (card for card in school(MANY).cards(Role.PUPIL) if card.number not in usual)
    card = next(card for card in newcomers if before.get(card.full_name) == {"S-06"})
    tab = people.page.context.new_page()
    cards = CardScreen(tab, stand.mode, HOSTS[stand.mode])
    cards.log_in()
    cards.open_checked(card)
    rules = eventually(
        people.page,
        lambda: people.rules_by_name().get(card.full_name, set()),
        lambda found: "S-06" not in found,
    )
    assert "S-06" not in rules
    tab.close()
