"""Contingent files in csv: any of the usual encodings and delimiters, read in pieces."""

import codecs
import csv
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from itertools import count, islice
from pathlib import Path

import pyarrow as pa
from pyarrow import compute
from pyarrow import csv as arrow_csv

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent.columns import Renames
from sverka.matching.contingent.header import Header, find_header
from sverka.matching.contingent.table import FoundTable, TellRow, cell_names
from sverka.matching.contingent.vocabulary import Problem

_DELIMITERS = (";", ",", "\t")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-8 is strict enough to be told from all others; what is left is Excel's own.
_ENCODINGS = ("utf-8", "cp1251")
_HEAD = 256 * 1024
_PIECE = 8 * 1024 * 1024
# An unclosed quote makes one row of the rest of the file.
_SHOWN = 500


def find_tables(file: Path, renames: Renames) -> list[FoundTable]:
    """The one table of the file; the delimiter is the one that makes most captions known."""
    encoding = _encoding(file)
    with file.open(encoding=encoding, newline="") as source:
        head = source.read(_HEAD).removeprefix("\ufeff")
    found = [
        (header, delimiter)
        for delimiter in _DELIMITERS
        if (header := find_header(_rows(head, delimiter), renames)) is not None
    ]
    if not found:
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-file-empty", file=file)
    header, delimiter = max(found, key=_knows)
    lines = _lines(head, delimiter, header.row)
    rows = file.stat().st_size * head.count("\n") // max(1, len(head.encode(encoding)))
    return [FoundTable(file, header, file.name, rows, None, encoding, delimiter, lines)]


def _lines(head: str, delimiter: str, rows: int) -> int:
    """How many lines the first `rows` rows take: a quoted cell may hold several."""
    reader = csv.reader(StringIO(head), delimiter=delimiter)
    for _ in islice(reader, rows):
        pass
    return reader.line_num


def _knows(found: tuple[Header, str]) -> tuple[int, int]:
    header, _ = found
    return len(header.recognised.places), len(header.captions)


def _rows(head: str, delimiter: str) -> Iterator[list[str]]:
    """As far as they can be read: what is wrong further down is found when all is read."""
    with suppress(csv.Error):
        yield from csv.reader(StringIO(head), delimiter=delimiter)


def _encoding(file: Path) -> str:
    """The encoding in which the whole file can be read."""
    with file.open("rb") as source:
        start = source.read(4)
    for bom, encoding in _BOMS:
        if start.startswith(bom):
            return encoding
    for encoding in _ENCODINGS:
        if _decodes(file, encoding):
            return encoding
    raise SverkaError(ErrorCode.BAD_REQUEST, "link-encoding", file=file)


def _decodes(file: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with file.open("rb") as source:
            while piece := source.read(_PIECE):
                decoder.decode(piece)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def read_table(table: FoundTable, tell: TellRow) -> Iterator[pa.Table]:
    """Its rows in pieces; a row with more or fewer cells than the heading is told and left out."""
    left_out: set[int] = set()
    swallowing: list[int] = []

    def tell_broken(row: arrow_csv.InvalidRow) -> str:
        number = row.number - table.heading_lines + table.header.row
        left_out.add(number)
        if _has_swallowed(table, row.text):
            swallowing.append(number)
        tell(Problem.BROKEN_ROW, number, row.text[:_SHOWN])
        return "skip"

    names = cell_names(table.width)
    try:
        reader = arrow_csv.open_csv(
            table.file,
            read_options=arrow_csv.ReadOptions(
                use_threads=False,
                block_size=_PIECE,
                encoding=table.encoding,
                column_names=names,
                skip_rows=table.heading_lines,
            ),
            parse_options=arrow_csv.ParseOptions(
                delimiter=table.delimiter,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=tell_broken,
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types=dict.fromkeys(names, pa.string()),
                strings_can_be_null=True,
                null_values=[""],
            ),
        )
        numbers = (number for number in count(table.header.row + 1) if number not in left_out)
        for batch in reader:
            lines = pa.array(islice(numbers, batch.num_rows), pa.int64())
            _refuse_open_quote(table, [*swallowing, *_swallowing(table, lines, batch)])
            yield pa.table([lines, *batch.columns], names=["line", *names])
    except pa.ArrowInvalid:
        _refuse_open_quote(table, swallowing)
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-csv-broken", file=table.file) from None
    _refuse_open_quote(table, swallowing)


def _swallowing(table: FoundTable, lines: pa.Array, batch: pa.RecordBatch) -> Iterator[int]:
    """The rows of which a cell holds whole other rows."""
    for column in batch.columns:
        broken = compute.match_substring_regex(column, r"[\r\n]")
        for place in compute.indices_nonzero(broken).to_pylist():
            if _has_swallowed(table, column[place].as_py()):
                yield lines[place].as_py()


def _has_swallowed(table: FoundTable, words: str) -> bool:
    delimiters = table.width - 1
    return any(line.count(str(table.delimiter)) >= delimiters for line in words.splitlines()[1:])


def _refuse_open_quote(table: FoundTable, rows: list[int]) -> None:
    if rows:
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-csv-quote", file=table.file, row=min(rows))
