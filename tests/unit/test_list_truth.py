"""Every list of the stand's school is answered as its truth says, in both generations."""

from datetime import UTC, datetime

import pytest

from sverka.contract import SCHEMA, Analysis, Listing, PageRequest
from sverka.pages.vocabulary import Source
from sverka.people.names import PersonName
from sverka.pipeline import analyse_page
from sverka.settings import Settings
from tests.stand.plot import Mode
from tests.stand.school.lists import Filters, ListScenario, list_page, list_truth, render_saved_list
from tests.stand.school.model import Role
from tests.stand.school.world import school

PREFIX = {Role.PUPIL: "s", Role.PARENT: "r"}
SCENARIOS = [
    *(ListScenario(role) for role in Role),
    *(ListScenario(role, Filters(size=10), page=2) for role in Role),
    *(ListScenario(role, Filters(surname="ан")) for role in Role),
    *(ListScenario(role, Filters(first="Б", last="К", sex="Ж")) for role in Role),
    ListScenario(Role.PARENT, Filters(status=2)),
]
modes = pytest.mark.parametrize("mode", Mode)
scenarios = pytest.mark.parametrize("scenario", SCENARIOS, ids=str)


def analyse(scenario: ListScenario, mode: Mode) -> Analysis:
    request = PageRequest(
        schema=SCHEMA,
        url="https://sgo.example.ru/asp/Admin/Users/StudentList.asp",
        html=render_saved_list(scenario, mode),
        captured_at=datetime(2026, 11, 22, 12, tzinfo=UTC),
        source=Source.CONTENT,
    )
    return analyse_page(request, secret=b"x" * 32, settings=Settings())


@modes
@scenarios
def test_the_rows_their_place_and_their_filters_are_as_shown(
    scenario: ListScenario, mode: Mode
) -> None:
    listing, shown = analyse(scenario, mode).listing, list_page(scenario)
    assert isinstance(listing, Listing)
    assert [(one.account_id, one.name) for one in listing.people] == [
        (f"{PREFIX[scenario.role]}{row.number}", PersonName.from_full(row.name).full)
        for row in list_truth(scenario)
    ]
    assert (listing.page, listing.pages, listing.total) == (shown.page, shown.pages, shown.total)
    assert listing.unfiltered is scenario.unfiltered


@modes
@scenarios
def test_nobody_is_called_unlinked_but_by_the_column_of_a_whole_list(
    scenario: ListScenario, mode: Mode
) -> None:
    truth = list_truth(scenario)
    lonely = {at for at, row in enumerate(truth) if row.linked is False and scenario.unfiltered}
    found = analyse(scenario, mode).findings
    assert {one.row for one in found if one.rule in {"S-01", "S-02"}} == lonely


@modes
def test_the_doubles_of_the_school_are_found_and_no_twin_is(mode: Mode) -> None:
    scenario = ListScenario(Role.PUPIL)
    numbers = [row.number for row in list_truth(scenario)]
    alike = {
        frozenset((numbers[found.row or 0], int((one.account_id or "s0")[1:])))
        for found in analyse(scenario, mode).findings
        for one in found.candidates
        if found.rule == "S-04"
    }
    assert {frozenset(pair) for pair in school().doubles} <= alike
    twins = {card.number for card in school().household("twins").cards}
    assert all(twins.isdisjoint(pair) for pair in alike)
