"""The popup, opened in a tab of its own."""

from playwright.sync_api import Locator, Page, expect


class PopupScreen:
    """What the operator sees behind the extension's button."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def wait_until_connected(self) -> None:
        """Wait until it says that the helper answers."""
        expect(self.page.locator("#connection")).to_have_attribute("data-kind", "fine")

    def wait_until_not_connected(self, words: str) -> None:
        """Wait until it says why the helper does not answer, in these words."""
        connection = self.page.locator("#connection")
        expect(connection).to_have_attribute("data-kind", "bad")
        expect(connection).to_contain_text(words)

    def check_connection(self) -> None:
        """Press «Проверить связь»."""
        self.page.locator("#check").click()

    def why_not_connected(self) -> str:
        """Wait until it says why the helper does not answer; gives what it says."""
        connection = self.page.locator("#connection")
        expect(connection).to_have_attribute("data-kind", "bad")
        return connection.inner_text()

    def open_helper(self) -> None:
        """Press «Открыть «Сверку»»."""
        self.page.locator("#open").click()

    def hosts(self) -> Locator:
        """The sites where the extension is on."""
        return self.page.locator("#hosts li")
