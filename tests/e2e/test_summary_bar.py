"""The bar counts, filters and leads; its tasks name nobody unless asked to."""

from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.truths import assert_report_true
from tests.stand.scenarios import Column, Layout, Scenario, TableStyle, Variant, truth
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


def test_tab_goes_to_a_row_that_the_filter_shows(annotated: ReportScreen) -> None:
    reachable = annotated.page.locator("[data-sverka-advice][tabindex='0']")
    SummaryBar(annotated.page).show_only("undecided")
    expect(reachable).to_have_count(1)
    expect(reachable).to_be_visible()
    expect(reachable).to_have_attribute("data-sverka-advice", "undecided")


def test_the_arrows_lift_a_filter_that_hides_undecided_accounts(annotated: ReportScreen) -> None:
    page, bar = annotated.page, SummaryBar(annotated.page)
    bar.show_only("keep")
    expect(Annotations(page).cells("undecided").last).to_be_hidden()
    bar.next_undecided()
    focused = page.locator("[data-sverka-advice]:focus")
    expect(focused).to_have_attribute("data-sverka-advice", "undecided")
    expect(focused).to_be_visible()
    assert bar.chosen() == "Все"


def test_the_arrows_keep_the_filter_of_undecided_accounts(annotated: ReportScreen) -> None:
    bar = SummaryBar(annotated.page)
    bar.show_only("undecided")
    bar.next_undecided()
    assert bar.chosen().startswith("Не решено")


def test_groups_of_high_risk_can_be_shown_alone(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = Scenario(cases=("long_overlap", "equal_dates"))
    report.generate()
    assert_report_true(report, stand.scenario)
    bar = SummaryBar(report.page)
    assert bar.count("high-risk") == 1
    bar.show_only("high-risk")
    risky, other = [
        [account for account in truth(stand.scenario) if account.case == case]
        for case in stand.scenario.cases
    ]
    rows = report.table.locator("tr:has(td)")
    for account in risky:
        expect(rows.nth(account.row)).to_be_visible()
    for account in other:
        expect(rows.nth(account.row)).to_be_hidden()


def test_an_unknown_layout_offers_no_try_that_would_change_nothing(
    report: ReportScreen, stand: Stand
) -> None:
    known = frozenset({Column.NAME, Column.ID, Column.BIRTH, Column.ORGANISATION})
    stand.scenario = Scenario(variant=Variant(TableStyle(missing=known)))
    report.generate()
    Annotations(report.page).wait_for("unknown-layout")
    bar = SummaryBar(report.page)
    bar.wait_for("Скопировать обезличенный образец")
    assert "Повторить" not in bar.buttons()


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


def test_a_removal_is_told_only_after_the_steps_before_it(annotated: ReportScreen) -> None:
    lines = SummaryBar(annotated.page).tasks().splitlines()
    removals = [index for index, line in enumerate(lines) if ": Удалите" in line]
    assert removals
    for index in removals:
        number = int(lines[index].split(".")[0])
        before = lines[index - number + 1 : index]
        assert [line.split(".")[0] for line in before] == [str(n) for n in range(1, number)]
        assert before


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


def test_tables_that_were_not_read_are_told_of_on_the_bar_itself(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = Scenario(
        cases=("not_departed", "same_date"), variant=Variant(in_two_parts=True)
    )
    report.generate()
    told = SummaryBar(report.page).unread_part()
    assert "Не проверены: 1-я таблица сверху (строк: 2)" in told
    tables = report.page.locator("table", has=report.page.locator("[data-sverka-advice]"))
    expect(tables).to_have_count(1)
