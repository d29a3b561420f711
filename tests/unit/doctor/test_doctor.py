"""`sverka doctor`: what it finds, what it advises, and that it changes nothing."""

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from sqlalchemy import insert, update

from sverka.cli import sverka
from sverka.datadir import DataDir
from sverka.doctor import of_computer
from sverka.doctor.findings import Finding, Level
from sverka.doctor.of_computer import examine_computer
from sverka.doctor.of_ledger import examine_ledger
from sverka.ledger import journal
from sverka.ledger.actor import Actor
from sverka.ledger.arrivals import MOST_FAILURES
from sverka.ledger.backup import back_up
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.tables import Arrival, Run
from sverka.ledger.vocabulary import Event
from sverka.pairing.clients import ClientStore
from sverka.settings import Settings
from tests.api.extension import CHROMIUM
from tests.api.helper_process import HelperProcess
from tests.unit.ledger.key_stores import Locked, Working, choose
from tests.unit.ledger.seen import Desk, pair, report


class Space(NamedTuple):
    """What `shutil.disk_usage` tells."""

    free: int


@pytest.fixture
def desk(data_dir: DataDir) -> Iterator[Desk]:
    settings = Settings()
    keeper = LedgerKeeper(data_dir, settings)
    desk = Desk(keeper, data_dir, settings)
    desk.open(report(pair(0)))
    desk.ledger.settle()
    yield desk
    keeper.close()


def found(data_dir: DataDir, check: str) -> Finding:
    findings = [*examine_ledger(data_dir, Settings()), *examine_computer(data_dir)]
    return next(finding for finding in findings if finding.check == check)


def level(data_dir: DataDir, check: str) -> Level:
    return found(data_dir, check).level


