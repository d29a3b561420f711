"""Saved reports on the same children: one that nobody has seen yet, or one that comes again."""

from datetime import date, timedelta
from functools import cache

from tests.stand.scenarios import Layout, Period, Scenario, render_saved

# The stand tells whole cases: of less than this many rows perhaps none would be missing.
_GONE_EACH_TIME = 4
_PERIOD = Period(date(2025, 9, 1), date(2025, 9, 30))


def unseen_report(rows: int, number: int, layout: Layout = Layout.PERIODS) -> str:
    """A report of so many rows whose period ends `number` days later than the first."""
    last, later = (f"{day:%d.%m.%Y}" for day in (_PERIOD.end, _PERIOD.end + timedelta(number)))
    page = _first(rows, layout)
    for before in ('value="', " по "):
        page = page.replace(f"{before}{last}", f"{before}{later}")
    return page


def rerun_report(rows: int, number: int) -> str:
    """The first report with the same parameters, each time with fewer of its last rows."""
    return _first(rows - _GONE_EACH_TIME * number, Layout.PERIODS)


@cache
def _first(rows: int, layout: Layout) -> str:
    return render_saved(Scenario(layout=layout, rows=rows, period=_PERIOD))
