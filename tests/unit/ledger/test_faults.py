"""What happens to the disk, the file, its key, its neighbours and the clock: told, nothing lost."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from sverka.datadir import DataDir
from sverka.errors import SverkaError
from sverka.known import Proof, State
from sverka.ledger import database as databases
from sverka.ledger import journal
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.runs import list_runs
from sverka.ledger.tables import Entry, Group
from sverka.ledger.view import view_group
from sverka.ledger.vocabulary import Act, Event
from sverka.ledger.worklist import WorkFilter, work_list
from tests.unit.ledger.key_stores import Locked, Working, choose
from tests.unit.ledger.seen import CAPTURED, Desk, pair, report

PAGE = 4096
Damage = Callable[[bytearray], None]

HOLD = """
import sys
from pathlib import Path
from sverka.datadir import DataDir
from sverka.ledger.ledger import Ledger
from sverka.settings import Settings

with Ledger.open(DataDir.locate(Path(sys.argv[1])), Settings()) as ledger:
    with ledger.database.writing() as session:
        session.connection()
        print("held", flush=True)
        sys.stdin.read()
"""

FILL_THE_DISK = """
import json, resource, sys
from pathlib import Path
from sverka.datadir import DataDir
from sverka.errors import SverkaError
from sverka.ledger.keeper import LedgerKeeper
from sverka.settings import Settings
from tests.api.browsers import report_of
from tests.unit.ledger.seen import AUTHORITY, Desk

data_dir = DataDir.locate(Path(sys.argv[1]))
settings = Settings(authority=AUTHORITY)
desk = Desk(LedgerKeeper(data_dir, settings), data_dir, settings)
desk.ledger.settle()
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
kept = []
for number in range(1, 1000):
    last, html = report_of(number)
    answer = desk.open(html)
    if "not-remembered" in [notice.code for notice in answer.page.warnings]:
        break
    kept.append(last.isoformat())
try:
    desk.ledger.settle()
    reason = ""
except SverkaError as trouble:
    reason = trouble.reason
print(json.dumps({"kept": kept, "groups": len(answer.groups), "reason": reason}))
"""


def warned(desk: Desk, html: str) -> str:
    """What the page is told of its being kept; it is advised on all the same."""
    seen = desk.open(html)
    assert seen.groups
    return " ".join(item.message for item in seen.page.warnings if item.code == "not-remembered")


def end(desk: Desk) -> None:
    """End the helper; what is opened next is opened by another."""
    desk.keeper.close()
    desk.keeper = LedgerKeeper(desk.data_dir, desk.settings)


def reason(action: Callable[[], object]) -> str:
    with pytest.raises(SverkaError) as told:
        action()
    return told.value.reason


def header(content: bytearray) -> None:
    content[:64] = bytes(64)


def middle(content: bytearray) -> None:
    content[PAGE:] = bytes(len(content) - PAGE)


def truncated(content: bytearray) -> None:
    del content[3 * PAGE :]


@pytest.mark.parametrize("damage", [header, middle, truncated])
def test_damaged_file_is_told_and_the_page_is_advised_on(desk: Desk, damage: Damage) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.ledger.settle()
    end(desk)
    content = bytearray(desk.data_dir.ledger_file.read_bytes())
    damage(content)
    desk.data_dir.ledger_file.write_bytes(content)
    assert "повреждён" in warned(desk, report(pair(0)))
    assert bytes(content) == desk.data_dir.ledger_file.read_bytes()


def test_wrong_key_is_told(desk: Desk) -> None:
    desk.ledger.settle()
    end(desk)
    desk.data_dir.key_file.write_text("00" * 32, encoding="ascii")
    assert "другим ключом" in warned(desk, report(pair(0)))


def test_lost_key_is_told_and_no_new_ledger_is_begun(desk: Desk) -> None:
    desk.ledger.settle()
    end(desk)
    desk.data_dir.key_file.unlink()
    before = desk.data_dir.ledger_file.read_bytes()
    assert "Ключ журнала" in warned(desk, report(pair(0)))
    assert desk.data_dir.ledger_file.read_bytes() == before
    assert not desk.data_dir.key_file.exists()


def test_locked_key_store_is_told_until_it_is_opened(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(Working, monkeypatch)
    desk.open(report(pair(0)))
    end(desk)
    choose(Locked, monkeypatch)
    assert "Хранилище ключей" in warned(desk, report(pair(1)))
    choose(Working, monkeypatch)
    assert warned(desk, report(pair(1))) == ""


@contextmanager
def held_by_another(data_dir: DataDir) -> Iterator[None]:
    """Another process is writing and does not end."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, data_dir.path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield
        process.communicate()


def test_ledger_that_another_process_holds_is_told_and_free_again_later(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(databases, "BUSY_SECONDS", 0.05)
    group = desk.open(report(pair(0))).groups[0]
    desk.ledger.settle()
    with held_by_another(desk.data_dir):
        assert "занят" in warned(desk, report(pair(1)))
        assert reason(lambda: desk.decide(group, Act.WORKED)) == "ledger-locked"
    assert desk.decide(group, Act.WORKED).state is State.WORKED
    assert warned(desk, report(pair(1))) == ""


def test_full_disk_is_told_and_takes_nothing_that_was_acknowledged(desk: Desk) -> None:
    """The system lets no file grow beyond a limit, as a full disk or a quota would."""
    desk.ledger.settle()
    end(desk)
    limit = 2 * desk.data_dir.ledger_file.stat().st_size
    ended = subprocess.run(
        [sys.executable, "-c", FILL_THE_DISK, desk.data_dir.path, str(limit)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert (told["groups"], told["reason"]) == (2, "ledger-disk-full")
    assert told["kept"]
    with desk.ledger.settled() as session:
        assert {str(run.period[1]) for run in list_runs(session) if run.period} >= {*told["kept"]}


def test_report_that_comes_again_is_the_later_one_though_the_clock_was_set_back(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    again = desk.open(report(pair(0)), at=CAPTURED - timedelta(days=400))
    assert again.page.run is not None
    assert (again.page.run.proof, again.page.run.gone) == (Proof.COMPARABLE, 1)
    with desk.ledger.settled() as session:
        assert work_list(session, WorkFilter()).counts[State.RESOLVED] == 1


def test_clock_that_was_set_back_changes_neither_order_nor_makes_ages_negative(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = desk.open(report(pair(0))).groups[0]
    desk.ledger.settle()
    right = journal.now()
    monkeypatch.setattr(journal, "now", lambda: right - timedelta(days=400))
    assigned = desk.decide(group, Act.ASSIGN, organisation="СОШ № 1")
    with desk.ledger.database.writing() as session:
        session.execute(update(Group).values(first_seen=right + timedelta(days=400)))
    with desk.ledger.settled() as session:
        assert session.scalars(select(Entry.event).order_by(Entry.id)).all() == [
            Event.FOUND,
            Event.ASSIGNED,
        ]
        life = view_group(session, group.id, desk.settings, desk.ledger.secret)
        assert [line.event for line in life.events] == [Event.FOUND, Event.ASSIGNED]
        (item,) = work_list(session, WorkFilter()).items
        assert (item.age_days, item.state.state) == (0, State.ASSIGNED)
    assert assigned.undoable
