"""What the operator is told when a disk or the memory turns out too small in the middle of work."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from sverka.errors import ErrorCode, SverkaError


@contextmanager
def told_when_exhausted(reason: str, **values: object) -> Iterator[None]:
    """Around work that takes much room; raises `SverkaError` (`reason`) where none is left."""
    try:
        yield
    except Exception as problem:
        if not any(map(_is_exhausted, _causes(problem))):
            raise
        raise SverkaError(ErrorCode.TOO_LARGE, reason, **values) from None


def _causes(problem: BaseException | None) -> Iterator[BaseException]:
    """The fault and those under it: Splink wraps what its database raises."""
    while problem is not None:
        yield problem
        problem = problem.__cause__


def _is_exhausted(problem: BaseException) -> bool:
    if isinstance(problem, OSError):
        return problem.errno == errno.ENOSPC
    # DuckDB works on nothing but memory and the files that take what does not fit in it.
    return isinstance(problem, MemoryError | duckdb.OutOfMemoryException | duckdb.IOException)
