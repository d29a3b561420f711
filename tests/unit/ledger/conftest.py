"""A ledger of its own for every test."""

from collections.abc import Iterator

import pytest

from sverka.datadir import DataDir
from sverka.ledger.keeper import LedgerKeeper
from sverka.settings import Settings
from tests.unit.ledger.seen import AUTHORITY, Desk


@pytest.fixture
def desk(data_dir: DataDir) -> Iterator[Desk]:
    settings = Settings(authority=AUTHORITY)
    keeper = LedgerKeeper(data_dir, settings)
    yield Desk(keeper, data_dir, settings)
    keeper.close()
