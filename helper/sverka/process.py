"""The helper as a process: one per user, found again by `stop`, gone without a trace."""

import logging
import os
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType

import msgspec
from filelock import FileLock, Timeout
from msgspec import Struct

from sverka.datadir import DataDir, write_private
from sverka.errors import ErrorCode, SverkaError
from sverka.settings import Settings

HOST = "127.0.0.1"
STOP_SECONDS = 10


class Running(Struct, frozen=True):
    """What the running helper leaves in the data directory about itself."""

    pid: int
    port: int
    server_id: str
    started: datetime


def run(data_dir: DataDir, settings: Settings, port: int, announce: Callable[[int], None]) -> None:
    """Serve until told to stop; `announce` hears the port as soon as it answers.

    Raises `SverkaError` (`conflict`) where the helper already runs or the port cannot be had.
    """
    with _only_one(data_dir), _listening(port, data_dir) as listener:
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, _leave)
        _log_without_data()
        # Flask is loaded with the port already held: callers wait instead of being turned away.
        from sverka.app import create_app
        from sverka.web.server import serve

        taken_port = listener.getsockname()[1]
        app = create_app(data_dir, settings, taken_port)
        with _registered(data_dir, taken_port):
            announce(taken_port)
            serve(app, listener, app.config["MAX_CONTENT_LENGTH"])


def stop(data_dir: DataDir) -> bool:
    """End the running helper and wait until it is gone; False if none was running.

    Raises `SverkaError` (`conflict`) if it does not end in time.
    """
    lock = _lock(data_dir)
    try:
        with lock.acquire(timeout=0):
            return False
    except Timeout:
        pass
    running = find_running(data_dir)
    try:
        if running is not None:
            os.kill(running.pid, signal.SIGTERM)
        with lock.acquire(timeout=STOP_SECONDS):
            return True
    except Timeout:
        raise SverkaError(ErrorCode.CONFLICT, "would-not-stop") from None


def find_running(data_dir: DataDir) -> Running | None:
    """What the helper last said of itself, if it is there to be read."""
    try:
        return msgspec.json.decode(data_dir.running_file.read_bytes(), type=Running)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


@contextmanager
def _only_one(data_dir: DataDir) -> Iterator[None]:
    try:
        with _lock(data_dir).acquire(timeout=0):
            # What a killed helper left behind may name a process of somebody else by now.
            data_dir.running_file.unlink(missing_ok=True)
            yield
    except Timeout:
        raise SverkaError(ErrorCode.CONFLICT, "already-running") from None


@contextmanager
def _listening(port: int, data_dir: DataDir) -> Iterator[socket.socket]:
    try:
        listener = socket.create_server((HOST, port))
    except OSError:
        raise SverkaError(
            ErrorCode.CONFLICT, "port-unusable", port=port, file=data_dir.settings_file
        ) from None
    with listener:
        yield listener


@contextmanager
def _registered(data_dir: DataDir, port: int) -> Iterator[None]:
    running = Running(os.getpid(), port, data_dir.server_id(), datetime.now(UTC))
    write_private(data_dir.running_file, msgspec.json.encode(running).decode())
    try:
        yield
    finally:
        data_dir.running_file.unlink(missing_ok=True)


def _lock(data_dir: DataDir) -> FileLock:
    return FileLock(data_dir.lock_file, mode=0o600)


def _leave(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)


def _log_without_data() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    # Its tracebacks end with the exception's message, which may quote a page.
    logging.getLogger("waitress").setLevel(logging.CRITICAL)
