"""The lists of pupils and parents, and what the extension says of them."""

from playwright.sync_api import Locator, Page, expect

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.overlay import Overlay
from tests.e2e.screens.posting import post
from tests.e2e.screens.stand import DELIVERED
from tests.e2e.screens.summary_bar import BAR
from tests.stand.guard import LIST, PARENT_LIST
from tests.stand.plot import Mode
from tests.stand.school.model import Role

ADDRESSES = {Role.PUPIL: LIST, Role.PARENT: PARENT_LIST}
VIEWS = {Role.PUPIL: "students", Role.PARENT: "parents"}
REMARK = "data-sverka-remark"
REMARKS = """
(cells) => cells.map((cell) => [
  cell.querySelector("a").textContent,
  cell.dataset.sverkaRemark,
  cell.dataset.sverkaRule.split(" "),
])
"""


class ListScreen:
    """The lists of one stand, opened as an operator who is logged in opens them."""

    def __init__(self, page: Page, mode: Mode, host: str) -> None:
        self.page = page
        self.annotations = Annotations(page)
        self._mode = mode
        self._host = host
        self._overlay = Overlay(page)

    def open(self, role: Role) -> None:
        """Go to the list as it is before «Загрузить»."""
        if self._mode is Mode.CLASSIC:
            post(self.page, ADDRESSES[role])
        else:
            self.page.goto(f"http://{self._host}/app/em/#{VIEWS[role]}")
        self.page.locator(".load-list").wait_for()
        self.annotations.wait_for("done")

    def choose(self, **choices: str) -> None:
        """Set filters by the names of their controls."""
        for name, value in choices.items():
            control = self.page.locator(f"[name={name}]")
            if name == "SEARCH":
                control.fill(value)
            else:
                control.select_option(value)

    def load(self) -> None:
        """Press «Загрузить» and wait until the rows are annotated."""
        self._bring(self.page.locator(".load-list"))

    def turn_to(self, number: int) -> None:
        """Press a number of the pager and wait until the rows are annotated."""
        self._bring(self.page.locator(f'[data-page="{number}"]'))

    def _bring(self, button: Locator) -> None:
        delivered = int(self.page.locator("body").get_attribute(DELIVERED) or 0)
        button.click()
        self.page.locator(f"body[{DELIVERED}='{delivered + 1}']").wait_for(state="attached")
        self.annotations.wait_for("done")

    @property
    def table(self) -> Locator:
        return self.page.locator("#UserListTable, table.jtable")

    def marked(self, remark: str = "") -> Locator:
        """The cells with a remark, or those whose weightiest it is."""
        return self.page.locator(f'[{REMARK}="{remark}"]' if remark else f"[{REMARK}]")

    def rules_by_name(self) -> dict[str, set[str]]:
        """The rules of every row that is marked, by the name that it prints."""
        expect(self.marked().first).to_be_attached()
        found: list[tuple[str, str, list[str]]] = self.marked().evaluate_all(REMARKS)
        return {name: set(rules) for name, _, rules in found}

    def shown_rows(self) -> int:
        """How many rows of people are to be seen."""
        rows = self.table.locator("tbody tr")
        return sum(row.is_visible() for row in rows.all())

    def wait_for_bar(self, words: str) -> str:
        """Wait until the bar says `words`; gives all it says."""
        return self._overlay.wait_for_text(BAR, words)

    def show_only(self, remark: str) -> None:
        """Press the button of the bar that chooses one remark."""
        self._overlay.click(f"{BAR} .kind.{remark}")

    def show_all(self) -> None:
        self._overlay.click(f"{BAR} .filter button:first-child")

    def markup_from_data(self) -> int:
        """How many elements of the overlay a hostile value could have made."""
        return self._overlay.count("img, script, iframe, object")
