"""Writes a copy of the ledger that only a passphrase opens: it outlives this computer's key."""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from sverka.datadir import DataDir, write_private
from sverka.errors import ErrorCode, SverkaError
from sverka.ledger.actor import Actor
from sverka.ledger.journal import note
from sverka.ledger.ledger import Ledger
from sverka.ledger.vocabulary import Event
from sverka.whole_files import whole_file

#: The table of a copy that the ledger itself has not: without the secret of the weak keys its
#: accounts and its «не дубль» would fit no page any more.
CARRIED = "carried"


class LastBackup(Struct, frozen=True):
    """Where the last copy was written; kept beside the ledger, which may be past reading."""

    file: str
    at: datetime


def back_up(ledger: Ledger, data_dir: DataDir, file: Path, passphrase: str, force: bool) -> None:
    """Copy the ledger as it stands at one moment; others go on reading and writing it.

    Raises `SverkaError` where `file` is there already and `force` is not given, or where it
    cannot be written; then there is no half of a copy.
    """
    file = file.absolute()
    if file.parent.resolve() == data_dir.path.resolve():
        raise SverkaError(ErrorCode.CONFLICT, "backup-into-data-dir", file=file)
    # The random keys of people are given when their pages are told in tables.
    ledger.settle()
    with whole_file(file, replacing=force) as draft:
        _export(ledger, draft, passphrase)
    _note(ledger, data_dir, file)


def last_backup(data_dir: DataDir) -> LastBackup | None:
    """The last copy that was written from here."""
    try:
        return msgspec.json.decode(data_dir.last_backup_file.read_bytes(), type=LastBackup)
    except (OSError, msgspec.DecodeError):
        return None


def _export(ledger: Ledger, draft: Path, passphrase: str) -> None:
    with ledger.database.bare() as connection:
        connection.execute("ATTACH ? AS copy KEY ?", (os.fspath(draft), passphrase))
        connection.execute("BEGIN")
        connection.execute("SELECT sqlcipher_export('copy')")
        _carry(connection, ledger.secret)
        connection.execute("COMMIT")
        connection.execute("DETACH copy")


def _carry(connection: Any, secret: bytes) -> None:
    connection.execute("CREATE TABLE copy.carried (weak_key_secret BLOB NOT NULL)")
    connection.execute("INSERT INTO copy.carried VALUES (?)", (secret,))


def _note(ledger: Ledger, data_dir: DataDir, file: Path) -> None:
    with ledger.database.writing() as session:
        note(session, Event.BACKED_UP, Actor.here(), details={"file": file.name})
    last = LastBackup(str(file), datetime.now(UTC))
    write_private(data_dir.last_backup_file, msgspec.json.encode(last).decode())
