"""Reports that were read a moment ago: a page that asks again is not read again.

The extension asks again whenever something may have become known of the page: a card was opened in
another tab, somebody decided, the operator generated the same report once more.
"""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from msgspec import Struct

from sverka.analysis import installation_of
from sverka.contract import PageRequest
from sverka.pages.vocabulary import PageKind

if TYPE_CHECKING:
    from sverka.pipeline import ReadReport

#: Longer than an operator is away from a report that is being worked on.
KEPT_SECONDS = 15 * 60
#: What all of them may hold together: a few of the largest reports, hundreds of small ones.
MOST_ROWS = 20_000


class _Kept(Struct):
    read: "ReadReport"
    last_asked: float


class RecentReports:
    """What was read, by a hash of the page; in memory only, and never the page itself."""

    def __init__(self, steady: Callable[[], float]) -> None:
        self._steady = steady
        self._lock = Lock()
        # The one that was asked for last stands last.
        self._by_digest: OrderedDict[bytes, _Kept] = OrderedDict()

    def find(self, digest: bytes) -> "ReadReport | None":
        """What the page of that digest says, if it was read a moment ago."""
        with self._lock:
            self._forget_old()
            kept = self._by_digest.get(digest)
            if kept is None:
                return None
            kept.last_asked = self._steady()
            self._by_digest.move_to_end(digest)
            return kept.read

    def keep(self, digest: bytes, read: "ReadReport") -> Sequence["ReadReport"]:
        """Remember what a report says, and forget what was not asked for longest: that is given
        back, because to take thousands of records to pieces costs time.
        """
        if read.report.facts.kind is PageKind.UNKNOWN:
            return ()
        with self._lock:
            self._by_digest[digest] = _Kept(read, self._steady())
            self._by_digest.move_to_end(digest)
            forgotten = []
            while self._size() > MOST_ROWS:
                forgotten.append(self._by_digest.popitem(last=False)[1].read)
            return forgotten

    def _size(self) -> int:
        """In rows of all the tables that were read, and one for the report itself."""
        return sum(
            1 + len(report.mentions) + sum(len(other.mentions) for other in report.others)
            for report in (kept.read.report for kept in self._by_digest.values())
        )

    def _forget_old(self) -> None:
        oldest = self._steady() - KEPT_SECONDS
        while self._by_digest and next(iter(self._by_digest.values())).last_asked < oldest:
            self._by_digest.popitem(last=False)


def digest_of(page: PageRequest, html: bytes) -> bytes:
    """Equal for pages that are read alike: two-digit years depend on the day as well.

    `html`: the text of the page as it is read.
    """
    where = (str(installation_of(page.url)), page.title, page.captured_at.date().isoformat())
    digest = hashlib.sha256("\0".join(where).encode(errors="surrogatepass"))
    digest.update(b"\0")
    digest.update(html)
    return digest.digest()
