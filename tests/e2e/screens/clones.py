"""The registry of clones, and what the extension says of its groups."""

from playwright.sync_api import Locator, Page

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.overlay import Overlay


class ClonesScreen:
    """The registry on the modern stand, open by the address of an operator who is logged in."""

    def __init__(self, page: Page, host: str) -> None:
        self.page = page
        self.annotations = Annotations(page)
        self._overlay = Overlay(page)
        self._host = host

    def show(self) -> None:
        """Go to the registry; no group is open yet."""
        self.page.goto(f"http://{self._host}/app/em/#clones")
        self.page.locator("[data-clones]").first.wait_for()

    def open_group(self, place: int) -> None:
        """Open a group, and wait until its accounts are annotated."""
        self.page.locator(f"[data-clones='{place}']").click()
        self.annotations.wait_for("done")

    def close_group(self, place: int) -> None:
        self.page.locator(f"[data-clones='{place}']").click()
        self.annotations.wait_for_none()

    def advice(self) -> list[tuple[str, str]]:
        """Advice and deciding rule of every annotated cell, in the order of the page."""
        cells = self.annotations.cells().all()
        return [
            (
                str(cell.get_attribute("data-sverka-advice")),
                str(cell.get_attribute("data-sverka-rule")),
            )
            for cell in cells
        ]

    def buttons(self) -> Locator:
        """The buttons that merge and archive."""
        return self.page.locator("[data-write]")

    def warnings(self) -> list[str | None]:
        """What each of these buttons is framed for."""
        return [button.get_attribute("data-sverka-warning") for button in self.buttons().all()]

    def note(self) -> str:
        """The words beside the button that has the focus or the pointer."""
        return self._overlay.wait_for_text(".note", "")
