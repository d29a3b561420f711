"""The registry of clones: its groups are advised on, and its buttons framed while that is open."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.screens.card import CardScreen
from tests.e2e.screens.clones import ClonesScreen
from tests.e2e.screens.why_card import WhyCard
from tests.e2e.session import HOSTS
from tests.stand.clones import clone_groups
from tests.stand.plot import Mode, Scenario
from tests.stand.server import Stand

PLACES = {group.case: place for place, group in enumerate(clone_groups())}


@pytest.fixture
def registry(page: Page, stands: dict[Mode, Stand]) -> Iterator[ClonesScreen]:
    """The registry, of which no button may have been pressed in the end."""
    stand = stands[Mode.MODERN]
    stand.scenario = Scenario()
    stand.watch.forget()
    CardScreen(page, stand.mode, HOSTS[stand.mode]).log_in()
    screen = ClonesScreen(page, HOSTS[stand.mode])
    screen.show()
    yield screen
    assert stand.violations == []


def test_twins_are_called_so_and_their_buttons_framed(registry: ClonesScreen) -> None:
    registry.open_group(PLACES["twins"])
    assert registry.advice() == [("not-duplicate", "D-15")] * 2
    assert registry.warnings() == ["twins"] * 5
    button = registry.buttons().first
    expect(button).to_be_enabled()
    button.focus()
    assert "близнецы" in registry.note()
    expect(button).to_have_attribute("aria-description", re.compile("Не объединяйте"))


def test_what_movement_must_decide_is_undecided_and_framed(registry: ClonesScreen) -> None:
    registry.open_group(PLACES["attached_with_history"])
    assert registry.advice() == [("undecided", "D-06")] * 2
    assert set(registry.warnings()) == {"undecided"}


def test_numbers_alone_give_a_preliminary_advice_and_say_why(registry: ClonesScreen) -> None:
    registry.open_group(PLACES["equal_dates_without_history"])
    assert registry.advice() == [("keep", "D-25"), ("delete", "D-25")]
    assert set(registry.warnings()) == {"preliminary"}
    registry.annotations.cells("delete").click()
    WhyCard(registry.page).wait_for("СНИЛС")


def test_nothing_is_left_on_the_page_of_a_group_that_was_closed(registry: ClonesScreen) -> None:
    registry.open_group(PLACES["twins"])
    registry.close_group(PLACES["twins"])
    registry.open_group(PLACES["attached_with_history"])
    assert len(registry.advice()) == 2
