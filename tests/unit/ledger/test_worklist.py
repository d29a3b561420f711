"""The work list finds what is asked for, and nothing else."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import msgspec
import pytest

from sverka.advice.vocabulary import Advice, Cause, Risk
from sverka.known import State
from sverka.ledger.vocabulary import Act, Order
from sverka.ledger.worklist import (
    WorkFilter,
    WorkPage,
    items_of,
    neighbours,
    work_list,
)
from tests.unit.ledger.seen import NAMES, Desk, pair, report

EXTENSION = Path(__file__).parents[3] / "extension"


@pytest.fixture(autouse=True)
def _opened(desk: Desk) -> None:
    """Three pairs: one assigned, one of another organisation and at high risk, one just found."""
    seen = desk.open(
        report(pair(0), pair(1, c4="Гимназия № 7", c6="10.09.2024"), pair(2, c6="20.09.2025"))
    )
    desk.decide(seen.groups[0], Act.ASSIGN, organisation="СОШ № 2")


def listed(desk: Desk, **wanted: object) -> WorkPage:
    with desk.ledger.settled() as session:
        return work_list(session, msgspec.convert(wanted, WorkFilter))


def names(page: WorkPage) -> list[str]:
    return [item.names[0] for item in page.items]


def test_the_most_urgent_stands_first(desk: Desk) -> None:
    assert names(listed(desk)) == [NAMES[1], NAMES[0], NAMES[2]]


def test_every_group_names_its_accounts_by_number(desk: Desk) -> None:
    """By these a decision and a purge are asked for."""
    assert [item.numbers for item in listed(desk).items] == [
        ("s11", "s12"),
        ("s1", "s2"),
        ("s21", "s22"),
    ]


def test_by_overlap_the_longest_stands_first(desk: Desk) -> None:
    assert names(listed(desk, order=Order.OVERLAP)) == [NAMES[1], NAMES[0], NAMES[2]]


def test_by_age_the_oldest_stands_first(desk: Desk) -> None:
    assert names(listed(desk, order=Order.AGE)) == [NAMES[0], NAMES[1], NAMES[2]]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"states": (State.ASSIGNED,)}, [0]),
        ({"states": (State.FOUND,)}, [1, 2]),
        ({"states": (State.WORKED,)}, []),
        ({"organisation": "гимназия 7"}, [1]),
        ({"organisation": "СОШ №1"}, [1, 0, 2]),
        ({"risk": Risk.HIGH}, [1]),
        ({"cause": Cause.NOT_DEPARTED}, [1, 0, 2]),
        ({"cause": Cause.ATTACHED}, []),
        ({"search": "сидоров"}, [2]),
        ({"search": "петр ол"}, [2]),
        ({"search": "ОЛЁГ"}, [2]),
        ({"search": "идоров"}, []),
        ({"search": "s11"}, [1]),
        ({"search": "100%"}, []),
        ({"search": "и", "states": (State.FOUND,)}, []),
    ],
)
def test_a_filter_finds_what_it_names(
    desk: Desk, wanted: dict[str, object], found: list[int]
) -> None:
    page = listed(desk, **wanted)
    assert names(page) == [NAMES[n] for n in found]
    assert page.total == len(found)


def test_counts_are_of_all_groups_whatever_is_filtered(desk: Desk) -> None:
    counts = listed(desk, search="сидоров").counts
    assert (counts["found"], counts["assigned"], counts["worked"]) == (2, 1, 0)


def test_every_organisation_is_offered_once(desk: Desk) -> None:
    assert listed(desk).organisations == ("Гимназия № 7", "СОШ № 1", "СОШ № 2")


def test_a_page_beyond_the_last_shows_the_last(desk: Desk) -> None:
    page = listed(desk, page=9)
    assert (page.page, page.pages, len(page.items)) == (1, 1, 3)


def test_the_neighbours_are_those_of_the_filtered_list(desk: Desk) -> None:
    keys = [item.id for item in listed(desk, states=(State.FOUND,)).items]
    with desk.ledger.settled() as session:
        wanted = WorkFilter(states=(State.FOUND,))
        assert neighbours(session, wanted, keys[0]) == (None, keys[1])
        assert neighbours(session, wanted, keys[1]) == (keys[0], None)
        assert neighbours(session, wanted, "0" * 16) == (None, None)


def test_a_group_that_fits_no_more_keeps_its_place_between_its_neighbours(desk: Desk) -> None:
    keys = [item.id for item in listed(desk).items]
    with desk.ledger.settled() as session:
        assert neighbours(session, WorkFilter(states=(State.FOUND,)), keys[1]) == (keys[0], keys[2])


def test_chosen_groups_are_told_as_the_list_tells_them(desk: Desk) -> None:
    ids = {item.names[0]: item.id for item in listed(desk).items}
    with desk.ledger.settled() as session:
        chosen = items_of(session, [ids[NAMES[2]], ids[NAMES[0]]])
    assert [item.names for item in chosen] == [(NAMES[0],), (NAMES[2],)]


def test_what_was_called_no_duplicate_is_listed_as_none(desk: Desk) -> None:
    seen = desk.open(report(pair(2, c6="20.09.2025")))
    desk.decide(seen.groups[0], Act.NOT_DUPLICATE, reason="twins")
    (item,) = listed(desk, states=(State.NOT_DUPLICATE,)).items
    assert (item.advice, item.acts) == (Advice.NOT_DUPLICATE, None)


@pytest.mark.parametrize(
    ("name", "values"), [("CAUSES", Cause), ("RISKS", Risk), ("ORDERS", Order)]
)
def test_the_panel_offers_every_choice_that_the_list_knows(
    name: str, values: Iterable[str]
) -> None:
    panel = (EXTENSION / "ui" / "work-filter.js").read_text(encoding="utf-8")
    offered = re.search(rf"^const {name} = (\[.*\]);$", panel, re.MULTILINE)
    assert offered is not None
    assert sorted(json.loads(offered[1])) == sorted(values)
