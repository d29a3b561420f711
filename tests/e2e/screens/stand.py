"""СГО as the operator goes through it, in either generation of the interface."""

from typing import Literal

from playwright.sync_api import Locator, Page

from tests.stand.plot import Mode

Place = Literal["page", "modal", "window"]
DELIVERED = "data-delivered"
LISTENING = "data-listening"


class ReportScreen:
    """The page of the duplicates report."""

    def __init__(self, page: Page, mode: Mode, host: str) -> None:
        self.page = page
        self._mode = mode
        self._host = host

    def open(self) -> None:
        """Log in and go to the report."""
        self.page.goto(f"http://{self._host}/")
        self.page.locator("[name=UN]").fill("мПетроваА")
        self.page.locator("[name=PW]").fill("vymyshlennyj")
        self.page.get_by_role("button", name="Войти").click()
        if self._mode is Mode.CLASSIC:
            self.page.get_by_role("button", name="Отчёты").click()
        self.page.locator(".generate-report-button").wait_for()
        self.page.locator(f"body[{LISTENING}]").wait_for(state="attached")

    def generate(self, place: Place = "page") -> None:
        """Press «Сформировать» and wait until СГО has shown the answer."""
        delivered = int(self.page.locator("body").get_attribute(DELIVERED) or 0)
        self.page.locator("[name=SHOW]").select_option(place)
        self.page.locator(".generate-report-button").click()
        self.page.locator(f"body[{DELIVERED}='{delivered + 1}']").wait_for(state="attached")
        self.page.locator(".loading-overlay").wait_for(state="detached")

    def generate_in_window(self) -> Page:
        """Press «Сформировать» with the report going to a window of its own."""
        with self.page.expect_popup() as opening:
            self.generate("window")
        return opening.value

    def paste(self) -> str:
        """What the clipboard holds, pasted into a field of the page."""
        field = self.page.locator("[name=DATE_FROM]")
        field.clear()
        field.press("Control+V")
        return field.input_value()

    def close_modal(self) -> None:
        self.page.locator(".modal .close").click()

    def go_to(self, view: Literal["reports", "students", "clones"]) -> None:
        """Change the route of the modern shell."""
        self.page.locator(f'.nav-tabs a[href="#{view}"]').click()

    @property
    def table(self) -> Locator:
        """The report's table, wherever it is shown."""
        return self.page.locator("table.table-print").last
