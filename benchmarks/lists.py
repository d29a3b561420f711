"""`python -m benchmarks.lists`: a page of a list, in the helper and until its badges are there."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from lxml import html

from benchmarks.figures import Figure, in_turn, milliseconds, print_figures
from benchmarks.stands import browser_at_stands
from sverka.contract import SCHEMA, Analysis, PageRequest
from sverka.pages.vocabulary import Source
from sverka.pipeline import analyse_page
from sverka.settings import Settings
from tests.e2e.browser import ExtensionBrowser
from tests.e2e.screens.card import CardScreen
from tests.e2e.screens.people_list import ListScreen
from tests.e2e.session import HOSTS
from tests.stand.plot import Mode
from tests.stand.school.lists import ListScenario, list_rows, render_saved_list
from tests.stand.school.model import Role
from tests.stand.school.plot import SchoolScenario
from tests.stand.server import Stand

ROWS = 50
PUPILS = 120
RUNS = 15
PAGE_RUNS = 5
SETTLE_MS = 1500
SECRET = b"x" * 32

_PRESS = "document.querySelector('.load-list').click()"
# The moments at which the first row and the first badge appeared.
_OBSERVE = """
window.seen = {rows: 0, badges: 0};
new MutationObserver(() => {
  const now = performance.now();
  if (!seen.rows && document.querySelector("table td")) seen.rows = now;
  if (!seen.badges && document.querySelector("[data-sverka-remark]")) seen.badges = now;
}).observe(document, {subtree: true, childList: true, attributes: true});
"""


def helper_figures() -> Iterator[Figure]:
    """A page of 50 rows read and judged, beside parsing it and walking over its cells."""
    for role in Role:
        saved = render_saved_list(ListScenario(role, pupils=PUPILS))
        ours, peer = in_turn(
            RUNS,
            partial(milliseconds, partial(_analyse, saved)),
            partial(milliseconds, partial(_parse_and_walk, saved)),
        )
        what = f"{role} list, {ROWS} rows: read and judged"
        yield Figure(what, ours, "ms", 30, peer, "lxml parse + walk")


def _analyse(saved: str) -> Analysis:
    request = PageRequest(
        schema=SCHEMA,
        url="https://sgo.example.ru/asp/Admin/Users/StudentList.asp",
        html=saved,
        captured_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        source=Source.CONTENT,
    )
    return analyse_page(request, secret=SECRET, settings=Settings())


def _parse_and_walk(saved: str) -> None:
    for row in html.fromstring(saved).iter("tr"):
        for cell in row:
            "".join(map(str, cell.itertext())).strip()


def page_figures() -> Iterator[Figure]:
    """From the appearance of 50 rows to their badges, in either generation of СГО."""
    with browser_at_stands() as (browser, stands):
        for stand in stands.values():
            yield _rows_to_badges(browser, stand)


def _rows_to_badges(browser: ExtensionBrowser, stand: Stand) -> Figure:
    stand.school = SchoolScenario(pupils=PUPILS)
    times = [_load(browser, stand) for _ in range(PAGE_RUNS + 1)]
    what = f"{stand.mode} list, {ROWS} rows: from the rows' appearance to their badges"
    return Figure(what, times[1:], "ms", 120)


def _load(browser: ExtensionBrowser, stand: Stand) -> float:
    page = browser.context.new_page()
    page.add_init_script(_OBSERVE)
    CardScreen(page, stand.mode, HOSTS[stand.mode]).log_in()
    ListScreen(page, stand.mode, HOSTS[stand.mode]).open(Role.PUPIL)
    page.evaluate("Object.assign(window.seen, {rows: 0, badges: 0})")
    page.evaluate(_PRESS)
    page.wait_for_timeout(SETTLE_MS)
    seen = page.evaluate("window.seen")
    assert seen["badges"], "the list was not annotated in time"
    page.close()
    return float(seen["badges"] - seen["rows"])


if __name__ == "__main__":
    shown = list_rows(ListScenario(pupils=PUPILS), Mode.CLASSIC).count("<tr>") - 1
    assert shown == ROWS, shown
    print_figures("Lists of pupils and parents", [*helper_figures(), *page_figures()])
