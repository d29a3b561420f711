"""The work list shows what is to be done, and finds what is asked for."""

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup
from sqlalchemy import select, update

from sverka.ledger import decisions
from sverka.ledger.tables import Entry, Run
from sverka.ledger.vocabulary import Act, Event
from tests.api.ui.visitor import Visitor
from tests.stand.scenarios import Layout, Scenario, render_saved
from tests.unit.ledger.seen import CAPTURED, NAMES, Desk, pair, report

HOSTILE = 'Злой <img src=x onerror="alert(1)">'


def children(page: BeautifulSoup) -> list[str]:
    return [link.get_text(strip=True) for link in page.select("tbody th a")]


def ids(page: BeautifulSoup) -> list[str]:
    return [str(box["value"]) for box in page.select('input[name="group"]')]


def chips(page: BeautifulSoup) -> dict[str, int]:
    texts = [link.get_text(" ", strip=True) for link in page.select(".chips a")]
    return {text.rpartition(" ")[0]: int(text.rpartition(" ")[2]) for text in texts}


def test_empty_ledger_is_told_with_the_way_to_fill_it(visitor: Visitor) -> None:
    page = visitor.read("/ui/")
    assert "Откройте в «Сетевом городе» отчёт" in page.get_text()
    assert page.select("table, form#bulk") == []


def test_group_is_told_with_everything_that_orders_the_work(
    visitor: Visitor, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = desk.open(report(pair(0)))
    monkeypatch.setattr(decisions, "now", lambda: CAPTURED)
    desk.decide(seen.groups[0], Act.ASSIGN, organisation="СОШ № 2", due=date(2025, 10, 6))
    (row,) = visitor.read("/ui/").select("tbody tr")
    told = row.get_text(" ", strip=True)
    for shown in (
        *(NAMES[0], "род. 07.05.2015", "Назначен", "до 06.10.2025", "срок прошёл"),
        *("СОШ № 1", "СОШ № 2", "удалить по шагам", "25 дн.", "риск: нет", "сегодня"),
    ):
        assert shown in told


def test_removed_double_names_the_day_of_its_proof(visitor: Visitor, desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(0)))
    (row,) = visitor.read("/ui/?states=resolved").select("tbody tr")
    with desk.ledger.settled() as session:
        proved = session.scalars(select(Entry.at).where(Entry.event == Event.RESOLVED)).one()
    assert f"Устранён {proved.astimezone():%d.%m.%Y}" in row.get_text(" ", strip=True)


def test_preliminary_advice_is_told_as_such(visitor: Visitor, desk: Desk) -> None:
    desk.open(render_saved(Scenario(Layout.PERIODS, cases=("not_departed",))))
    (advice,) = visitor.read("/ui/").select("tbody .advice")
    assert advice.get_text(strip=True) == "предварительно: удалить"
    assert "preliminary" in advice["class"]


def test_list_begins_with_what_is_open(visitor: Visitor, desk: Desk) -> None:
    seen = desk.open(report(pair(0), pair(1), pair(2)))
    desk.decide(seen.groups[0], Act.NOT_DUPLICATE, reason="twins")
    desk.open(report(pair(0), pair(1)))
    page = visitor.read("/ui/")
    assert children(page) == [NAMES[1]]
    counted = chips(page)
    assert (counted["В работе"], counted["Не дубль"], counted["Устранён"]) == (1, 1, 1)
    assert sorted(children(visitor.read("/ui/?states=all"))) == sorted(NAMES[:3])
    assert children(visitor.read("/ui/?states=resolved")) == [NAMES[2]]


def test_account_that_is_none_of_a_double_is_not_advised_away(visitor: Visitor, desk: Desk) -> None:
    seen = desk.open(report(pair(0)))
    desk.decide(seen.groups[0], Act.NOT_DUPLICATE, reason="twins")
    (row,) = visitor.read("/ui/?states=all").select("tbody tr")
    assert "удалить" not in row.get_text()


@pytest.mark.parametrize(
    "query", ["search=петрова", "search=s12", "organisation=Гимназия+№+7", "risk=high"]
)
def test_filter_of_the_address_is_applied_and_shown(
    visitor: Visitor, desk: Desk, query: str
) -> None:
    desk.open(report(pair(0), pair(1, c4="Гимназия № 7", c6="10.09.2024")))
    page = visitor.read(f"/ui/?{query}")
    assert children(page) == [NAMES[1]]
    name, _, value = query.replace("+", " ").partition("=")
    (field,) = page.select(f'.filter [name="{name}"]')
    chosen = field.select_one("option[selected]")
    shown = (chosen.get("value") or chosen.get_text()) if chosen else field["value"]
    assert shown == value


def test_filter_that_nothing_fits_says_so(visitor: Visitor, desk: Desk) -> None:
    desk.open(report(pair(0)))
    page = visitor.read("/ui/?search=сидоров").get_text()
    assert "Под этот отбор не подходит ни одна группа." in page


@pytest.mark.parametrize(
    "query", ["states=none", "risk=none%27", "cause=1", "order=name", "page=0", "page=x"]
)
def test_filter_that_cannot_be_is_told_with_the_remedy(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/ui/?{query}")
    assert answer.status == 400
    assert "выберите отбор заново" in answer.body.decode()


def test_long_list_comes_in_pages_that_keep_the_filter(visitor: Visitor, desk: Desk) -> None:
    desk.open(render_saved(Scenario(rows=140)))
    page = visitor.read("/ui/?order=overlap")
    assert len(children(page)) == 50
    (link,) = page.select('a[rel="next"]')
    assert "order=overlap" in link["href"]
    following = visitor.read(str(link["href"]))
    assert not set(ids(page)) & set(ids(following))
    assert following.select('a[rel="prev"]')


def test_hostile_name_stays_text(visitor: Visitor, desk: Desk) -> None:
    desk.open(report(pair(0, c1=HOSTILE)))
    assert visitor.read("/ui/").select("img") == []


def test_group_is_opened_with_the_filter_it_was_found_by(visitor: Visitor, desk: Desk) -> None:
    desk.open(report(pair(0)))
    (link,) = visitor.read("/ui/?search=иванов&states=all").select("tbody th a")
    back = visitor.read(str(link["href"])).select_one(".neighbours a")
    assert back is not None
    assert children(visitor.read(str(back["href"]))) == [NAMES[0]]
    assert "states=all" in str(back["href"])


def test_data_that_lie_too_long_are_told(visitor: Visitor, desk: Desk) -> None:
    desk.open(report(pair(0)))
    assert visitor.read("/ui/").select("main > p.notice:not([id])") == []
    with desk.ledger.database.writing() as session:
        session.execute(update(Run).values(seen_again_at=datetime(2024, 1, 1, tzinfo=UTC)))
    assert "sverka purge" in visitor.read("/ui/").get_text()
