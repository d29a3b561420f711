"""What of the children who are added to an order cannot be compared with those known already."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sverka.pages.records import Notice
from sverka.pages.vocabulary import EntryWay
from sverka.people.dates import DateProblem, ReadDate
from sverka.people.names import PersonName

#: A date that may be right once it is typed to the end; `_` is what a mask shows for a digit.
_UNFINISHED = re.compile(r"\d{0,7}|\d{1,2}[./]\d{0,2}(?:[./]\d{0,3})?|\d{4}-\d{0,2}(?:-\d?)?|.*_.*")


def is_wrong(written: str, born: ReadDate) -> bool:
    """Whether no date can be taken from what is written, and typing on would not mend it."""
    if born.problem is DateProblem.UNREADABLE:
        return not _UNFINISHED.fullmatch(written.strip())
    return born.problem is not None


class UncomparedRows:
    """Collects the rows of a table of children that lack what children are compared by.

    Of what is being typed only a date is told of: the rest may come yet.
    """

    def __init__(self, way: EntryWay, *, has_dates: bool) -> None:
        self._is_typed = way is EntryWay.QUICK
        self._has_dates = has_dates
        self._rows: dict[str, list[int]] = defaultdict(list)

    def note(self, row: int, name: PersonName | None, written: str, born: ReadDate) -> None:
        """Look at one row; `written` is what stands in it for the birth date."""
        if code := self._trouble(name, written, born):
            self._rows[code].append(row)

    def notices(self) -> Iterator[Notice]:
        """One for each kind of trouble, with the rows as people count them."""
        if not self._has_dates:
            yield Notice("order-no-birth-date-column")
        for code, rows in self._rows.items():
            yield Notice(code, values=(("rows", _ranges(rows)),))

    def _trouble(self, name: PersonName | None, written: str, born: ReadDate) -> str | None:
        if self._is_typed:
            return "order-rows-date-unread" if name and is_wrong(written, born) else None
        if name is None:
            return "order-rows-name-unread" if born.value else None
        if not name.is_told_in_full():
            return "order-rows-name-unread"
        if born.problem:
            return "order-rows-date-unread"
        return "order-rows-without-date" if self._has_dates and not written.strip() else None


def _ranges(rows: Sequence[int]) -> str:
    """Rows from 0 as people count them, those in succession together: «2, 5–9»."""
    runs: list[list[int]] = []
    for row in rows:
        if runs and row == runs[-1][-1] + 1:
            runs[-1].append(row)
        else:
            runs.append([row])
    return ", ".join(
        str(run[0] + 1) if len(run) == 1 else f"{run[0] + 1}–{run[-1] + 1}" for run in runs
    )
