"""The parts of every browser test: two stands, the helper, and Chromium paired with it."""

from collections.abc import Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.desk import Desk
from tests.e2e.helper import Helper, running_helper
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.waiting import PATIENCE_S
from tests.e2e.session import HOSTS, paired_browser
from tests.e2e.wire import running_wire
from tests.stand.plot import Mode, Scenario
from tests.stand.server import Stand, running_stand

RESULTS = Path(__file__).parents[2] / "test-results"
expect.set_options(timeout=PATIENCE_S * 1000)
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember a failure for the fixtures that keep what was seen."""
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def stands() -> Iterator[dict[Mode, Stand]]:
    with ExitStack() as running:
        yield {mode: running.enter_context(running_stand(mode)) for mode in Mode}


@pytest.fixture(scope="session")
def helper(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Helper]:
    with running_helper(tmp_path_factory.mktemp("helper") / "data") as helper:
        yield helper


@pytest.fixture(scope="session")
def browser_paired(
    playwright: Playwright,
    helper: Helper,
    stands: dict[Mode, Stand],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[ExtensionBrowser]:
    """Chromium, paired and switched on for both stands."""
    place = tmp_path_factory.mktemp("browser")
    with paired_browser(playwright, helper, stands, place) as browser:
        browser.context.tracing.start(screenshots=False, snapshots=True)
        yield browser


@pytest.fixture(params=Mode)
def stand(request: pytest.FixtureRequest, stands: dict[Mode, Stand]) -> Iterator[Stand]:
    """The stand of one mode; whoever would have written there has failed the test."""
    stand = stands[request.param]
    stand.scenario = Scenario()
    stand.watch.forget()
    yield stand
    assert stand.violations == []


@pytest.fixture
def page(browser_paired: ExtensionBrowser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A new tab; its trace and screenshot are kept if the test fails."""
    context = browser_paired.context
    context.tracing.start_chunk()
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    if request.node.stash.get(FAILED, False):
        kept = RESULTS / request.node.name
        page.screenshot(path=kept / "page.png")
        context.tracing.stop_chunk(path=kept / "trace.zip")
    else:
        context.tracing.stop_chunk()
    for opened in context.pages[1:]:
        opened.close()
    assert errors == []


@pytest.fixture
def report(page: Page, stand: Stand) -> ReportScreen:
    """The report's page, open and not yet generated."""
    screen = ReportScreen(page, stand.mode, HOSTS[stand.mode])
    screen.open()
    return screen


@pytest.fixture
def running() -> Iterator[ExitStack]:
    """What a test has started; all of it ends with the test."""
    with ExitStack() as started:
        yield started


@pytest.fixture
def desk(
    playwright: Playwright, stands: dict[Mode, Stand], running: ExitStack, tmp_path: Path
) -> Desk:
    stand = stands[Mode.MODERN]
    helper = running.enter_context(running_helper(tmp_path / "data"))
    wire, detours = running.enter_context(running_wire(helper.port))
    stands_here, browser_place = {stand.mode: stand}, tmp_path / "browser"
    browser = running.enter_context(
        paired_browser(playwright, helper, stands_here, browser_place, detours=detours)
    )
    report = ReportScreen(browser.context.new_page(), stand.mode, HOSTS[stand.mode])
    report.open()
    return Desk(helper, wire, browser, stand, report)
