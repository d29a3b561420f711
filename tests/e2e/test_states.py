"""When there is nothing to advise, or nobody to ask, the page says so and recovers by itself."""

import html
import re

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import Helper
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.truths import assert_report_true
from tests.stand.scenarios import Column, Outcome, Scenario, TableStyle, Variant
from tests.stand.server import Stand

TABLE = Scenario(cases=("not_departed", "triple"))


def test_an_empty_report_is_read_and_nothing_is_advised(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = Scenario(outcome=Outcome.EMPTY)
    report.generate()
    annotations = Annotations(report.page)
    annotations.wait_for("done")
    assert annotations.cells().count() == 0


def test_the_login_page_in_place_of_the_report_is_told(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = TABLE
    report.generate()
    assert_report_true(report, TABLE)
    stand.scenario = Scenario(outcome=Outcome.EXPIRED)
    report.generate()
    Annotations(report.page).wait_for("session-expired")


def test_an_error_of_the_site_leaves_the_earlier_advice(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = TABLE
    report.generate()
    assert_report_true(report, TABLE)
    stand.scenario = Scenario(outcome=Outcome.ERROR)
    report.generate()
    report.page.locator(".error-message").wait_for()
    assert_report_true(report, TABLE)


def words_of(sample: str) -> str:
    """The letters and digits of a page's text."""
    return re.sub(r"\W", "", html.unescape(re.sub(r"<[^>]*>", "", sample)))


def test_unknown_columns_are_told_with_a_masked_sample(report: ReportScreen, stand: Stand) -> None:
    known = frozenset({Column.NAME, Column.ID, Column.BIRTH, Column.ORGANISATION})
    stand.scenario = Scenario(variant=Variant(TableStyle(missing=known)))
    report.generate()
    annotations = Annotations(report.page)
    annotations.wait_for("unknown-layout")
    assert annotations.cells().count() == 0
    SummaryBar(report.page).copy_sample()
    sample = report.paste()
    assert "<td>" in sample
    assert set(words_of(sample)) <= set("ЖжXx0")


def test_a_stopped_helper_is_told_and_the_next_try_is_advised(
    report: ReportScreen, stand: Stand, helper: Helper
) -> None:
    stand.scenario = TABLE
    helper.stop()
    try:
        report.generate()
        Annotations(report.page).wait_for("offline")
        SummaryBar(report.page).wait_for()
    finally:
        helper.start()
    SummaryBar(report.page).retry()
    assert_report_true(report, TABLE)


def test_a_killed_service_worker_wakes_for_the_next_report(
    report: ReportScreen, stand: Stand, browser_paired: ExtensionBrowser
) -> None:
    stand.scenario = TABLE
    report.generate()
    assert_report_true(report, TABLE)
    browser_paired.kill_worker(report.page)
    stand.scenario = Scenario(cases=("attached",))
    report.generate()
    assert_report_true(report, stand.scenario)
