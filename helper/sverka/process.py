"""The helper as a process: one per user, found again by `stop`, gone without a trace."""

import logging
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from types import FrameType

import msgspec
from filelock import FileLock, Timeout
from msgspec import Struct

from sverka.datadir import DataDir, write_private
from sverka.errors import ErrorCode, SverkaError
from sverka.settings import Settings

HOST = "127.0.0.1"
STOP_SECONDS = 10
# Whoever asks whether a helper runs holds its lock for an instant, which must not pass for one.
_PROBE_SECONDS = 0.1
_PROBE_PAUSE_SECONDS = 0.01
_START_PATIENCE_SECONDS = 0.5
# Browsers dial none of these: https://fetch.spec.whatwg.org/#port-blocking, from 1024 on.
_REFUSED_BY_BROWSERS = frozenset(
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566}
    | {*range(6665, 6670), 6679, 6697, 10080}
)
_LOG_BYTES = 1_000_000
_OLD_LOGS = 2


class Running(Struct, frozen=True):
    """What the running helper leaves in the data directory about itself."""

    pid: int
    port: int
    server_id: str
    started: datetime
    ticket_secret: str  # in hex; whoever can read it may open the helper's own pages


def run(
    data_dir: DataDir,
    settings: Settings,
    port: int,
    announce: Callable[[int], None],
    ledger_opened: Callable[[], None],
) -> None:
    """Serve until told to stop; `announce` hears the port as soon as it answers, `ledger_opened`
    that there is a ledger now, which is opened beside the first answers.

    Raises `SverkaError` (`conflict`) where the helper already runs or the port cannot be had.
    """
    with _told_to_stop() as farewell, only_one(data_dir), listening(port, data_dir) as listener:
        # Flask is loaded with the port already held: callers wait instead of being turned away.
        from sverka.app import create_app
        from sverka.web.admission import admission
        from sverka.web.server import serve
        from sverka.web.services import services_of

        taken_port = listener.getsockname()[1]
        app = create_app(data_dir, settings, taken_port)
        services = services_of(app)
        with _registered(data_dir, taken_port, services.tickets.secret):
            announce(taken_port)
            largest_page = app.config["MAX_CONTENT_LENGTH"]
            with services.ledger_keeper.keeping(ledger_opened):
                serve(app, listener, admission(app), largest_page, farewell)


def log_to_terminal() -> None:
    """Log on stderr."""
    _log_without_data(logging.StreamHandler())


def log_to_file(data_dir: DataDir) -> None:
    """Log into the data directory; when the file is full, it makes room for a new one."""
    data_dir.log_file.touch(mode=0o600)
    os.umask(0o077)
    _log_without_data(
        RotatingFileHandler(
            data_dir.log_file, maxBytes=_LOG_BYTES, backupCount=_OLD_LOGS, encoding="utf-8"
        )
    )


def stop(data_dir: DataDir) -> bool:
    """End the running helper and wait until it is gone; False if none was running.

    Raises `SverkaError` (`conflict`) if it does not end in time.
    """
    if not is_running(data_dir):
        return False
    running = _who_runs(data_dir)
    try:
        # It may have ended by itself meanwhile; what is still there holds the lock.
        with suppress(ProcessLookupError):
            if running is not None:
                os.kill(running.pid, signal.SIGTERM)
        with _lock(data_dir).acquire(timeout=STOP_SECONDS):
            return True
    except Timeout:
        raise SverkaError(ErrorCode.CONFLICT, "would-not-stop") from None


def _who_runs(data_dir: DataDir) -> Running | None:
    """Wait until the helper that holds the lock has said who it is, or has given up its start."""
    deadline = time.monotonic() + STOP_SECONDS
    while time.monotonic() < deadline and is_running(data_dir):
        if running := find_running(data_dir):
            return running
    return None


