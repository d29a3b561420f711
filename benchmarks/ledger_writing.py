"""What it costs to tell a report in the encrypted tables, beside plain SQLite; how they grow."""

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure, in_turn, milliseconds
from benchmarks.ledger_pages import unseen_report
from sverka.datadir import DataDir
from sverka.ledger.keeper import LedgerKeeper
from sverka.settings import Settings
from tests.unit.ledger.seen import Desk

RUNS = 5
#: Rows of a report → the most milliseconds that telling it may take.
REPORTS = {50: 20.0, 5000: 1500.0}
# Those rows are read, grouped, advised on, compared and encrypted; the peer's are only written.
_TIMES_PLAIN = 25.0
_KILOBYTE = 1024

_Content = Sequence[tuple[str, Sequence[tuple[Any, ...]]]]


def writing_figures(place: Path) -> Iterator[Figure]:
    for rows, limit in REPORTS.items():
        page = unseen_report(rows, 0)
        with new_desk(place) as desk:
            desk.open(page)
            empty = desk.data_dir.ledger_file.stat().st_size
            desk.ledger.settle()
            content = _content(desk)
        ours, peer = in_turn(
            RUNS, partial(_tell, place, page), partial(_write_plainly, place, content)
        )
        yield Figure(f"telling a report of {rows} rows", ours, "ms", limit)
        yield Figure("the same", ours, "ms", _TIMES_PLAIN, peer, "rows into plain SQLite")
    accounts = len(dict(content)["accounts"])
    grown = (desk.data_dir.ledger_file.stat().st_size - empty) / _KILOBYTE / accounts * 1000
    yield Figure("growth for 1,000 accounts of a report", [grown], "KB", 2000)


def new_desk(place: Path) -> "closing[_ClosingDesk]":
    """A helper's ledger that is empty and open."""
    data_dir, settings = DataDir.locate(Path(tempfile.mkdtemp(dir=place))), Settings()
    desk = _ClosingDesk(LedgerKeeper(data_dir, settings), data_dir, settings)
    desk.ledger.settle()
    return closing(desk)


class _ClosingDesk(Desk):
    def close(self) -> None:
        self.keeper.close()


def _tell(place: Path, page: str) -> float:
    with new_desk(place) as desk:
        desk.open(page)
        return milliseconds(desk.ledger.settle)


def _content(desk: Desk) -> _Content:
    """Every row of every table, as SQLite keeps them."""
    with desk.ledger.database.bare() as connection:
        named = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        return [
            (name, connection.execute(f'SELECT * FROM "{name}"').fetchall())  # noqa: S608
            for name, _ in named.fetchall()
        ]


def _write_plainly(place: Path, content: _Content) -> float:
    file = Path(tempfile.mkdtemp(dir=place)) / "plain.db"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        return milliseconds(partial(_insert, connection, content))


def _insert(connection: sqlite3.Connection, content: _Content) -> None:
    connection.execute("BEGIN")
    for name, rows in content:
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            connection.execute(f'CREATE TABLE "{name}" ({", ".join(_columns(rows))})')
            connection.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)  # noqa: S608
    connection.execute("COMMIT")


def _columns(rows: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    return (f"c{number}" for number in range(len(rows[0])))
