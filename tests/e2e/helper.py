"""The helper as a process that can be stopped and started again on the same port."""

import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sverka.datadir import DataDir
from sverka.pairing.clients import ClientStore
from sverka.process import find_running
from tests.api.helper_process import command, environment


class Helper:
    """`sverka run` on a port of its own; its log lies beside the data directory."""

    def __init__(self, data_dir: Path) -> None:
        self.port = free_port()
        self._data_dir = DataDir.locate(data_dir)
        self.clients_file = self._data_dir.clients_file
        self._log = data_dir.with_suffix(".log")
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it and wait until it answers."""
        with self._log.open("a", encoding="utf-8") as log:
            self._process = self._launch(log)
        assert self._process.stdout is not None
        announced = self._process.stdout.readline()
        assert find_running(self._data_dir), announced + self.log

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

    @property
    def log(self) -> str:
        """Everything it has written so far."""
        return self._log.read_text(encoding="utf-8")

    @property
    def refusals(self) -> list[str]:
        """The rules of the guard that requests have broken so far."""
        return re.findall(r"refused: ([\w-]+)", self.log)

    @property
    def pairings(self) -> list[tuple[str, ...]]:
        """Who is paired, without when they last came."""
        clients = ClientStore(self.clients_file, time.time).all()
        return [(one.id, one.origin, one.label, one.token_sha256) for one in clients]

    def entrance(self) -> str:
        """The address that lets the operator into the helper's own pages."""
        return command(self._data_dir, "open", "--print").stdout.strip()

    def revoke_all(self) -> None:
        """Take away the access of every browser, as the operator does in the terminal."""
        assert command(self._data_dir, "revoke", "--all").returncode == 0

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
