"""The reports that were seen, and what became of groups between two of them."""

from datetime import datetime

import pytest
from bs4 import BeautifulSoup

from tests.api.ui.visitor import Visitor
from tests.unit.ledger.seen import AUTHORITY, NAMES, OCTOBER, Desk, pair, report

COMPARABLE = "если дубль исчез, он устранён"


def named(page: BeautifulSoup) -> dict[str, list[str]]:
    """The children under each heading."""
    return {
        str(part["aria-labelledby"]): [link.get_text(strip=True) for link in part.select("li a")]
        for part in page.select("main section")
    }


def test_no_report_yet_is_told_with_the_way_to_one(visitor: Visitor) -> None:
    assert "В журнале пока нет ни одного отчёта." in visitor.read("/ui/runs").get_text()


def test_reports_are_listed_with_what_they_held(visitor: Visitor, desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    (row,) = visitor.read("/ui/runs").select("tbody tr")
    cells = [cell.get_text(" ", strip=True) for cell in row.select("th, td")]
    assert AUTHORITY in cells
    assert "01.09.2025 — 30.09.2025" in cells
    assert cells[-3:-1] == ["4", "2"]


def test_newest_like_reports_are_proposed_to_be_compared(visitor: Visitor, desk: Desk) -> None:
    desk.open(report(pair(0)))
    desk.open(report(pair(0), period=OCTOBER))
    desk.open(report(pair(0), pair(1)))
    checked = visitor.read("/ui/runs").select("input[checked]")
    assert {(box["name"], box["value"]) for box in checked} == {("earlier", "1"), ("later", "3")}


@pytest.mark.parametrize("query", ["earlier=1&later=2", "earlier=2&later=1"])
def test_difference_names_what_is_new_gone_and_stayed(
    visitor: Visitor, desk: Desk, query: str
) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(1), pair(2)))
    page = visitor.read(f"/ui/runs/difference?{query}")
    assert named(page) == {
        "new": [NAMES[2]],
        "returned": [],
        "gone": [NAMES[0]],
        "stayed": [NAMES[1]],
    }
    assert COMPARABLE in page.get_text()
    (gone,) = page.select('section[aria-labelledby="gone"] li')
    assert f"{datetime.now().astimezone():%d.%m.%Y}" in gone.get_text()
    (link,) = gone.select("a")
    assert NAMES[0] in visitor.read(str(link["href"])).get_text()


def test_group_that_came_back_is_told_from_a_new_one(visitor: Visitor, desk: Desk) -> None:
    for seen in ((pair(0), pair(1)), (pair(1),), (pair(0), pair(1))):
        desk.open(report(*seen))
    page = visitor.read("/ui/runs/difference?earlier=2&later=3")
    assert named(page)["returned"] == [NAMES[0]]


def test_another_period_proves_nothing_and_says_so(visitor: Visitor, desk: Desk) -> None:
    desk.open(report(pair(0)))
    desk.open(report(pair(1), period=OCTOBER))
    told = visitor.read("/ui/runs/difference?earlier=1&later=2").get_text()
    assert "ничего не доказывает" in told
    assert COMPARABLE not in told


@pytest.mark.parametrize("query", ["", "earlier=1", "earlier=1&later=1", "earlier=1&later=x"])
def test_fewer_than_two_reports_are_told_with_the_remedy(
    visitor: Visitor, desk: Desk, query: str
) -> None:
    desk.open(report(pair(0)))
    answer = visitor.get(f"/ui/runs/difference?{query}")
    assert answer.status == 400
    assert "отметьте прежний и новый отчёт" in answer.body.decode()


def test_unknown_report_is_told_on_a_page(visitor: Visitor, desk: Desk) -> None:
    desk.open(report(pair(0)))
    answer = visitor.get("/ui/runs/difference?earlier=1&later=99")
    assert answer.status == 404
    assert "Отчёта с номером 99" in answer.body.decode()
