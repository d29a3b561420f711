"""The main job: the report of the operator's page is annotated with the right advice."""

import pytest

from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.truths import assert_report_true, data_rows
from tests.stand.scenarios import (
    Column,
    HeaderStyle,
    Layout,
    Scenario,
    TableStyle,
    TitleQuotes,
    Variant,
)
from tests.stand.server import Stand

OTHER_FORM = TableStyle(
    HeaderStyle.TWO_ROWS, renamed=True, reordered=True, note_column=True, messy_cells=True
)
VARIANTS = {
    "other-form": Variant(OTHER_FORM, TitleQuotes.TIGHT, second_table=True),
    "headings-in-thead": Variant(TableStyle(HeaderStyle.THEAD), TitleQuotes.GUILLEMETS),
    "headings-in-td": Variant(TableStyle(HeaderStyle.TD)),
    "without-numbers": Variant(TableStyle(missing=frozenset({Column.ID}))),
}
CASES = ("not_departed", "triple", "same_date", "several_classes", "grades_apart")


@pytest.mark.parametrize("layout", Layout)
def test_every_account_gets_the_right_advice(
    report: ReportScreen, stand: Stand, layout: Layout
) -> None:
    stand.scenario = Scenario(layout=layout)
    report.generate()
    assert_report_true(report, stand.scenario)


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS)
def test_the_form_of_the_table_does_not_matter(
    report: ReportScreen, stand: Stand, variant: Variant
) -> None:
    stand.scenario = Scenario(variant=variant, cases=CASES)
    report.generate()
    assert_report_true(report, stand.scenario)


def test_headings_in_two_rows_and_other_order_in_periods(
    report: ReportScreen, stand: Stand
) -> None:
    stand.scenario = Scenario(
        layout=Layout.PERIODS, variant=Variant(OTHER_FORM, second_table=True), cases=CASES
    )
    report.generate()
    assert_report_true(report, stand.scenario)


def test_account_numbers_alone_are_shown_as_preliminary(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = Scenario(layout=Layout.PERIODS, cases=("not_departed", "quadruple"))
    report.generate()
    assert_report_true(report, stand.scenario)
    marks = Annotations(report.page).marks(report.table, data_rows(stand.scenario))
    assert {mark.confidence for mark in marks} == {"low"}


def test_accounts_of_one_child_share_a_group(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = Scenario(cases=("namesakes",))
    report.generate()
    assert_report_true(report, stand.scenario)
    marks = Annotations(report.page).marks(report.table, data_rows(stand.scenario))
    elder, younger, elder_again, younger_again = [mark.group for mark in marks]
    assert elder == elder_again
    assert younger == younger_again
    assert elder != younger


def test_a_long_report_is_annotated_to_its_last_row(report: ReportScreen, stand: Stand) -> None:
    stand.scenario = Scenario(layout=Layout.PERIODS, rows=400, cases=("not_departed", "triple"))
    report.generate()
    assert_report_true(report, stand.scenario)


def test_only_the_persons_own_click_asks_for_the_report(report: ReportScreen, stand: Stand) -> None:
    report.generate()
    assert_report_true(report, stand.scenario)
    assert stand.watch.reports == 1
