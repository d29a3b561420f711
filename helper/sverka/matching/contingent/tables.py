"""The tables of the given files, each with its heading, whatever format it is kept in."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa
from msgspec import Struct, structs

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent import csv_files, parquet_files, xlsx_files
from sverka.matching.contingent.columns import NEEDED, OPTIONAL, Renames, column_name
from sverka.matching.contingent.table import FoundTable, TellRow
from sverka.people.folding import fold_caption
from sverka.texts import text


class _Format(Struct, frozen=True):
    find: Callable[[Path, Renames], Sequence[FoundTable]]
    read: Callable[[FoundTable, TellRow], Iterator[pa.Table]]


_FORMATS: Mapping[str, _Format] = {
    ".csv": _Format(csv_files.find_tables, csv_files.read_table),
    ".xlsx": _Format(xlsx_files.find_tables, xlsx_files.read_table),
    ".parquet": _Format(parquet_files.find_tables, parquet_files.read_table),
}


def check_files(files: Sequence[Path]) -> None:
    """Raise `SverkaError` for a file that is not there, twice there, empty or of another kind."""
    seen = set()
    for file in files:
        if file.suffix.lower() not in _FORMATS:
            raise SverkaError(ErrorCode.BAD_REQUEST, "link-unknown-format", file=file)
        if _size(file) == 0:
            raise SverkaError(ErrorCode.BAD_REQUEST, "link-file-empty", file=file)
        if file.resolve() in seen:
            raise SverkaError(ErrorCode.BAD_REQUEST, "link-file-twice", file=file)
        seen.add(file.resolve())


def _size(file: Path) -> int:
    try:
        with file.open("rb"):
            return file.stat().st_size
    except (FileNotFoundError, IsADirectoryError, PermissionError) as problem:
        words = text(f"link.problem.{type(problem).__name__}")
        raise SverkaError(
            ErrorCode.NOT_FOUND, "link-file-unreadable", file=file, problem=words
        ) from None


def find_tables(files: Sequence[Path], renames: Renames) -> list[FoundTable]:
    """Every table of the files; raises `SverkaError` for a file that cannot be read."""
    names = Counter(file.name for file in files)
    found = [table for file in files for table in _FORMATS[file.suffix.lower()].find(file, renames)]
    return [
        structs.replace(table, called=str(table.file)) if names[table.file.name] > 1 else table
        for table in found
    ]


def check_tables(tables: Sequence[FoundTable], renames: Renames) -> None:
    """Raise `SverkaError` where a column is missing, or nowhere is one that `--map` names."""
    _check_renames(tables, renames)
    for table in tables:
        _check_needed(table)


def read_table(table: FoundTable, tell: TellRow) -> Iterator[pa.Table]:
    """Its rows in pieces: `line` (int64, 1-based) and `c0`, `c1`… as typed."""
    return _FORMATS[table.file.suffix.lower()].read(table, tell)


def _check_renames(tables: Sequence[FoundTable], renames: Renames) -> None:
    captions = [caption for table in tables for caption in table.header.captions if caption]
    missing = renames.keys() - set(map(fold_caption, captions))
    if missing:
        raise SverkaError(
            ErrorCode.BAD_REQUEST,
            "link-map-no-column",
            columns=", ".join(sorted(column_name(renames[key]) for key in missing)),
            found=_listed(captions),
        )


def _check_needed(table: FoundTable) -> None:
    missing = table.header.recognised.missing()
    if missing:
        raise SverkaError(
            ErrorCode.BAD_REQUEST,
            "link-no-columns",
            place=table.place,
            row=table.header.row,
            missing=", ".join(map(column_name, missing)),
            found=_listed(table.header.captions),
            first=column_name(missing[0]),
            optional=", ".join(map(column_name, OPTIONAL)),
            needed=", ".join(map(column_name, NEEDED)),
        )


def _listed(captions: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(f"«{caption}»" for caption in captions if caption))
