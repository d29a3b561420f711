"""One table of a file: where it is and what its columns are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import pyarrow as pa
from msgspec import Struct

from sverka.matching.contingent.header import Header
from sverka.matching.contingent.vocabulary import Problem
from sverka.texts import text

_PIECE = 20_000

#: Tells of a row that could not be taken: the problem, its number in the file, what is in it.
TellRow = Callable[[Problem, int, str], None]


class FoundTable(Struct, frozen=True):
    """A table found in a file; `encoding`, `delimiter` and `heading_lines` are those of a csv."""

    file: Path
    header: Header
    #: What the operator is told it is called: its name, or the whole path where names repeat.
    called: str
    #: For the progress bar only: about how many rows there are.
    rows_expected: int
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    heading_lines: int = 0
    #: Sheets of the same file that hold something, but no heading that is known.
    other_sheets: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """How the operator is told of it: the file, and the sheet where there is one."""
        if self.sheet is None:
            return self.called
        return text("link.place.sheet", file=self.called, sheet=self.sheet)

    @property
    def width(self) -> int:
        return len(self.header.captions)


def cell_names(width: int) -> list[str]:
    """The names of a table's columns between the stages: captions may repeat, these do not."""
    return [f"c{place}" for place in range(width)]


def in_pieces(rows: Iterable[tuple[int, Sequence[str | None]]], width: int) -> Iterator[pa.Table]:
    """Numbered rows as tables of `line` and `c0`, `c1`…, a bounded number of rows at a time."""
    schema = pa.schema([("line", pa.int64()), *((name, pa.string()) for name in cell_names(width))])
    numbered = iter(rows)
    while piece := [(number, *cells) for number, cells in islice(numbered, _PIECE)]:
        columns = [
            pa.array(column, kind)
            for column, kind in zip(zip(*piece, strict=True), schema.types, strict=True)
        ]
        yield pa.table(columns, schema=schema)
