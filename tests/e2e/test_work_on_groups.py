"""What the operator decides on the page is kept, can be taken back, and is proved by a re-run."""

import re
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.desk import Desk
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.card import CardScreen
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.screens.why_card import WhyCard
from tests.e2e.session import HOSTS, paired_browser
from tests.e2e.truths import assert_report_true
from tests.stand.movement.world import REPORT as MOVEMENTS
from tests.stand.movement.world import account_cards, movements
from tests.stand.plot import Mode
from tests.stand.scenarios import Layout, Period, Scenario

pytestmark = pytest.mark.slow

# The layout that names the authority: reports without it are compared with nothing.
REPORT = Scenario(layout=Layout.PERIODS, cases=("not_departed", "attached", "triple"))
WITHOUT_THE_LAST = replace(REPORT, cases=("not_departed", "attached"))
#: Whose accounts have cards.
MOVED = "attached_with_history"
ORGANISATION = "МБОУ СОШ № 77"
TEXT = "(table) => table.textContent"


def generate(report: ReportScreen, desk: Desk, scenario: Scenario) -> None:
    desk.stand.scenario = scenario
    report.open()
    report.generate()
    assert_report_true(report, scenario)


def open_card(page: Page) -> WhyCard:
    """The card of the report's first account."""
    Annotations(page).cells().first.click()
    card = WhyCard(page)
    card.wait_for_state("Состояние")
    return card


def assign(card: WhyCard) -> None:
    card.decide("assign", organisation="", other_organisation=ORGANISATION, due="2999-10-15")
    card.outcome("Сохранено")


def test_a_decision_outlives_the_page_and_the_helper(desk: Desk) -> None:
    page = desk.report.page
    generate(desk.report, desk, REPORT)
    text = desk.report.table.evaluate(TEXT)
    card = open_card(page)
    assert card.state() == "found"
    assign(card)
    assert card.state() == "assigned"
    assert desk.report.table.evaluate(TEXT) == text
    card.close()
    assert open_card(page).state() == "assigned"
    desk.helper.stop()
    desk.helper.start()
    generate(desk.report, desk, REPORT)
    said = open_card(page).wait_for_state(ORGANISATION)
    assert "назначен" in said
    assert "15.10.2999" in said


def test_the_card_of_an_account_says_what_was_decided_of_its_group(desk: Desk) -> None:
    desk.stand.scenario = replace(MOVEMENTS, cases=(MOVED,))
    desk.report.generate()
    Annotations(desk.report.page).wait_for("done")
    card = open_card(desk.report.page)
    assign(card)
    card.outcome("Сохранено")
    pupil = account_cards()[movements()[MOVED].family.lines[1].number]
    screen = CardScreen(desk.report.page, desk.stand.mode, HOSTS[desk.stand.mode])
    screen.open_checked(pupil)
    said = screen.wait_for_banner("в группе дублей")
    assert all(words in said for words in ("назначен", ORGANISATION, "15.10.2999"))
    screen.press("Открыть группу")
    assert ORGANISATION in WhyCard(desk.report.page).wait_for_state("назначен")


def test_the_last_decision_can_be_taken_back(desk: Desk) -> None:
    generate(desk.report, desk, REPORT)
    card = open_card(desk.report.page)
    assign(card)
    card.decide("irremovable", reason="technical", note="Обращение в поддержку")
    card.wait_for_state("Обращение в поддержку")
    assert card.state() == "irremovable"
    card.undo()
    card.outcome("назначен")
    assert card.state() == "assigned"


def test_cells_and_bar_follow_a_decision(desk: Desk) -> None:
    page, bar = desk.report.page, SummaryBar(desk.report.page)
    generate(desk.report, desk, REPORT)
    card = open_card(page)
    card.open_form("worked")
    card.tick("worked", "[name=kept]")
    card.save("worked")
    card.outcome("Сохранено")
    card.close()
    expect(page.locator("[data-sverka-work=worked]")).not_to_have_count(0)
    expect(Annotations(page).cells().first).to_have_attribute("data-sverka-work", "worked")
    expect(Annotations(page).cells().first).to_have_accessible_description(re.compile("отработан"))
    assert bar.count("unworked") == 2
    bar.show_only("unworked")
    expect(Annotations(page).cells().first).to_be_hidden()


def test_what_is_undecided_is_not_noted_as_worked_without_a_choice(desk: Desk) -> None:
    generate(desk.report, desk, REPORT)
    card = open_card(desk.report.page)
    card.open_form("worked")
    card.save("worked")
    assert card.state() == "found"


def test_no_duplicate_is_remembered_when_the_report_comes_again(desk: Desk) -> None:
    page = desk.report.page
    generate(desk.report, desk, REPORT)
    card = open_card(page)
    card.decide("not-duplicate", reason="namesakes")
    card.outcome("Сохранено")
    desk.report.open()
    desk.report.generate()
    Annotations(page).wait_for("done")
    expect(Annotations(page).cells().first).to_have_attribute("data-sverka-advice", "not-duplicate")
    assert "полные тёзки" in open_card(page).wait_for_state("полные тёзки")


def test_whoever_looked_at_an_older_state_is_told_and_shown_the_current_one(
    desk: Desk, playwright: Playwright, running: ExitStack, tmp_path: Path
) -> None:
    stands = {desk.stand.mode: desk.stand}
    second = running.enter_context(
        paired_browser(playwright, desk.helper, stands, tmp_path / "second")
    )
    other = ReportScreen(second.context.new_page(), Mode.MODERN, HOSTS[Mode.MODERN])
    generate(desk.report, desk, REPORT)
    generate(other, desk, REPORT)
    mine, theirs = open_card(desk.report.page), open_card(other.page)
    assign(mine)
    theirs.decide("irremovable", reason="technical")
    theirs.outcome("решение не записано")
    assert theirs.state() == "found"
    theirs.show_current_state()
    theirs.wait_for_state(ORGANISATION)
    theirs.decide("irremovable", reason="technical")
    theirs.outcome("невозможно устранить")


def test_the_same_report_again_tells_what_is_gone_stayed_and_returned(desk: Desk) -> None:
    bar = SummaryBar(desk.report.page)
    generate(desk.report, desk, REPORT)
    assert "сравнивать не с чем" in bar.comparison()
    generate(desk.report, desk, WITHOUT_THE_LAST)
    assert "новых 0, исчезло 1, осталось 2, вернулось 0" in bar.comparison()
    generate(desk.report, desk, REPORT)
    assert "новых 0, исчезло 0, осталось 2, вернулось 1" in bar.comparison()
    Annotations(desk.report.page).cells().last.click()
    assert "возврат" in WhyCard(desk.report.page).wait_for_state("вернулась")


def test_a_report_of_another_period_proves_nothing(desk: Desk) -> None:
    generate(desk.report, desk, REPORT)
    october = Period(date(2025, 10, 1), date(2025, 10, 31))
    desk.stand.scenario = replace(WITHOUT_THE_LAST, period=october)
    desk.report.open()
    desk.report.generate()
    Annotations(desk.report.page).wait_for("done")
    assert "другой период" in SummaryBar(desk.report.page).comparison()
