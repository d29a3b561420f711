"""The first stage: every row of every file into parquet, as typed and as records."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from pyarrow import compute, dataset, parquet

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent.columns import column_name
from sverka.matching.contingent.interface import Progress
from sverka.matching.contingent.left_out import Finding, LeftOut
from sverka.matching.contingent.records import SCHEMA
from sverka.matching.contingent.table import FoundTable
from sverka.matching.contingent.table_reading import TableRead, TableReading
from sverka.matching.contingent.vocabulary import Problem
from sverka.pages.labels import Column

RECORDS = "records.parquet"
LEFT_OUT = "left_out.csv"


class Read(Struct, frozen=True):
    """All that was read; the rows of `--against` begin at `against_from`."""

    tables: tuple[TableRead, ...]
    rows: int
    against_from: int
    #: How many lines of each problem `left_out.csv` has.
    left_out: dict[str, int]


def table_file(folder: Path, nth: int) -> Path:
    """Where the cells of the `nth` table are kept: `row`, `line`, `c0`, `c1`…"""
    return folder / f"table-{nth}.parquet"


def read_all(
    tables: Sequence[FoundTable], against: Sequence[FoundTable], folder: Path, progress: Progress
) -> Read:
    """Read the tables into `folder`; rows are counted from 0 over all of them."""
    every = (*tables, *against)
    expected = max(1, sum(table.rows_expected for table in every))
    today = datetime.now(tz=UTC).date()
    read: list[TableRead] = []
    rows = 0
    with LeftOut.into(folder / LEFT_OUT) as left_out:
        left_out.tell_all(_other_sheets(every))
        with parquet.ParquetWriter(folder / RECORDS, SCHEMA) as records:
            for nth, table in enumerate(every):
                reading = TableReading(table, rows, today, left_out)
                for piece in reading.into(table_file(folder, nth)):
                    records.write_table(piece)
                    rows += piece.num_rows
                    progress(min(1.0, rows / expected))
                read.append(reading.result())
        against_from = sum(table.rows for table in read[: len(tables)])
        _require_rows(tables, against_from, left_out)
        _require_rows(against, rows - against_from, left_out)
        left_out.tell_all(_repeated(folder, against_from))
    return Read(tuple(read), rows, against_from, left_out.counts)


def _other_sheets(tables: Sequence[FoundTable]) -> Iterator[Finding]:
    sheets = ((table.called, sheet) for table in tables for sheet in table.other_sheets)
    for file, sheet in dict.fromkeys(sheets):
        yield Finding(Problem.SHEET, file, value=sheet)


def _require_rows(tables: Sequence[FoundTable], rows: int, left_out: LeftOut) -> None:
    if tables and rows == 0:
        broken = left_out.counts[Problem.BROKEN_ROW] > 0
        reason = "link-csv-broken" if broken else "link-file-empty"
        raise SverkaError(ErrorCode.BAD_REQUEST, reason, file=tables[0].file)


def _repeated(folder: Path, against_from: int) -> Iterator[Finding]:
    """Every row whose account number another row of the same side has too."""
    accounts = parquet.read_table(folder / RECORDS, columns=["account_id"])["account_id"]
    for start, end in ((0, against_from), (against_from, len(accounts))):
        side = accounts.slice(start, end - start)
        counted = side.drop_null().value_counts()
        often = counted.field("values").filter(compute.greater(counted.field("counts"), 1))
        rows = compute.indices_nonzero(compute.is_in(side, value_set=often))
        numbers = compute.add(rows.cast(pa.int64()), start)
        for row in records_at(folder, numbers, ["place", "line", "account_id"]).to_pylist():
            number = row["account_id"]
            column = column_name(Column.ACCOUNT_ID)
            yield Finding(Problem.ID_REPEATED, row["place"], row["line"], number, column, number)


def records_at(folder: Path, rows: pa.Array, columns: Sequence[str]) -> pa.Table:
    """`row` and `columns` of the records in these rows."""
    records = dataset.dataset(folder / RECORDS)
    return records.to_table(["row", *columns], filter=dataset.field("row").isin(rows))
