"""«Не дубль» is remembered, and raised again only if the pair's data are others now."""

import pytest

from sverka.advice.vocabulary import Advice
from sverka.known import State
from sverka.ledger.vocabulary import Act, Event
from tests.unit.ledger.seen import NAMES, OCTOBER, Desk, pair, report
from tests.unit.ledger.test_following import events, of, state_of
from tests.unit.pages.page import Row


def call_no_duplicate(desk: Desk) -> None:
    group = of(desk.open(report(pair(0), pair(1))), NAMES[0])
    desk.decide(group, Act.NOT_DUPLICATE, reason="namesakes")


@pytest.mark.parametrize("period", ["01.09.2025 – 30.09.2025", OCTOBER])
def test_it_survives_reruns_and_decides_the_advice(desk: Desk, period: str) -> None:
    call_no_duplicate(desk)
    group = of(desk.open(report(pair(0), pair(2), period=period)), NAMES[0])
    assert {account.advice for account in group.accounts} == {Advice.NOT_DUPLICATE}
    assert {account.rules[0] for account in group.accounts} == {"D-23"}
    assert group.not_duplicate is not None
    assert group.not_duplicate.reason == "namesakes"
    assert group.steps == ()


@pytest.mark.parametrize(
    "cells",
    [
        {"c5": "5б"},
        {"c7": "20.09.2025"},
    ],
    ids=["next class", "departed"],
)
def test_what_time_brings_is_no_reason_to_ask_again(desk: Desk, cells: dict[str, str]) -> None:
    call_no_duplicate(desk)
    group = of(desk.open(report(pair(0, **cells), pair(1))), NAMES[0])
    assert group.not_duplicate is not None


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"c4": "СОШ № 9"}, "organisation"),
        ({"c6": "06.09.2025"}, "enrolled"),
        ({"c2": "s99"}, "accounts"),
    ],
)
def test_other_data_raise_it_again_and_name_the_field(
    desk: Desk, cells: dict[str, str], field: str
) -> None:
    call_no_duplicate(desk)
    group = of(desk.open(report(pair(0, **cells), pair(1))), NAMES[0])
    assert group.not_duplicate is None
    assert group.state is not None
    assert (group.state.state, group.state.changed) == (State.FOUND, (field,))
    assert Advice.NOT_DUPLICATE not in {account.advice for account in group.accounts}
    assert state_of(desk, group) is State.FOUND
    assert events(desk, group)[-1] is Event.RAISED_AGAIN


def test_another_birth_date_of_both_is_named(desk: Desk) -> None:
    call_no_duplicate(desk)

    def born_otherwise(both: tuple[Row, Row]) -> list[Row]:
        return [(*row[:3], "08.05.2015", *row[4:]) for row in both]

    group = of(desk.open(report(born_otherwise(pair(0)), pair(1))), NAMES[0])
    assert group.state is not None
    assert group.state.changed == ("birth_date",)


def test_a_column_that_is_no_longer_printed_is_no_change(desk: Desk) -> None:
    call_no_duplicate(desk)
    header = ("№", "ФИО", "ID", "Дата рождения", "ОО", "Класс", "Дата зачисления")
    rows = [row[:7] for row in pair(0)]
    group = of(desk.open(report(rows, header=header)), NAMES[0])
    assert group.not_duplicate is not None


def test_taken_back_it_is_forgotten(desk: Desk) -> None:
    call_no_duplicate(desk)
    desk.decide(of(desk.open(report(pair(0), pair(1))), NAMES[0]), Act.UNDO)
    group = of(desk.open(report(pair(0, c4="СОШ № 9"), pair(1))), NAMES[0])
    assert group.state is not None
    assert (group.state.state, group.state.changed) == (State.FOUND, ())


def test_a_second_decision_taken_back_leaves_the_first_one_remembered(desk: Desk) -> None:
    call_no_duplicate(desk)
    seen = report(pair(0), pair(1))
    desk.decide(of(desk.open(seen), NAMES[0]), Act.NOT_DUPLICATE, reason="lawful")
    desk.decide(of(desk.open(seen), NAMES[0]), Act.UNDO)
    group = of(desk.open(report(pair(0, c4="СОШ № 9"), pair(1))), NAMES[0])
    assert group.state is not None
    assert group.state.changed == ("organisation",)
