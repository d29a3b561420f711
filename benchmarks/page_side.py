"""What the extension costs the page: annotating a report beside the browser's own first layout."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright
from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import running_helper
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.session import HOSTS, paired_browser
from tests.stand.plot import Mode
from tests.stand.scenarios import Layout, Scenario
from tests.stand.server import Stand, running_stand

from benchmarks.figures import Figure

ROWS = 5000
FEW_ROWS = 50
RUNS = 5

# Long tasks of the page, and the moments at which the table and the finished state appeared.
_OBSERVE = """
window.seen = {tasks: [], table: 0, done: 0};
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.seen.tasks.push(task.duration);
}).observe({type: "longtask"});
new MutationObserver(() => {
  if (!window.seen.table && document.querySelector("table.table-print td")) {
    window.seen.table = performance.now();
  }
  if (!window.seen.done && document.querySelector("[data-sverka-state=done]")) {
    window.seen.done = performance.now();
  }
}).observe(document, {subtree: true, childList: true, attributes: true});
"""


def page_figures() -> Iterator[Figure]:
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        helper = stack.enter_context(running_helper(place / "data"))
        stand = stack.enter_context(running_stand(Mode.CLASSIC))
        stands = {Mode.CLASSIC: stand}
        browser = stack.enter_context(paired_browser(playwright, helper, stands, place / "browser"))
        for layout in (Layout.PERIODS, Layout.DATES):
            yield from _annotated(browser, stand, layout)
        yield _click_to_badges(browser, stand)


def _annotated(browser: ExtensionBrowser, stand: Stand, layout: Layout) -> Iterator[Figure]:
    stand.scenario = Scenario(layout=layout, rows=ROWS)
    # By this name the extension is not switched on.
    plain_host = urlsplit(stand.url).netloc
    annotated, plain = [], []
    for _ in range(RUNS + 1):
        plain.append(_main_thread(browser, plain_host, annotated=False))
        annotated.append(_main_thread(browser, HOSTS[Mode.CLASSIC], annotated=True))
    cost = [ours.all - theirs.all for ours, theirs in zip(annotated[1:], plain[1:], strict=True)]
    first_layout = [run.layout for run in plain[1:]]
    longest = [max(run.tasks, default=0) for run in annotated[1:]]
    what = f"annotating {ROWS} rows, {layout}: script + style + layout"
    yield Figure(what, cost, "ms", 0.5, first_layout, "first style + layout")
    name = "longest task of the same page without the extension"
    plain_longest = [max(run.tasks, default=0) for run in plain[1:]]
    yield Figure(f"longest task, {layout}", longest, "ms", 2, plain_longest, name)


class MainThread:
    """The seconds of the page's main thread since it was opened, in milliseconds."""

    def __init__(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable")
        self._session = session

    def read(self) -> dict[str, float]:
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return {metric["name"]: metric["value"] * 1000 for metric in metrics}


class Cost:
    """What one report cost the main thread, in milliseconds."""

    def __init__(
        self, before: dict[str, float], after: dict[str, float], tasks: list[float]
    ) -> None:
        def spent(name: str) -> float:
            return after[name] - before[name]

        self.layout = spent("LayoutDuration") + spent("RecalcStyleDuration")
        self.all = self.layout + spent("ScriptDuration")
        self.tasks = tasks


def _main_thread(browser: ExtensionBrowser, host: str, *, annotated: bool) -> Cost:
    page = browser.context.new_page()
    page.add_init_script(_OBSERVE)
    page.set_default_timeout(120_000)
    report = ReportScreen(page, Mode.CLASSIC, host)
    report.open()
    clock = MainThread(page)
    before = clock.read()
    report.generate()
    if annotated:
        Annotations(page).root().and_(page.locator("[data-sverka-state=done]")).wait_for()
    page.wait_for_timeout(1500)
    cost = Cost(before, clock.read(), page.evaluate("window.seen.tasks"))
    page.close()
    return cost


def _click_to_badges(browser: ExtensionBrowser, stand: Stand) -> Figure:
    stand.scenario = Scenario(layout=Layout.DATES, rows=FEW_ROWS)
    times = []
    for _ in range(RUNS + 1):
        page = browser.context.new_page()
        page.add_init_script(_OBSERVE)
        report = ReportScreen(page, Mode.CLASSIC, HOSTS[Mode.CLASSIC])
        report.open()
        report.generate()
        Annotations(page).wait_for("done")
        seen = page.evaluate("window.seen")
        times.append(seen["done"] - seen["table"])
        page.close()
    return Figure(
        f"{FEW_ROWS} rows: from the table's appearance to its badges", times[1:], "ms", 150
    )
