"""Where the page says more of a child than was read, nothing is deleted and nothing is cleared."""

import pytest
from msgspec.structs import replace

from sverka.advice.advise import GroupAdvice, advise
from sverka.advice.vocabulary import Action, Advice
from sverka.pages.records import Mention
from tests.unit.advice.people import (
    ADDITIONAL,
    LATE,
    OTHER_SCHOOL,
    RISK_DAYS,
    TERMS,
    account,
    group_of,
)

LATER = account("s2", OTHER_SCHOOL, LATE)


def advised_in_part(*lines: Mention) -> GroupAdvice:
    """The advice where the first row says something that could not be read."""
    first, *others = lines
    return advise(group_of(replace(first, incomplete=True), *others), TERMS, RISK_DAYS)


@pytest.mark.parametrize(
    "lines",
    [
        (account("s1"), LATER),
        (account("s1"), account("s2", OTHER_SCHOOL, None)),
        (account("s1"), LATER, account("s3", OTHER_SCHOOL, "2025-09-15")),
        (account("s1"),),
        (account("s1"), account("s1", ADDITIONAL, LATE)),
        (account("s1", departed="2025-09-10"), account("s1", OTHER_SCHOOL, LATE)),
        (account("s1"), account("s2", name="Иванов Пётр Иванович")),
    ],
    ids=["removal", "by-numbers", "three", "alone", "lawful", "fix-dates", "twins"],
)
def test_all_of_it_is_undecided_and_sends_to_the_movement(lines: tuple[Mention, ...]) -> None:
    answer = advised_in_part(*lines)
    assert {item.advice for item in answer.accounts} == {Advice.UNDECIDED}
    assert {item.rules[0] for item in answer.accounts} == {"D-10"}
    assert all("«Сверка» не прочитала" in item.why for item in answer.accounts)
    assert {step.action for step in answer.steps} == {Action.VERIFY}


def test_a_reason_of_its_own_is_kept() -> None:
    answer = advised_in_part(account("s1", doubtful=True), LATER)
    assert "нельзя верить" in answer.accounts[0].why
