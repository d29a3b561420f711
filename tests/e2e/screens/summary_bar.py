"""The bar at the foot of the window and what it opens."""

from typing import Literal

from playwright.sync_api import Page

from tests.e2e.screens.overlay import Overlay

Kind = Literal["delete", "undecided", "preliminary", "keep", "fix-dates", "not-duplicate"]
Choice = Kind | Literal["high-risk", "unworked"]
BAR = "section.bar"
TASKS = "dialog.tasks"


class SummaryBar:
    """The bar of one page."""

    def __init__(self, page: Page) -> None:
        self._overlay = Overlay(page)

    def wait_for(self, words: str = "") -> str:
        """Wait until the bar says `words`; gives all it says."""
        return self._overlay.wait_for_text(BAR, words)

    def unread_part(self) -> str:
        """What it says of tables that were not read."""
        return self._overlay.wait_for_text(f"{BAR} .partial", "")

    def wait_until_gone(self) -> None:
        self._overlay.wait_for_none(BAR)

    def count(self, kind: Choice) -> int:
        """How many accounts the bar counts for one advice, or groups of high risk."""
        [label] = self._overlay.texts(f"{BAR} .kind.{kind}")
        return int(label.rpartition(":")[2])

    def show_only(self, kind: Choice) -> None:
        """Filter by an advice or by high risk."""
        self._overlay.click(f"{BAR} .kind.{kind}")

    def show_all(self) -> None:
        """Take the filter off."""
        self._overlay.click(f"{BAR} .filter button:first-child")

    def chosen(self) -> str:
        """The filter that is on, as its button says."""
        [label] = self._overlay.texts(f"{BAR} .filter [aria-pressed=true]")
        return label

    def buttons(self) -> list[str]:
        """What every button of the bar says."""
        return self._overlay.texts(f"{BAR} button")

    def comparison(self) -> str:
        """What it says of the previous report."""
        return self._overlay.wait_for_text(f"{BAR} .run", "")

    def open_work_list(self) -> None:
        """Press «Рабочий список»."""
        self._overlay.click(f"{BAR} .work-list")

    def next_undecided(self) -> None:
        self._overlay.click(f"{BAR} .undecided-steps button:last-child")

    def retry(self) -> None:
        """Press the button of a message that says what went wrong."""
        self._overlay.click(f"{BAR} .problem button")

    def copy_sample(self) -> None:
        """Press «Скопировать обезличенный образец»."""
        self._overlay.click(f"{BAR} .problem button:last-child")

    def tasks(self) -> str:
        """Open the panel of tasks and read all of them."""
        self._overlay.click(f"{BAR} .bar-body > button")
        return self._overlay.wait_for_text(f"{TASKS} pre", "")

    def name_persons(self) -> str:
        """Tick «с ФИО» in the open panel and read the tasks again."""
        before = self._overlay.texts(f"{TASKS} pre")
        self._overlay.click(f"{TASKS} label.names")
        return self._overlay.wait_for_change(f"{TASKS} pre", before)
