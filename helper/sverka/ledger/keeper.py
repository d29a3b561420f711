"""Keeps the ledger of a running helper: opened at need, told of pages while others are served.

The database and its libraries are loaded with the first use, not with the helper: whoever starts
it waits for its first answer.
"""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from sverka.datadir import DataDir
from sverka.errors import SverkaError
from sverka.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future
    from datetime import datetime

    from sverka.ledger.arrivals import Seen
    from sverka.ledger.ledger import Ledger
    from sverka.ledger.seen_people import PeopleSeen
    from sverka.pages.records import History

_log = logging.getLogger(__name__)


class LedgerKeeper:
    """The ledger of one helper, for all its threads."""

    def __init__(self, data_dir: DataDir, settings: Settings) -> None:
        self._data_dir = data_dir
        self._settings = settings
        self._opened: Ledger | None = None
        self._opening = Lock()
        self._work = Event()
        self._ending = False
        # The database takes one writer at a time.
        self._writers = ThreadPoolExecutor(1, "ledger-writer")

    def ledger(self) -> "Ledger":
        """The ledger; raises `SverkaError` where it cannot be had, and tries again when asked."""
        with self._opening:
            if self._opened is None:
                from sverka.ledger.ledger import Ledger

                self._opened = Ledger.open(self._data_dir, self._settings)
            return self._opened

    def close(self) -> None:
        """Let the ledger go."""
        self._writers.shutdown()
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def receive(self, seen: "Seen | PeopleSeen", client: str) -> "Future[None]":
        """Begin to keep a page; the result is there when it outlasts the death of the helper."""
        return self._writers.submit(self._receive, seen, client)

    def _receive(self, seen: "Seen | PeopleSeen", client: str) -> None:
        from sverka.ledger.actor import Actor

        self.ledger().receive(seen, Actor.here(client))

    def tell_what_arrived(self) -> None:
        """Go on to tell in tables what was received, which nobody who waits for an answer needs."""
        self._work.set()

    def keep_history(
        self, key: str, history: "History", client: str, read_at: "datetime | None" = None
    ) -> "Future[None]":
        """Begin to keep the movement of an account, read just now unless `read_at` is told."""
        return self._writers.submit(self._keep_history, key, history, client, read_at)

    def _keep_history(
        self, key: str, history: "History", client: str, read_at: "datetime | None"
    ) -> None:
        from sverka.ledger.actor import Actor

        self.ledger().keep_history(key, history, Actor.here(client), read_at)

    @contextmanager
    def keeping(self, opened: Callable[[], None]) -> Iterator[None]:
        """Open the ledger and tell what arrives, beside everything else, until the block ends.

        `opened` hears, beside everything else too, when the ledger is there.
        """
        thread = Thread(target=self._keep, args=(opened,), name="ledger")
        thread.start()
        try:
            yield
        finally:
            self._ending = True
            self._work.set()
            thread.join()
            self.close()

    def _keep(self, opened: Callable[[], None]) -> None:
        ledger: Ledger | None = None
        while not self._ending:
            try:
                if ledger is None:
                    ledger = self.ledger()
                    opened()
                ledger.settle()
            except SverkaError:
                pass  # whoever asks for a page next is told what is wrong
            except Exception as problem:  # the next page may be a better one
                _log.warning("not settled: %s", type(problem).__name__)
            self._work.wait()
            self._work.clear()
