"""Pages saved from the browser: read and parsed while the rules are loaded or others advised on.

lxml parses without Python's lock: https://lxml.de/FAQ.html#threading. Nothing of the rules is
imported here for that reason.
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
    """Reads the files in turn: the first at once, the others by a thread that is one ahead.

    `last` is the page handed out last, before that the first: a process that ends now need not
    take its tree to pieces.
    """

    def __init__(self, files: Sequence[Path], max_mb: int) -> None:
        self._files, self._max_mb = files, max_mb
        self.last = _read(files[0], max_mb)

    def __iter__(self) -> Iterator[tuple[Path, SavedPage | SverkaError]]:
        """Each file with its page; to be gone through once, because pages are used up."""
        file = self._files[0]
        for following in self._files[1:]:
            reading = _Reading(following, self._max_mb)
            yield file, self.last
            file, self.last = following, reading.outcome()
        yield file, self.last

    def again(self) -> Self:
        """The same files once more: whoever advises on a tree uses it up."""
        return type(self)(self._files, self._max_mb)


class _Reading(Thread):
    """One file on its way."""

    def __init__(self, file: Path, max_mb: int) -> None:
        super().__init__(daemon=True)
        self._file, self._max_mb = file, max_mb
        self._outcome: SavedPage | Exception
        self.start()

    def run(self) -> None:
        try:
            self._outcome = _read(self._file, self._max_mb)
        except Exception as problem:  # a thread has nobody to raise it to; `outcome` has
            self._outcome = problem

    def outcome(self) -> SavedPage | SverkaError:
        """What became of it."""
        self.join()
        if isinstance(self._outcome, SavedPage | SverkaError):
            return self._outcome
        raise self._outcome


def _read(file: Path, max_mb: int) -> SavedPage | SverkaError:
    """The page of one file, or what the operator is to be told of it."""
    try:
        return _page(file, max_mb)
    except SverkaError as problem:
        return problem


def _page(file: Path, max_mb: int) -> SavedPage:
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
