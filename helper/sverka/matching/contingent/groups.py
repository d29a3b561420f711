"""Groups of accounts of one child: `groups.csv` for programs, `groups.xlsx` for people."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pyarrow as pa
from pyarrow import compute

from sverka.matching.contingent.reading import Read, records_at
from sverka.matching.contingent.tabular import cells_at, score_texts, write_csv
from sverka.matching.vocabulary import Verdict
from sverka.pages.labels import Column
from sverka.people.folding import collapse
from sverka.spreadsheets.book import MOST_ROWS, Colour, Row, write_book
from sverka.texts import text

Line = tuple[str | int | None, ...]

OWN = ("group_id", "id", "verdict", "score_bits", "flagged", "file", "line")
#: What differs in these is what a person must look at; elsewhere accounts differ by nature.
_PERSONAL = frozenset(
    {
        *(Column.PERSON, Column.SURNAME, Column.NAME, Column.PATRONYMIC, Column.BIRTH_DATE),
        *(Column.SEX, Column.SNILS, Column.CERTIFICATE),
        *(Column.CERTIFICATE_SERIES, Column.CERTIFICATE_NUMBER),
    }
)


def grouped_rows(groups: pa.Table, read: Read, folder: Path) -> pa.Table:
    """The rows of all groups, the surest groups first: our own columns, then those of the files."""
    ordered = _in_order(groups)
    rows = ordered["row"].combine_chunks()
    records = records_at(folder, rows, ["id", "place", "line"])
    cells = cells_at(read, folder, rows, OWN)
    joined = ordered.join(records, "row").join(cells, "row")
    joined = joined.sort_by([("group_id", "ascending"), ("row", "ascending")])
    own = {
        **{name: joined[name] for name in ("group_id", "id", "verdict")},
        "score_bits": score_texts(joined["score_bits"]),
        "flagged": joined["flagged"],
        "file": joined["place"],
        "line": joined["line"],
    }
    captions = cells.column_names[1:]
    return pa.table([*own.values(), *(joined[name] for name in captions)], names=[*own, *captions])


def _in_order(groups: pa.Table) -> pa.Table:
    """`group_id` counts groups from 1: the same child first, then the possible one, by score."""
    doubtful = compute.not_equal(groups["verdict"], Verdict.SAME.value).cast(pa.int8())
    marked = groups.append_column("doubtful", doubtful)
    each = marked.group_by("group").aggregate(
        [("doubtful", "max"), ("score_bits", "min"), ("row", "min")]
    )
    each = each.sort_by(
        [("doubtful_max", "ascending"), ("score_bits_min", "descending"), ("row_min", "ascending")]
    )
    numbers = pa.array(range(1, each.num_rows + 1), pa.int64())
    return groups.join(each.select(["group"]).append_column("group_id", numbers), "group")


def write_groups(rows: pa.Table, read: Read, folder: Path) -> int:
    """Write both files; the answer is how many groups `groups.xlsx` shows."""
    write_csv(rows, folder / "groups.csv")
    shown = _shown(rows)
    heading = [*(text(f"link.book.{name}") for name in OWN), *rows.column_names[len(OWN) :]]
    write_book(
        folder / "groups.xlsx",
        text("link.book.groups"),
        heading,
        _rows_of(shown, _personal_places(rows.column_names, read)),
        _legend(rows, shown),
    )
    return _groups_in(shown)


def _groups_in(rows: pa.Table) -> int:
    return compute.count_distinct(rows["group_id"]).as_py() or 0


def _shown(rows: pa.Table) -> pa.Table:
    """As many whole groups as a person may want to scroll through."""
    if rows.num_rows <= MOST_ROWS:
        return rows
    cut = rows["group_id"][MOST_ROWS]
    return rows.filter(compute.less(rows["group_id"], cut))


def _legend(rows: pa.Table, shown: pa.Table) -> list[str]:
    lines = [
        text(f"link.legend.{name}")
        for name in ("block", "same", "possible", "flagged", "colours", "score", "twins")
    ]
    if shown.num_rows < rows.num_rows:
        counts = {"shown": _groups_in(shown), "groups": _groups_in(rows)}
        lines.insert(0, text("link.legend.cut", **counts))
    return lines


def _personal_places(names: Sequence[str], read: Read) -> frozenset[int]:
    captions = {
        caption
        for table in read.tables
        for column, caption in table.recognised.items()
        if Column(column) in _PERSONAL
    }
    return frozenset(place for place, name in enumerate(names) if name in captions)


def _rows_of(table: pa.Table, personal: frozenset[int]) -> Iterator[Row]:
    lines = (
        line
        for batch in table.to_batches()
        for line in zip(*(column.to_pylist() for column in batch.columns), strict=True)
    )
    for _, block in groupby(lines, itemgetter(0)):
        yield from _block(list(block), personal)


def _block(lines: Sequence[Line], personal: frozenset[int]) -> Iterator[Row]:
    colours = {
        place: Colour.PERSONAL if place in personal else Colour.OTHER
        for place in range(len(OWN), len(lines[0]))
        if _differ(line[place] for line in lines)
    }
    for number, line in enumerate(lines):
        yield Row(_for_people(line), colours, begins_block=number == 0)


def _for_people(line: Line) -> list[str | int | None]:
    group, identity, verdict, score, flagged, *rest = line
    words = text(f"link.verdict.{verdict}")
    return [group, identity, words, score, text("link.book.check") if flagged else "", *rest]


def _differ(cells: Iterable[str | int | None]) -> bool:
    return len({collapse(str(cell or "")) for cell in cells}) > 1
