"""The card «почему»."""

from playwright.sync_api import Page

from tests.e2e.screens.overlay import Box, Overlay

CARD = "dialog.card"
WEIGHT, BAR, GUARD = "data-sverka-weight", "data-sverka-bar", "data-sverka-guard"


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

    def weights(self) -> dict[str, str]:
        """What each compared field weighs, and all of them as `total`, as printed."""
        return self._overlay.values(f"{CARD} [{WEIGHT}]", WEIGHT)

    def bars(self) -> dict[str, Box]:
        """The bars of the weights as they are shown, by the field."""
        return self._overlay.boxes(f"{CARD} [{BAR}]", BAR)

    def guards(self) -> list[str]:
        """What is told of signs against one child, whatever the sum."""
        return self._overlay.texts(f"{CARD} [{GUARD}]")

    def scroll_to_weights(self) -> None:
        """Bring the sum of the first comparison into view."""
        self._overlay.scroll_to(f'{CARD} [{WEIGHT}="total"]')

    def count(self, selector: str) -> int:
        """How many elements of the card fit."""
        return self._overlay.count(f"{CARD} {selector}")
