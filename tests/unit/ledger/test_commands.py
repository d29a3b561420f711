"""The commands on the ledger, beside a helper that has it open."""

import json

import pytest
from sqlalchemy import select

from sverka.contract import GroupInfo
from sverka.errors import SverkaError
from sverka.known import IrremovableReason, NotDuplicateReason, State
from sverka.ledger.tables import Entry
from sverka.ledger.vocabulary import Act, Event
from sverka.ledger.wording import reason_words
from tests.unit.ledger.calls import call, refusal, said
from tests.unit.ledger.seen import NAMES, OCTOBER, Desk, pair, report
from tests.unit.pages.page import changed


@pytest.fixture
def groups(desk: Desk) -> tuple[GroupInfo, ...]:
    """Three groups of a report that was opened in the browser."""
    return tuple(desk.open(report(pair(0), pair(1), pair(2))).groups)


def test_work_list_shows_what_the_browser_has_just_sent(
    desk: Desk, groups: tuple[GroupInfo, ...]
) -> None:
    shown = said(desk.data_dir, "worklist")
    assert all(group.id in shown for group in groups)
    assert NAMES[0] in shown.replace("\n", " ")
    assert "Всего: 3. Страница 1 из 1." in shown
    assert "выявлен — 3" in shown


def test_work_list_is_filtered_by_state_organisation_and_name(
    desk: Desk, groups: tuple[GroupInfo, ...]
) -> None:
    desk.decide(groups[1], Act.ASSIGN, organisation="СОШ № 2")

    def found(*words: str) -> list[str]:
        told = json.loads(said(desk.data_dir, "worklist", "--json", *words))
        return [item["id"] for item in told["items"]]

    for called in ("assigned", "назначен", "Назначен"):
        assert found("--state", called) == [groups[1].id]
    assert found("--state", "не дубль") == found("--state", "устранен", "--state", "возврат") == []
    assert found("--search", "Сидоров") == [groups[2].id]
    assert found("--search", "s12") == [groups[1].id]
    assert found("--organisation", "СОШ № 9") == []
    assert len(found("--organisation", "СОШ № 2")) == 3


def test_work_list_is_filtered_by_cause_and_risk_and_put_in_order(desk: Desk) -> None:
    """By the same words as on the page of the work list."""
    rows = [pair(0), pair(1), pair(2)]
    past = changed(rows[1][0], c6="02.09.2023"), changed(rows[1][1], c6="05.09.2024")
    desk.open(report(rows[0], past, rows[2]))

    def found(*words: str) -> list[str]:
        told = json.loads(said(desk.data_dir, "worklist", "--json", *words))
        return [item["names"][0] for item in told["items"]]

    assert found("--risk", "высокий") == found("--risk", "high") == [NAMES[1]]
    assert found("--risk", "нет") == found("--order", "давние")[::2] == [NAMES[0], NAMES[2]]
    assert found()[0] == found("--order", "долгое-пересечение")[0] == NAMES[1]
    assert found("--order", "age")[0] == NAMES[0]
    assert len(found("--cause", "не выбыл вовремя")) == len(found("--cause", "not-departed")) == 3
    assert found("--cause", "ошибочно прикреплён") == []


@pytest.mark.parametrize(
    ("command", "option", "choice"),
    [
        ("worklist", "--state", "невозможно устранить"),
        ("worklist", "--cause", "ошибочно прикреплён"),
        ("worklist", "--risk", "высокий"),
        ("worklist", "--order", "долгое пересечение"),
        ("decide irremovable 0123456789abcdef", "--reason", "техническая причина"),
        ("decide not-duplicate 0123456789abcdef", "--reason", "законное второе зачисление"),
    ],
)
def test_a_value_that_is_none_is_told_with_those_there_are(
    desk: Desk, command: str, option: str, choice: str
) -> None:
    result = call(desk.data_dir, *command.split(), option, "сделан")
    assert isinstance(result.exception, SverkaError)
    assert result.exception.reason == "choice-unknown"
    assert f"«сделан» у параметра {option} нет" in result.exception.message
    assert choice in result.exception.hint


def test_assigning_is_told_with_the_organisation_and_the_day(
    desk: Desk, groups: tuple[GroupInfo, ...]
) -> None:
    told = said(
        desk.data_dir,
        *("decide", "assign", groups[0].id),
        *("--organisation", "СОШ № 2", "--due", "28.02.2999"),
    )
    assert "назначен; СОШ № 2; до 28.02.2999" in told
    assert "до 28.02.2999" in said(desk.data_dir, "worklist", "--state", "assigned")


def test_worked_takes_the_numbers_that_people_know(
    desk: Desk, groups: tuple[GroupInfo, ...]
) -> None:
    told = said(
        desk.data_dir,
        *("decide", "worked", groups[1].id, "--kept", "s12", "--removed", "s11"),
    )
    assert "отработан" in told


def test_a_group_is_decided_by_an_id_that_it_once_had(desk: Desk) -> None:
    (before,) = desk.open(report(pair(0))).groups
    third = ("", NAMES[0], "s03", "07.05.2015", "СОШ № 3", "4в", "09.09.2025", "")
    desk.open(report((*pair(0), third)))
    told = said(desk.data_dir, "decide", "not-duplicate", before.id, "--reason", "twins")
    assert "не дубль" in told


