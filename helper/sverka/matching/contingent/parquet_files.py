"""Contingent files in parquet, read in pieces; typed columns become what a person would type."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent.cells import as_typed
from sverka.matching.contingent.columns import Renames
from sverka.matching.contingent.header import find_header
from sverka.matching.contingent.table import FoundTable, TellRow, cell_names


def find_tables(file: Path, renames: Renames) -> list[FoundTable]:
    """The one table of the file; its heading stands before the first row."""
    try:
        with parquet.ParquetFile(file) as source:
            header = find_header([source.schema_arrow.names], renames)
            rows = source.metadata.num_rows
    except pa.ArrowInvalid:
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-file-broken", file=file) from None
    if header is None:
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-file-empty", file=file)
    return [FoundTable(file, header, file.name, rows)]


def read_table(table: FoundTable, _tell: TellRow) -> Iterator[pa.Table]:
    """Its rows in pieces, numbered as if the heading were the first row of a sheet."""
    line = table.header.row + 1
    names = ["line", *cell_names(table.width)]
    with parquet.ParquetFile(table.file) as source:
        for batch in source.iter_batches():
            lines = pa.array(range(line, line + batch.num_rows), pa.int64())
            yield pa.table([lines, *map(_as_typed, batch.columns)], names=names)
            line += batch.num_rows


def _as_typed(column: pa.Array) -> pa.Array:
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        return column.cast(pa.string())
    return pa.array(map(as_typed, column.to_pylist()), pa.string())
