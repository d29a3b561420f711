"""Keeps the ledger of a running helper: opened at need, told of pages while others are served.

The database and its libraries are loaded with the first use, not with the helper: whoever starts
it waits for its first answer.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING

from sverka.datadir import DataDir
from sverka.errors import SverkaError
from sverka.settings import Settings

if TYPE_CHECKING:
    from sverka.ledger.ledger import Ledger

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

    def ledger(self) -> "Ledger":
        """The ledger; raises `SverkaError` where it cannot be had, and tries again when asked."""
        with self._opening:
            if self._opened is None:
                from sverka.ledger.ledger import Ledger

                self._opened = Ledger.open(self._data_dir, self._settings)
            return self._opened

    def close(self) -> None:
        """Let the ledger go."""
        with self._opening:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def wake(self) -> None:
        """Something has arrived that can be told in tables."""
        self._work.set()

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Open the ledger and tell what arrives, beside everything else, until the block ends."""
        thread = Thread(target=self._keep, name="ledger")
        thread.start()
        try:
            yield
        finally:
            self._ending = True
            self.wake()
            thread.join()
            self.close()

    def _keep(self) -> None:
        while not self._ending:
            # Whoever asks for a page next is told what is wrong.
            with suppress(SverkaError):
                self.ledger().settle()
            self._work.wait()
            self._work.clear()