def is_running(data_dir: DataDir) -> bool:
    """Whether a helper holds the lock of the data directory."""
    try:
        with _lock(data_dir).acquire(timeout=_PROBE_SECONDS, poll_interval=_PROBE_PAUSE_SECONDS):
            return False
    except Timeout:
        return True


def find_answering(data_dir: DataDir) -> Running | None:
    """The helper that runs and answers."""
    if find_running(data_dir) is None or not is_running(data_dir):
        return None
    # Read once more: what stood there before may have been left by a killed one.
    return find_running(data_dir)


def find_running(data_dir: DataDir) -> Running | None:
    """What the helper last said of itself, if it is there to be read."""
    try:
        return msgspec.json.decode(data_dir.running_file.read_bytes(), type=Running)
    except (FileNotFoundError, msgspec.DecodeError):
        return None


@contextmanager
def _told_to_stop() -> Iterator[socket.socket]:
    """A socket on which SIGTERM and Ctrl+C can be read from now on.

    They interrupt nothing: raised as exceptions, they would strike wherever the program happens to
    be, before it serves as well as while it tidies up.
    """
    farewell, sender = socket.socketpair()
    with farewell, sender:
        sender.setblocking(False)
        signal.set_wakeup_fd(sender.fileno(), warn_on_full_buffer=False)
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, _note)
        try:
            yield farewell
        finally:
            signal.set_wakeup_fd(-1)


@contextmanager
def only_one(data_dir: DataDir, otherwise: str = "already-running") -> Iterator[None]:
    """Keep other helpers of this data directory from running.

    Raises `SverkaError` (`conflict`) with the reason `otherwise` where one runs.
    """
    try:
        with _lock(data_dir).acquire(timeout=_START_PATIENCE_SECONDS):
            # What a killed helper left behind may name a process of somebody else by now.
            data_dir.running_file.unlink(missing_ok=True)
            yield
    except Timeout:
        raise SverkaError(ErrorCode.CONFLICT, otherwise) from None


@contextmanager
def listening(port: int, data_dir: DataDir) -> Iterator[socket.socket]:
    """Hold `port`; raises `SverkaError` that names, where the system tells, who has it."""
    if port in _REFUSED_BY_BROWSERS:
        values = {"port": port, "file": data_dir.settings_file}
        raise SverkaError(ErrorCode.CONFLICT, "port-refused-by-browsers", **values)
    try:
        listener = socket.create_server((HOST, port))
    except OSError:
        raise _port_trouble(port, data_dir) from None
    with listener:
        yield listener


def _port_trouble(port: int, data_dir: DataDir) -> SverkaError:
    from sverka.sockets import listening_program

    values = {"port": port, "file": data_dir.settings_file}
    holder = listening_program(port)
    if holder is None:
        return SverkaError(ErrorCode.CONFLICT, "port-unusable", **values)
    return SverkaError(ErrorCode.CONFLICT, "port-taken", name=holder.name, pid=holder.pid, **values)


@contextmanager
def _registered(data_dir: DataDir, port: int, ticket_secret: bytes) -> Iterator[None]:
    running = Running(
        pid=os.getpid(),
        port=port,
        server_id=data_dir.server_id(),
        started=datetime.now(UTC),
        ticket_secret=ticket_secret.hex(),
    )
    write_private(data_dir.running_file, msgspec.json.encode(running).decode())
    try:
        yield
    finally:
        data_dir.running_file.unlink(missing_ok=True)


def _lock(data_dir: DataDir) -> FileLock:
    return FileLock(data_dir.lock_file, mode=0o600)


def _note(_signal: int, _frame: FrameType | None) -> None:
    """Without a handler of its own a signal would not be written to the wake-up socket."""


def _log_without_data(handler: logging.Handler) -> None:
    logging.basicConfig(format="%(asctime)s %(name)s: %(message)s", handlers=[handler])
    logging.getLogger("sverka").setLevel(logging.INFO)
    # Its tracebacks end with the exception's message, which may quote a page.
    logging.getLogger("waitress").setLevel(logging.CRITICAL)
