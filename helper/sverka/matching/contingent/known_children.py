"""Contingents to train a model on and to try it: their records, and which are one child's."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from pyarrow import parquet

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent.columns import read_renames
from sverka.matching.contingent.comparable import comparable
from sverka.matching.contingent.interface import FIELDS, Progress
from sverka.matching.contingent.reading import RECORDS, read_all, table_file
from sverka.matching.contingent.records import trimmed
from sverka.matching.contingent.space import require_space
from sverka.matching.contingent.table import FoundTable
from sverka.matching.contingent.tables import check_files, check_tables, find_tables
from sverka.matching.contingent.training import CHILD
from sverka.people.folding import collapse


class Source(Struct, frozen=True):
    """The files, the caption of the column that tells the children apart, and `--map`."""

    files: tuple[Path, ...]
    labels: str | None = None
    renames: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Which files these are, without where they lie."""
        return ", ".join(file.name for file in self.files)


def read_source(source: Source, folder: Path, progress: Progress) -> pa.Table:
    """The records in the forms of the model, with `child` where the source tells it.

    What is read on the way is left in `folder`. Raises `SverkaError` for everything the operator
    can mend.
    """
    check_files(source.files)
    require_space(source.files, folder, reason="model-no-space")
    renames = read_renames(source.renames)
    tables = find_tables(source.files, renames)
    check_tables(tables, renames)
    places = [] if source.labels is None else list(_places(tables, collapse(source.labels)))
    read_all(tables, (), folder, progress)
    typed = parquet.read_table(folder / RECORDS, columns=["row", *FIELDS])
    records = comparable(typed, datetime.now(tz=UTC).date())
    if source.labels is None:
        return records
    children = _children(folder, places)
    if children.null_count == len(children):
        raise SverkaError(ErrorCode.BAD_REQUEST, "model-labels-empty", labels=source.labels)
    return records.append_column(CHILD, children)


def _places(tables: Sequence[FoundTable], caption: str) -> Iterator[int]:
    """Where the column stands in each of the tables."""
    for table in tables:
        captions = table.header.captions
        if caption not in captions:
            raise SverkaError(
                ErrorCode.BAD_REQUEST,
                "model-no-labels",
                place=table.place,
                labels=caption,
                found=", ".join(f"«{found}»" for found in captions if found),
            )
        yield captions.index(caption)


def _children(folder: Path, places: Sequence[int]) -> pa.ChunkedArray:
    pieces = [
        trimmed(parquet.read_table(table_file(folder, nth), columns=[f"c{place}"])).column(0)
        for nth, place in enumerate(places)
    ]
    return pa.chunked_array([chunk for piece in pieces for chunk in piece.chunks], pa.string())
