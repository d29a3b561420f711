"""Switched off, the extension leaves the open page as СГО made it; switched on, it comes back."""

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.options import OptionsScreen
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.session import HOSTS
from tests.e2e.truths import assert_report_true
from tests.stand.scenarios import Scenario
from tests.stand.server import Stand

ADDED = """
() => [...document.querySelectorAll("*")]
  .flatMap((element) => [...element.attributes].map(({ name }) => name))
  .filter((name) => /^(data-sverka|aria-description|tabindex)/.test(name))
"""


def test_switching_off_removes_everything_and_on_again_brings_it_back(
    report: ReportScreen, stand: Stand, browser_paired: ExtensionBrowser
) -> None:
    stand.scenario = Scenario(cases=("not_departed", "attached"))
    report.generate()
    assert_report_true(report, stand.scenario)
    options = OptionsScreen(browser_paired.open("ui/options.html"))
    address = f"http://{HOSTS[stand.mode]}"
    options.switch_off(address)
    Annotations(report.page).wait_for_none()
    SummaryBar(report.page).wait_until_gone()
    assert report.page.evaluate(ADDED) == []
    options.switch_on(address)
    assert_report_true(report, stand.scenario)
