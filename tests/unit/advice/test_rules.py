"""Every rule fires where it must, stops at its boundary, and gives way to the one before it."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from sverka.advice.catalogue import catalogue
from sverka.advice.decision import decide_group
from sverka.advice.facts import PairFacts
from sverka.advice.outcome import Outcome
from sverka.advice.rules.annotations import d13_risk, d28_period
from sverka.advice.rules.identity import d15_twins, d27_other_child
from sverka.advice.rules.order import (
    d01_earlier_stays,
    d03_not_departed,
    d04_kindergarten,
    d05_same_date,
    d10_cannot_tell,
    d25_account_numbers,
    d26_signs_disagree,
)
from sverka.advice.rules.organisations import (
    d06_attached,
    d07_additional_by_own_account,
    d09_additional_twice,
)
from sverka.advice.rules.precedence import PAIR_RULES, decide
from sverka.advice.vocabulary import Action, Advice, Confidence, Risk
from sverka.known import KnownGroup, NotDuplicate, NotDuplicateReason
from sverka.pages.records import NO_PAPERS, Mention
from sverka.pages.vocabulary import EntryWay
from tests.unit.advice import test_movement_rules
from tests.unit.advice.cases import CASES
from tests.unit.advice.people import (
    ADDITIONAL,
    EARLY,
    IMPORT,
    KINDERGARTEN,
    LATE,
    ORDER,
    OTHER_ADDITIONAL,
    OTHER_SCHOOL,
    PAPERS,
    QUICK,
    SCHOOL,
    THIRD_SCHOOL,
    Case,
    account,
    advised,
    clone,
    facts_of,
    group_of,
)
from tests.unit.advice.test_movement_rules import D11

PairRule = Callable[[PairFacts], Outcome | None]
TWIN = "Иванов Пётр Иванович"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.expected.rule}: {case.title}")
def test_rule_decides_its_case(case: Case) -> None:
    expected = case.expected
    answer = advised(*case.lines, overlaps=case.overlaps, registry=case.registry)
    assert {item.rules[0] for item in answer.accounts} == {expected.rule}
    given = tuple(item.advice for item in answer.accounts)
    assert given in (expected.advice, expected.advice * len(given))
    assert {item.confidence for item in answer.accounts} == {expected.confidence}
    assert (answer.cause, answer.confidence) == (expected.cause, expected.confidence)
    decisions = decide_group(group_of(*case.lines, overlaps=case.overlaps, registry=case.registry))
    assert {decision.outcome.reason for decision in decisions} == {expected.reason}


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        ((account("s2", OTHER_SCHOOL, LATE), account("s1")), "D-03"),
        ((account("s10", enrolled=None), account("s9", OTHER_SCHOOL, None)), "D-25"),
    ],
)
def test_the_earlier_account_stays_though_it_stands_below(
    lines: tuple[Mention, Mention], rule: str
) -> None:
    answer = advised(*lines)
    assert [item.advice for item in answer.accounts] == [Advice.DELETE, Advice.KEEP]
    assert {item.rules[0] for item in answer.accounts} == {rule}


@pytest.mark.parametrize(
    ("first", "second", "lines"),
    [
        (
            *(d15_twins, d26_signs_disagree),
            (account("s1", entry=QUICK), account("s2", SCHOOL, LATE, entry=ORDER, name=TWIN)),
        ),
        (
            *(d26_signs_disagree, d27_other_child),
            (account("s2", class_="1а"), account("s1", OTHER_SCHOOL, LATE, class_="9а")),
        ),
        (
            *(d27_other_child, d06_attached),
            (account("s1", class_="1а"), account("s2", SCHOOL, LATE, class_="9а")),
        ),
        (
            *(d26_signs_disagree, d07_additional_by_own_account),
            (account("s2"), account("s1", ADDITIONAL, LATE, entry=QUICK)),
        ),
        (
            *(d06_attached, d09_additional_twice),
            (account("s1", ADDITIONAL), account("s2", ADDITIONAL, LATE)),
        ),
        (
            *(d06_attached, d05_same_date),
            (account("s1", departed=LATE), account("s2", SCHOOL, LATE)),
        ),
        (
            *(d06_attached, d25_account_numbers),
            (account("s1"), account("s2", SCHOOL)),
        ),
        (
            *(d07_additional_by_own_account, d05_same_date),
            (account("s1", departed=LATE), account("s2", ADDITIONAL, LATE, entry=QUICK)),
        ),
        (
            *(d07_additional_by_own_account, d03_not_departed),
            (account("s1"), account("s2", ADDITIONAL, LATE, entry=QUICK)),
        ),
        (
            *(d07_additional_by_own_account, d25_account_numbers),
            (account("s1"), account("s2", ADDITIONAL)),
        ),
        (
            *(d09_additional_twice, d05_same_date),
            (account("s1", ADDITIONAL, departed=LATE), account("s2", OTHER_ADDITIONAL, LATE)),
        ),
        (
            *(d09_additional_twice, d03_not_departed),
            (account("s1", ADDITIONAL), account("s2", OTHER_ADDITIONAL, LATE)),
        ),
        (
            *(d05_same_date, d01_earlier_stays),
            (account("s1", departed=LATE), account("s2", OTHER_SCHOOL, LATE)),
        ),
        (
            *(d04_kindergarten, d03_not_departed),
            (account("s1", KINDERGARTEN), account("s2", SCHOOL, LATE, class_="1а")),
        ),
        (
            *(d03_not_departed, d01_earlier_stays),
            (account("s1"), account("s2", OTHER_SCHOOL, LATE)),
        ),
        (
            *(d25_account_numbers, d10_cannot_tell),
            (account("s1"), account("s2", OTHER_SCHOOL)),
        ),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_where_two_rules_fit_the_one_before_decides(
    first: PairRule, second: PairRule, lines: tuple[Mention, Mention]
) -> None:
    facts = facts_of(*lines)
    outcome = first(facts)
    assert outcome is not None
    assert second(facts) is not None
    assert decide(facts) == outcome
    order = (*PAIR_RULES, d10_cannot_tell)
    assert order.index(first) < order.index(second)


@pytest.mark.parametrize(
    ("earlier", "later", "annotates"),
    [
        (ORDER, QUICK, True),
        (None, QUICK, True),
        (QUICK, QUICK, False),
        (ORDER, IMPORT, False),
        (ORDER, None, False),
    ],
)
def test_d02_says_so_where_only_the_later_account_came_by_quick_entry(
    earlier: EntryWay | None, later: EntryWay | None, annotates: bool
) -> None:
    answer = advised(account("s1", entry=earlier), account("s2", OTHER_SCHOOL, LATE, entry=later))
    assert [item.rules for item in answer.accounts] == [
        ("D-03", "D-01", "D-02") if annotates else ("D-03", "D-01")
    ] * 2


def test_d02_is_silent_where_dates_decide_nothing() -> None:
    answer = advised(account("s1", entry=ORDER), account("s2", OTHER_SCHOOL, entry=QUICK))
    assert [item.rules for item in answer.accounts] == [("D-25", "D-13")] * 2


@pytest.mark.parametrize(
    ("days", "risk"),
    [
        (None, Risk.NONE),
        (0, Risk.NONE),
        (30, Risk.NONE),
        (31, Risk.WATCH),
        (90, Risk.WATCH),
        (91, Risk.HIGH),
    ],
)
def test_d13_risk_grows_with_the_overlap(days: int | None, risk: Risk) -> None:
    assert d13_risk(days, 30, 90) is risk


@pytest.mark.parametrize(
    ("enrolled", "risk", "annotates"),
    [("2025-08-31", Risk.NONE, False), ("2025-08-30", Risk.WATCH, True)],
)
def test_d13_annotates_from_the_first_day_of_risk(
    enrolled: str, risk: Risk, annotates: bool
) -> None:
    answer = advised(account("s1"), account("s2", OTHER_SCHOOL, enrolled))
    assert answer.risk is risk
    assert all(("D-13" in item.rules) is annotates for item in answer.accounts)


def test_d14_one_account_of_three_stays_and_each_other_is_decided_for_itself() -> None:
    answer = advised(
        account("s3", THIRD_SCHOOL, "2025-09-15"),
        account("s1", departed=LATE),
        account("s2", OTHER_SCHOOL, LATE),
    )
    assert [item.advice for item in answer.accounts] == [Advice.DELETE, Advice.KEEP, Advice.DELETE]
    assert [item.rules[0] for item in answer.accounts] == ["D-01", "D-01", "D-05"]
    assert all(item.rules[-1] == "D-14" for item in answer.accounts)


def test_d14_is_silent_for_two_accounts() -> None:
    answer = advised(account("s1"), account("s2", OTHER_SCHOOL, LATE))
    assert all("D-14" not in item.rules for item in answer.accounts)


def test_d14_one_undecided_account_of_three_is_shown_as_such() -> None:
    answer = advised(
        account("s1"),
        account("s2", OTHER_SCHOOL, LATE),
        account("s3", ADDITIONAL, LATE, entry=ORDER),
    )
    assert [item.advice for item in answer.accounts] == [
        Advice.KEEP,
        Advice.DELETE,
        Advice.UNDECIDED,
    ]


def test_d14_without_a_single_earliest_account_nothing_is_removed() -> None:
    answer = advised(account(None), account(None, OTHER_SCHOOL), account(None, THIRD_SCHOOL, LATE))
    assert {item.advice for item in answer.accounts} == {Advice.UNDECIDED}


def test_d14_an_account_whose_order_rests_on_numbers_is_preliminary() -> None:
    answer = advised(
        account("s1"), account("s2", OTHER_SCHOOL, LATE), account("s3", THIRD_SCHOOL, EARLY)
    )
    assert [(item.advice, item.confidence) for item in answer.accounts] == [
        (Advice.KEEP, Confidence.LOW),
        (Advice.DELETE, Confidence.MEDIUM),
        (Advice.DELETE, Confidence.LOW),
    ]


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        (date(2025, 9, 1), date(2025, 9, 30), []),
        (date(2024, 9, 1), date(2025, 8, 31), []),
        (date(2024, 9, 1), date(2025, 9, 29), ["period-start"]),
        (date(2025, 9, 2), date(2025, 9, 30), ["period-start"]),
        (date(2025, 8, 1), date(2025, 9, 30), ["period-start"]),
        (date(2025, 9, 1), date(2025, 10, 1), ["period-future"]),
        (date(2025, 1, 1), date(2025, 12, 31), ["period-start", "period-future"]),
    ],
)
def test_d28_a_period_that_proves_little_is_told(start: date, end: date, told: list[str]) -> None:
    notices = d28_period((start, end), date(2025, 9, 30))
    assert [notice.code for notice in notices] == told


def test_d28_is_silent_where_no_period_is_printed() -> None:
    assert list(d28_period(None, date(2025, 9, 30))) == []


def test_d14_a_doubt_about_the_kept_account_withholds_every_removal() -> None:
    answer = advised(
        account("s1", entry=QUICK),
        account("s2", OTHER_SCHOOL, LATE, entry=ORDER),
        account("s3", THIRD_SCHOOL, "2025-09-15", entry=QUICK),
    )
    assert {item.advice for item in answer.accounts} == {Advice.UNDECIDED}
    assert answer.accounts[2].rules[0] == "D-14"
    assert not [step for step in answer.steps if step.action is Action.DELETE]


def test_papers_that_agree_make_a_removal_certain() -> None:
    answer = advised(account("s1", papers=PAPERS), account("s2", OTHER_SCHOOL, LATE, papers=PAPERS))
    assert [item.advice for item in answer.accounts] == [Advice.KEEP, Advice.DELETE]
    assert {item.confidence for item in answer.accounts} == {Confidence.HIGH}


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("Иванов Иван Иваович", {("D-27", "D-18")}),
        ("Ивонов Иван Иваович", {("D-27",)}),
        ("Иванов Пётр Иванович", {("D-15",)}),
    ],
    ids=["one slip", "two slips", "twins"],
)
def test_d18_names_the_one_slip_that_keeps_a_pair_out_of_the_report(
    name: str, rules: set[tuple[str, ...]]
) -> None:
    lines = (
        clone("s1", SCHOOL, papers=NO_PAPERS),
        clone("s2", OTHER_SCHOOL, name=name, papers=NO_PAPERS),
    )
    answer = advised(*lines, registry=True)
    assert {item.rules for item in answer.accounts} == rules


@pytest.mark.parametrize("reason", NotDuplicateReason)
def test_d23_what_somebody_called_no_duplicate_is_left_alone(reason: NotDuplicateReason) -> None:
    settled = NotDuplicate(reason, "clerk", datetime(2025, 9, 1, tzinfo=UTC))
    known = KnownGroup(not_duplicate=settled)
    answer = advised(account("s1"), account("s2", OTHER_SCHOOL, LATE), known=known)
    assert {item.advice for item in answer.accounts} == {Advice.NOT_DUPLICATE}
    assert {item.rules for item in answer.accounts} == {("D-23",)}
    assert (answer.steps, answer.risk) == ((), Risk.NONE)


def test_no_rule_of_the_file_is_without_a_test_here() -> None:
    deciding = {
        (case.expected.rule, case.expected.reason, advice)
        for case in CASES
        for advice in case.expected.advice
    }
    # Three accounts: test_d14_a_doubt_about_the_kept_account_withholds_every_removal.
    deciding.add(("D-14", "kept-in-doubt", Advice.UNDECIDED))
    # tests/unit/advice/test_incomplete.py
    deciding.add(("D-10", "incomplete", Advice.UNDECIDED))
    # test_d23_what_somebody_called_no_duplicate_is_left_alone
    deciding |= {("D-23", reason.value, Advice.NOT_DUPLICATE) for reason in NotDuplicateReason}
    # tests/unit/advice/test_movement_rules.py
    deciding |= {("D-11", case.reason, advice) for case in D11 for advice in case.advice}
    deciding |= {("D-12", reason, Advice.UNDECIDED) for reason in ("only-link", "kept-unseen")}
    assert deciding == {
        (name, reason, advice)
        for name, rule in catalogue().rules.items()
        for reason, advice in rule.why
    }
    tests = vars(sys.modules[__name__]) | vars(test_movement_rules)
    annotating = {name for name, rule in catalogue().rules.items() if not rule.why}
    assert annotating | {"D-11", "D-12", "D-14", "D-23"} == {
        name
        for name in catalogue().rules
        if any(test.startswith(f"test_{name.lower().replace('-', '')}_") for test in tests)
    }
