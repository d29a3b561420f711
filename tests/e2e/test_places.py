"""Wherever and however СГО shows the report, it is found and annotated, once."""

from dataclasses import replace

import pytest

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.truths import assert_report_true, assert_true
from tests.stand.plot import Mode
from tests.stand.scenarios import Layout, Scenario
from tests.stand.server import Stand

pytestmark = pytest.mark.slow

FIRST = Scenario(cases=("not_departed", "triple"))
SECOND = Scenario(cases=("attached", "same_date", "kindergarten_to_class_one"))


def test_a_second_generation_replaces_the_advice(report: ReportScreen, stand: Stand) -> None:
    for scenario in (FIRST, SECOND, Scenario(layout=Layout.PERIODS)):
        stand.scenario = scenario
        report.generate()
        assert_report_true(report, scenario)


def test_the_same_report_again_keeps_its_advice(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = FIRST
    for _ in range(2):
        report.generate()
        assert_report_true(report, FIRST)


def test_a_report_in_a_modal_is_annotated(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = FIRST
    report.generate("modal")
    assert_report_true(report, FIRST)
    report.close_modal()
    Annotations(report.page).wait_for_none()


def test_a_report_in_a_window_opened_by_script_is_annotated(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = FIRST
    window = report.generate_in_window()
    assert_true(window, window.locator("table.table-print"), FIRST)


@pytest.mark.parametrize("place", ["page", "modal"])
def test_a_strict_policy_of_the_page_stops_nothing(
    report: ReportScreen, stand: Stand, place: str
) -> None:
    stand.scenario = Scenario(cases=FIRST.cases, strict_csp=True)
    report.open()
    report.generate("modal" if place == "modal" else "page")
    assert_report_true(report, stand.scenario)


def test_a_strict_policy_of_the_page_does_not_take_the_badges(
    report: ReportScreen, stand: Stand
) -> None:
    pictures = []
    for strict in (False, True):
        stand.scenario = replace(FIRST, strict_csp=strict)
        report.open()
        report.generate()
        assert_report_true(report, stand.scenario)
        pictures.append(Annotations(report.page).cells("delete").first.screenshot())
    assert pictures[0] == pictures[1]


def test_the_helper_is_asked_once_for_each_report(report: ReportScreen, stand: Stand) -> None:
    asked: list[str] = []
    report.page.context.on("request", lambda request: asked.append(request.url))
    for scenario in (FIRST, SECOND):
        stand.scenario = scenario
        report.generate()
        assert_report_true(report, scenario)
        if stand.mode is Mode.CLASSIC:
            report.table.locator(".wrap").first.wait_for()
    assert len([url for url in asked if url.endswith("/api/v1/pages")]) == 2


def test_another_route_takes_the_advice_away_and_back_again(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = FIRST
    report.generate()
    assert_report_true(report, FIRST)
    leave_and_return(report, stand.mode)
    stand.scenario = SECOND
    report.generate()
    assert_report_true(report, SECOND)


def leave_and_return(report: ReportScreen, mode: Mode) -> None:
    """By route in the modern interface, by a POST to the same address in the classic one."""
    annotations = Annotations(report.page)
    if mode is Mode.MODERN:
        report.go_to("clones")
        annotations.wait_for_none()
        report.go_to("reports")
    else:
        report.open()
        annotations.wait_for_none()
