"""Copies of the ledger: whole, private, and enough to go on from on another computer."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import select

from sverka.datadir import DataDir
from sverka.errors import SverkaError
from sverka.known import State
from sverka.ledger import restore as restoring
from sverka.ledger.backup import back_up, last_backup
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.ledger import Ledger
from sverka.ledger.restore import restore
from sverka.ledger.runs import list_runs
from sverka.ledger.tables import Entry
from sverka.ledger.vocabulary import Act
from sverka.ledger.vocabulary import Event as Noted
from sverka.ledger.worklist import WorkFilter, work_list
from sverka.settings import Settings
from tests.api.helper_process import HelperProcess
from tests.unit.ledger.dump import SECRET
from tests.unit.ledger.old import VERSIONS, old_ledger
from tests.unit.ledger.people import FATHER, parent, pupil
from tests.unit.ledger.seen import Desk, pair, report

PASSPHRASE = "три ' слова \" и число 7"


@pytest.fixture
def copy(desk: Desk, tmp_path: Path) -> Path:
    """A copy of a ledger with one report, one group of which is called no duplicate."""
    desk.open(parent(8, fields=FATHER))
    analysis = desk.open(report(pair(0), pair(1)))
    desk.decide(analysis.groups[0], Act.NOT_DUPLICATE, reason="twins")
    file = tmp_path / "copy.sverka"
    back_up(desk.ledger, desk.data_dir, file, PASSPHRASE, force=False)
    return file


@pytest.fixture
def elsewhere(tmp_path: Path) -> DataDir:
    """The data directory of another computer."""
    return DataDir.locate(tmp_path / "elsewhere")


@contextmanager
def desk_of(data_dir: DataDir, like: Desk) -> Iterator[Desk]:
    keeper = LedgerKeeper(data_dir, like.settings)
    try:
        yield Desk(keeper, data_dir, like.settings)
    finally:
        keeper.close()


def refused(data_dir: DataDir, desk: Desk, file: Path, passphrase: str = PASSPHRASE) -> str:
    """For which reason the copy is not taken."""
    with pytest.raises(SverkaError) as told:
        restore(data_dir, desk.settings, file, passphrase)
    return told.value.reason


def noted(ledger: Ledger) -> list[Noted]:
    with ledger.settled() as session:
        return list(session.scalars(select(Entry.event).order_by(Entry.id)))


def test_work_goes_on_from_the_copy_on_another_computer(
    desk: Desk, copy: Path, elsewhere: DataDir
) -> None:
    """Accounts without a number and what is no duplicate are known again: the secret came too."""
    assert restore(elsewhere, desk.settings, copy, PASSPHRASE).kept is None
    with desk_of(elsewhere, desk) as there:
        again = there.open(report(pair(0), pair(1)))
        assert [group.state and group.state.state for group in again.groups] == [
            State.NOT_DUPLICATE,
            State.FOUND,
        ]
        assert noted(there.ledger)[-1] is Noted.RESTORED
        [missing] = there.open(pupil(3)).findings
        assert [one.account_id for one in missing.candidates] == ["r8"]
    assert elsewhere.weak_key_secret() == desk.data_dir.weak_key_secret()


def test_copy_shows_nothing_without_its_passphrase(
    desk: Desk, copy: Path, elsewhere: DataDir
) -> None:
    written = copy.read_bytes()
    assert not written.startswith(b"SQLite")
    assert desk.data_dir.weak_key_secret() not in written
    assert "Иванов".encode() not in written
    assert copy.stat().st_mode & 0o777 == 0o600
    assert refused(elsewhere, desk, copy, "другой пароль") == "backup-passphrase"
    assert not elsewhere.ledger_file.exists()


def test_copying_is_noted_and_remembered_beside_the_ledger(desk: Desk, copy: Path) -> None:
    assert noted(desk.ledger)[-1] is Noted.BACKED_UP
    last = last_backup(desk.data_dir)
    assert last is not None
    assert last.file == str(copy)


def test_existing_file_is_replaced_only_on_demand(desk: Desk, copy: Path) -> None:
    before = copy.read_bytes()
    with pytest.raises(SverkaError) as told:
        back_up(desk.ledger, desk.data_dir, copy, PASSPHRASE, force=False)
    assert (told.value.reason, copy.read_bytes()) == ("file-exists", before)
    back_up(desk.ledger, desk.data_dir, copy, PASSPHRASE, force=True)
    assert copy.read_bytes() != before


def test_copy_that_cannot_be_written_leaves_nothing_behind(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "taken.sverka"
    folder.mkdir()
    for file in (tmp_path / "nowhere" / "copy", folder):
        with pytest.raises(SverkaError) as told:
            back_up(desk.ledger, desk.data_dir, file, PASSPHRASE, force=True)
        assert told.value.reason in ("file-unwritable", "file-is-folder")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["data", "taken.sverka"]


def test_copy_made_while_others_write_holds_one_moment(desk: Desk, tmp_path: Path) -> None:
    """Every report stands in it with all its groups, none with half of them."""
    desk.open(report(pair(0)))
    ended, began = Event(), Event()

    def write() -> None:
        day = 1
        while not ended.is_set():
            desk.open(report(pair(0), pair(1), pair(2), period=f"01.09.2025 – {day:02}.10.2025"))
            desk.ledger.settle()
            began.set()
            day = day % 28 + 1

    writer = Thread(target=write)
    writer.start()
    try:
        began.wait()
        copies = [tmp_path / f"copy-{number}" for number in range(3)]
        for file in copies:
            back_up(desk.ledger, desk.data_dir, file, PASSPHRASE, force=False)
    finally:
        ended.set()
        writer.join()
    for file in copies:
        there = DataDir.locate(tmp_path / f"{file.name}-there")
        restore(there, desk.settings, file, PASSPHRASE)
        with Ledger.open(there, desk.settings) as ledger, ledger.settled() as session:
            assert [run.groups for run in list_runs(session)][:-1].count(3) >= 1
            assert {run.groups for run in list_runs(session)} == {1, 3}


def test_restoring_keeps_the_present_ledger_aside(desk: Desk, copy: Path) -> None:
    desk.open(report(pair(2)))
    desk.ledger.settle()
    desk.keeper.close()
    kept = restore(desk.data_dir, desk.settings, copy, PASSPHRASE).kept
    assert kept is not None
    assert len(_runs(desk)) == 1
    desk.keeper.close()
    kept.replace(desk.data_dir.ledger_file)
    assert len(_runs(desk)) == 2


def test_damaged_ledger_does_not_stand_in_the_way_of_its_copy(desk: Desk, copy: Path) -> None:
    desk.keeper.close()
    desk.data_dir.ledger_file.write_bytes(b"\0" * 8192)
    kept = restore(desk.data_dir, desk.settings, copy, PASSPHRASE).kept
    assert kept is not None
    assert kept.read_bytes() == b"\0" * 8192
    assert len(_runs(desk)) == 1


@pytest.mark.parametrize("where", [0.02, 0.5, 0.98])
def test_damaged_copy_is_refused_and_the_ledger_stays(desk: Desk, copy: Path, where: float) -> None:
    written = bytearray(copy.read_bytes())
    place = int(len(written) * where)
    written[place : place + 16] = bytes(16)
    copy.write_bytes(written)
    desk.keeper.close()
    before = desk.data_dir.ledger_file.read_bytes()
    # In its first page nothing tells damage from another passphrase.
    assert refused(desk.data_dir, desk, copy) in ("backup-damaged", "backup-passphrase")
    assert desk.data_dir.ledger_file.read_bytes() == before
    assert not list(desk.data_dir.path.glob("*restor*"))


def test_truncated_copy_is_refused(desk: Desk, copy: Path, elsewhere: DataDir) -> None:
    copy.write_bytes(copy.read_bytes()[: 4096 * 5])
    assert refused(elsewhere, desk, copy) == "backup-damaged"


def test_other_files_are_no_copies(desk: Desk, tmp_path: Path, elsewhere: DataDir) -> None:
    text = tmp_path / "text"
    text.write_text("ничего" * 1000, encoding="utf-8")
    assert refused(elsewhere, desk, text) == "backup-passphrase"
    assert refused(elsewhere, desk, tmp_path / "none") == "backup-not-found"


def test_ledger_is_not_restored_under_a_running_helper(
    desk: Desk, copy: Path, helper_process: HelperProcess
) -> None:
    assert helper_process.process.poll() is None
    assert refused(desk.data_dir, desk, copy) == "restore-while-running"


@pytest.mark.parametrize("step", VERSIONS)
def test_copy_of_every_version_takes_the_place_of_a_ledger_of_that_version(
    tmp_path: Path, elsewhere: DataDir, step: str
) -> None:
    file = tmp_path / "copy.sverka"
    with old_ledger(DataDir.locate(tmp_path / "data"), step) as old, old.bare() as connection:
        connection.execute("ATTACH ? AS copy KEY ?", (str(file), PASSPHRASE))
        connection.execute("SELECT sqlcipher_export('copy')")
        connection.execute("CREATE TABLE copy.carried (weak_key_secret BLOB NOT NULL)")
        connection.execute("INSERT INTO copy.carried VALUES (?)", (SECRET,))
    with old_ledger(elsewhere, step):
        pass
    restored = restore(elsewhere, Settings(), file, PASSPHRASE)
    assert restored.kept is not None
    assert restored.kept.exists()
    with Ledger.open(elsewhere, Settings()) as ledger, ledger.settled() as session:
        assert len(list_runs(session)) == 3
        assert work_list(session, WorkFilter()).counts[State.NOT_DUPLICATE] == 1


def test_copy_of_a_newer_helper_is_refused(
    desk: Desk, copy: Path, elsewhere: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "HEAD", "0000")
    assert refused(elsewhere, desk, copy) == "ledger-newer"


def _runs(desk: Desk) -> list[object]:
    with desk.ledger.settled() as session:
        return list(list_runs(session))
