"""Comparing what the extension shows with what the stand knows to be right."""

from collections import Counter

from playwright.sync_api import Locator, Page

from tests.e2e.screens.annotations import Annotations, by_row
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.waiting import eventually
from tests.stand.plot import Scenario
from tests.stand.table import named_rows
from tests.stand.truth import families, truth

Advised = Counter[tuple[int, str, str]]


def advised(scenario: Scenario) -> Advised:
    """Row, advice and rule of every cell that names an account."""
    return Counter(
        (row, str(account.advice), account.rule)
        for account in truth(scenario)
        for row in account.rows
    )


def data_rows(scenario: Scenario) -> int:
    """How many rows the report has below its headings."""
    return sum(len(named_rows(scenario.layout, family)) for _, family in families(scenario))


def assert_true(page: Page, table: Locator, scenario: Scenario) -> None:
    """Every account has the right advice, and nothing else has any."""
    annotations, rows, right = Annotations(page), data_rows(scenario), advised(scenario)
    annotations.wait_for("done")
    seen = eventually(page, lambda: by_row(annotations.marks(table, rows)), lambda s: s == right)
    assert seen == right, {"missing": right - seen, "wrong": seen - right}


def assert_report_true(report: ReportScreen, scenario: Scenario) -> None:
    """The report on the operator's page says the truth."""
    assert_true(report.page, report.table, scenario)
