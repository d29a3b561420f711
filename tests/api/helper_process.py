"""The helper as the operator runs it: a process of its own on a free port."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sverka.datadir import DataDir
from sverka.process import find_running, is_running


@dataclass(frozen=True)
class HelperProcess:
    """A running helper; `log` is everything it has written."""

    process: subprocess.Popen[str]
    port: int
    log: Path


@dataclass(frozen=True)
class StartingHelper:
    """A helper of which nobody knows yet whether it answers."""

    process: subprocess.Popen[str]
    log: Path


@contextmanager
def starting_helper(
    data_dir: DataDir, *interpreter: str, options: Sequence[str] = ()
) -> Iterator[StartingHelper]:
    """Start `sverka run` with `options`, end it afterwards.

    `interpreter` replaces `-m sverka` where a test has to look inside the process.
    """
    log = data_dir.path.parent / "helper.log"
    with log.open("w", encoding="utf-8") as stderr:
        process = subprocess.Popen(
            [sys.executable, *(interpreter or ("-m", "sverka")), "run", "--port", "0", *options],
            env=environment(data_dir),
            stdout=subprocess.PIPE,
            stderr=stderr,
            text=True,
        )
    with process:
        try:
            yield StartingHelper(process, log)
        finally:
            process.terminate()


@contextmanager
def running_helper(
    data_dir: DataDir, *interpreter: str, options: Sequence[str] = ()
) -> Iterator[HelperProcess]:
    """The same, and wait until it answers."""
    with starting_helper(data_dir, *interpreter, options=options) as starting:
        assert starting.process.stdout is not None
        announced = starting.process.stdout.readline()
        running = find_running(data_dir)
        assert running is not None, announced + starting.log.read_text(encoding="utf-8")
        yield HelperProcess(starting.process, running.port, starting.log)


def command(
    data_dir: DataDir, *arguments: str, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `sverka` with `arguments` to its end."""
    return subprocess.run(
        [sys.executable, "-m", "sverka", *arguments],
        env=environment(data_dir),
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )


@contextmanager
def free_port(data_dir: DataDir) -> Iterator[int]:
    """Set the helper to a port nobody listens on now; whoever was started there is ended."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    data_dir.settings_file.write_text(f"port = {port}\n", encoding="utf-8")
    try:
        yield port
    finally:
        command(data_dir, "stop")
        assert not is_running(data_dir)


def environment(data_dir: DataDir) -> dict[str, str]:
    return {**os.environ, "SVERKA_DATA_DIR": str(data_dir.path), "PYTHONUTF8": "1"}
