"""Pairing by the options page."""

from playwright.sync_api import expect

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
