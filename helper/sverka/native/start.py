"""Starts the helper detached: it outlives whoever asked for it, and only `sverka stop` ends it."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from sverka.datadir import DataDir
from sverka.errors import ErrorCode, SverkaError
from sverka.process import Running, find_answering, is_running, listening
from sverka.settings import load_settings

_PATIENCE_SECONDS = 20.0
# Longer than another start may take.
TURN_SECONDS = 25.0
_PAUSE_SECONDS = 0.02


def start_detached(data_dir: DataDir) -> Running:
    """The helper that answers, started if none did.

    Raises `SverkaError` where it cannot be started, with the reason.
    """
    # Two browsers that start together must not start two helpers.
    try:
        with FileLock(start_lock_file(data_dir), timeout=TURN_SECONDS, mode=0o600):
            return find_answering(data_dir) or _start(data_dir)
    except Timeout:
        raise SverkaError(ErrorCode.INTERNAL, "start-stuck") from None


def start_lock_file(data_dir: DataDir) -> Path:
    """Held by whoever is starting the helper."""
    return data_dir.path / "start.lock"


def _start(data_dir: DataDir) -> Running:
    _look_ahead(data_dir)
    child = _launch(data_dir)
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if running := find_answering(data_dir):
            return running
        if child.poll() is not None and not is_running(data_dir):
            break
        time.sleep(_PAUSE_SECONDS)
    raise SverkaError(ErrorCode.INTERNAL, "start-failed")


def _look_ahead(data_dir: DataDir) -> None:
    """Find what stands in the way here, where the operator can still be told."""
    settings = load_settings(data_dir.settings_file)
    if not is_running(data_dir):
        with listening(settings.port, data_dir):
            pass


def _launch(data_dir: DataDir) -> "subprocess.Popen[bytes]":
    """Run `sverka run` with no terminal, no handle and no process group of ours.

    If an operator's helper is just starting, this one finds its lock taken and ends.
    """
    command = (sys.executable, "-P", "-m", "sverka", "run", "--log")
    return subprocess.Popen(
        command,
        env={**os.environ, "SVERKA_DATA_DIR": str(data_dir.path)},
        cwd=data_dir.path,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        close_fds=True,
        **_detached(),
    )


def _detached() -> dict[str, Any]:
    if sys.platform == "win32":
        # Firefox ends everything in the job that its hosts are put into.
        flags = (
            subprocess.DETACHED_PROCESS
            | subprocess.CREATE_NEW_PROCESS_GROUP
            | subprocess.CREATE_BREAKAWAY_FROM_JOB
        )
        return {"creationflags": flags}
    return {"start_new_session": True}
