"""The registry of clones must show its groups with their histories, and refuse its own buttons."""

import pytest
from bs4 import BeautifulSoup

from sverka.advice.vocabulary import Advice
from tests.stand import guard
from tests.stand.clones import CloneGroup, clone_groups, clones_view, render_saved_clones
from tests.stand.movement.world import movements
from tests.stand.plot import Mode
from tests.stand.server import Stand, create_app

GROUPS = pytest.mark.parametrize("place", range(len(clone_groups())))


def child_rows(place: int) -> BeautifulSoup:
    return BeautifulSoup(render_saved_clones(place), "lxml")


def test_every_movement_has_its_group_and_so_have_the_twins() -> None:
    assert [group.case for group in clone_groups()] == [*movements(), "twins"]


@GROUPS
def test_a_group_prints_every_account_with_its_documents(place: int) -> None:
    group: CloneGroup = clone_groups()[place]
    soup = child_rows(place)
    rows = soup.select(".jtable-child-table-container tr.jtable-data-row")
    shown = [str(row["data-record-key"]) for row in rows]
    assert shown == [str(clone.card.number) for clone in group.clones]
    documents = [len(table.select("tr")) - 1 for table in soup.select(".jtable-movement")]
    assert documents == [len(clone.history) for clone in group.clones]


def test_a_closed_registry_names_the_groups_alone() -> None:
    assert "Дубли:" not in clones_view()
    assert all(group.title in clones_view() for group in clone_groups())


def test_twins_are_no_doubles() -> None:
    twins = clone_groups()[-1]
    assert {clone.truth.advice for clone in twins.clones} == {Advice.NOT_DUPLICATE}
    assert len({clone.card.full_name for clone in twins.clones}) == 2


def test_whoever_has_left_is_marked_inactive() -> None:
    place = list(movements()).index("lost_between_schools")
    marks = [
        row.select("td")[7].get_text().split()[0]
        for row in child_rows(place).select(".jtable-child-table-container tr.jtable-data-row")
    ]
    assert marks == ["~", "+"]


def test_merging_and_archiving_are_refused_and_remembered() -> None:
    stand = Stand(Mode.MODERN)
    client = create_app(stand).test_client()
    addresses = {str(button["data-write"]) for button in child_rows(0).select("[data-write]")}
    assert len(addresses) == 2
    for address in sorted(addresses):
        assert client.post(address).status_code == 500
    assert stand.violations == [guard.SeenRequest("POST", a) for a in sorted(addresses)]


def test_a_group_is_fetched_without_writing() -> None:
    stand = Stand(Mode.MODERN)
    client = create_app(stand).test_client()
    assert "Реестр клонов" in client.get("/app/em/views/clones.html").get_data(as_text=True)
    assert "Дубли:" in client.get("/app/em/clones/0.html").get_data(as_text=True)
    assert client.get("/app/em/clones/999.html").status_code == 404
    assert stand.violations == []
