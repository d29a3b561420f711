"""Refuses a run that the disk has no room for, before anything is written."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from sverka.errors import ErrorCode, SverkaError

_MEGABYTE = 1024 * 1024
_ALWAYS = 64 * _MEGABYTE
# Copies in parquet, what the engine puts on disk, and the results, per byte of the file.
# The last two formats are packed: their cells take several times more.
_TIMES = {".csv": 3, ".xlsx": 10, ".parquet": 6}


def require_space(files: Iterable[Path], out: Path, reason: str = "link-no-space") -> None:
    """Raise `SverkaError` (`reason`) where the disk of `out` has less than the work may take."""
    needed = _ALWAYS + sum(file.stat().st_size * _TIMES[file.suffix.lower()] for file in files)
    free = _free(out)
    if free < needed:
        raise SverkaError(
            ErrorCode.TOO_LARGE,
            reason,
            out=out,
            needed=-(-needed // _MEGABYTE),
            free=free // _MEGABYTE,
        )


def _free(out: Path) -> int:
    """Bytes free where `out` is, or will be made; `SverkaError` where nothing can be written."""
    try:
        there = next(folder for folder in (out, *out.absolute().parents) if folder.is_dir())
        disk = shutil.disk_usage(there)
    except OSError:
        raise SverkaError(ErrorCode.CONFLICT, "link-out-unusable", out=out) from None
    # A place without any room, such as /proc, is no disk.
    if not os.access(there, os.W_OK) or disk.total == 0:
        raise SverkaError(ErrorCode.CONFLICT, "link-out-unusable", out=out)
    return disk.free
