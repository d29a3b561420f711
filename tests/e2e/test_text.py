"""СГО's print and Excel read the same table: its text must stay what the server sent."""

import pytest
from playwright.sync_api import Playwright

from tests.e2e.browser import CHROMIUM, FLAGS, resolver_rule
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.session import HOSTS
from tests.e2e.truths import assert_report_true
from tests.stand.render import fragment
from tests.stand.scenarios import Layout, Scenario
from tests.stand.server import Stand

SENT = """
(html) => {
  const sent = new DOMParser().parseFromString(html, "text/html");
  return sent.querySelector("table.table-print").textContent;
}
"""


@pytest.mark.parametrize("layout", [Layout.PERIODS, Layout.DATES])
def test_the_text_of_the_table_stays_byte_for_byte(
    report: ReportScreen, stand: Stand, layout: Layout
) -> None:
    stand.scenario = Scenario(layout=layout)
    report.generate()
    assert_report_true(report, stand.scenario)
    sent = report.page.evaluate(SENT, fragment(stand.scenario, stand.mode))
    assert report.table.evaluate("(table) => table.textContent") == sent


def test_in_print_the_table_reads_as_without_the_extension(
    report: ReportScreen, stand: Stand, playwright: Playwright
) -> None:
    stand.scenario = Scenario()
    report.generate()
    assert_report_true(report, stand.scenario)
    SummaryBar(report.page).show_only("undecided")
    report.page.emulate_media(media="print")
    assert report.table.inner_text() == printed_without_extension(playwright, stand)


def printed_without_extension(playwright: Playwright, stand: Stand) -> str:
    host = HOSTS[stand.mode]
    args = [*FLAGS, resolver_rule({host: stand.url})]
    with playwright.chromium.launch(executable_path=CHROMIUM, args=args) as browser:
        plain = ReportScreen(browser.new_page(), stand.mode, host)
        plain.open()
        plain.generate()
        plain.page.emulate_media(media="print")
        return plain.table.inner_text()
