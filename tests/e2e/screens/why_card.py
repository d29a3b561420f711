"""The card «почему»."""

from collections.abc import Mapping
from typing import Literal

from playwright.sync_api import Page

from tests.e2e.screens.overlay import Box, Overlay

CARD = "dialog.card"
STATE = f"{CARD} section.state"
WORK = "data-sverka-work"
Act = Literal["assign", "worked", "irremovable", "not-duplicate"]
ACTS: Mapping[Act, str] = {
    "assign": "Назначить",
    "worked": "Отработан",
    "irremovable": "Невозможно устранить",
    "not-duplicate": "Не дубль",
}
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

    def state(self) -> str:
        """How far the work on the group is, as the card marks it."""
        [state] = self._overlay.values(STATE, WORK)
        return state

    def wait_for_state(self, words: str) -> str:
        """Wait until the section «Состояние» says `words`; gives all it says."""
        return self._overlay.wait_for_text(STATE, words)

    def outcome(self, words: str) -> str:
        """Wait until the section says how a decision has ended."""
        return self._overlay.wait_for_text(f"{STATE} .outcome", words)

    def decide(self, act: Act, **values: str) -> None:
        """Open the form of a decision, fill it and press «Сохранить»."""
        self.open_form(act)
        for name, value in values.items():
            self._overlay.fill(f"{form_of(act)} [name={name}]", value)
        self.save(act)

    def open_form(self, act: Act) -> None:
        self._press(f"{STATE} summary", ACTS[act])

    def tick(self, act: Act, selector: str) -> None:
        """Tick a box or choose one of several in an open form."""
        self._overlay.fill(f"{form_of(act)} {selector}", "1")

    def save(self, act: Act) -> None:
        self._press(f"{form_of(act)} button.main")

    def undo(self) -> None:
        """Press «Отменить последнее решение»."""
        self._press(f"{STATE} .undo")

    def show_current_state(self) -> None:
        """Press what a conflict offers."""
        self._press(f"{STATE} .outcome button")

    def _press(self, selector: str, words: str = "") -> None:
        self._overlay.scroll_to(selector)
        self._overlay.click(selector, words)

    def count(self, selector: str) -> int:
        """How many elements of the card fit."""
        return self._overlay.count(f"{CARD} {selector}")


def form_of(act: Act) -> str:
    return f'{STATE} form[data-sverka-act="{act}"]'
