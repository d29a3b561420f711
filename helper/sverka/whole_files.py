"""Writes a file for people as a whole: it is there complete, or it is not there at all."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from sverka.errors import ErrorCode, SverkaError


@contextmanager
def whole_file(file: Path, *, replacing: bool = False) -> Iterator[Path]:
    """A draft beside `file` that takes its place when the block ends well, and goes when not.

    Raises `SverkaError`: at once where `file` cannot be written there or exists and is not to be
    replaced, later where the disk is full.
    """
    if file.is_dir():
        raise SverkaError(ErrorCode.CONFLICT, "file-is-folder", file=file)
    if file.exists() and not replacing:
        raise SverkaError(ErrorCode.CONFLICT, "file-exists", file=file)
    draft = None
    try:
        draft = _draft_beside(file)
        yield draft
        draft.replace(file)
    except OSError as problem:
        raise _told(problem, file) from None
    finally:
        if draft:
            draft.unlink(missing_ok=True)


def _draft_beside(file: Path) -> Path:
    """Readable by its owner alone, as temporary files are: the file may hold names."""
    with NamedTemporaryFile(dir=file.parent, prefix=f".{file.stem}-", delete=False) as draft:
        return Path(draft.name)


def _told(problem: OSError, file: Path) -> SverkaError:
    reason = "file-disk-full" if problem.errno == errno.ENOSPC else "file-unwritable"
    return SverkaError(ErrorCode.CONFLICT, reason, file=file)
