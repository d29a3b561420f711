"""The card «почему»."""

from playwright.sync_api import Page

from tests.e2e.screens.overlay import Overlay

CARD = "dialog.card"


class WhyCard:
    """The card over a page; opened from an annotated cell."""

    def __init__(self, page: Page) -> None:
        self._overlay = Overlay(page)

    def wait_for(self, words: str = "") -> str:
        """Wait until the card says `words`; gives all it says."""
        return self._overlay.wait_for_text(CARD, words)

    def wait_until_closed(self) -> None:
        self._overlay.wait_for_none(CARD)

    def close(self) -> None:
        """Press the card's own button."""
        self._overlay.click(f"{CARD} .close")
        self.wait_until_closed()

    def rules(self) -> list[str]:
        """The ids of the rules, the deciding one first."""
        return self._overlay.texts(f"{CARD} .rule strong")

    def quotes(self) -> list[str]:
        """The sentences of the source."""
        return self._overlay.texts(f"{CARD} blockquote")

    def steps(self) -> list[str]:
        """What is to be done, in order."""
        return self._overlay.texts(f"{CARD} .steps li")

    def count(self, selector: str) -> int:
        """How many elements of the card fit."""
        return self._overlay.count(f"{CARD} {selector}")