def test_account_of_another_group_is_not_taken(desk: Desk, groups: tuple[GroupInfo, ...]) -> None:
    reason = refusal(desk.data_dir, "decide", "worked", groups[1].id, "--removed", "s21")
    assert reason == "decision-foreign-account"


@pytest.mark.parametrize("reason", IrremovableReason)
def test_every_reason_why_nothing_can_be_removed_may_be_given(
    desk: Desk, groups: tuple[GroupInfo, ...], reason: IrremovableReason
) -> None:
    called = reason_words(State.IRREMOVABLE, reason)
    for word in (reason, called):
        words = ("decide", "irremovable", groups[0].id, "--reason", word, "--note", "так вышло")
        assert f"невозможно устранить; {called}" in said(desk.data_dir, *words)


@pytest.mark.parametrize("reason", NotDuplicateReason)
def test_every_reason_why_it_is_no_duplicate_may_be_given(
    desk: Desk, groups: tuple[GroupInfo, ...], reason: NotDuplicateReason
) -> None:
    called = reason_words(State.NOT_DUPLICATE, reason)
    for word in (reason, called):
        words = ("decide", "not-duplicate", groups[0].id, "--reason", word, "--note", "проверено")
        assert f"не дубль; {called}" in said(desk.data_dir, *words)


def test_decision_is_taken_back(desk: Desk, groups: tuple[GroupInfo, ...]) -> None:
    said(desk.data_dir, "decide", "worked", groups[0].id)
    assert "Решение отменено" in said(desk.data_dir, "decide", "undo", groups[0].id)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("undo", "0123456789abcdef"), "no-such-group"),
        (("undo", "что-то"), "no-such-group"),
        (("assign", "{}", "--organisation", " "), "decision-without-organisation"),
        (("assign", "{}", "--organisation", "О" * 501), "decision-too-long"),
        (("assign", "{}", "--organisation", "СОШ № 2", "--due", "31.02.2026"), "day-unreadable"),
        (("assign", "{}", "--organisation", "СОШ № 2", "--due", "завтра"), "day-unreadable"),
        (("assign", "{}", "--organisation", "СОШ № 2", "--due", "10.10.2020"), "decision-due-past"),
        (("irremovable", "{}", "--reason", "other"), "decision-without-note"),
        (("undo", "{}"), "nothing-to-undo"),
    ],
)
def test_wrong_decision_is_explained(
    desk: Desk, groups: tuple[GroupInfo, ...], words: tuple[str, ...], reason: str
) -> None:
    arguments = [word.format(groups[0].id) for word in words]
    assert refusal(desk.data_dir, "decide", *arguments) == reason


def test_runs_are_listed_with_their_period(desk: Desk, groups: tuple[GroupInfo, ...]) -> None:
    assert groups
    assert "01.09.2025" in said(desk.data_dir, "runs")
    [run] = json.loads(said(desk.data_dir, "runs", "--json"))
    assert (run["id"], run["rows"], run["groups"]) == (1, 6, 3)


def test_runs_of_an_empty_ledger_say_so(desk: Desk) -> None:
    assert "ещё не видела" in said(desk.data_dir, "runs")


def test_difference_names_what_is_new_and_gone_whatever_the_order(
    desk: Desk, groups: tuple[GroupInfo, ...]
) -> None:
    desk.open(report(pair(1), pair(3)))
    for words in (("1", "2"), ("2", "1")):
        told = json.loads(said(desk.data_dir, "diff", *words, "--json"))
        assert told["proof"] == "comparable"
        changed = {
            change: [item["names"] for item in items] for change, items in told["groups"].items()
        }
        assert changed == {
            "new": [[NAMES[3]]],
            "returned": [],
            "gone": [[NAMES[0]], [NAMES[2]]],
            "stayed": [[NAMES[1]]],
        }
    shown = said(desk.data_dir, "diff", "1", "2")
    assert "Исчезли: 2" in shown
    assert groups[0].id in shown
    with desk.ledger.settled() as session:
        proved = session.scalars(select(Entry.at).where(Entry.event == Event.RESOLVED)).first()
    assert proved
    day = f"{proved.astimezone():%d.%m.%Y}"
    assert day in shown
    assert day in said(desk.data_dir, "worklist", "--state", "устранён")


def test_difference_of_other_periods_proves_nothing(
    desk: Desk, groups: tuple[GroupInfo, ...]
) -> None:
    assert groups
    desk.open(report(pair(1), period=OCTOBER))
    assert "ничего не доказывает" in said(desk.data_dir, "diff", "1", "2")


def test_unknown_report_is_told(desk: Desk) -> None:
    assert refusal(desk.data_dir, "diff", "1", "2") == "no-such-run"


def test_words_of_a_page_do_not_move_the_terminal(desk: Desk) -> None:
    desk.open(report(pair(0, c4="СОШ \x1b[2J[bold]")))
    shown = said(desk.data_dir, "worklist")
    assert "\x1b" not in shown
    assert "[bold]" in shown
