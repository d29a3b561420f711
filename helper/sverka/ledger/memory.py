"""The ledger as the memory of one page on its way through the running helper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sverka.analysis import installation_of
from sverka.contract import PageRequest
from sverka.errors import SverkaError
from sverka.known import NOTHING_KNOWN, Kept, Known
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.kept import told_when_kept
from sverka.matching.groups import Group
from sverka.pages.records import Report
from sverka.settings import Settings

if TYPE_CHECKING:
    from sverka.ledger.arrivals import Seen

_EMPTY = "empty-report"
# What these tell of was not read: such a page is no proof that anything is gone.
_LEAVES_OUT = frozenset(
    {
        "several-tables",
        "row-without-pupil",
        "row-of-one-cell",
        "double-without-name",
        "double-columns-unread",
        "double-unread",
        "number-unread",
        "ambiguous-column",
    }
)


class PageMemory:
    """Keeps one page that came from a browser of that label.

    A page is advised on even where the ledger cannot be had; then the page says so.
    """

    def __init__(
        self, keeper: LedgerKeeper, page: PageRequest, client: str, settings: Settings
    ) -> None:
        self._keeper = keeper
        self._page = page
        self._client = client
        self._authority = page.context.authority or settings.authority.strip() or None
        self._seen: Seen | None = None
        self._is_kept = False

    def known(self, report: Report, groups: Sequence[Group]) -> Known:
        """What is remembered of the page's groups."""
        is_report = _is_worth_keeping(report)
        if not (is_report or groups):
            return NOTHING_KNOWN
        try:
            ledger = self._keeper.ledger()
            if not is_report:
                return ledger.known_groups(groups)
            self._seen = self._see(report)
            known = ledger.known(self._seen, groups)
        except SverkaError:
            return NOTHING_KNOWN
        self._is_kept = known.kept
        return known

    def keep(self, report: Report) -> Kept:
        """Keep what was recognised, a report without any double too.

        It is written while the page is advised on; the answer waits for both.
        """
        if self._is_kept or not _is_worth_keeping(report):
            return tuple
        written = self._keeper.receive(self._seen or self._see(report), self._client)
        return told_when_kept(written, "not-remembered")

    def _see(self, report: Report) -> "Seen":
        from sverka.ledger.arrivals import Seen

        if report.facts.authority is None:
            report = replace(report, facts=replace(report.facts, authority=self._authority))
        left_out = any(notice.code in _LEAVES_OUT for notice in report.notices)
        return Seen.of(
            report,
            installation_of(self._page.url),
            self._page.source,
            self._page.captured_at,
            complete=not left_out and not report.others,
        )


def _is_worth_keeping(report: Report) -> bool:
    is_empty = any(notice.code == _EMPTY for notice in report.notices)
    return report.facts.layout is not None or is_empty
