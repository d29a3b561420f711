"""The order of additional education must show its six ways and know which children are known."""

import pytest
from bs4 import BeautifulSoup

from tests.stand import guard
from tests.stand.movement.world import account_cards
from tests.stand.order import (
    OrderScenario,
    Screen,
    Way,
    known_children,
    newcomers,
    render_saved_order,
)
from tests.stand.plot import Mode
from tests.stand.school.world import school
from tests.stand.server import Stand, create_app

IMPORT = OrderScenario(Way.IMPORT, Screen.ENTRY, newcomers())


def soup(scenario: OrderScenario) -> BeautifulSoup:
    return BeautifulSoup(render_saved_order(scenario), "lxml")


@pytest.mark.parametrize("way", Way)
def test_the_open_dialog_offers_six_ways_with_one_chosen(way: Way) -> None:
    dialog = soup(OrderScenario(way)).select(".modal .order-dialog label.radio")
    assert [label.get_text(strip=True) for label in dialog] == list(Way)
    chosen = [label.get_text(strip=True) for label in dialog if label.select("[checked]")]
    assert chosen == [way]


def test_an_imported_list_prints_every_child() -> None:
    rows = soup(IMPORT).select(".order-entry .import-list tr")[1:]
    printed = [[cell.get_text() for cell in row.select("td")][1:] for row in rows]
    assert printed == [
        [child.surname, child.name, child.patronymic, child.birth] for child in newcomers()
    ]


def test_a_typed_child_stands_in_the_fields_of_quick_entry() -> None:
    child = newcomers()[0]
    page = soup(OrderScenario(Way.QUICK, Screen.ENTRY, (child,)))
    typed = [str(field["value"]) for field in page.select(".order-entry input[type=text]")]
    assert typed == [child.surname, child.name, child.patronymic, child.birth]


def test_quick_entry_begins_empty() -> None:
    page = soup(OrderScenario(Way.QUICK, Screen.ENTRY))
    assert {str(field["value"]) for field in page.select(".order-entry input[type=text]")} == {""}


def test_known_children_are_pupils_of_the_school_and_some_are_unknown() -> None:
    known = known_children(IMPORT)
    assert 0 < len(known) < len(newcomers())
    assert set(known.values()) <= set(school().by_number) | set(account_cards())


def test_nobody_is_known_before_anybody_is_named() -> None:
    assert known_children(OrderScenario(children=newcomers())) == {}


@pytest.mark.parametrize("mode", Mode)
def test_the_order_opens_by_a_click(mode: Mode) -> None:
    stand = Stand(mode)
    client = create_app(stand).test_client()
    classic = mode is Mode.CLASSIC
    opened = client.post(guard.ORDER) if classic else client.get("/app/em/views/order.html")
    assert "Добавить учеников" in opened.get_data(as_text=True)
    assert stand.violations == []


@pytest.mark.parametrize("way", [Way.QUICK, Way.IMPORT])
def test_saving_the_order_is_refused(way: Way) -> None:
    stand = Stand(Mode.CLASSIC)
    client = create_app(stand).test_client()
    page = soup(OrderScenario(way, Screen.ENTRY, newcomers()))
    address = str(page.select(".order-entry [data-write]")[0]["data-write"])
    assert client.post(address).status_code == 500
    assert stand.violations == [guard.SeenRequest("POST", address)]
