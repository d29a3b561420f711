"""The popup, opened in a tab of its own."""

from playwright.sync_api import Locator, Page, expect


class PopupScreen:
    """What the operator sees behind the extension's button."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def wait_until_connected(self) -> None:
        """Wait until it says that the helper answers."""
        expect(self.page.locator("#connection")).to_have_attribute("data-kind", "fine")

    def hosts(self) -> Locator:
        """The sites where the extension is on."""
        return self.page.locator("#hosts li")
