"""Finished stages on disk: a run that was interrupted goes on from them."""

import hashlib
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from sverka.matching.contingent.interface import Progress
from sverka.matching.contingent.progress import Reporter
from sverka.matching.contingent.vocabulary import StageName

_END = 1024 * 1024
_STAGE = "stage.json"
_PARTIAL = "partial"

Result = TypeVar("Result", bound=Struct)


class _Finished(Struct, frozen=True):
    key: str
    result: msgspec.Raw
    #: Every file of the stage and its size: who tidies the folder up may have removed some.
    files: dict[str, int]


class Stages:
    """The stages of one output folder: each in a folder of its own, whole or not there."""

    def __init__(self, folder: Path, reporter: Reporter) -> None:
        self._folder = folder
        self._reporter = reporter
        self.seconds: dict[str, float] = {}
        self.reused: list[str] = []

    def folder(self, name: StageName) -> Path:
        return self._folder / name.value

    def run(
        self,
        name: StageName,
        key: str,
        kind: type[Result],
        work: Callable[[Path, Progress], Result],
    ) -> Result:
        """The result of a stage: of an earlier run where `key` is the same, else of `work`.

        `work` writes into the folder it is given, which takes its place only when all is done.
        """
        finished = self._finished(name)
        if finished is not None and finished.key == key:
            self.reused.append(name.value)
            self._reporter.reused(name)
            return msgspec.json.decode(finished.result, type=kind)
        with self.partial(name) as (partial, progress):
            result = work(partial, progress)
            encoded = msgspec.Raw(msgspec.json.encode(result))
            done = _Finished(key, encoded, _sizes(partial))
            (partial / _STAGE).write_bytes(msgspec.json.encode(done))
            shutil.rmtree(self.folder(name), ignore_errors=True)
            partial.replace(self.folder(name))
        return result

    @contextmanager
    def partial(self, name: StageName) -> Iterator[tuple[Path, Progress]]:
        """An empty folder for the work of a stage; what is left in it at the end is removed."""
        partial = self._folder / _PARTIAL
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        started = time.perf_counter()
        try:
            with self._reporter.stage(name) as progress:
                yield partial, progress
        finally:
            shutil.rmtree(partial, ignore_errors=True)
        self.seconds[name.value] = seconds_since(started)

    def _finished(self, name: StageName) -> _Finished | None:
        try:
            written = (self.folder(name) / _STAGE).read_bytes()
            finished = msgspec.json.decode(written, type=_Finished)
        except (FileNotFoundError, msgspec.DecodeError):
            return None
        there = _sizes(self.folder(name))
        return finished if finished.files.items() <= there.items() else None


def _sizes(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_size for file in folder.iterdir()}


def seconds_since(started: float) -> float:
    """Since a reading of `time.perf_counter`, to the millisecond."""
    return round(time.perf_counter() - started, 3)


def key_of(*parts: object) -> str:
    """One key of everything that a stage's result depends on."""
    return hashlib.sha256(msgspec.json.encode([str(part) for part in parts])).hexdigest()


def fingerprint(files: Iterable[Path]) -> str:
    """Changes when a file does: name, size, time and both ends, because whole files are large."""
    return key_of(*(part for file in files for part in _marks(file)))


def _marks(file: Path) -> tuple[object, ...]:
    status = file.stat()
    with file.open("rb") as source:
        start = source.read(_END)
        source.seek(max(0, status.st_size - _END))
        ends = hashlib.sha256(start + source.read())
    return (file.resolve(), status.st_size, status.st_mtime_ns, ends.hexdigest())
