"""The card of a pupil or a parent, and what the extension says of it."""

from playwright.sync_api import Locator, Page

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.overlay import Overlay
from tests.e2e.screens.posting import post
from tests.stand.guard import CARD
from tests.stand.plot import Mode
from tests.stand.school.model import Card
from tests.stand.school.plot import Generation

MODES = {
    Generation.EDITABLE: Mode.CLASSIC,
    Generation.READ_ONLY: Mode.CLASSIC,
    Generation.CURRENT: Mode.MODERN,
}
BANNER = "section.banner"
LINK = f"{BANNER} .link"
FINDINGS = """
(fields) => fields.flatMap((field) => field.dataset.sverkaFinding.split(" "))
"""
#: A frame from which a sheet is printed stands for a moment only.
_WATCH_FOR_PRINT = """
new MutationObserver((records) => {
  const added = records.flatMap(({ addedNodes }) => [...addedNodes]);
  window.sheetPrinted ||= added.some((node) => node.dataset?.sverkaPrint !== undefined);
}).observe(document, { subtree: true, childList: true });
"""


class CardScreen:
    """The cards of one stand, opened as an operator who is logged in opens them."""

    def __init__(self, page: Page, mode: Mode, host: str) -> None:
        self.page = page
        self.annotations = Annotations(page)
        self._mode = mode
        self._host = host
        self._overlay = Overlay(page)

    def log_in(self) -> None:
        """Enter СГО."""
        self.page.goto(f"http://{self._host}/")
        self.page.locator("[name=UN]").fill("мПетроваА")
        self.page.locator("[name=PW]").fill("vymyshlennyj")
        self.page.get_by_role("button", name="Войти").click()
        # The shell has then shown its first view, and follows the address from there on.
        first = "h1.title" if self._mode is Mode.CLASSIC else ".generate-report-button"
        self.page.locator(first).wait_for()

    def go(self, card: Card) -> None:
        """Go to the card."""
        if self._mode is Mode.CLASSIC:
            post(self.page, CARD, UID=str(card.number))
        else:
            self._go_to(f"http://{self._host}/app/em/#{card.role}/{card.number}")

    def _go_to(self, address: str) -> None:
        """Follow a route of the shell; what was shown before stays until its view has come."""
        is_another = self.page.url != address
        self.page.evaluate("document.querySelector('#view')?.setAttribute('data-left', '')")
        self.page.goto(address)
        if is_another:
            self.page.locator("#view:not([data-left])").wait_for(state="attached")

    def open(self, card: Card) -> None:
        """Go to the card and wait until something is said of it."""
        self.go(card)
        self.page.locator("[data-sverka-state]").wait_for()

    def open_checked(self, card: Card) -> None:
        """Go to the card and wait until it is annotated."""
        self.open(card)
        self.annotations.wait_for("done")

    def surname(self) -> Locator:
        """The control with the surname, where the card can be edited."""
        first = "#LN" if self._mode is Mode.CLASSIC else "user-info input"
        return self.page.locator(first).first

    def words(self) -> str | None:
        """All that stands on the card."""
        return self.page.locator("h1.title").locator("..").text_content()

    def marked(self, rule: str = "") -> Locator:
        """The fields with a finding, or those of one rule."""
        suffix = f'~="{rule}"' if rule else ""
        return self.page.locator(f"[data-sverka-finding{suffix}]")

    def rules_on_fields(self) -> set[str]:
        """The rules of every mark."""
        return set(self.marked().evaluate_all(FINDINGS))

    def rules_in_banner(self) -> set[str]:
        """The rules that the banner names."""
        found = self._overlay.values(f"{BANNER} .finding", "data-sverka-rule")
        return set(found)

    def wait_for_banner(self, words: str = "") -> str:
        """Wait until the banner says `words`; gives all it says."""
        return self._overlay.wait_for_text(BANNER, words)

    def wait_until_banner_gone(self) -> None:
        self._overlay.wait_for_none(BANNER)

    def link_state(self) -> str | None:
        """What the banner makes of the link of parent and child, if anything."""
        return next(iter(self._overlay.values(LINK, "data-sverka-link")), None)

    def link_words(self) -> str:
        return " ".join(self._overlay.texts(LINK))

    def press(self, words: str) -> None:
        """Press a button of the banner."""
        self._overlay.scroll_to(f"{BANNER} button")
        self._overlay.click(f"{BANNER} button", words)

    def print(self, words: str) -> None:
        """Press the button that prints a sheet and wait until it does."""
        self.page.evaluate(_WATCH_FOR_PRINT)
        self.press(words)
        self.page.wait_for_function("window.sheetPrinted")

    def note(self) -> str:
        """Wait for the words beside the field that has the focus or the pointer."""
        return self._overlay.wait_for_text(".note", "")

    def markup_from_data(self) -> int:
        """How many elements of the overlay a hostile value could have made."""
        return self._overlay.count("img, script, iframe, object")
