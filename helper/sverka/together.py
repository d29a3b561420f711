"""Saved pages that are checked together: what one of them says is known to the others.

They are kept in a ledger of the moment, which is gone with its key when the answers are there.
"""

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

from sverka.contract import SCHEMA, PageRequest
from sverka.datadir import DataDir, write_private
from sverka.known import Kept, Known, KnownGroup
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.kept import told_when_kept
from sverka.ledger.key import KEY_BYTES
from sverka.ledger.memory import PageMemory
from sverka.ledger.people_memory import PeopleMemory
from sverka.matching.groups import Group
from sverka.pages.records import History, Report
from sverka.pages.vocabulary import Source
from sverka.saved import SavedPage
from sverka.settings import Settings

#: Which browser has brought a page: none did.
_CLIENT = ""


class Together:
    """The pages of one command, as far as they were read."""

    def __init__(self, keeper: LedgerKeeper, settings: Settings) -> None:
        self._keeper = keeper
        self._settings = settings

    def known_to(self, page: SavedPage) -> tuple[PageMemory, PeopleMemory]:
        """What the other pages say of the groups and of the people of this one, which is kept."""
        request = PageRequest(
            schema=SCHEMA,
            url=page.url,
            html="",
            captured_at=page.captured_at,
            source=Source.FILE,
        )
        memory = _PagesOfOthers(self._keeper, request, _CLIENT, self._settings)
        return memory, _PeopleOfOthers(self._keeper, request, _CLIENT)


class _PagesOfOthers(PageMemory):
    """Nobody has worked on what these files show: only what is said in them is known."""

    def known(self, report: Report, groups: Sequence[Group]) -> Known:
        known = super().known(report, groups).groups
        return Known({name: KnownGroup(past=group.past) for name, group in known.items()})


class _PeopleOfOthers(PeopleMemory):
    """Movement in a file is as old as the file: long ago saved, it removes nothing."""

    def keep_history(self, key: str, history: History) -> Kept:
        read_at = self._captured_at.astimezone(UTC)
        return told_when_kept(
            self._keeper.keep_history(key, history, _CLIENT, read_at), "page-not-remembered"
        )


@contextmanager
def kept_together(settings: Settings, secret: bytes) -> Iterator[Together]:
    """Keep pages until the block ends; accounts without a number are named by `secret`."""
    with TemporaryDirectory(prefix="sverka-") as folder:
        data_dir = DataDir.locate(Path(folder))
        # With a key of its own beside it the ledger asks for none in the system's key store.
        write_private(data_dir.key_file, secrets.token_hex(KEY_BYTES))
        data_dir.change_weak_key_secret(secret)
        keeper = LedgerKeeper(data_dir, settings)
        try:
            yield Together(keeper, settings)
        finally:
            keeper.close()
