"""`summary.json`: what was read, found and left out, without a person's data."""

from collections import Counter
from pathlib import Path
from typing import Literal

import msgspec
import pyarrow as pa
from msgspec import Struct

from sverka.matching.contingent.folder import SUMMARY
from sverka.matching.contingent.reading import Read
from sverka.matching.contingent.table_reading import TableRead
from sverka.matching.vocabulary import Verdict


class FileSummary(Struct, frozen=True, omit_defaults=True):
    """One table of one file; `columns` are the recognised ones: meaning → caption."""

    file: str
    rows: int
    columns: dict[str, str]
    blank_rows: int
    heading_row: int
    against: bool = False
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    #: Columns that repeat a meaning another column has already; they are not compared.
    repeated: tuple[str, ...] = ()


class GroupsSummary(Struct, frozen=True):
    """The groups, and how many of them `groups.xlsx` shows."""

    groups: int
    rows: int
    flagged: int
    verdicts: dict[str, int]
    shown_in_xlsx: int


class Summary(Struct, frozen=True):
    """Everything `summary.json` says; `seconds` are those of the stages this run worked on."""

    version: str
    model_version: str
    engine: str
    files: tuple[FileSummary, ...]
    rows: int
    pairs: dict[str, int]
    #: Pairs of rows that name one account; they are in no result.
    one_account_pairs: int
    left_out: dict[str, int]
    seconds: dict[str, float]
    reused_stages: tuple[str, ...]
    schema: Literal[1] = 1
    groups: GroupsSummary | None = None
    newcomers: dict[str, int] | None = None


def files_of(read: Read) -> tuple[FileSummary, ...]:
    """What was read of each table."""
    return tuple(_file(table, read.against_from) for table in read.tables)


def _file(table: TableRead, against_from: int) -> FileSummary:
    return FileSummary(
        file=table.file,
        rows=table.rows,
        columns=table.recognised,
        blank_rows=table.blank_rows,
        heading_row=table.heading_row,
        against=table.first_row >= against_from,
        sheet=table.sheet,
        encoding=table.encoding,
        delimiter=table.delimiter,
        repeated=table.repeated,
    )


def verdicts_of(column: pa.ChunkedArray) -> dict[str, int]:
    """How often each verdict was given."""
    counts = Counter(column.to_pylist())
    return {verdict.value: counts[verdict.value] for verdict in Verdict if counts[verdict.value]}


def groups_of(rows: pa.Table, shown: int) -> GroupsSummary:
    """The counts of the groups; a group is what its least certain row is."""
    groups: dict[int, tuple[bool, bool]] = {}
    columns = (rows[name].to_pylist() for name in ("group_id", "verdict", "flagged"))
    for group, verdict, flagged in zip(*columns, strict=True):
        sure, marked = groups.get(group, (True, False))
        groups[group] = (sure and verdict == Verdict.SAME, marked or flagged)
    same = sum(sure for sure, _ in groups.values())
    return GroupsSummary(
        groups=len(groups),
        rows=rows.num_rows,
        flagged=sum(marked for _, marked in groups.values()),
        verdicts={Verdict.SAME.value: same, Verdict.POSSIBLE.value: len(groups) - same},
        shown_in_xlsx=shown,
    )


def write_summary(summary: Summary, folder: Path) -> None:
    """Write it as a person can read it too."""
    written = msgspec.json.format(msgspec.json.encode(summary), indent=2)
    (folder / SUMMARY).write_bytes(written + b"\n")
