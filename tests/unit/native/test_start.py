"""Starting the helper, seen from inside the process that starts it."""

import pytest
from filelock import FileLock

from sverka.datadir import DataDir
from sverka.errors import SverkaError
from sverka.native import start
from sverka.process import is_running
from sverka.texts import text


def test_start_that_is_stuck_does_not_hold_the_next_for_ever(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "TURN_SECONDS", 0)
    with FileLock(start.start_lock_file(data_dir)), pytest.raises(SverkaError) as told:
        start.start_detached(data_dir)
    assert told.value.message == text("errors.start-stuck.message")
    assert not is_running(data_dir)
