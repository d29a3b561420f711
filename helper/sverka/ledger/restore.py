"""Puts a copy that `backup` wrote in the place of the ledger; what stood there is kept aside."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct
from sqlcipher3 import dbapi2 as sqlcipher

from sverka.datadir import DataDir
from sverka.errors import ErrorCode, SverkaError
from sverka.ledger.actor import Actor
from sverka.ledger.backup import CARRIED
from sverka.ledger.concerned import Wanted
from sverka.ledger.database import Database, troubles_told
from sverka.ledger.journal import note
from sverka.ledger.key import find_key, make_key
from sverka.ledger.ledger import Ledger
from sverka.ledger.migrations import HEAD
from sverka.ledger.purges_due import (
    MET,
    PurgeLines,
    purges_due,
    purges_made,
    purges_met,
    tells_of_whom,
)
from sverka.ledger.vocabulary import Event
from sverka.process import only_one
from sverka.settings import Settings


class Restored(Struct, frozen=True):
    """Where the former ledger is kept, if there was one, and which purges have to be made again.

    `all_purges`: there are no others. No former ledger can be asked, or it does not tell of whom.
    """

    kept: Path | None
    purges: Sequence[Wanted]
    all_purges: bool


def restore(data_dir: DataDir, settings: Settings, file: Path, passphrase: str) -> Restored:
    """Work with the ledger that `file` holds from now on.

    Raises `SverkaError`, and leaves everything as it was, for another passphrase, a damaged copy,
    one that a newer helper has written, and where the helper runs.
    """
    with only_one(data_dir, "restore-while-running"):
        former = _purges_of_former(data_dir)
        kept = _replace_ledger(data_dir, file, passphrase)
    with Ledger.open(data_dir, settings) as ledger:
        with ledger.database.writing() as session:
            made = purges_made(session)
            met = {at: line for at, line in (former or {}).items() if at not in made}
            note(session, Event.RESTORED, Actor.here(), details={"file": file.name, MET: met})
        with ledger.settled() as session:
            due = purges_due(session)
    return Restored(kept, due, former is not None and all(map(tells_of_whom, met.values())))


def _purges_of_former(data_dir: DataDir) -> PurgeLines | None:
    """The purges that the ledger tells of which is to be replaced; `None` where it cannot."""
    key = find_key(data_dir)
    if key is None or not data_dir.ledger_file.exists():
        return None
    database = Database(data_dir.ledger_file, key.value)
    try:
        with database.reading() as session:
            return {**purges_met(session), **purges_made(session)}
    except SverkaError:
        return None
    finally:
        database.close()


def _replace_ledger(data_dir: DataDir, file: Path, passphrase: str) -> Path | None:
    key = (find_key(data_dir) or make_key(data_dir)).value
    draft = data_dir.ledger_file.with_suffix(".restoring.db")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    try:
        with _opened(file, passphrase) as copy:
            _check(copy, file)
            with troubles_told(data_dir.ledger_file):
                secret = _export(copy, draft, key)
        kept = _put_aside(data_dir.ledger_file, key)
        data_dir.change_weak_key_secret(secret)
        draft.replace(data_dir.ledger_file)
    finally:
        draft.unlink(missing_ok=True)
    return kept


@contextmanager
def _opened(file: Path, passphrase: str) -> Iterator[Any]:
    """The copy, open for reading alone."""
    if not file.is_file():
        raise SverkaError(ErrorCode.NOT_FOUND, "backup-not-found", file=file)
    connection = sqlcipher.connect(
        f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None
    )
    try:
        quoted = passphrase.replace("'", "''")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = '{quoted}'")
        yield connection
    except sqlcipher.Error:
        raise SverkaError(ErrorCode.INTERNAL, "backup-damaged", file=file) from None
    finally:
        connection.close()


def _check(copy: Any, file: Path) -> None:
    try:
        tables = {name for (name,) in copy.execute("SELECT name FROM sqlite_master")}
    except sqlcipher.DatabaseError as problem:
        if "not a database" not in str(problem):
            raise
        raise SverkaError(ErrorCode.BAD_REQUEST, "backup-passphrase", file=file) from None
    if CARRIED not in tables:
        raise SverkaError(ErrorCode.BAD_REQUEST, "backup-foreign", file=file)
    # The first looks at the seal of each page, the second at what the pages say.
    broken = copy.execute("PRAGMA cipher_integrity_check").fetchall()
    if broken or copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise SverkaError(ErrorCode.INTERNAL, "backup-damaged", file=file)
    (version,) = copy.execute("SELECT version_num FROM alembic_version").fetchone()
    if version > HEAD:
        raise SverkaError(ErrorCode.CONFLICT, "ledger-newer", file=file)


def _export(copy: Any, draft: Path, key: bytes) -> bytes:
    """Write the copy's tables into `draft` under the key of this computer; returns the secret."""
    copy.execute("ATTACH ? AS draft KEY ?", (str(draft), f"x'{key.hex()}'"))
    copy.execute("SELECT sqlcipher_export('draft')")
    copy.execute("DROP TABLE draft.carried")
    copy.execute("DETACH draft")
    (secret,) = copy.execute("SELECT weak_key_secret FROM carried").fetchone()
    return bytes(secret)


def _put_aside(file: Path, key: bytes) -> Path | None:
    """Give the present ledger a second name, under which it stays; it may be past reading."""
    if not file.exists():
        return None
    # What stands in its log goes into the file: the new one must not meet the log of the old.
    with suppress(SverkaError), Database(file, key).bare() as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    now = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    kept = file.with_suffix(f".before-restore-{now}.db")
    for part in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            file.with_name(file.name + part).rename(kept.with_name(kept.name + part))
    # Whenever this ends, there is a ledger in its place.
    os.link(file, kept)
    return kept
