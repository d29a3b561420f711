"""A history of the stand must belong to an account of the report and decide what it claims to."""

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from sverka.advice.vocabulary import Advice
from tests.stand import guard
from tests.stand.model import Sight
from tests.stand.movement.model import Kind
from tests.stand.movement.render import render_saved_movement
from tests.stand.movement.world import REPORT, account_cards, movements
from tests.stand.plot import Mode
from tests.stand.scenarios import truth
from tests.stand.school.model import Role
from tests.stand.school.plot import SchoolScenario
from tests.stand.server import Stand, create_app

ALL = pytest.mark.parametrize("name", movements())


def numbers(name: str) -> list[int]:
    return [line.number for line in movements()[name].family.lines]


def test_the_report_of_movements_shows_exactly_their_accounts() -> None:
    told = {f"s{number}" for name in movements() for number in numbers(name)}
    assert {account.account_id for account in truth(REPORT)} == told


@ALL
def test_every_account_has_a_history_and_a_truth(name: str) -> None:
    movement = movements()[name]
    lines = len(movement.family.lines)
    assert len(movement.histories) == len(movement.truth) == len(movement.notes) == lines
    assert all(movement.histories)


@ALL
def test_a_history_agrees_with_the_dates_of_the_report(name: str) -> None:
    movement = movements()[name]
    for line, history in zip(movement.family.lines, movement.histories, strict=True):
        enrolled = [
            document.day
            for document in history
            if document.kind is Kind.ENROLMENT and document.organisation == line.place.name
        ]
        left = {document.day for document in history if document.target[:1] != (line.place.name,)}
        assert line.enrolled in {None, *enrolled}
        assert line.departed is None or line.departed in left


@ALL
def test_the_documents_of_an_account_stand_in_the_order_of_their_days(name: str) -> None:
    for history in movements()[name].histories:
        days = [document.day for document in history]
        assert days == sorted(days)


def test_every_type_of_document_occurs() -> None:
    histories = [told for movement in movements().values() for told in movement.histories]
    assert {document.kind for history in histories for document in history} == set(Kind)


def test_some_undecided_pairs_are_decided_by_movement_and_some_stay() -> None:
    before = [movement.family.truth[Sight.DATES] for movement in movements().values()]
    after = [movement.truth for movement in movements().values()]
    changed = [
        {truth.advice for truth in later} - {truth.advice for truth in earlier}
        for earlier, later in zip(before, after, strict=True)
    ]
    assert {Advice.KEEP, Advice.DELETE} in changed
    assert {Advice.UNDECIDED} in changed
    assert set() in changed


def test_every_rule_that_needs_movement_has_a_case() -> None:
    rules = {truth.rule for movement in movements().values() for truth in movement.truth}
    notes = {rule for movement in movements().values() for told in movement.notes for rule in told}
    assert {"D-11", "D-12"} <= rules
    assert notes == {"D-19", "D-20"}


@ALL
def test_the_popup_prints_every_document_of_the_account(name: str) -> None:
    for number in numbers(name):
        soup = BeautifulSoup(render_saved_movement(number), "lxml")
        rows = soup.select("#NS_MOVDOC_EDITING_ROW tr")
        assert rows[0].select("th")[0].get_text() == "OO"
        assert len(rows) - 1 == len(movements()[name].history(number))


def test_some_names_are_broken_and_some_places_are_empty_or_of_two_lines() -> None:
    soup = BeautifulSoup("".join(render_saved_movement(n) for n in account_numbers()), "lxml")
    cells = soup.select("#NS_MOVDOC_EDITING_ROW td")
    assert any(cell.select("br") for cell in cells)
    assert any(not cell.get_text(strip=True) for cell in cells)


def account_numbers() -> list[int]:
    return [number for name in movements() for number in numbers(name)]


@ALL
def test_only_the_named_account_is_linked_to_the_parent(name: str) -> None:
    cards = account_cards()
    linked = [bool(cards[number].links) for number in numbers(name)]
    assert linked == [index == movements()[name].parent_on for index in range(len(linked))]
    parents = {other for number in numbers(name) for other in cards[number].links}
    assert all(cards[parent].role is Role.PARENT for parent in parents)


@pytest.fixture
def client(request: pytest.FixtureRequest) -> FlaskClient:
    return create_app(Stand(request.param, school=SchoolScenario(delay_ms=0))).test_client()


@pytest.mark.parametrize("client", [Mode.CLASSIC], indirect=True)
def test_the_classic_card_of_an_account_opens_its_movement(client: FlaskClient) -> None:
    number = account_numbers()[0]
    card = client.post(guard.CARD, data={"UID": number}).get_data(as_text=True)
    button = BeautifulSoup(card, "lxml").select("[data-movement]")[0]
    popup = client.get(str(button["data-movement"])).get_data(as_text=True)
    assert "NS_MOVDOC_EDITING_ROW" in popup


@pytest.mark.parametrize("client", [Mode.MODERN], indirect=True)
def test_the_current_card_of_an_account_opens_its_movement(client: FlaskClient) -> None:
    number = account_numbers()[0]
    card = client.get(f"/app/em/views/pupil/{number}.html").get_data(as_text=True)
    button = BeautifulSoup(card, "lxml").select("[data-movement]")[0]
    popup = client.get(str(button["data-movement"])).get_data(as_text=True)
    assert "NS_MOVDOC_EDITING_ROW" in popup
