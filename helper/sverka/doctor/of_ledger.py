"""The ledger under examination: its key, its pages, its version, its clock, its copies."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from sverka.datadir import DataDir
from sverka.doctor.findings import Finding, fault, fine, notice, told
from sverka.errors import ErrorCode, SverkaError
from sverka.ledger.arrivals import MOST_FAILURES
from sverka.ledger.backup import last_backup
from sverka.ledger.database import Database
from sverka.ledger.key import DatabaseKey, KeyPlace, find_key
from sverka.ledger.migrations import HEAD
from sverka.ledger.purges_due import purges_due
from sverka.ledger.retention import overdue
from sverka.ledger.schema import version_of
from sverka.ledger.tables import Arrival, Entry
from sverka.settings import Settings

_BACKUP_IS_OLD = timedelta(days=30)
# Clocks of computers differ a little, and are put right.
_AHEAD = timedelta(hours=1)


def examine_ledger(data_dir: DataDir, settings: Settings) -> Iterator[Finding]:
    """Look at the ledger without changing it."""
    if not data_dir.ledger_file.exists():
        yield fine("ledger", "ledger-not-yet")
        return
    try:
        key = _key(data_dir)
        yield _place(key)
        with closing(Database(data_dir.ledger_file, key.value)) as database:
            yield _integrity(data_dir, database)
            yield from _content(database, settings)
    except SverkaError as trouble:
        yield told("ledger", trouble)
        yield _way_back(data_dir)
    else:
        yield _backup(data_dir)


def _key(data_dir: DataDir) -> DatabaseKey:
    key = find_key(data_dir)
    if key is None:
        raise SverkaError(ErrorCode.CONFLICT, "ledger-no-key", file=data_dir.ledger_file)
    return key


def _place(key: DatabaseKey) -> Finding:
    if key.place is KeyPlace.FILE:
        return notice("key", "key-in-file")
    return fine("key", "key-in-store")


def _integrity(data_dir: DataDir, database: Database) -> Finding:
    """The first looks at the seal of each page, the second at what the pages say."""
    with database.bare() as connection:
        broken = connection.execute("PRAGMA cipher_integrity_check").fetchall()
        if broken or connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
            raise SverkaError(ErrorCode.INTERNAL, "ledger-unreadable", file=data_dir.ledger_file)
    return fine("integrity", "integrity-fine")


def _content(database: Database, settings: Settings) -> Iterator[Finding]:
    with database.reading() as session:
        found = version_of(session.connection())
        if found is not None and found > HEAD:
            raise SverkaError(ErrorCode.CONFLICT, "ledger-newer", file=database.file)
        if found != HEAD:
            yield notice("tables", "tables-older")
            return
        yield fine("tables", "tables-fine")
        yield _arrivals(session)
        yield _clock(session)
        yield _retention(session, settings)
        yield _purges(session)


def _arrivals(session: Session) -> Finding:
    stuck = select(func.count(), func.min(Arrival.problem)).where(Arrival.failures >= MOST_FAILURES)
    count, problem = session.execute(stuck).one()
    if count:
        return notice("arrivals", "arrivals-stuck", count=count, problem=problem)
    return fine("arrivals", "arrivals-fine")


def _clock(session: Session) -> Finding:
    last: datetime | None = session.scalar(select(func.max(Entry.at)))
    if last is not None and last - datetime.now(UTC) > _AHEAD:
        return notice("clock", "clock-behind", last=_shown(last))
    return fine("clock", "clock-fine")


def _retention(session: Session, settings: Settings) -> Finding:
    if count := overdue(session, settings):
        return notice("retention", "retention-over", count=count, months=settings.retention_months)
    return fine("retention", "retention-fine")


def _purges(session: Session) -> Finding:
    if purges_due(session):
        return notice("purges", "purges-due")
    return fine("purges", "purges-fine")


def _backup(data_dir: DataDir) -> Finding:
    last = last_backup(data_dir)
    if last is None:
        return notice("backup", "backup-never")
    values: dict[str, Any] = {"file": last.file, "at": _shown(last.at)}
    if not Path(last.file).exists():
        return notice("backup", "backup-gone", **values)
    if datetime.now(UTC) - last.at > _BACKUP_IS_OLD:
        return notice("backup", "backup-old", **values)
    return fine("backup", "backup-fine", **values)


def _way_back(data_dir: DataDir) -> Finding:
    """What a ledger that cannot be read can be restored from."""
    last = last_backup(data_dir)
    if last is not None and Path(last.file).exists():
        return fault("backup", "restore-from", file=last.file, at=_shown(last.at))
    return fault("backup", "restore-from-nothing-known")


def _shown(moment: datetime) -> str:
    return moment.astimezone().strftime("%d.%m.%Y %H:%M")
