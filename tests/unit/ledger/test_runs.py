"""Two reports are compared, and what that proves is told."""

import pytest

from sverka.errors import SverkaError
from sverka.known import Change, Proof
from sverka.ledger.runs import RunDifference, difference
from tests.unit.ledger.seen import OCTOBER, UNNUMBERED, Desk, made_at, pair, report, without_numbers

UNREAD = ("", "", "", "", "СОШ № 3", "", "", "")
FILE = ""


def compared(desk: Desk, earlier: int, later: int) -> RunDifference:
    with desk.ledger.settled() as session:
        return difference(session, earlier, later)


def test_every_group_has_one_fate(desk: Desk) -> None:
    first = desk.open(report(pair(0), pair(1)))
    second = desk.open(report(pair(1), pair(2)))
    found = compared(desk, 1, 2)
    assert found.groups == {
        Change.NEW: (second.groups[1].id,),
        Change.RETURNED: (),
        Change.GONE: (first.groups[0].id,),
        Change.STAYED: (first.groups[1].id,),
    }
    assert found.proof is Proof.COMPARABLE


def test_another_period_proves_nothing(desk: Desk) -> None:
    desk.open(report(pair(0)))
    desk.open(report(pair(1), period=OCTOBER))
    assert compared(desk, 1, 2).proof is Proof.OTHER_PERIOD


def test_another_choice_proves_nothing(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(1)).replace("<p>Период", "<p>Класс: 4а</p><p>Период"))
    assert compared(desk, 1, 2).proof is Proof.OTHER_SELECTION


def test_a_report_that_was_not_wholly_read_proves_nothing(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(1), [UNREAD]))
    assert compared(desk, 1, 2).proof is Proof.INCOMPLETE


def test_files_of_unknown_places_prove_nothing(desk: Desk) -> None:
    desk.open(report(pair(0), pair(1)), url=FILE)
    desk.open(report(pair(1)), url=FILE)
    assert compared(desk, 1, 2).proof is Proof.PARAMETERS_UNKNOWN


def test_accounts_known_by_weak_keys_alone_prove_nothing(desk: Desk) -> None:
    desk.open(report(*map(without_numbers, (0, 1)), header=UNNUMBERED))
    desk.open(report(without_numbers(1), header=UNNUMBERED))
    assert compared(desk, 1, 2).proof is Proof.NO_NUMBERS


def test_an_old_tab_proves_nothing_against_a_newer_report(desk: Desk) -> None:
    desk.open(made_at(report(pair(0), pair(1)), "30.09.2025 12:00:00"))
    desk.open(made_at(report(pair(1)), "30.09.2025 09:00:00"))
    assert compared(desk, 1, 2).proof is Proof.OLDER
    assert compared(desk, 2, 1).proof is Proof.COMPARABLE


@pytest.mark.parametrize("numbers", [(1, 9), (9, 1)])
def test_a_report_that_is_none_is_told(desk: Desk, numbers: tuple[int, int]) -> None:
    desk.open(report(pair(0)))
    with pytest.raises(SverkaError, match="9"):
        compared(desk, *numbers)
