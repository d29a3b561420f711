"""Saved reports that nobody has seen yet: the same children, each time another period."""

from datetime import date, timedelta
from functools import cache

from tests.stand.scenarios import Layout, Period, Scenario, render_saved

_PERIOD = Period(date(2025, 9, 1), date(2025, 9, 30))


def unseen_report(rows: int, number: int, layout: Layout = Layout.PERIODS) -> str:
    """A report of so many rows whose period ends `number` days later than the first."""
    last, later = (f"{day:%d.%m.%Y}" for day in (_PERIOD.end, _PERIOD.end + timedelta(number)))
    page = _first(rows, layout)
    for before in ('value="', " по "):
        page = page.replace(f"{before}{last}", f"{before}{later}")
    return page


@cache
def _first(rows: int, layout: Layout) -> str:
    return render_saved(Scenario(layout=layout, rows=rows, period=_PERIOD))
