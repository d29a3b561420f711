"""Pairing by the options page."""

from playwright.sync_api import Page, expect

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import Helper
from tests.e2e.screens.options import OptionsScreen

NEVER_MADE = "00000000"


def test_a_wrong_code_is_refused_and_the_old_pairing_stays(
    browser_paired: ExtensionBrowser, helper: Helper
) -> None:
    helper.pairing_code()
    options = OptionsScreen(browser_paired.open("ui/options.html"))
    options.try_code(NEVER_MADE)
    expect(options.page.locator("#pairing-outcome")).to_have_attribute("data-kind", "bad")
    expect(options.page.locator("#connection")).to_have_attribute("data-kind", "fine")
    expect(options.page.locator("#code-ports")).to_contain_text(f"на порт {helper.port}.")
    options.page.close()


HELD_ANSWERS = """
const ask = chrome.runtime.sendMessage.bind(chrome.runtime);
const released = new Promise((release) => { globalThis.releaseAnswers = release; });
chrome.runtime.sendMessage = (message) => released.then(() => ask(message));
"""


def test_a_port_typed_before_the_page_knows_the_saved_one_is_not_overwritten(
    browser_paired: ExtensionBrowser, page: Page
) -> None:
    page.add_init_script(HELD_ANSWERS)
    page.goto(f"chrome-extension://{browser_paired.extension_id}/ui/options.html")
    port = page.locator("#port [name=port]")
    port.fill("23456")
    page.evaluate("releaseAnswers()")
    expect(page.locator("#connection")).to_have_attribute("data-kind", "fine")
    expect(port).to_have_value("23456")


def test_the_saved_port_is_shown(
    browser_paired: ExtensionBrowser, page: Page, helper: Helper
) -> None:
    page.goto(f"chrome-extension://{browser_paired.extension_id}/ui/options.html")
    expect(page.locator("#port [name=port]")).to_have_value(str(helper.port))
