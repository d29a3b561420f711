"""Ledgers as former versions of the helper left them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sverka.datadir import DataDir
from sverka.ledger import schema
from sverka.ledger.database import Database
from sverka.ledger.key import make_key
from sverka.ledger.migrations import HEAD
from tests.unit.ledger.dump import KEPT, SECRET

STEPS = Path(schema.__file__).parent / "migrations"
VERSIONS = sorted(file.name.partition("_")[0] for file in (STEPS / "versions").glob("0*.py"))


@contextmanager
def old_ledger(data_dir: DataDir, version: str = HEAD) -> Iterator[Database]:
    """An encrypted ledger as that version of the helper left it."""
    key = make_key(data_dir).value
    data_dir.change_weak_key_secret(SECRET)
    data_dir.ledger_file.touch(mode=0o600)
    database = Database(data_dir.ledger_file, key)
    with database.bare() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.executescript((KEPT / f"{version}.sql").read_text(encoding="utf-8"))
    try:
        yield database
    finally:
        database.close()