def test_healthy_installation_has_nothing_to_be_done(
    desk: Desk, helper_process: HelperProcess, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    choose(Working, monkeypatch)
    desk.data_dir.key_file.unlink()
    Working.kept["sverka", desk.data_dir.server_id()] = desk.ledger.key.value.hex()
    back_up(desk.ledger, desk.data_dir, tmp_path / "copy", "надёжный пароль", force=False)
    ClientStore(desk.data_dir.clients_file, time.time).add(CHROMIUM, "Браузер")
    findings = [*examine_ledger(desk.data_dir, Settings()), *examine_computer(desk.data_dir)]
    assert [item for item in findings if item.level is not Level.FINE] == []
    assert str(helper_process.port) in found(desk.data_dir, "port").message


def test_key_in_a_file_is_told_plainly(desk: Desk) -> None:
    finding = found(desk.data_dir, "key")
    assert finding.level is Level.NOTICE
    assert "ledger.key" in finding.message


def test_locked_key_store_is_a_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.data_dir.key_file.unlink()
    choose(Locked, monkeypatch)
    assert "Хранилище ключей" in found(desk.data_dir, "ledger").message


def test_damaged_ledger_is_told_with_the_copy_to_restore_it_from(
    desk: Desk, tmp_path: Path
) -> None:
    back_up(desk.ledger, desk.data_dir, tmp_path / "copy", "надёжный пароль", force=False)
    damage(desk)
    assert level(desk.data_dir, "ledger") is Level.FAULT
    remedy = found(desk.data_dir, "backup").remedy
    assert f'sverka restore "{tmp_path / "copy"}"' in str(remedy)


def test_damaged_ledger_without_a_known_copy_says_so(desk: Desk) -> None:
    damage(desk)
    assert "ничего не известно" in found(desk.data_dir, "backup").message


def damage(desk: Desk) -> None:
    """Change bytes that no page of the ledger is read by when it is opened."""
    desk.keeper.close()
    with desk.data_dir.ledger_file.open("r+b") as file:
        file.seek(-2000, os.SEEK_END)
        file.write(bytes(16))


def test_copies_that_are_missing_old_or_gone_are_told(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy"
    assert "не делали" in found(desk.data_dir, "backup").message
    back_up(desk.ledger, desk.data_dir, copy, "надёжный пароль", force=False)
    assert level(desk.data_dir, "backup") is Level.FINE
    monkeypatch.setattr("sverka.doctor.of_ledger._BACKUP_IS_OLD", timedelta(seconds=-1))
    assert "давно" in found(desk.data_dir, "backup").message
    copy.unlink()
    assert "больше нет на месте" in found(desk.data_dir, "backup").message


def test_page_that_could_not_be_told_is_told(desk: Desk) -> None:
    with desk.ledger.database.writing() as session:
        stuck = {"failures": MOST_FAILURES, "problem": "DecodeError", "body": b""}
        session.execute(insert(Arrival), [{"received_at": journal.now(), "user": "?", **stuck}])
    assert "страниц: 1 (причина: DecodeError)" in found(desk.data_dir, "arrivals").message


def test_data_that_are_kept_for_too_long_are_told(desk: Desk) -> None:
    assert level(desk.data_dir, "retention") is Level.FINE
    with desk.ledger.database.writing() as session:
        session.execute(update(Run).values(seen_again_at=journal.now() - timedelta(days=800)))
    finding = found(desk.data_dir, "retention")
    assert finding.level is Level.NOTICE
    assert "sverka purge --older-than 12м" in str(finding.remedy)


def test_clock_that_was_set_back_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert level(desk.data_dir, "clock") is Level.FINE
    later = journal.now() + timedelta(days=2)
    monkeypatch.setattr(journal, "now", lambda: later)
    with desk.ledger.database.writing() as session:
        journal.note(session, Event.EXPORTED, Actor.here())
    assert level(desk.data_dir, "clock") is Level.NOTICE


def test_ledger_of_an_older_and_of_a_newer_version_is_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.doctor.of_ledger.HEAD", "9999")
    assert level(desk.data_dir, "tables") is Level.NOTICE
    monkeypatch.setattr("sverka.doctor.of_ledger.HEAD", "0000")
    assert "более новой версией" in found(desk.data_dir, "ledger").message


@pytest.mark.parametrize(
    ("megabytes", "expected"), [(50, Level.FAULT), (500, Level.NOTICE), (5000, Level.FINE)]
)
def test_little_space_is_told(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch, megabytes: int, expected: Level
) -> None:
    space = Space(megabytes * 1024 * 1024)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: space)
    assert level(data_dir, "disk") is expected


def test_private_file_that_others_may_read_is_named(desk: Desk) -> None:
    assert level(desk.data_dir, "files") is Level.FINE
    desk.data_dir.ledger_file.chmod(0o644)
    assert "ledger.db" in found(desk.data_dir, "files").message


def test_a_file_that_goes_away_while_the_files_are_looked_at_is_passed_over(desk: Desk) -> None:
    # Listed, but not to be found: as the draft of a file is that has just taken its place.
    (desk.data_dir.path / "draft").symlink_to("gone")
    assert level(desk.data_dir, "files") is Level.FINE


def test_program_that_holds_the_port_is_named(
    data_dir: DataDir, helper_process: HelperProcess
) -> None:
    other = DataDir.locate(data_dir.path.parent / "other")
    other.settings_file.write_text(f"port = {helper_process.port}", encoding="utf-8")
    finding = found(other, "port")
    assert finding.level is Level.FAULT
    assert f"процесс {helper_process.process.pid})" in finding.message


@pytest.mark.parametrize(
    ("spoil", "check"),
    [
        (lambda place: place.settings_file.write_text("port = 1", encoding="utf-8"), "port"),
        (lambda place: place.clients_file.write_text("[", encoding="utf-8"), "pairing"),
    ],
)
def test_file_that_cannot_be_read_is_a_fault(
    data_dir: DataDir, spoil: Callable[[DataDir], object], check: str
) -> None:
    spoil(data_dir)
    assert level(data_dir, check) is Level.FAULT


def test_extension_of_another_version_is_told(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert level(data_dir, "versions") is Level.FINE
    monkeypatch.setattr(of_computer, "__version__", "99.0")
    assert level(data_dir, "versions") is Level.NOTICE


def test_exit_code_and_json_say_the_same(desk: Desk) -> None:
    arguments = ["doctor", "--data-dir", str(desk.data_dir.path)]
    shown = CliRunner().invoke(sverka, arguments, standalone_mode=False)
    assert shown.return_value == 1
    assert "! внимание   Ключ журнала" in shown.output
    assert "✓ в порядке  Целость журнала" in shown.output
    told = json.loads(CliRunner().invoke(sverka, [*arguments, "--json"]).output)
    assert {item["level"] for item in told} == {"fine", "notice"}
    damage(desk)
    assert CliRunner().invoke(sverka, arguments, standalone_mode=False).return_value == 2


def test_looking_changes_nothing(desk: Desk) -> None:
    desk.keeper.close()
    before = {file.name: file.read_bytes() for file in desk.data_dir.path.iterdir()}
    list(examine_ledger(desk.data_dir, Settings()))
    after = {file.name: file.read_bytes() for file in desk.data_dir.path.iterdir()}
    assert after == before
