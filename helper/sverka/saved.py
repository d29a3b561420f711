"""Pages saved from the browser: read and parsed by a thread, while others are advised on.

lxml parses without Python's lock, so that the rules are loaded and pages advised on meanwhile:
https://lxml.de/FAQ.html#threading. Nothing of the rules is imported here for the same reason.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import Self

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.errors import ErrorCode, SverkaError
from sverka.pages.html import as_utf8, parse_utf8, saved_from
from sverka.texts import text

_MEGABYTE = 1024 * 1024
_PROBLEMS: dict[type[OSError], str] = {
    FileNotFoundError: "missing",
    IsADirectoryError: "folder",
    PermissionError: "forbidden",
}


class SavedPage(Struct, frozen=True):
    """One file; the day of capture is the day it was saved. `url` is empty where none is noted."""

    url: str
    captured_at: datetime
    tree: Element


class SavedPages:
    """Reads the files in turn, always one ahead; the first is begun at once.

    `last` is the page handed out last: a process that ends now need not take its tree to pieces.
    """

    def __init__(self, files: Sequence[Path], max_mb: int) -> None:
        self.last: SavedPage | SverkaError | None = None
        self._files, self._max_mb = files, max_mb
        self._readings = (_Reading(file, max_mb) for file in files)
        self._next = next(self._readings, None)

    def __iter__(self) -> Iterator[tuple[Path, SavedPage | SverkaError]]:
        while self._next is not None:
            current, self._next = self._next, None
            self.last = current.outcome()
            self._next = next(self._readings, None)
            yield current.file, self.last

    def again(self) -> Self:
        """The same files once more: whoever advises on a tree uses it up."""
        return type(self)(self._files, self._max_mb)


class _Reading(Thread):
    """One file on its way."""

    def __init__(self, file: Path, max_mb: int) -> None:
        super().__init__(daemon=True)
        self.file = file
        self._max_mb = max_mb
        self._outcome: SavedPage | Exception
        self.start()

    def run(self) -> None:
        try:
            self._outcome = _read(self.file, self._max_mb)
        except Exception as problem:  # a thread has nobody to raise it to; `outcome` has
            self._outcome = problem

    def outcome(self) -> SavedPage | SverkaError:
        """The page, or what the operator is to be told."""
        self.join()
        if isinstance(self._outcome, SavedPage | SverkaError):
            return self._outcome
        raise self._outcome


def _read(file: Path, max_mb: int) -> SavedPage:
    try:
        status = file.stat()
        if status.st_size > max_mb * _MEGABYTE:
            size = status.st_size // _MEGABYTE
            raise SverkaError(ErrorCode.TOO_LARGE, "page-too-large", size=size, limit=max_mb)
        page = as_utf8(file.read_bytes())
    except OSError as problem:
        raise SverkaError(
            ErrorCode.NOT_FOUND, "file-unreadable", file=file, problem=_in_words(problem)
        ) from None
    captured_at = datetime.fromtimestamp(status.st_mtime).astimezone()
    return SavedPage(saved_from(page) or "", captured_at, parse_utf8(page, max_mb))


def _in_words(problem: OSError) -> str:
    return text(f"check.problem.{_PROBLEMS.get(type(problem), 'other')}")
