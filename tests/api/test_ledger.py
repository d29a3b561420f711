"""The doors to the ledger: what the extension asks, decides and is refused."""

import pytest

from tests.api.extension import Answer, Extension, page
from tests.unit.ledger.seen import NAMES, pair, report


def ask(extension: Extension, path: str, **body: object) -> Answer:
    told = {"schema": 1, **body}
    return extension.post(f"/api/v1/{path}", told, Authorization=f"Bearer {extension.token}")


@pytest.fixture
def group(paired: Extension) -> dict[str, object]:
    """The one group of a report that was just opened."""
    answer = paired.send_page(paired.greet(), page(report(pair(0))))
    (found,) = answer.json["groups"]
    return {"group": found["id"], "version": found["state"]["version"]}


def test_a_page_is_told_how_far_the_work_has_come(paired: Extension) -> None:
    answer = paired.send_page(paired.greet(), page(report(pair(0)))).json
    assert answer["page"]["run"]["new"] == 1
    assert answer["groups"][0]["state"]["state"] == "found"
    assert answer["groups"][0]["change"] == "new"


def test_a_page_that_is_no_report_is_compared_with_nothing(paired: Extension) -> None:
    assert paired.send_page(paired.greet()).json["page"]["run"] is None


def test_a_decision_is_answered_by_the_new_state(
    paired: Extension, group: dict[str, object]
) -> None:
    answer = ask(paired, "decisions", **group, act="not-duplicate", reason="twins")
    assert answer.status == 200
    assert answer.json["state"]["state"] == "not-duplicate"
    assert answer.json["not_duplicate"]["reason"] == "twins"


def test_the_second_of_two_browsers_is_told_that_the_first_has_decided(
    paired: Extension, group: dict[str, object]
) -> None:
    ask(paired, "decisions", **group, act="worked")
    answer = ask(paired, "decisions", **group, act="irremovable", reason="technical")
    assert (answer.status, answer.code) == (409, "conflict")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"act": "delete"}, "act"),
        ({"group": "all"}, "group"),
        ({"due": "завтра"}, "due"),
        ({"note": "я" * 1001}, "note"),
        ({"more": 1}, "more"),
    ],
)
def test_a_wrong_field_of_a_decision_is_named(
    paired: Extension, group: dict[str, object], change: dict[str, object], field: str
) -> None:
    answer = ask(paired, "decisions", **{**group, "act": "worked", **change})
    assert (answer.status, answer.code) == (400, "bad-request")
    assert f"«{field}»" in answer.json["error"]["message"]


def test_an_unknown_group_is_not_found(paired: Extension) -> None:
    for answer in (
        ask(paired, "group", group="0" * 16),
        ask(paired, "decisions", group="0" * 16, version=1, act="worked"),
    ):
        assert (answer.status, answer.code) == (404, "not-found")


def test_the_work_list_shows_what_was_seen(paired: Extension, group: dict[str, object]) -> None:
    listed = ask(paired, "worklist", states=["found"]).json
    assert [item["id"] for item in listed["items"]] == [group["group"]]
    assert listed["items"][0]["names"] == [NAMES[0]]
    assert listed["counts"]["found"] == listed["total"] == 1


def test_one_group_comes_with_its_advice_and_its_life(
    paired: Extension, group: dict[str, object]
) -> None:
    ask(paired, "decisions", **group, act="assign", organisation="СОШ № 2", note="звонили")
    shown = ask(paired, "group", group=group["group"]).json
    assert {account["advice"] for account in shown["group"]["accounts"]} == {"keep", "delete"}
    assert [event["event"] for event in shown["events"]] == ["found", "assigned"]
    assert shown["events"][1]["note"] == "звонили"
    assert "D-03" in shown["rules"]


def test_two_reports_are_held_against_each_other(paired: Extension) -> None:
    for shown in (report(pair(0), pair(1)), report(pair(1), pair(2))):
        assert paired.send_page(paired.greet(), page(shown)).status == 200
    runs = ask(paired, "runs").json["runs"]
    assert [run["groups"] for run in runs] == [2, 2]
    told = ask(paired, "runs", runs=[runs[1]["id"], runs[0]["id"]]).json
    assert {change: len(groups) for change, groups in told["groups"].items()} == {
        "new": 1,
        "stayed": 1,
        "gone": 1,
        "returned": 0,
    }


def test_a_report_nobody_has_seen_is_not_found(paired: Extension) -> None:
    assert ask(paired, "runs", runs=[1, 2]).status == 404


@pytest.mark.parametrize("path", ["decisions", "worklist", "group", "runs"])
def test_nobody_asks_the_ledger_without_a_token(stranger: Extension, path: str) -> None:
    answer = stranger.post(f"/api/v1/{path}", {"schema": 1})
    assert (answer.status, answer.code) == (401, "not-paired")
