"""The movement of one account in the window that its card opens."""

from playwright.sync_api import Page

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.overlay import Overlay

BAR = "section.bar"


class MovementScreen:
    """The window of a movement, and what the extension says of it."""

    def __init__(self, window: Page) -> None:
        self.window = window
        self.table = window.locator("#NS_MOVDOC_EDITING_ROW")
        self._overlay = Overlay(window)

    @classmethod
    def opened_from(cls, card: Page) -> "MovementScreen":
        """Press «Движение» on the card and wait until the movement is read."""
        with card.expect_popup() as opening:
            card.locator("[data-movement]").first.click()
        screen = cls(opening.value)
        screen.table.wait_for()
        Annotations(screen.window).wait_for("done")
        return screen

    def says(self, words: str) -> str:
        """Wait until the bar says `words`; gives all it says."""
        return self._overlay.wait_for_text(BAR, words)

    def marked(self) -> int:
        """How many elements of the table the extension has touched."""
        touched = '[...element.attributes].some(({ name }) => name.startsWith("data-sverka"))'
        count: int = self.table.evaluate(
            f'(table) => [...table.querySelectorAll("*")].filter((element) => {touched}).length'
        )
        return count
