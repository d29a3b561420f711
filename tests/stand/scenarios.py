"""The door of the stand's data: a scenario, its page as saved by a browser, its truth."""

from tests.stand.model import Layout, Period
from tests.stand.plot import Mode, Outcome, Scenario, TitleQuotes, Variant
from tests.stand.render import render_saved
from tests.stand.table import Column, HeaderStyle, TableStyle
from tests.stand.truth import ExpectedAccount, truth

__all__ = [
    "Column",
    "ExpectedAccount",
    "HeaderStyle",
    "Layout",
    "Mode",
    "Outcome",
    "Period",
    "Scenario",
    "TableStyle",
    "TitleQuotes",
    "Variant",
    "render_saved",
    "truth",
]
