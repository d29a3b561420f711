"""The card says why, is reached by mouse and keyboard, and takes no text of the page for HTML."""

import pytest
from playwright.sync_api import expect

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.why_card import WhyCard
from tests.e2e.truths import assert_report_true
from tests.stand.scenarios import Layout, Scenario
from tests.stand.server import Stand

FOCUSED_ADVICE = "document.activeElement.dataset.sverkaAdvice"
WEIGHED = ("surname", "name", "patronymic", "birth_date", "enrolled")
ROUNDED = 0.06
PIXEL = 0.5
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


def test_the_weights_and_their_sum_are_shown_whatever_the_policy_of_the_page(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = Scenario(cases=("not_departed",), strict_csp=True)
    card = card_of(report, stand)
    weights = card.weights()
    assert list(weights) == [*WEIGHED, "total"]
    numbers = {name: number(printed) for name, printed in weights.items()}
    total = numbers.pop("total")
    assert all(abs(weight) > 0 for weight in numbers.values())
    assert sum(numbers.values()) == pytest.approx(total, abs=ROUNDED * len(numbers))
    assert card.guards() == []


def test_the_bar_of_a_weight_begins_where_the_one_before_ended(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = Scenario(layout=Layout.POOL, cases=("pool_twins",))
    card = card_of(report, stand)
    bars = card.bars()
    assert all(bar.height > 0 for bar in bars.values())
    assert bars["name"].right == pytest.approx(bars["surname"].right, abs=PIXEL)
    assert bars["patronymic"].left == pytest.approx(bars["name"].left, abs=PIXEL)
    assert bars["sex"].left == pytest.approx(bars["birth_date"].right, abs=PIXEL)
    assert bars["total"].right == pytest.approx(bars["sex"].right, abs=PIXEL)


def test_signs_of_twins_are_told_beside_the_sum(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = Scenario(layout=Layout.POOL, cases=("pool_twins",))
    card = card_of(report, stand)
    assert card.weights()["name"].startswith("−")
    assert len(card.guards()) == 1


def test_where_the_report_tells_too_little_nothing_is_weighed(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = Scenario(layout=Layout.PERIODS, cases=("not_departed",))
    card = card_of(report, stand)
    card.wait_for("Вес посчитать нельзя")
    assert card.weights() == {}


def card_of(report: ReportScreen, stand: Stand) -> WhyCard:
    """The card of the report's first account."""
    report.open()
    report.generate()
    assert_report_true(report, stand.scenario)
    Annotations(report.page).cells().first.click()
    card = WhyCard(report.page)
    card.wait_for()
    return card


def number(printed: str) -> float:
    """A weight as Russian writes it."""
    return float(printed.replace("−", "-").replace(",", "."))


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
