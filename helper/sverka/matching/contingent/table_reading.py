"""Reads one table: cells as typed into a parquet of its own, records of the same rows handed on."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from pyarrow import compute, parquet

from sverka.matching.contingent.columns import column_name
from sverka.matching.contingent.doubts import tell_doubts
from sverka.matching.contingent.interface import FIELDS
from sverka.matching.contingent.left_out import Finding, LeftOut
from sverka.matching.contingent.records import SCHEMA, cells_of, records_of, trimmed
from sverka.matching.contingent.table import FoundTable, cell_names
from sverka.matching.contingent.tables import read_table
from sverka.matching.contingent.vocabulary import Problem
from sverka.pages.labels import Column, labels
from sverka.texts import text


class TableRead(Struct, frozen=True):
    """What was read from one table, for the later stages and for `summary.json`."""

    file: str
    sheet: str | None
    encoding: str | None
    delimiter: str | None
    heading_row: int
    first_row: int
    rows: int
    blank_rows: int
    #: What each recognised column is called in the file, and captions that repeat a meaning.
    recognised: dict[str, str]
    repeated: tuple[str, ...]
    #: The columns that hold something: their captions and their numbers in the parquet.
    captions: tuple[str, ...]
    places: tuple[int, ...]


class TableReading:
    """The reading of one table, and what is counted on the way."""

    def __init__(self, table: FoundTable, first_row: int, today: date, left_out: LeftOut) -> None:
        self._table = table
        self._first_row = first_row
        self._today = today
        self._left_out = left_out
        self._rows = 0
        self._blank = 0
        self._filled: set[int] = set()

    def into(self, file: Path) -> Iterator[pa.Table]:
        """Write the cells to `file`, give the records of the same rows piece by piece."""
        names = cell_names(self._table.width)
        schema = pa.schema(
            [("row", pa.int64()), ("line", pa.int64()), *((name, pa.string()) for name in names)]
        )
        with parquet.ParquetWriter(file, schema) as cells:
            for piece in read_table(self._table, self._tell_row):
                typed, clean = self._kept(piece)
                first = self._first_row + self._rows
                rows = pa.array(range(first, first + typed.num_rows), pa.int64())
                self._rows += typed.num_rows
                cells.write_table(typed.add_column(0, "row", rows))
                yield self._records(clean, rows)

    def result(self) -> TableRead:
        """What was read, once everything was."""
        header = self._table.header
        places = tuple(
            place
            for place, caption in enumerate(header.captions)
            if caption or place in self._filled
        )
        return TableRead(
            file=self._table.called,
            sheet=self._table.sheet,
            encoding=self._table.encoding,
            delimiter=self._table.delimiter,
            heading_row=header.row,
            first_row=self._first_row,
            rows=self._rows,
            blank_rows=self._blank,
            recognised={
                column.value: header.captions[place]
                for column, place in header.recognised.places.items()
            },
            repeated=header.recognised.repeated,
            captions=tuple(
                header.captions[place] or text("link.unnamed-column", number=place + 1)
                for place in places
            ),
            places=places,
        )

    def _kept(self, piece: pa.Table) -> tuple[pa.Table, pa.Table]:
        """The rows that hold something and do not sum up others: as typed, and trimmed."""
        clean = trimmed(piece)
        filled = pa.array([False] * piece.num_rows)
        for place, name in enumerate(cell_names(self._table.width)):
            valid = compute.is_valid(clean[name])
            if compute.any(valid).as_py():
                self._filled.add(place)
            filled = compute.or_(filled, valid)
        self._blank += piece.num_rows - (compute.sum(filled).as_py() or 0)
        kept = compute.and_(filled, compute.invert(self._totals(clean)))
        return piece.filter(kept), clean.filter(kept)

    def _totals(self, clean: pa.Table) -> pa.Array:
        """Which rows are sums («Итого: 12»); only those without a birth date are looked at."""
        birth = clean[f"c{self._table.header.recognised.places[Column.BIRTH_DATE]}"]
        totals = []
        for row in clean.filter(compute.is_null(birth)).to_pylist():
            line, *cells = row.values()
            first = next(filter(None, cells), "")
            if labels().is_total(first):
                totals.append(line)
                self._tell_row(Problem.TOTAL_ROW, line, first)
        return compute.is_in(clean["line"], value_set=pa.array(totals, pa.int64()))

    def _records(self, clean: pa.Table, rows: pa.Array) -> pa.Table:
        places = self._table.header.recognised.places
        lines, accounts = clean["line"], cells_of(clean, places, Column.ACCOUNT_ID)

        def tell(problem: Problem, place: int, column: Column, typed: str, words: str) -> None:
            line, account = lines[place].as_py(), accounts[place].as_py() or ""
            named = column_name(column)
            self._left_out.tell(
                Finding(problem, self._table.place, line, account, named, typed, words)
            )

        records = records_of(clean, places, self._today, tell)
        tell_doubts({name: records[name].combine_chunks() for name in FIELDS}, tell)
        place = pa.repeat(self._table.place, clean.num_rows)
        numbered = compute.binary_join_element_wise(place, lines.cast(pa.string()), ":")
        own = {
            "row": rows,
            "place": place,
            "line": lines,
            "id": compute.coalesce(records["account_id"], numbered),
        }
        return pa.table(
            [*own.values(), records["account_id"], *(records[field] for field in FIELDS)],
            schema=SCHEMA,
        )

    def _tell_row(self, problem: Problem, line: int, words: str) -> None:
        self._left_out.tell(Finding(problem, self._table.place, line, value=words))
