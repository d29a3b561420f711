"""One encrypted SQLite file, and how it is read and written without losing anything."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlalchemy import Connection, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2 as sqlcipher

from sverka.errors import ErrorCode, SverkaError

# Another process of ours (a command beside the running helper) may be writing.
BUSY_SECONDS = 10
_CONNECTIONS = 8

_log = logging.getLogger(__name__)

#: What went wrong is no fault of the disk or of another program, but of what was to be written.
FAILED = "ledger-failed"

#: What SQLite's error messages mean to an operator: a part of the message → the text.
_TROUBLES = (
    ("locked", ErrorCode.CONFLICT, "ledger-locked"),
    ("disk is full", ErrorCode.INTERNAL, "ledger-disk-full"),
    ("disk I/O error", ErrorCode.INTERNAL, "ledger-disk-full"),
    ("readonly", ErrorCode.CONFLICT, "ledger-readonly"),
    ("unable to open", ErrorCode.CONFLICT, "ledger-readonly"),
    ("not a database", ErrorCode.INTERNAL, "ledger-unreadable"),
    ("malformed", ErrorCode.INTERNAL, "ledger-unreadable"),
    ("hmac", ErrorCode.INTERNAL, "ledger-unreadable"),
)


class Database:
    """The file and its key (32 bytes). Any number of threads may read, one writes at a time."""

    def __init__(self, file: Path, key: bytes) -> None:
        self.file = file
        self._key = key
        self._writer = RLock()
        self._reading = create_engine(
            "sqlite+pysqlite://",
            module=sqlcipher,
            creator=self._connect,
            poolclass=QueuePool,
            pool_size=_CONNECTIONS,
            max_overflow=_CONNECTIONS,
            # An error message would quote the values of the statement: names of people.
            hide_parameters=True,
        )
        event.listen(self._reading, "begin", _begin)
        self._writing = self._reading.execution_options(begin="BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the database from beginning to end."""
        with troubles_told(self.file), Session(self._reading) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are on the disk when it ends, or not made at all.

        Raises `SverkaError` where the file is locked, damaged or cannot grow.
        """
        with (
            troubles_told(self.file),
            self._writer,
            Session(self._writing) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection within one writing transaction, for changes of the tables themselves.

        SQLite changes a column by building its table anew, so that what refers to it stands alone
        for a moment: references are checked at the end (https://sqlite.org/lang_altertable.html).
        """
        with troubles_told(self.file), self._writer, self._writing.connect() as connection:
            driver = connection.connection.cursor()
            driver.execute("PRAGMA foreign_keys = OFF")
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
                        raise SverkaError(ErrorCode.INTERNAL, FAILED, file=self.file)
            finally:
                driver.execute("PRAGMA foreign_keys = ON")

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """The driver's own connection without a transaction, for what SQLite does outside one."""
        with troubles_told(self.file):
            opened = self._connect()
            try:
                yield opened
            finally:
                opened.close()

    def close(self) -> None:
        """Let the file go."""
        self._reading.dispose()

    def _connect(self) -> Any:
        opened = sqlcipher.connect(
            str(self.file), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            prepare(opened, self._key)
        except sqlcipher.Error:
            opened.close()
            raise
        return opened


def prepare(connection: Any, key: bytes) -> None:
    """Give a fresh connection its key and the ways of this database.

    The raw key needs no derivation: it is as random as what derivation would make of it.
    https://www.zetetic.net/sqlcipher/sqlcipher-api/#key
    """
    # SQLCipher would tell of its troubles in English, on the terminal.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    # In WAL mode only FULL keeps what was committed when the power fails.
    connection.execute("PRAGMA synchronous = FULL")


@contextmanager
def troubles_told(file: Path) -> Iterator[None]:
    """Turn what SQLite complains of into what the operator can do."""
    try:
        yield
    except (DBAPIError, sqlcipher.Error) as problem:
        complaint = getattr(problem, "orig", problem)
        _log.warning("database: %s", type(complaint).__name__)
        raise _told(file, str(complaint)) from problem


def _told(file: Path, complaint: str) -> SverkaError:
    for part, code, reason in _TROUBLES:
        if part in complaint:
            return SverkaError(code, reason, file=file)
    return SverkaError(ErrorCode.INTERNAL, FAILED, file=file)


def _begin(connection: Connection) -> None:
    """The driver begins nothing by itself, so that changes of tables can be undone too."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
