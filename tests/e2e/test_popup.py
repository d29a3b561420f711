"""The popup tells where the extension is on and whether the helper answers."""

from playwright.sync_api import expect

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import Helper
from tests.e2e.screens.popup import PopupScreen
from tests.e2e.session import HOSTS


def test_the_popup_names_the_hosts_and_the_connection(browser_paired: ExtensionBrowser) -> None:
    popup = PopupScreen(browser_paired.open("ui/popup.html"))
    popup.wait_until_connected()
    expect(popup.hosts()).to_contain_text([f"http://{host}" for host in sorted(HOSTS.values())])
    popup.page.close()


def test_the_popup_says_what_to_do_when_the_helper_is_stopped(
    browser_paired: ExtensionBrowser, helper: Helper
) -> None:
    helper.stop()
    try:
        popup = PopupScreen(browser_paired.open("ui/popup.html"))
        expect(popup.page.locator("#connection")).to_have_attribute("data-kind", "bad")
        popup.page.close()
    finally:
        helper.start()
