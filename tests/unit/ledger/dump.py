"""`python -m tests.unit.ledger.dump`: a filled ledger of today's tables, as SQL without a key.

Run it once for each new step of the migrations, before the next one changes the tables: what it
writes into `tests/data/ledger/` is the database that a later helper will find.
"""

import os
import tempfile
from datetime import date, timedelta
from pathlib import Path
from sqlite3 import connect as connect_plainly

from sverka.datadir import DataDir
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.migrations import HEAD
from sverka.ledger.vocabulary import Act
from sverka.pages.records import MovementDocument
from sverka.pages.vocabulary import MovementKind
from sverka.settings import Settings
from tests.unit.ledger.people import FATHER, parent, pupil, row
from tests.unit.ledger.seen import AUTHORITY, CAPTURED, CLERK, OCTOBER, Desk, pair, report

KEPT = Path(__file__).parents[2] / "data" / "ledger"

ENROLLED = MovementDocument(
    MovementKind.ENROLMENT, "12-у", date(2024, 9, 2), "СОШ № 1", (), ("СОШ № 1", "4а")
)
#: By which the hashes in it were made.
SECRET = bytes(32)


def fill(desk: Desk) -> None:
    """A life of some weeks: every state, a re-run, an undoing, a note, movement, a family's cards
    and a list, an arrival that waits.
    """
    first = desk.open(report(pair(0), pair(1), pair(2), pair(3)))
    desk.decide(first.groups[0], Act.NOT_DUPLICATE, reason="twins")
    desk.decide(first.groups[1], Act.ASSIGN, organisation="СОШ № 2", note="До каникул")
    desk.decide(first.groups[2], Act.WORKED)
    desk.decide(first.groups[3], Act.IRREMOVABLE, reason="technical")
    desk.ledger.keep_history(first.groups[0].accounts[0].key, (ENROLLED,), CLERK)
    second = desk.open(report(pair(0), pair(1), pair(3)), at=CAPTURED + timedelta(days=7))
    desk.decide(second.groups[2], Act.UNDO)
    desk.open(pupil(2, 7))
    desk.open(parent(8, fields=FATHER | {"Телефон": "8 (914) 100-20-30"}))
    desk.memory().keep_people([row("s9", "Иванова Ольга Петровна", status="Обучается")])()
    desk.open(report(pair(0), period=OCTOBER), at=CAPTURED + timedelta(days=30))


def dump() -> str:
    """The statements that make such a ledger anew."""
    with tempfile.TemporaryDirectory() as place:
        data_dir = DataDir.locate(Path(place) / "data")
        data_dir.change_weak_key_secret(SECRET)
        settings = Settings(authority=AUTHORITY)
        desk = Desk(LedgerKeeper(data_dir, settings), data_dir, settings)
        fill(desk)
        plain = Path(place) / "plain.db"
        with desk.ledger.database.bare() as connection:
            connection.execute("ATTACH ? AS plain KEY ''", (str(plain),))
            connection.execute("SELECT sqlcipher_export('plain')")
            connection.execute("DETACH plain")
        desk.keeper.close()
        opened = connect_plainly(plain)
        try:
            return "\n".join(opened.iterdump()) + "\n"
        finally:
            opened.close()


if __name__ == "__main__":
    os.environ["LOGNAME"] = CLERK.user
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / f"{HEAD}.sql").write_text(dump(), encoding="utf-8")
