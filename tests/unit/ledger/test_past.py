"""What cards have told of papers and parents holds removals back in reports and lists."""

import pytest
from sqlalchemy import select

from sverka.contract import AccountInfo
from sverka.ledger.tables import Group
from tests.unit.advice.histories import departed, enrolled
from tests.unit.advice.people import KINDERGARTEN
from tests.unit.ledger.people import key, parent, pupil
from tests.unit.ledger.seen import NAMES, Desk, pair, report

ONE, OTHER = "112-233-445 95", "087-654-303 00"


def open_movement(desk: Desk) -> None:
    """Movement by which the second account is to be removed."""
    first = (enrolled("2018-09-03", KINDERGARTEN), departed("2024-05-31", KINDERGARTEN))
    memory = desk.memory()
    memory.keep_history(key("s11"), (*first, enrolled("2024-09-02", "СОШ № 1")))()
    memory.keep_history(key("s12"), (enrolled("2025-09-05", "СОШ № 2"),))()


def open_card(desk: Desk, number: int, snils: str) -> None:
    """The card of an account of the pair, with a parent."""
    fields = dict(zip(("Фамилия", "Имя", "Отчество"), NAMES[1].split(), strict=True))
    desk.open(pupil(number, 5, fields=fields | {"Дата рождения": "07.05.2015", "СНИЛС": snils}))


def accounts(desk: Desk, second_name: str = NAMES[1]) -> tuple[AccountInfo, ...]:
    (group,) = desk.open(report(pair(1, c1=second_name))).groups
    return group.accounts


def rules(told: tuple[AccountInfo, ...]) -> list[tuple[str, str]]:
    return [(account.advice.value, account.rules[0]) for account in told]


def listed(desk: Desk) -> tuple[str, str]:
    """Advice and rule of the pair as lists show them."""
    with desk.ledger.settled() as session:
        group = session.scalars(select(Group)).one()
        return group.advice.value, group.rule


@pytest.mark.parametrize("moved", [True, False])
def test_accounts_whose_cards_show_two_snils_are_not_removed(desk: Desk, moved: bool) -> None:
    if moved:
        open_movement(desk)
    assert rules(accounts(desk))[1][0] == "delete"
    open_card(desk, 11, ONE)
    open_card(desk, 12, OTHER)
    assert listed(desk) == ("undecided", "D-16")
    assert rules(accounts(desk)) == [("undecided", "D-16")] * 2


def test_one_snils_on_both_cards_makes_a_removal_sure(desk: Desk) -> None:
    assert accounts(desk)[1].confidence == "medium"
    open_card(desk, 11, ONE)
    assert accounts(desk)[1].confidence == "medium"
    open_card(desk, 12, ONE)
    told = accounts(desk)
    assert (rules(told)[1], told[1].confidence) == (("delete", "D-03"), "high")


def test_brothers_who_share_a_snils_on_their_cards_are_not_called_twins(desk: Desk) -> None:
    twin = "Петрова Мария Сергеевна"
    assert rules(accounts(desk, twin))[1] == ("not-duplicate", "D-15")
    open_card(desk, 11, ONE)
    open_card(desk, 12, ONE)
    assert rules(accounts(desk, twin)) == [("undecided", "D-17")] * 2


def test_link_that_only_the_parents_card_tells_holds_the_removal_back(desk: Desk) -> None:
    open_movement(desk)
    desk.open(parent(90, 12))
    assert rules(accounts(desk)) == [("keep", "D-11"), ("undecided", "D-12")]


def test_list_says_at_once_what_a_parents_card_holds_back_or_lets_go(desk: Desk) -> None:
    accounts(desk)
    assert listed(desk)[0] == "delete"
    desk.open(parent(90, 12))
    assert listed(desk) == ("undecided", "D-12")
    desk.open(parent(90, 11))
    assert listed(desk)[0] == "delete"
