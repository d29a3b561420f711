"""«Сменить пароль»: the password is made and printed on request, and never leaves the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import Helper, running_helper
from tests.e2e.screens.card import CardScreen
from tests.e2e.screens.password import PasswordScreen
from tests.e2e.session import HOSTS, paired_browser
from tests.e2e.wire import Wire, running_wire
from tests.stand.plot import Mode
from tests.stand.school.model import Card, Role
from tests.stand.school.plot import SchoolScenario
from tests.stand.school.world import school
from tests.stand.server import Stand

LEAST = 8
STORED = """
async () => JSON.stringify(
  await Promise.all(["local", "session", "sync"].map((area) => chrome.storage[area].get())),
)
"""
# What the page and its scripts keep, the fields of the open dialog aside.
KEPT_BY_PAGE = "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"
# Every message to the worker, as it arrives there.
OVERHEAR = """
() => {
  self.overheard = [];
  chrome.runtime.onMessage.addListener((message) => { self.overheard.push(message); });
}
"""
OVERHEARD = "() => JSON.stringify(self.overheard)"


@dataclass(frozen=True, slots=True)
class Desk:
    """A card with the dialog open, and every way out of the page in view."""

    helper: Helper
    wire: Wire
    browser: ExtensionBrowser
    card: CardScreen
    dialog: PasswordScreen
    folder: Path


def pupil() -> Card:
    return next(c for c in school().household("everything_right").cards if c.role is Role.PUPIL)


@pytest.fixture(params=Mode)
def dialog(
    request: pytest.FixtureRequest, page: Page, stands: dict[Mode, Stand]
) -> Iterator[PasswordScreen]:
    """The dialog over a card; whoever would have saved it has failed the test."""
    stand = stands[request.param]
    stand.school = SchoolScenario()
    stand.watch.forget()
    yield opened(page, stand)
    assert stand.violations == []


def opened(page: Page, stand: Stand) -> PasswordScreen:
    card = CardScreen(page, stand.mode, HOSTS[stand.mode])
    card.log_in()
    card.open_checked(pupil())
    dialog = PasswordScreen(page)
    dialog.open()
    return dialog


@pytest.fixture(params=[Mode.CLASSIC, pytest.param(Mode.MODERN, marks=pytest.mark.slow)])
def desk(
    request: pytest.FixtureRequest,
    playwright: Playwright,
    stands: dict[Mode, Stand],
    tmp_path: Path,
) -> Iterator[Desk]:
    stand = stands[request.param]
    stand.school = SchoolScenario()
    with (
        running_helper(tmp_path / "data") as helper,
        running_wire(helper.port) as (wire, detours),
        paired_browser(
            playwright, helper, {stand.mode: stand}, tmp_path / "browser", detours=detours
        ) as browser,
    ):
        page = browser.context.new_page()
        browser.worker.evaluate(OVERHEAR)
        dialog = opened(page, stand)
        card = CardScreen(page, stand.mode, HOSTS[stand.mode])
        yield Desk(helper, wire, browser, card, dialog, tmp_path)


def test_nothing_is_filled_before_the_operator_asks(dialog: PasswordScreen) -> None:
    assert dialog.typed() == ("", "")
    expect(dialog.tick()).not_to_be_checked()
    assert not dialog.can_print()


def test_one_press_fills_both_fields_and_the_tick(dialog: PasswordScreen) -> None:
    dialog.fill()
    first, second = dialog.typed()
    assert first == second
    assert len(first) >= LEAST
    expect(dialog.tick()).to_be_checked()
    assert dialog.complaint() == ""
    assert dialog.can_print()


def test_the_next_password_is_another(dialog: PasswordScreen) -> None:
    dialog.fill()
    first, _ = dialog.typed()
    dialog.fill()
    assert dialog.typed()[0] != first
    expect(dialog.tick()).to_be_checked()


def test_a_short_password_is_marked(dialog: PasswordScreen) -> None:
    dialog.type("abc", "abc")
    assert "короче 8" in dialog.complaint()
    expect(dialog.marked()).to_have_count(1)
    assert not dialog.can_print()


def test_differing_passwords_are_marked_until_they_agree(dialog: PasswordScreen) -> None:
    dialog.type("abcdefgh1", "abcdefgh2")
    assert "не совпадают" in dialog.complaint()
    dialog.type("abcdefgh1", "abcdefgh1")
    expect(dialog.marked()).to_have_count(0)
    assert dialog.complaint() == ""


def test_the_help_goes_with_the_dialog(dialog: PasswordScreen) -> None:
    dialog.fill()
    dialog.close()
    dialog.wait_until_gone()


def test_the_password_never_leaves_the_page(desk: Desk) -> None:
    desk.dialog.fill()
    password, _ = desk.dialog.typed()
    desk.dialog.print()
    assert password not in desk.dialog.everything_drawn()
    desk.dialog.close()
    desk.dialog.wait_until_gone()
    # An edit sends the card once more.
    desk.card.surname().fill("Кoваленко")
    expect(desk.card.marked("C-07")).to_have_count(1)
    assert password not in desk.dialog.everything_drawn()
    assert password not in "".join(exchange.everything_sent for exchange in desk.wire.seen)
    assert desk.wire.asked("pages")
    overheard = desk.browser.worker.evaluate(OVERHEARD)
    assert "analyse" in overheard
    assert password not in overheard
    assert password not in desk.browser.worker.evaluate(STORED)
    assert password not in desk.card.page.evaluate(KEPT_BY_PAGE)
    assert password not in desk.helper.log
