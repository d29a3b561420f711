"""A desk of its own for a test that breaks the connection: nothing of it is shared."""

from dataclasses import dataclass

from playwright.sync_api import expect

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import Helper
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.truths import assert_report_true
from tests.e2e.wire import Wire
from tests.stand.scenarios import Scenario
from tests.stand.server import Stand

EARLIER = Scenario(cases=("attached",))
TABLE = Scenario(cases=("not_departed", "triple"))


@dataclass(frozen=True, slots=True)
class Desk:
    """A helper of its own, a browser paired with it, and the report's page open."""

    helper: Helper
    wire: Wire
    browser: ExtensionBrowser
    stand: Stand
    report: ReportScreen

    def generate(self) -> None:
        """Have СГО show another report than the earlier one."""
        self.stand.scenario = TABLE
        self.report.generate()

    def annotate_earlier(self) -> None:
        """A report is annotated before anything goes wrong."""
        self.stand.scenario = EARLIER
        self.report.generate()
        assert_report_true(self.report, EARLIER)

    def retry(self) -> None:
        """Press «Повторить»: the report of the open page must not be lost."""
        SummaryBar(self.report.page).retry()
        assert_report_true(self.report, TABLE)

    def wait_for_problem(self, code: str, words: str) -> None:
        """Wait until the page says what is wrong."""
        page = self.report.page
        Annotations(page).wait_for("error")
        expect(Annotations(page).root()).to_have_attribute("data-sverka-error", code)
        SummaryBar(page).wait_for(words)

    def token(self) -> str:
        stored = "async () => (await chrome.storage.local.get('pairing')).pairing.token"
        token: str = self.browser.worker.evaluate(stored)
        return token
