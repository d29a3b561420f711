"""An undecided row says whose movement is wanted, and is decided once it was opened."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, Playwright

from sverka.advice.vocabulary import Advice
from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import running_helper
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.card import CardScreen
from tests.e2e.screens.movement import MovementScreen
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.waiting import eventually
from tests.e2e.screens.why_card import WhyCard
from tests.e2e.session import HOSTS, paired_browser
from tests.stand.model import Truth
from tests.stand.movement.world import REPORT, account_cards, movements
from tests.stand.plot import Mode
from tests.stand.scenarios import truth
from tests.stand.school.plot import SchoolScenario
from tests.stand.server import Stand

ATTACHED = "attached_with_history"


@pytest.fixture(scope="module")
def browser_paired(
    playwright: Playwright, stands: dict[Mode, Stand], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ExtensionBrowser]:
    """A helper of its own: what it learns of movement must not decide other tests' reports."""
    place = tmp_path_factory.mktemp("movement")
    with ExitStack() as running:
        helper = running.enter_context(running_helper(place / "data"))
        browser = running.enter_context(paired_browser(playwright, helper, stands, place))
        browser.context.tracing.start(screenshots=False, snapshots=True)
        yield browser


@pytest.fixture
def opened(report: ReportScreen, stand: Stand) -> ReportScreen:
    """The report of the families whose movement the stand knows."""
    stand.scenario, stand.school = REPORT, SchoolScenario(delay_ms=0)
    report.generate()
    Annotations(report.page).wait_for("done")
    return report


def shown(report: ReportScreen, case: str) -> list[Truth]:
    """The advice that stands on the page for the accounts of one case."""
    expected = truth(REPORT)
    rows = {account.row for account in expected if account.case == case}
    marks = Annotations(report.page).marks(report.table, len(expected))
    return [Truth(Advice(mark.advice), mark.rule) for mark in marks if mark.row in rows]


def open_movement(report: ReportScreen, stand: Stand, number: int) -> MovementScreen:
    """From the card in another tab, as an operator does it beside the open report."""
    tab: Page = report.page.context.new_page()
    cards = CardScreen(tab, stand.mode, HOSTS[stand.mode])
    cards.log_in()
    cards.open(account_cards()[number])
    return MovementScreen.opened_from(tab)


def test_the_movement_of_both_accounts_decides_the_open_report(
    opened: ReportScreen, stand: Stand
) -> None:
    movement = movements()[ATTACHED]
    first, second = (line.number for line in movement.family.lines)
    assert {(told.advice, told.rule) for told in shown(opened, ATTACHED)} == {("undecided", "D-06")}
    Annotations(opened.page).cells().first.click()
    wanted = WhyCard(opened.page).wait_for("Нужно движение")
    assert f"s{first}" in wanted
    assert f"s{second}" in wanted
    WhyCard(opened.page).close()
    window = open_movement(opened, stand, first)
    window.says(f"запись s{first}")
    assert window.marked() == 0
    open_movement(opened, stand, second).says(f"запись s{second}")
    decided = list(movement.truth)
    seen = eventually(opened.page, lambda: shown(opened, ATTACHED), lambda told: told == decided)
    assert seen == decided
