"""The page of a group: everything that is known of it, and the decisions that are taken there."""

import pytest
from bs4 import BeautifulSoup

from sverka.ledger.concerned import Wanted
from sverka.ledger.purging import purge
from sverka.ledger.vocabulary import Act, PurgeOf
from tests.api.extension import Answer
from tests.api.ui.visitor import Visitor
from tests.stand.scenarios import Layout, Scenario, Variant, render_saved
from tests.unit.ledger.seen import CLERK, NAMES, Desk, pair, report
from tests.unit.test_pipeline import WITHOUT_IDS

HOSTILE = 'Злой <img src=x onerror="alert(1)">'


@pytest.fixture
def group(desk: Desk) -> str:
    """The id of the one group of a report."""
    return desk.open(report(pair(0))).groups[0].id


def section(page: BeautifulSoup, name: str) -> str:
    """The text of the part under the heading of that id."""
    found = page.select_one(f'section[aria-labelledby="{name}"]')
    assert found is not None, name
    return found.get_text(" ", strip=True)


def decide(visitor: Visitor, group: str, **told: object) -> Answer:
    body = {"schema": 1, "group": group, "version": 1, **told}
    return visitor.post("/ui/decisions", body)


def test_accounts_stand_side_by_side_with_advice_and_reason(visitor: Visitor, group: str) -> None:
    cards = visitor.read(f"/ui/groups/{group}").select("article")
    kept, removed = (card.get_text(" ", strip=True) for card in cards)
    assert all(shown in kept for shown in ("s1", "оставить", "СОШ № 1", "4а", "02.09.2024"))
    assert all(shown in removed for shown in ("s2", "удалить по шагам", "СОШ № 2", "05.09.2025"))


def test_differences_are_marked_in_words_and_weighed(visitor: Visitor, group: str) -> None:
    page = visitor.read(f"/ui/groups/{group}")
    rows = {row.th.get_text(strip=True): row for row in page.select(".fields tbody tr") if row.th}
    assert "= совпадает" in rows["Фамилия"].get_text(" ", strip=True)
    assert rows["Фамилия"].select("mark") == []
    assert "≠ отличается" in rows["Организация"].get_text(" ", strip=True)
    assert len(rows["Организация"].select("mark")) == 2
    assert rows["Фамилия"].select("svg rect.for")
    total = page.select_one(".fields tfoot .figure")
    assert total is not None
    assert total.get_text().startswith("+")


def test_spelling_that_is_only_near_is_marked_as_near(visitor: Visitor, desk: Desk) -> None:
    found = desk.open(report(pair(0, c1="Иванов Иван Иваныч"))).groups[0]
    (near,) = visitor.read(f"/ui/groups/{found.id}").select(".fields tr.near")
    assert "≈" in near.get_text()
    assert [mark.get_text() for mark in near.select("mark")] == ["Иванович", "Иваныч"]


def test_timeline_tells_the_overlap_without_its_picture(visitor: Visitor, group: str) -> None:
    page = visitor.read(f"/ui/groups/{group}")
    for picture in page.select("svg"):
        picture.decompose()
    told = section(page, "timeline")
    assert "05.09.2025 — 30.09.2025, дней: 25" in told
    assert "не выбыл" in told


def test_steps_and_rules_are_told_with_their_source(visitor: Visitor, group: str) -> None:
    page = visitor.read(f"/ui/groups/{group}")
    assert "Сообщите о дубле" in section(page, "steps")
    assert "Источник:" in section(page, "rules")
    for link in page.select("article a"):
        assert page.select(f'details[id="{str(link["href"]).removeprefix("#")}"]')


@pytest.mark.parametrize(
    "scenario",
    [*(Scenario(layout=layout) for layout in Layout), Scenario(variant=Variant(WITHOUT_IDS))],
    ids=str,
)
def test_every_group_of_every_report_has_its_page(
    visitor: Visitor, desk: Desk, scenario: Scenario
) -> None:
    seen = desk.open(render_saved(scenario))
    assert seen.groups
    for found in seen.groups:
        page = visitor.read(f"/ui/groups/{found.id}")
        assert len(page.select("article")) == len(found.accounts)
        assert page.select("img, main script") == []


def test_neighbours_are_those_of_the_list_and_keep_its_filter(visitor: Visitor, desk: Desk) -> None:
    seen = desk.open(report(pair(0), pair(1), pair(2)))
    page = visitor.read(f"/ui/groups/{seen.groups[1].id}?order=age")
    hrefs = [str(link["href"]) for link in page.select("#previous, #following")]
    assert hrefs == [
        f"/ui/groups/{seen.groups[0].id}?order=age",
        f"/ui/groups/{seen.groups[2].id}?order=age",
    ]


@pytest.mark.parametrize(
    ("told", "state", "shown"),
    [
        (
            {"act": "assign", "organisation": "СОШ № 2", "due": "2999-10-06", "note": "до пятницы"},
            "Назначен",
            ["СОШ № 2", "06.10.2999", "до пятницы"],
        ),
        ({"act": "worked"}, "Отработан", []),
        ({"act": "irremovable", "reason": "technical"}, "Невозможно", ["техническая причина"]),
        ({"act": "not-duplicate", "reason": "twins"}, "Не дубль", ["близнецы"]),
    ],
)
def test_decision_is_shown_as_state_and_in_the_life_of_the_group(
    visitor: Visitor, group: str, told: dict[str, object], state: str, shown: list[str]
) -> None:
    assert decide(visitor, group, **told).status == 200
    page = visitor.read(f"/ui/groups/{group}?states=all")
    assert all(words in section(page, "decision") for words in (state, *shown))
    assert all(words in section(page, "life") for words in shown)


