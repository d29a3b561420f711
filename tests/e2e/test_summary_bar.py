"""The bar counts, filters and leads; its tasks name nobody unless asked to."""

from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.truths import assert_report_true
from tests.stand.scenarios import Layout, Scenario, truth
from tests.stand.server import Stand

MIXED = Scenario(
    cases=("not_departed", "attached", "same_account_twice", "equal_dates", "grades_apart")
)
SHOWN_WITHOUT_IT = """
(table, advice) => [...table.rows]
  .filter((row) => row.checkVisibility() && row.querySelector("[data-sverka-advice]"))
  .filter((row) => !row.querySelector(`[data-sverka-advice="${advice}"]`)).length
"""


@pytest.fixture
def annotated(report: ReportScreen, stand: Stand) -> ReportScreen:
    stand.scenario = MIXED
    report.generate()
    assert_report_true(report, MIXED)
    return report


def test_the_bar_counts_accounts_and_leaves_preliminary_ones_out(annotated: ReportScreen) -> None:
    right = Counter(
        "preliminary" if account.rule == "D-25" else str(account.advice) for account in truth(MIXED)
    )
    bar = SummaryBar(annotated.page)
    bar.wait_for()
    assert bar.count("delete") == right["delete"]
    assert bar.count("keep") == right["keep"]
    assert bar.count("undecided") == right["undecided"]
    assert bar.count("fix-dates") == right["fix-dates"]
    assert bar.count("preliminary") == right["preliminary"]


def test_the_filter_leaves_only_rows_of_one_advice(annotated: ReportScreen) -> None:
    bar, cells = SummaryBar(annotated.page), Annotations(annotated.page).cells("undecided")
    keep = Annotations(annotated.page).cells("keep")
    bar.show_only("undecided")
    expect(keep.first).to_be_hidden()
    assert annotated.table.evaluate(SHOWN_WITHOUT_IT, "undecided") == 0
    assert all(cell.is_visible() for cell in cells.all())
    bar.show_all()
    expect(keep.first).to_be_visible()


def test_rows_joined_by_a_rowspan_are_hidden_and_shown_together(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = Scenario(layout=Layout.PERIODS, cases=("attached", "quadruple"))
    report.generate()
    assert_report_true(report, stand.scenario)
    bar, rows = SummaryBar(report.page), report.table.locator("tr:has(td)")
    bar.show_only("preliminary")
    expect(rows.first).to_be_hidden()
    assert [row.is_visible() for row in rows.all()] == [False, True, True, True]


def test_the_arrows_lead_from_one_undecided_account_to_the_next(annotated: ReportScreen) -> None:
    page, bar = annotated.page, SummaryBar(annotated.page)
    visited = set()
    for _ in range(Annotations(page).cells("undecided").count()):
        bar.next_undecided()
        focused = page.locator("[data-sverka-advice]:focus")
        expect(focused).to_have_attribute("data-sverka-advice", "undecided")
        visited.add(focused.evaluate("(cell) => cell.closest('tr').rowIndex"))
    assert len(visited) == Annotations(page).cells("undecided").count()


def test_tasks_mask_persons_until_their_names_are_asked_for(annotated: ReportScreen) -> None:
    bar = SummaryBar(annotated.page)
    surname = truth(MIXED)[0].name
    assert surname is not None
    assert surname not in bar.tasks()
    assert surname in bar.name_persons()


def test_accounts_ordered_by_number_alone_are_in_no_task(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = Scenario(cases=("not_departed", "equal_dates"))
    report.generate()
    assert_report_true(report, stand.scenario)
    tasks = SummaryBar(report.page).tasks()
    certain, preliminary = [
        {account.account_id for account in truth(stand.scenario) if account.case == case}
        for case in stand.scenario.cases
    ]
    assert any(str(account) in tasks for account in certain)
    assert not any(str(account) in tasks for account in preliminary)
