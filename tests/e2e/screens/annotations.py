"""What the extension has written on a page, read from its `data-sverka-*` attributes alone."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page, expect

STATE = "data-sverka-state"
ERROR = "data-sverka-error"
MARKS = """
([report, dataRows]) => {
  const rows = [...report.rows];
  const first = rows.length - dataRows;
  return [...report.querySelectorAll("[data-sverka-advice]")].map((cell) => ({
    row: rows.indexOf(cell.closest("tr")) - first,
    advice: cell.dataset.sverkaAdvice,
    confidence: cell.dataset.sverkaConfidence,
    rule: cell.dataset.sverkaRule,
    group: cell.dataset.sverkaGroup,
  }));
}
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """One annotated cell; `row` counts data rows from 0."""

    row: int
    advice: str
    confidence: str
    rule: str
    group: str


class Annotations:
    """The annotations of one page."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def root(self) -> Locator:
        """The report's root that carries the state."""
        return self._page.locator(f"[{STATE}]").last

    def wait_for(self, state: str) -> None:
        """Wait until the report is in `state`."""
        expect(self.root()).to_have_attribute(STATE, state)

    def wait_for_error(self, code: str) -> None:
        """Wait until the report names this problem."""
        expect(self.root()).to_have_attribute(ERROR, code)

    def wait_for_none(self) -> None:
        """Wait until no trace of the extension is left."""
        expect(self._page.locator(f"[{STATE}], [data-sverka-advice]")).to_have_count(0)

    def cells(self, advice: str | None = None) -> Locator:
        """The annotated cells, or those with one advice."""
        return self._page.locator(
            f'[data-sverka-advice="{advice}"]' if advice else "[data-sverka-advice]"
        )

    def marks(self, table: Locator, data_rows: int) -> list[Mark]:
        """Every mark of a table that has `data_rows` rows below its headings."""
        found: list[dict[str, Any]] = table.evaluate(
            f"(table, rows) => ({MARKS})([table, rows])", data_rows
        )
        return [Mark(**mark) for mark in found]


def by_row(marks: list[Mark]) -> Counter[tuple[int, str, str]]:
    """The marks as they are compared with the truth: row, advice, deciding rule."""
    return Counter((mark.row, mark.advice, mark.rule) for mark in marks)
