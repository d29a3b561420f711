"""When a step is due, counted in working days from the report's date."""

from datetime import date, timedelta

_SATURDAY = 5


def add_working_days(start: date, days: int) -> date:
    """The day `days` working days after `start`; Saturdays and Sundays do not count.

    Public holidays are not known here, so a deadline may fall on one.
    """
    due = start
    while days > 0:
        due += timedelta(days=1)
        days -= due.weekday() < _SATURDAY
    return due
