"""What a whole process costs: its time and its peak memory, children included."""

import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress

import psutil
from msgspec import Struct

_BETWEEN_LOOKS = 0.05
_MEGABYTE = 1024 * 1024
_LAST_WORDS = 300


class Cost(Struct, frozen=True):
    """Of one process that ended well; `failed` says why another did not."""

    seconds: float
    megabytes: float
    failed: str = ""


def cost_of(command: Sequence[str], limit: float) -> Cost:
    """Run the command to its end, or to `limit` seconds."""
    started, peak = time.perf_counter(), 0.0
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)
        while process.poll() is None:
            peak = max(peak, _resident(process.pid))
            if time.perf_counter() - started > limit:
                _end(process)
                return Cost(limit, peak, f"not finished in {limit:.0f} s")
            time.sleep(_BETWEEN_LOOKS)
        seconds = time.perf_counter() - started
        said.seek(0)
        words = said.read().decode(errors="replace").strip()[-_LAST_WORDS:]
    if process.returncode == 0:
        return Cost(seconds, peak)
    return Cost(seconds, peak, words or f"ended with {process.returncode}")


def _resident(pid: int) -> float:
    total = 0
    with suppress(psutil.Error):
        process = psutil.Process(pid)
        for each in (process, *process.children(recursive=True)):
            with suppress(psutil.Error):
                total += each.memory_info().rss
    return total / _MEGABYTE


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(psutil.Error):
        for child in psutil.Process(process.pid).children(recursive=True):
            with suppress(psutil.Error):
                child.kill()
    process.kill()
    process.wait()
