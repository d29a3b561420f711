"""The helper as a process that can be stopped and started again on the same port."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sverka.datadir import DataDir
from sverka.process import find_running
from tests.api.helper_process import command, environment


class Helper:
    """`sverka run` on a port of its own; its log lies beside the data directory."""

    def __init__(self, data_dir: Path) -> None:
        self.port = free_port()
        self._data_dir = DataDir.locate(data_dir)
        self._log = data_dir.with_suffix(".log")
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self._log.open("a", encoding="utf-8") as log:
            self._process = self._launch(log)
        assert self._process.stdout is not None
        announced = self._process.stdout.readline()
        assert find_running(self._data_dir), announced + self._log.read_text(encoding="utf-8")

    def _launch(self, log: IO[str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-m", "sverka", "run", "--port", str(self.port)],
            env=environment(self._data_dir),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )

    def stop(self) -> None:
        """End it, if it runs, and wait until it is gone."""
        if self._process is None:
            return
        with self._process as process:
            process.terminate()
        self._process = None

    def pairing_code(self) -> str:
        """A fresh code, as the operator gets it in the terminal."""
        made = command(self._data_dir, "pair", "--json")
        assert made.returncode == 0, made.stderr
        return str(json.loads(made.stdout)["code"])


@contextmanager
def running_helper(data_dir: Path) -> Iterator[Helper]:
    """A helper that is ended with the block."""
    helper = Helper(data_dir)
    helper.start()
    try:
        yield helper
    finally:
        helper.stop()


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port: int = probe.getsockname()[1]
    return port
