"""What the helper leaves of itself, and that `stop` ends nobody else's process."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from filelock import FileLock

from sverka.datadir import DataDir, write_private
from sverka.errors import SverkaError
from sverka.process import find_answering, find_running, is_running, listening, stop
from sverka.texts import text
from tests.api.helper_process import starting_helper

# A helper that holds its lock and goes on only when a file lies among its data.
GO_ON = "go-on"
HELD_START = f"""
import os, time
from pathlib import Path
from sverka import app
from sverka.cli import main
create_app = app.create_app
def held(*arguments):
    while not (Path(os.environ["SVERKA_DATA_DIR"]) / "{GO_ON}").exists():
        time.sleep(0.02)
    return create_app(*arguments)
app.create_app = held
main()
"""


@pytest.fixture
def bystander() -> Iterator[subprocess.Popen[bytes]]:
    """A process that has nothing to do with the helper."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with process:
        yield process
        process.kill()


def claim_to_run(data_dir: DataDir, pid: int) -> None:
    started = datetime.now(UTC).isoformat()
    write_private(
        data_dir.running_file,
        f'{{"pid": {pid}, "port": 8765, "server_id": "0", "started": "{started}", '
        '"ticket_secret": "00"}',
    )


def test_number_left_by_a_killed_helper_is_not_ended(
    data_dir: DataDir, bystander: subprocess.Popen[bytes]
) -> None:
    claim_to_run(data_dir, bystander.pid)
    assert stop(data_dir) is False
    assert bystander.poll() is None


def test_helper_that_is_just_starting_is_ended(data_dir: DataDir) -> None:
    with (
        starting_helper(data_dir, "-c", HELD_START) as starting,
        ThreadPoolExecutor(max_workers=1) as pool,
    ):
        while not is_running(data_dir):
            assert starting.process.poll() is None
        stopped = pool.submit(stop, data_dir)
        # As long as this takes, `stop` looks, too.
        assert is_running(data_dir)
        assert is_running(data_dir)
        (data_dir.path / GO_ON).touch()
        assert stopped.result() is True
        assert starting.process.wait() == 0


def test_helper_that_has_ended_by_itself_is_no_fault_of_stop(
    data_dir: DataDir, bystander: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.process.STOP_SECONDS", 1)
    bystander.kill()
    bystander.wait()
    claim_to_run(data_dir, bystander.pid)
    with FileLock(data_dir.lock_file), pytest.raises(SverkaError) as told:
        stop(data_dir)
    assert told.value.message == text("errors.would-not-stop.message")


def test_what_the_helper_says_of_itself_is_read_back(data_dir: DataDir) -> None:
    claim_to_run(data_dir, os.getpid())
    running = find_running(data_dir)
    assert running is not None
    assert (running.pid, running.port) == (os.getpid(), 8765)


@pytest.mark.parametrize("content", ["", "{", '{"pid": "x"}'])
def test_damaged_running_file_counts_as_none(data_dir: DataDir, content: str) -> None:
    data_dir.running_file.write_text(content, encoding="utf-8")
    assert find_running(data_dir) is None


def test_port_that_browsers_refuse_is_told_before_they_do(data_dir: DataDir) -> None:
    with pytest.raises(SverkaError) as told, listening(6000, data_dir):
        pass
    assert "браузеры не обращаются" in told.value.message


def test_what_a_killed_helper_left_behind_does_not_answer(data_dir: DataDir) -> None:
    claim_to_run(data_dir, os.getpid())
    assert find_answering(data_dir) is None


def test_many_who_ask_at_once_do_not_take_one_another_for_a_helper(data_dir: DataDir) -> None:
    with ThreadPoolExecutor(max_workers=8) as pool:
        assert not any(pool.map(lambda _: is_running(data_dir), range(100)))
