"""The folder of results: made, checked for what is not ours, held by one run at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from sverka.errors import ErrorCode, SverkaError

SUMMARY = "summary.json"
#: Finished stages are kept here; the operator may delete it.
STAGES = ".sverka"
_LOCK = "lock"
_RESULTS = frozenset(
    {
        *("groups.csv", "groups.xlsx", "pairs.csv", "left_out.csv", SUMMARY),
        *("newcomers.csv", "newcomers.xlsx"),
    }
)
_PRIVATE = 0o700
_FOREIGN_NAMED = 5


@contextmanager
def held_folder(out: Path) -> Iterator[Path]:
    """The folder for finished stages inside `out`, which is made where it is not there.

    Raises `SverkaError` where `out` holds files that are not results of an earlier run, cannot be
    written, or another run is at work in it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True, mode=_PRIVATE)
        _refuse_foreign(out)
        stages = out / STAGES
        stages.mkdir(exist_ok=True, mode=_PRIVATE)
        lock = FileLock(stages / _LOCK)
        lock.acquire(timeout=0)
    except Timeout:
        raise SverkaError(ErrorCode.CONFLICT, "link-out-busy", out=out) from None
    except OSError:
        raise SverkaError(ErrorCode.CONFLICT, "link-out-unusable", out=out) from None
    try:
        yield stages
    finally:
        lock.release()


def _refuse_foreign(out: Path) -> None:
    foreign = sorted(file.name for file in out.iterdir() if file.name not in _RESULTS | {STAGES})
    if foreign:
        named = ", ".join(foreign[:_FOREIGN_NAMED])
        raise SverkaError(ErrorCode.CONFLICT, "link-out-foreign", out=out, files=named)


def publish(results: Path, out: Path) -> None:
    """Move finished results to `out`, the summary last, and drop those of an earlier run.

    Raises `SverkaError` where those of an earlier run cannot be replaced: Windows keeps a file that
    Excel has open.
    """
    try:
        _replace(results, out)
    except OSError:
        raise SverkaError(ErrorCode.CONFLICT, "link-results-kept", out=out) from None


def _replace(results: Path, out: Path) -> None:
    made = sorted(results.iterdir(), key=lambda file: (file.name == SUMMARY, file.name))
    (out / SUMMARY).unlink(missing_ok=True)
    for name in _RESULTS - {file.name for file in made}:
        (out / name).unlink(missing_ok=True)
    for file in made:
        file.replace(out / file.name)
