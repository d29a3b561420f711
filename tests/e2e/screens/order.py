"""The order of additional education: quick entry and import, and the warnings there."""

from playwright.sync_api import Locator, Page

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.overlay import Overlay
from tests.e2e.screens.posting import post
from tests.stand.guard import ORDER
from tests.stand.order import Newcomer, Way
from tests.stand.plot import Mode

BANNER = "section.banner"


class OrderScreen:
    """The order on one stand, for an operator who is logged in."""

    def __init__(self, page: Page, mode: Mode, host: str) -> None:
        self.page = page
        self.annotations = Annotations(page)
        self._overlay = Overlay(page)
        self._mode = mode
        self._host = host

    def choose(self, way: Way) -> None:
        """Go to the order, open its dialog and choose a way."""
        if self._mode is Mode.CLASSIC:
            post(self.page, ORDER)
        else:
            self.page.goto(f"http://{self._host}/app/em/#order")
        self.page.locator(".open-order").click()
        self.page.locator(".modal").get_by_label(way, exact=True).check()
        self.page.locator(".modal .add-to-order").click()
        self.annotations.wait_for("done")

    def type(self, child: Newcomer) -> None:
        """Type a child into the fields of quick entry, letter by letter."""
        for name, value in (
            ("LN", child.surname),
            ("FN", child.name),
            ("MN", child.patronymic),
            ("BDT", child.birth),
        ):
            field = self.page.locator(f".quick-entry [name={name}]")
            field.clear()
            field.press_sequentially(value)

    def marked(self) -> Locator:
        """The fields and rows that a warning stands beside."""
        return self.page.locator("[data-sverka-finding]")

    def wait_for_warning(self, words: str) -> str:
        """Wait until the banner says `words`; gives all it says."""
        return self._overlay.wait_for_text(BANNER, words)

    def wait_for_no_warning(self) -> None:
        self._overlay.wait_for_none(BANNER)
