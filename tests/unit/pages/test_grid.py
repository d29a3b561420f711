"""A column must be the same column in every row, whatever spans the cells have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.pages.grid import Cell, Grid, expand, own_rows
from tests.unit.pages.trees import parse_page

Spans = list[list[tuple[int, int]]]


def grid_of(rows: str) -> Grid:
    root = parse_page(f"<table>{rows}</table>", max_mb=1)
    return expand(own_rows(next(root.iter("table"))))


def texts(rows: str) -> list[str]:
    """The grid as one string a row, `.` where no cell stands."""
    return ["".join(cell.text if cell else "." for cell in line.cells()) for line in grid_of(rows)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", ["ab", "cd"]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c", ["ab", "ac"]),
        ('<tr><td rowspan=" 2 ">a<td>b<tr><td>c', ["ab", "ac"]),
        ("<tr><td rowspan=1>a<td>b<tr><td>c<td>d", ["ab", "cd"]),
        ("<tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d", ["ab", "ac", "ad"]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", ["aab", "cde"]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", ["aab", "aac"]),
        ("<tr><td>a<td rowspan=2>b<td>c<tr><td>d<td>e", ["abc", "dbe"]),
        ("<tr><td rowspan=2>a<td rowspan=2>b<td>c<tr><td>d", ["abc", "abd"]),
        ("<tr><td>a<td>b<td rowspan=2>c<tr><td>d", ["abc", "d.c"]),
        ("<tr><td>a<td>b<td rowspan=3>c<tr><td>d<tr>", ["abc", "d.c", "..c"]),
        ("<tr><td rowspan=9>a<td>b", ["ab"]),
        ("<thead><tr><th>a<th>b</thead><tbody><tr><td>c<td>d</tbody>", ["ab", "cd"]),
        ("<tr><td>a<td><table><tr><td>x<tr><td>y</table><tr><td>b<td>c", ["ax y", "bc"]),
        ("<tr><td rowspan=0>a<td>b<tr><td>c", ["ab", "ac"]),
        ("<tbody><tr><td rowspan=9>a<td>b</tbody><tbody><tr><td>c<td>d</tbody>", ["ab", "cd"]),
        ("", []),
    ],
)
def test_spans_are_expanded(rows: str, expected: list[str]) -> None:
    assert texts(rows) == expected


@pytest.mark.parametrize("span", ["", "-2", "1.5", "два", "²", " ", "0" * 5000])
def test_a_span_that_is_no_number_counts_as_one(span: str) -> None:
    assert texts(f'<tr><td rowspan="{span}" colspan="{span}">a<td>b<tr><td>c<td>d') == ["ab", "cd"]


@pytest.mark.parametrize("span", ["1000", "999999999", "9" * 5000])
def test_a_page_cannot_demand_an_endless_grid(span: str) -> None:
    line, below = grid_of(f'<tr><td colspan="{span}" rowspan="{span}">a<td>b<tr><td>c')
    assert len(line.texts) <= 201
    assert len(below.texts) <= 201


def test_a_cell_knows_its_place_as_sent() -> None:
    first, second = grid_of("<tr><td rowspan=2>a<td>b<tr><td>c")
    assert [(cell.tr, cell.col) for cell in first.cells() if cell] == [(0, 0), (0, 1)]
    assert [(cell.tr, cell.col) for cell in second.cells() if cell] == [(0, 0), (1, 0)]


def test_rows_begin_to_count_where_the_data_begin() -> None:
    root = parse_page("<table><tr><td>h<tr><td>a<tr><td>b</table>", max_mb=1)
    rows = own_rows(next(root.iter("table")))
    assert [line.tr for line in expand(rows[1:], 1)] == [1, 2]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td rowspan=3>a<td>b<tr><td>c<tr><td>d",
        "<tr><td>a<td>b<tr><td colspan=2>c<tr><th rowspan=2>d<td>e<tr><td>f",
        "<tr><td>a<table><tr><td rowspan=2>b</table><td>c<tr><td>d<td>e",
    ],
)
def test_cells_of_a_long_table_span_as_those_of_a_short_one(
    rows: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = grid_of(rows)
    monkeypatch.setattr("sverka.pages.grid._MANY_ROWS", 1)
    assert grid_of(rows) == short


@given(st.lists(st.lists(st.tuples(st.integers(1, 4), st.integers(1, 3)), max_size=5), max_size=6))
def test_no_cell_is_ever_lost(spans: Spans) -> None:
    rows = "".join(
        "<tr>" + "".join(f"<td rowspan={down} colspan={right}>x" for down, right in line)
        for line in spans
    )
    stood = {id(cell): cell for line in grid_of(rows) for cell in line.cells() if cell}
    sent = {(tr, col) for tr, line in enumerate(spans) for col in range(len(line))}
    assert {(cell.tr, cell.col) for cell in stood.values()} == sent


@given(st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=5), min_size=1, max_size=6))
def test_a_rowspan_keeps_its_column(rowspans: list[list[int]]) -> None:
    rows = "".join("<tr>" + "".join(f"<td rowspan={down}>x" for down in line) for line in rowspans)
    columns: dict[tuple[int, int], set[int]] = {}
    for line in grid_of(rows):
        for column, cell in enumerate(line.cells()):
            if isinstance(cell, Cell):
                columns.setdefault((cell.tr, cell.col), set()).add(column)
    assert all(len(found) == 1 for found in columns.values())