@pytest.mark.parametrize(
    ("layout", "offered"),
    [(Layout.DATES, "как советует «Сверка»"), (Layout.PERIODS, "не указана")],
)
def test_preliminary_advice_is_not_offered_as_what_was_removed(
    visitor: Visitor, desk: Desk, layout: Layout, offered: str
) -> None:
    (found,) = desk.open(render_saved(Scenario(layout, cases=("not_departed",)))).groups
    choice = visitor.read(f"/ui/groups/{found.id}").select_one('select[name="kept"] option')
    assert choice is not None
    assert choice.get_text() == offered


def test_undone_decision_stays_in_the_life_of_the_group(visitor: Visitor, group: str) -> None:
    decide(visitor, group, act="worked")
    assert visitor.read(f"/ui/groups/{group}").select('form[data-act="undo"]')
    assert decide(visitor, group, version=2, act="undo").status == 200
    page = visitor.read(f"/ui/groups/{group}")
    assert "Выявлен" in section(page, "decision")
    assert "отработан (отменено)" in section(page, "life")
    assert page.select('form[data-act="undo"]') == []


def test_group_that_was_just_decided_keeps_its_neighbours(visitor: Visitor, desk: Desk) -> None:
    seen = desk.open(report(pair(0), pair(1), pair(2)))
    decide(visitor, seen.groups[1].id, act="worked")
    page = visitor.read(f"/ui/groups/{seen.groups[1].id}?states=found")
    assert len(page.select("#previous, #following")) == 2


def test_changed_data_of_what_was_no_duplicate_are_named(visitor: Visitor, desk: Desk) -> None:
    seen = desk.open(report(pair(0)))
    desk.decide(seen.groups[0], Act.NOT_DUPLICATE, reason="twins")
    desk.open(report(pair(0, c6="08.09.2025")))
    told = section(visitor.read(f"/ui/groups/{seen.groups[0].id}"), "decision")
    assert "изменились сведения: дата зачисления" in told


def test_removed_double_asks_for_nothing(visitor: Visitor, desk: Desk) -> None:
    gone = desk.open(report(pair(0), pair(1))).groups[0].id
    desk.open(report(pair(1)))
    page = visitor.read(f"/ui/groups/{gone}")
    assert "Дубль устранён" in section(page, "decision")
    assert page.select("form[data-act], .advice, #steps, #rules") == []
    assert "s1" in section(page, "accounts")


def test_second_to_decide_is_told_that_the_first_was_quicker(visitor: Visitor, group: str) -> None:
    decide(visitor, group, act="worked")
    late = decide(visitor, group, act="irremovable", reason="technical")
    assert (late.status, late.code) == (409, "conflict")


@pytest.mark.parametrize(
    "told", [{"act": "assign"}, {"act": "irremovable"}, {"act": "delete"}, {"more": 1}]
)
def test_decision_that_lacks_something_changes_nothing(
    visitor: Visitor, group: str, told: dict[str, object]
) -> None:
    assert decide(visitor, group, **told).code == "bad-request"
    assert "Выявлен" in section(visitor.read(f"/ui/groups/{group}"), "decision")


def test_decision_without_the_secret_of_the_page_is_refused(visitor: Visitor, group: str) -> None:
    visitor.csrf = "0" * 64
    assert decide(visitor, group, act="worked").status == 403


def test_browser_without_a_visit_sees_no_group(
    visitor: Visitor, stranger_here: Visitor, group: str
) -> None:
    visitor.cookie = ""
    answer = stranger_here.get(f"/ui/groups/{group}")
    assert (answer.status, answer.body) == (403, b"")


@pytest.mark.parametrize("key", ["0" * 16, "1", "%3Cscript%3E", "..%2f"])
def test_unknown_group_is_told_on_a_page(visitor: Visitor, key: str) -> None:
    answer = visitor.get(f"/ui/groups/{key}")
    assert answer.status == 404
    assert "<script>" not in answer.body.decode()
    assert "Не получилось" in answer.body.decode()


def test_hostile_name_and_note_stay_text(visitor: Visitor, desk: Desk) -> None:
    seen = desk.open(report(pair(0, c1=HOSTILE, c4=HOSTILE)))
    decide(visitor, seen.groups[0].id, act="assign", organisation=HOSTILE, note=HOSTILE)
    page = visitor.read(f"/ui/groups/{seen.groups[0].id}")
    assert page.select("img") == []
    assert page.get_text().count("onerror") > 2


def test_group_of_purged_people_is_gone(visitor: Visitor, desk: Desk, group: str) -> None:
    desk.ledger.settle()
    purge(desk.ledger, Wanted(PurgeOf.ALL), CLERK, lambda _share: None)
    assert visitor.get(f"/ui/groups/{group}").status == 404
    assert NAMES[0] not in visitor.read("/ui/").get_text()
