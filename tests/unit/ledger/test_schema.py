"""The tables of every version: those of today are what the code works with, older ones become so,
and whatever interrupts that changes nothing."""

import signal
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData, func, inspect, select

from sverka.datadir import DataDir
from sverka.errors import SverkaError
from sverka.known import State
from sverka.ledger import schema
from sverka.ledger.database import Database
from sverka.ledger.known_accounts import cards_of
from sverka.ledger.ledger import Ledger
from sverka.ledger.migrations import HEAD
from sverka.ledger.runs import list_runs
from sverka.ledger.schema import bring_up_to_date, version_of
from sverka.ledger.tables import Base, Profile
from sverka.ledger.worklist import WorkFilter, work_list
from sverka.settings import Settings
from tests.unit.ledger.dump import KEPT
from tests.unit.ledger.old import STEPS, VERSIONS, old_ledger

NEXT = "9999"
STEP = f"""
from alembic import op

revision, down_revision = "{NEXT}", "{HEAD}"

def upgrade() -> None:
    op.execute("CREATE TABLE later (id INTEGER PRIMARY KEY)")
    op.drop_table("notes")
    {{then}}
"""
OPEN = """
import sys
from pathlib import Path
from sverka.datadir import DataDir
from sverka.ledger import schema
from sverka.ledger.ledger import Ledger
from sverka.settings import Settings

schema.HEAD, schema._STEPS = sys.argv[2], Path(sys.argv[3])
Ledger.open(DataDir.locate(Path(sys.argv[1])), Settings()).close()
"""


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    """The steps of the migrations, to which a test adds one."""
    return Path(copytree(STEPS, tmp_path / "steps"))


def tables(database: Database) -> set[str]:
    with database.reading() as session:
        return set(inspect(session.connection()).get_table_names())


def version(database: Database) -> str | None:
    with database.reading() as session:
        return version_of(session.connection())


def test_head_is_the_newest_step() -> None:
    assert VERSIONS[-1] == HEAD


@pytest.mark.parametrize("step", VERSIONS)
def test_ledger_of_every_version_is_kept_for_tests(step: str) -> None:
    """Missing? `python -m tests.unit.ledger.dump` writes it while the step is the newest."""
    assert (KEPT / f"{step}.sql").exists()


@pytest.mark.parametrize("step", VERSIONS)
def test_ledger_of_every_version_is_read_with_all_that_was_decided(
    data_dir: DataDir, step: str
) -> None:
    with old_ledger(data_dir, step):
        pass
    with Ledger.open(data_dir, Settings()) as ledger, ledger.settled() as session:
        found = work_list(session, WorkFilter())
        assert {state: found.counts[state] for state in State if found.counts[state]} == {
            State.ASSIGNED: 1,
            State.RESOLVED: 1,
            State.NOT_DUPLICATE: 1,
            State.FOUND: 1,
        }
        assert len(list_runs(session)) == 3
        assert any(item.state.note == "До каникул" for item in found.items)


def test_people_of_every_version_that_knows_any_are_known(data_dir: DataDir) -> None:
    with old_ledger(data_dir, "0003"):
        pass
    with Ledger.open(data_dir, Settings()) as ledger, ledger.settled() as session:
        keys = [f"sgo.example.test:443:{number}" for number in ("s2", "r8", "s9")]
        assert set(cards_of(session, keys)) == set(keys[:2])
        assert session.scalar(select(func.count()).select_from(Profile)) == 3


@pytest.mark.parametrize("step", [None, *VERSIONS])
def test_tables_are_those_the_code_works_with(data_dir: DataDir, step: str | None) -> None:
    """New ones as well as those that were brought up to date."""
    if step:
        with old_ledger(data_dir, step):
            pass
    with Ledger.open(data_dir, Settings()) as ledger, ledger.database.reading() as session:
        context = MigrationContext.configure(session.connection())
        assert compare_metadata(context, Base.metadata) == []


def test_copy_is_kept_before_a_step(
    data_dir: DataDir, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(steps, "pass", monkeypatch)
    with old_ledger(data_dir) as database:
        bring_up_to_date(database)
        assert (version(database), "later" in tables(database)) == (NEXT, True)
        kept = Database(data_dir.path / f"ledger.before-{HEAD}.db", key_of(data_dir))
        assert (version(kept), "later" in tables(kept)) == (HEAD, False)
        kept.close()
        assert kept.file.stat().st_mode & 0o777 == 0o600


def test_step_that_fails_leaves_the_ledger_as_it_was(
    data_dir: DataDir, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(steps, "op.execute('SELECT nothing')", monkeypatch)
    with old_ledger(data_dir) as database:
        before = content(database)
        with pytest.raises(SverkaError):
            bring_up_to_date(database)
        assert content(database) == before
        monkeypatch.undo()
        bring_up_to_date(database)


def test_helper_killed_in_the_middle_of_a_step_leaves_the_ledger_as_it_was(
    data_dir: DataDir, steps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(steps, "import os; os.kill(os.getpid(), 9)", monkeypatch)
    with old_ledger(data_dir) as database:
        before = content(database)
    ended = subprocess.run(
        [sys.executable, "-c", OPEN, data_dir.path, NEXT, steps], check=False, capture_output=True
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    database = Database(data_dir.ledger_file, key_of(data_dir))
    assert content(database) == before
    database.close()


def test_ledger_of_a_newer_helper_is_left_alone(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "HEAD", "0000")
    with old_ledger(data_dir) as database:
        before = content(database)
        with pytest.raises(SverkaError) as told:
            bring_up_to_date(database)
        assert told.value.reason == "ledger-newer"
        assert content(database) == before


def take(steps: Path, then: str, patch: pytest.MonkeyPatch) -> None:
    """Let the helper be of a version whose newest step ends by doing `then`."""
    (steps / "versions" / "9999_later.py").write_text(STEP.format(then=then), encoding="utf-8")
    patch.setattr(schema, "HEAD", NEXT)
    patch.setattr(schema, "_STEPS", steps)


def key_of(data_dir: DataDir) -> bytes:
    return bytes.fromhex(data_dir.key_file.read_text(encoding="ascii"))


def content(database: Database) -> list[tuple[str, list[tuple[object, ...]]]]:
    """Every row of every table."""
    found = MetaData()
    with database.reading() as session:
        found.reflect(session.connection())
        return [
            (table.name, [tuple(row) for row in session.execute(table.select())])
            for table in found.sorted_tables
        ]
