"""What the stand shows, chosen by a test: layout, outcome and harmless differences of form."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from tests.stand.model import Layout, Period, Sight
from tests.stand.table import Column, TableStyle

USUAL_TABLE = TableStyle()
SEPTEMBER = Period(date(2025, 9, 1), date(2025, 9, 30))


class Mode(StrEnum):
    """The generation of the interface."""

    CLASSIC = "classic"
    MODERN = "modern"


class Outcome(StrEnum):
    """How «Сформировать» ends."""

    TABLE = "table"
    EMPTY = "empty"
    ERROR = "error"
    EXPIRED = "expired"


class TitleQuotes(StrEnum):
    """The quotes (and the space before the bracket) of the report's title."""

    STRAIGHT = 'Список учащихся-"дублей" (образовательные организации)'
    GUILLEMETS = "Список учащихся-«дублей» (образовательные организации)"
    TIGHT = "Список учащихся-«дублей»(образовательные организации)"


@dataclass(frozen=True, slots=True)
class Variant:
    """How the report differs from the usual one without telling anything else."""

    table: TableStyle = USUAL_TABLE
    title: TitleQuotes = TitleQuotes.STRAIGHT
    second_table: bool = False
    #: The report in two tables of one shape, the second half below the first.
    in_two_parts: bool = False


USUAL_VARIANT = Variant()


@dataclass(frozen=True, slots=True)
class Scenario:
    """`cases` names builders of `cases.py` or `movement/cases.py`; without it all of the former.

    With `rows` the cases are told again, with other people, until there are that many data rows.
    """

    layout: Layout = Layout.DATES
    outcome: Outcome = Outcome.TABLE
    variant: Variant = USUAL_VARIANT
    cases: tuple[str, ...] = ()
    rows: int | None = None
    delay_ms: int = 150
    period: Period = SEPTEMBER
    strict_csp: bool = False

    @property
    def generated_at(self) -> datetime:
        """«Состояние на»: the evening of the period's last day."""
        return datetime.combine(self.period.end, time(17, 40, 20))

    @property
    def sight(self) -> Sight:
        """What the printed columns let the reader see."""
        missing = self.variant.table.missing
        if self.layout is Layout.DATES and Column.ID in missing:
            return Sight.DATES_WITHOUT_IDS
        if self.layout is Layout.DATES and Column.ENTRY in missing:
            return Sight.DATES_WITHOUT_ENTRY
        return Sight(self.layout)
