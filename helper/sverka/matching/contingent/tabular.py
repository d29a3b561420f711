"""Result tables: the cells of the input beside our own columns, written as csv for Excel."""

import codecs
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

import pyarrow as pa
from pyarrow import compute, dataset
from pyarrow import csv as arrow_csv

from sverka.matching.contingent.reading import Read, table_file
from sverka.spreadsheets.escaping import FORMULA, MARKED, escaped


def cells_at(read: Read, folder: Path, rows: pa.Array, reserved: Collection[str]) -> pa.Table:
    """`row` and the cells as typed, under the captions of all the files together.

    A caption that is `reserved` or that one table has twice gets a number. The columns of
    `--against` are not among them.
    """
    pieces = []
    own = [table for table in read.tables if table.first_row < read.against_from]
    for nth, table in enumerate(own):
        captions = numbered(table.captions, reserved)
        cells = dataset.dataset(table_file(folder, nth))
        piece = cells.to_table(
            ["row", *(f"c{place}" for place in table.places)],
            filter=dataset.field("row").isin(rows),
        )
        pieces.append(piece.rename_columns(["row", *captions]))
    return pa.concat_tables(pieces, promote_options="default")


def numbered(captions: Iterable[str], reserved: Collection[str]) -> list[str]:
    """Captions that differ from each other and from our own."""
    seen = Counter(reserved)
    names = []
    for caption in captions:
        seen[caption] += 1
        names.append(caption if seen[caption] == 1 else f"{caption} {seen[caption]}")
    return names


def score_text(score: float) -> str:
    """A score as Russian Excel reads it: with a point, 12.05 would become the 12th of May."""
    return f"{score:.2f}".replace(".", ",")


def score_texts(scores: pa.ChunkedArray) -> pa.Array:
    """A column of scores as text."""
    return pa.array(map(score_text, scores.to_pylist()), pa.string())


def write_csv(table: pa.Table, file: Path) -> None:
    """As Excel in Russia opens it: UTF-8 with its mark, semicolons; nothing becomes a formula."""
    columns = [
        compute.replace_substring_regex(column, f"(?s){FORMULA}", MARKED)
        if pa.types.is_string(column.type)
        else column
        for column in table.columns
    ]
    with file.open("wb") as target:
        target.write(codecs.BOM_UTF8)
        arrow_csv.write_csv(
            pa.table(columns, names=list(map(escaped, table.column_names))),
            target,
            arrow_csv.WriteOptions(delimiter=";", eol="\r\n"),
        )
