"""The stand must tell the truth about exactly what it prints."""

from collections import Counter

import pytest
from bs4 import BeautifulSoup, Tag

from tests.stand.cases import CASES
from tests.stand.scenarios import (
    Column,
    HeaderStyle,
    Layout,
    Mode,
    Outcome,
    Scenario,
    TableStyle,
    Variant,
    render_saved,
    truth,
)
from tests.stand.truth import families

WITHOUT_IDS = Variant(TableStyle(missing=frozenset({Column.ID})))
SCENARIOS = [
    *(Scenario(layout=layout) for layout in Layout),
    Scenario(variant=WITHOUT_IDS),
    Scenario(variant=Variant(TableStyle(missing=frozenset({Column.ENTRY})))),
]


def report_table(scenario: Scenario, mode: Mode = Mode.CLASSIC) -> Tag:
    soup = BeautifulSoup(render_saved(scenario, mode), "lxml")
    return soup.select("table.table-print")[-1]


def data_rows(table: Tag) -> list[str]:
    return [row.get_text() for row in table.select("tr")[1:]]


def test_no_case_is_left_out_of_every_report() -> None:
    told = {case for scenario in SCENARIOS for case, _ in families(scenario)}
    assert told == {case.__name__ for case in CASES}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.sight)
@pytest.mark.parametrize("mode", Mode)
def test_the_row_of_an_account_prints_its_number_or_name(scenario: Scenario, mode: Mode) -> None:
    rows = data_rows(report_table(scenario, mode))
    for account in truth(scenario):
        named = account.account_id or account.name
        assert named is not None
        assert all(named in rows[row] for row in account.rows), account


@pytest.mark.parametrize("layout", [Layout.DATES, Layout.POOL])
def test_every_row_names_one_account_where_lines_are_accounts(layout: Layout) -> None:
    scenario = Scenario(layout=layout)
    named = Counter(row for account in truth(scenario) for row in account.rows)
    assert named == Counter(range(len(data_rows(report_table(scenario)))))


def test_no_row_of_periods_is_left_without_its_double() -> None:
    scenario = Scenario(layout=Layout.PERIODS)
    named = {row for account in truth(scenario) for row in account.rows}
    assert named == set(range(len(data_rows(report_table(scenario)))))


def test_accounts_without_printed_numbers_have_none_in_the_truth() -> None:
    assert all(account.account_id is None for account in truth(Scenario(variant=WITHOUT_IDS)))


@pytest.mark.parametrize("layout", Layout)
def test_five_thousand_rows_have_people_of_their_own(layout: Layout) -> None:
    expected = truth(Scenario(layout=layout, rows=5000))
    assert max(row for account in expected for row in account.rows) >= 4990
    assert len({account.account_id for account in expected}) == len(expected)


@pytest.mark.parametrize("header", HeaderStyle)
@pytest.mark.parametrize("layout", Layout)
def test_no_variant_changes_what_the_rows_say(layout: Layout, header: HeaderStyle) -> None:
    style = TableStyle(header, renamed=True, reordered=True, note_column=True, messy_cells=True)
    usual = Scenario(layout=layout)
    other = Scenario(layout=layout, variant=Variant(style, second_table=True))
    headers = 2 if header is HeaderStyle.TWO_ROWS else 1
    usual_rows = report_table(usual).select("tr")[1:]
    other_rows = report_table(other).select("tr")[headers:]
    assert [words(row) for row in other_rows] == [words(row) for row in usual_rows]


def words(row: Tag) -> Counter[str]:
    said = Counter(word for cell in row.select("td") for word in cell.get_text(" ").split())
    del said["—"]
    return said


@pytest.mark.parametrize("outcome", [Outcome.EMPTY, Outcome.ERROR, Outcome.EXPIRED])
def test_nothing_is_expected_of_a_page_without_a_report(outcome: Outcome) -> None:
    assert truth(Scenario(outcome=outcome)) == []
