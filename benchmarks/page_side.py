"""What the extension costs the page: annotating a report beside the browser's own first layout."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page

from benchmarks.figures import Figure
from benchmarks.stands import browser_at_stands
from tests.e2e.browser import ExtensionBrowser
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.session import HOSTS
from tests.stand.plot import Mode
from tests.stand.scenarios import Layout, Scenario
from tests.stand.server import Stand

ROWS = 5000
FEW_ROWS = 50
RUNS = 7
# The modern page: the classic one writes the whole report twice, and so lays it out twice.
MODE = Mode.MODERN
# Nothing may ask the page while it works: Playwright's own waiting would be measured with it.
SETTLE_MS = 12_000
FEW_SETTLE_MS = 1500

_PRESS = "document.querySelector('.generate-report-button').click()"
_DONE = "document.querySelectorAll('[data-sverka-state=done]').length"
_LAYOUT = frozenset({"Layout", "UpdateLayoutTree", "PrePaint"})
_RENDERING = _LAYOUT | {"Paint", "Layerize", "Commit", "ParseHTML"}
# The moments at which the table and the finished state appeared.
_OBSERVE = """
window.seen = {table: 0, done: 0};
new MutationObserver(() => {
  const now = performance.now();
  if (!seen.table && document.querySelector("table.table-print td")) seen.table = now;
  if (!seen.done && document.querySelector("[data-sverka-state=done]")) seen.done = now;
}).observe(document, {subtree: true, childList: true, attributes: true});
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one report cost the page's main thread, in milliseconds."""

    tasks: float
    layout: float
    longest_script: float


def page_figures() -> Iterator[Figure]:
    with browser_at_stands([MODE]) as (browser, stands):
        for layout in (Layout.PERIODS, Layout.DATES):
            yield from _annotated(browser, stands[MODE], layout)
        yield _click_to_badges(browser, stands[MODE])


def _annotated(browser: ExtensionBrowser, stand: Stand, layout: Layout) -> Iterator[Figure]:
    stand.scenario = Scenario(layout=layout, rows=ROWS)
    plain_host = urlsplit(stand.url).netloc  # by this name the extension is not switched on
    annotated, plain = [], []
    for _ in range(RUNS + 1):
        plain.append(_main_thread(browser, plain_host, annotated=False))
        annotated.append(_main_thread(browser, HOSTS[MODE], annotated=True))
    pairs = list(zip(annotated, plain, strict=True))[1:]
    yield Figure(
        f"annotating {ROWS} rows, {layout}: all that the main thread does more",
        [ours.tasks - theirs.tasks for ours, theirs in pairs],
        "ms",
        0.5,
        [theirs.layout for _, theirs in pairs],
        "first style + layout",
    )
    yield Figure(
        f"longest script task, {layout}", [ours.longest_script for ours, _ in pairs], "ms", 200
    )


def _main_thread(browser: ExtensionBrowser, host: str, *, annotated: bool) -> Cost:
    page = browser.context.new_page()
    ReportScreen(page, MODE, host).open()
    session = page.context.new_cdp_session(page)
    trace = _traced(session, page)
    assert page.evaluate(_DONE) == int(annotated)
    page.close()
    return _cost(trace)


def _traced(session: CDPSession, page: Page) -> list[dict[str, Any]]:
    """Everything the browser notes of the page while the report comes and is annotated."""
    events: list[dict[str, Any]] = []
    ended: list[object] = []
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda data: ended.append(data))
    categories = {"includedCategories": ["devtools.timeline", "toplevel"]}
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": categories})
    page.evaluate(_PRESS)
    page.wait_for_timeout(SETTLE_MS)
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(50)
    return [event for event in events if event.get("ph") == "X" and "tdur" in event]


def _cost(trace: Sequence[dict[str, Any]]) -> Cost:
    """The page's main thread is the one that did the most layout."""
    layouts = [event for event in trace if event["name"] == "Layout"]
    largest = max(layouts, key=lambda event: float(event["tdur"]))
    thread = [
        event for event in trace if (event["pid"], event["tid"]) == (largest["pid"], largest["tid"])
    ]
    tasks = [event for event in thread if event["name"].endswith("RunTask")]
    rendering = [event for event in thread if event["name"] in _RENDERING]
    return Cost(
        tasks=_milliseconds(tasks),
        layout=_milliseconds([event for event in thread if event["name"] in _LAYOUT]),
        longest_script=max(
            _milliseconds([task]) - _milliseconds(_within(rendering, task)) for task in tasks
        ),
    )


def _within(events: Sequence[dict[str, Any]], task: dict[str, Any]) -> list[dict[str, Any]]:
    end = task["ts"] + task["dur"]
    return [event for event in events if task["ts"] <= event["ts"] < end]


def _milliseconds(events: Sequence[dict[str, Any]]) -> float:
    """The thread's own time: the machine has other things to do at the same moment."""
    return float(sum(event["tdur"] for event in events)) / 1000


def _click_to_badges(browser: ExtensionBrowser, stand: Stand) -> Figure:
    stand.scenario = Scenario(layout=Layout.DATES, rows=FEW_ROWS)
    times = []
    for _ in range(RUNS + 1):
        page = browser.context.new_page()
        page.add_init_script(_OBSERVE)
        ReportScreen(page, MODE, HOSTS[MODE]).open()
        page.evaluate(_PRESS)
        page.wait_for_timeout(FEW_SETTLE_MS)
        seen = page.evaluate("window.seen")
        assert seen["done"], "the report was not annotated in time"
        times.append(seen["done"] - seen["table"])
        page.close()
    what = f"{FEW_ROWS} rows: from the table's appearance to its badges"
    return Figure(what, times[1:], "ms", 150)
