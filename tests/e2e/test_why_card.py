"""The card says why, is reached by mouse and keyboard, and takes no text of the page for HTML."""

import pytest
from playwright.sync_api import expect

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.why_card import WhyCard
from tests.e2e.truths import assert_report_true
from tests.stand.scenarios import Scenario
from tests.stand.server import Stand

FOCUSED_ADVICE = "document.activeElement.dataset.sverkaAdvice"
IN_OVERLAY = "document.activeElement.hasAttribute('data-sverka-overlay')"


@pytest.fixture
def annotated(report: ReportScreen, stand: Stand) -> ReportScreen:
    stand.scenario = Scenario(cases=("not_departed", "kindergarten_to_class_one", "attached"))
    report.generate()
    assert_report_true(report, stand.scenario)
    return report


def test_a_click_opens_the_card_with_rule_source_and_steps(annotated: ReportScreen) -> None:
    Annotations(annotated.page).cells("delete").first.click()
    card = WhyCard(annotated.page)
    card.wait_for("100002")
    assert card.rules()[0] == "D-03"
    assert all(card.quotes())
    assert len(card.steps()) >= 2
    card.close()


def test_the_keyboard_opens_the_card_and_gets_its_place_back(annotated: ReportScreen) -> None:
    page, card = annotated.page, WhyCard(annotated.page)
    reachable = page.locator("[data-sverka-advice][tabindex='0']")
    expect(reachable).to_have_count(1)
    reachable.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED_ADVICE) == "delete"
    page.keyboard.press("Enter")
    card.wait_for("100002")
    page.keyboard.press("Escape")
    card.wait_until_closed()
    assert page.evaluate(FOCUSED_ADVICE) == "delete"


def test_a_modal_of_the_page_does_not_take_the_focus_from_the_card(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = Scenario(cases=("not_departed",))
    report.generate("modal")
    assert_report_true(report, stand.scenario)
    page, card = report.page, WhyCard(report.page)
    page.locator("[data-sverka-advice][tabindex='0']").focus()
    page.keyboard.press("Enter")
    card.wait_for("100001")
    page.keyboard.press("Tab")
    assert page.evaluate(IN_OVERLAY)
    card.close()


def test_a_doubtful_pair_is_not_called_one_child(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = Scenario(cases=("grades_apart",))
    report.generate()
    assert_report_true(report, stand.scenario)
    Annotations(report.page).cells("undecided").first.click()
    said = WhyCard(report.page).wait_for("точно сказать нельзя")
    assert "принадлежат одному ребёнку" not in said
    assert "Уверенность" not in said


def test_hostile_text_is_shown_as_text(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = Scenario(cases=("hostile", "quoted_school"))
    report.generate()
    assert_report_true(report, stand.scenario)
    card = WhyCard(report.page)
    for cell in Annotations(report.page).cells().all():
        cell.click(position={"x": 4, "y": 4})
        card.wait_for()
        assert card.count("img, script, iframe") == 0
        card.close()
    assert report.page.evaluate("window.hostile") is None
