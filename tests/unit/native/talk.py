"""Plays the browser's part: starts the host as browsers do and speaks to it by stdin and stdout."""

import json
import struct
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sverka.datadir import DataDir
from sverka.native.names import CHROMIUM_ORIGIN
from tests.api.helper_process import environment

START = json.dumps({"schema": 1, "command": "start"}).encode()


@dataclass(frozen=True)
class Said:
    """What the host wrote before it ended."""

    answers: list[dict[str, Any]]
    rest: bytes
    stderr: str
    code: int


def host_command(*arguments: str) -> Sequence[str]:
    return (sys.executable, "-P", "-m", "sverka.native", *(arguments or (CHROMIUM_ORIGIN,)))


def framed(message: bytes) -> bytes:
    return struct.pack("=I", len(message)) + message


def talk(data_dir: DataDir, sent: bytes, *arguments: str) -> Said:
    """Send these bytes, close, and read until the host ends by itself."""
    ended = subprocess.run(
        host_command(*arguments), input=sent, env=environment(data_dir), capture_output=True
    )
    answers, rest = unframed(ended.stdout)
    return Said(answers, rest, ended.stderr.decode(), ended.returncode)


def unframed(written: bytes) -> tuple[list[dict[str, Any]], bytes]:
    """The answers, and whatever does not belong to one."""
    answers = []
    while len(written) >= 4:
        (length,) = struct.unpack("=I", written[:4])
        answers.append(json.loads(written[4 : 4 + length]))
        written = written[4 + length :]
    return answers, written
