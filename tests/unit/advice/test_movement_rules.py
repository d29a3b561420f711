"""The rules that need movement: where each decides, where it stops, what it never removes."""

from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest
from msgspec.structs import replace

from sverka.advice.advise import advise
from sverka.advice.facts import pair_facts
from sverka.advice.histories import with_movement
from sverka.advice.rules.identity import d15_twins
from sverka.advice.rules.movement import d11_history, d12_parent_link, d19_wrong_reason, d20_lost
from sverka.advice.rules.order import d26_signs_disagree
from sverka.advice.rules.precedence import PAIR_RULES
from sverka.advice.vocabulary import Action, Advice, Cause, Confidence
from sverka.known import KnownGroup
from sverka.pages.records import History, Mention, MovementDocument
from sverka.pages.vocabulary import Destination, LinkState, MovementKind
from tests.unit.advice.histories import (
    BEFORE,
    FRESH,
    advised_with,
    departed,
    document,
    enrolled,
    key,
    past_of,
)
from tests.unit.advice.people import (
    ADDITIONAL,
    COLLEGE,
    EARLY,
    KINDERGARTEN,
    LATE,
    OTHER_SCHOOL,
    QUICK,
    RISK_DAYS,
    SCHOOL,
    TERMS,
    THIRD_SCHOOL,
    TODAY,
    account,
    clone,
    group_of,
)

KEEP_FIRST = (Advice.KEEP, Advice.DELETE)
KEEP_SECOND = (Advice.DELETE, Advice.KEEP)
UNDECIDED = (Advice.UNDECIDED, Advice.UNDECIDED)
FIRST, SECOND = account("s1"), account("s2", OTHER_SCHOOL, LATE)
OWN_FIRST, OWN_SECOND = (enrolled(),), (enrolled(LATE, OTHER_SCHOOL),)
MOVED_ON = (enrolled(), document(MovementKind.YEAR_CHANGE, "2025-08-29"))
SECOND_CAME = (*BEFORE, *OWN_SECOND)
UNCLEAR = (enrolled(), document(MovementKind.UNKNOWN, "2025-08-29"))


@dataclass(frozen=True, slots=True)
class HistoryCase:
    """Two lines of a report, the movement that was read of them, and what is to be advised."""

    title: str
    reason: str
    advice: tuple[Advice, Advice]
    lines: tuple[Mention, Mention]
    histories: dict[int, History]
    confidence: Confidence = Confidence.HIGH
    cause: Cause = Cause.UNKNOWN
    stale: frozenset[int] = FRESH


def undecided(
    title: str,
    reason: str,
    lines: tuple[Mention, Mention],
    histories: dict[int, History],
    *stale: int,
) -> HistoryCase:
    medium = Confidence.MEDIUM
    read_long_ago = frozenset(stale)
    return HistoryCase(title, reason, UNDECIDED, lines, histories, medium, stale=read_long_ago)


BOTH = (FIRST, SECOND)
D11 = (
    HistoryCase(
        *("the earlier one moved on", "remove", KEEP_FIRST, BOTH),
        {1: MOVED_ON, 2: OWN_SECOND},
        cause=Cause.NOT_DEPARTED,
    ),
    HistoryCase(
        *("the earlier one departed on the day of enrolment", "remove", KEEP_FIRST),
        (account("s1", departed=LATE), SECOND),
        {1: (enrolled(), departed(LATE)), 2: OWN_SECOND},
        cause=Cause.SAME_DATE,
    ),
    HistoryCase(
        *("the later one came from a kindergarten", "remove-undated", KEEP_SECOND, BOTH),
        {1: OWN_FIRST, 2: SECOND_CAME},
        cause=Cause.NOT_DEPARTED,
    ),
    HistoryCase(
        *("dates that cannot be trusted", "remove-undated", KEEP_FIRST),
        (account("s1", doubtful=True), SECOND),
        {1: MOVED_ON, 2: OWN_SECOND},
        cause=Cause.NOT_DEPARTED,
    ),
    HistoryCase(
        *("attached and enrolled in one school", "remove-same", KEEP_FIRST),
        (account("s1", class_=""), account("s2", SCHOOL, LATE)),
        {1: (*BEFORE, enrolled()), 2: (enrolled(LATE),)},
        cause=Cause.ATTACHED,
    ),
    HistoryCase(
        *("two classes of one school", "remove-same", KEEP_FIRST),
        (account("s1"), account("s2", SCHOOL, LATE, class_="4б")),
        {1: MOVED_ON, 2: (enrolled(LATE),)},
        cause=Cause.OTHER,
    ),
    HistoryCase(
        *("additional education was first", "remove-additional", KEEP_SECOND),
        (account("s1", ADDITIONAL, entry=QUICK), SECOND),
        {1: (enrolled(EARLY, ADDITIONAL),), 2: SECOND_CAME},
        cause=Cause.ADDITIONAL_EDUCATION,
    ),
    HistoryCase(*("history in both", "both", UNDECIDED, BOTH), {1: MOVED_ON, 2: SECOND_CAME}),
    undecided(*("a document of no known kind", "unclear", BOTH), {1: UNCLEAR, 2: OWN_SECOND}),
    undecided(
        *("an enrolment nobody knows where", "unclear", BOTH),
        {1: (enrolled(), enrolled("2025-01-13", "")), 2: OWN_SECOND},
    ),
    undecided(
        *("the own enrolment once more under another number", "unclear", BOTH),
        {1: OWN_FIRST, 2: (*OWN_SECOND, replace(OWN_SECOND[0], number="13-у"))},
    ),
    undecided(
        *("another day of enrolment", "contradiction", BOTH),
        {1: (enrolled("2024-09-03"),), 2: OWN_SECOND},
    ),
    undecided(
        *("another day of departure", "contradiction"),
        (account("s1", departed="2025-08-29"), SECOND),
        {1: (enrolled(), departed("2025-08-30")), 2: OWN_SECOND},
    ),
    undecided(
        *("a departure that the report prints and no document tells", "contradiction"),
        (account("s1", departed="2025-08-29"), SECOND),
        {1: MOVED_ON, 2: OWN_SECOND},
    ),
    undecided(
        *("a departure that the report does not print", "contradiction", BOTH),
        {1: (enrolled(), departed("2025-08-29")), 2: OWN_SECOND},
    ),
    undecided(
        *("nothing of the organisation that the report names", "contradiction", BOTH),
        {1: (enrolled(EARLY, THIRD_SCHOOL),), 2: OWN_SECOND},
    ),
    undecided(
        *("a contradiction, the other not read", "contradiction", BOTH),
        {1: (enrolled("2024-09-03"),)},
    ),
    undecided(*("the later one alone was read: history", "later-alone", BOTH), {2: SECOND_CAME}),
    undecided(*("the earlier one alone was read: none", "earlier-alone", BOTH), {1: OWN_FIRST}),
    undecided(*("the earlier one alone was read: unclear", "earlier-alone", BOTH), {1: UNCLEAR}),
    undecided(*("the earlier one alone was read: empty", "contradiction", BOTH), {1: ()}),
    undecided(*("the later one's is empty", "contradiction", BOTH), {1: MOVED_ON, 2: ()}),
    undecided(*("the earlier one's is empty", "contradiction", BOTH), {1: (), 2: SECOND_CAME}),
    undecided(*("both are empty", "contradiction", BOTH), {1: (), 2: ()}),
    undecided(
        *("no organisation is printed", "unclear"),
        (account("s1", None), account("s2", None, LATE)),
        {1: OWN_FIRST, 2: OWN_SECOND},
    ),
    undecided("read long ago", "stale", BOTH, {1: MOVED_ON, 2: OWN_SECOND}, 2),
    undecided("the later one's alone, long ago", "stale", BOTH, {2: OWN_SECOND}, 2),
    HistoryCase(
        *("history is no less for being read long ago", "remove", KEEP_FIRST, BOTH),
        {1: MOVED_ON, 2: OWN_SECOND},
        cause=Cause.NOT_DEPARTED,
        stale=frozenset({1}),
    ),
)


@pytest.mark.parametrize("case", D11, ids=lambda case: case.title)
def test_d11_history_decides_its_case(case: HistoryCase) -> None:
    answer = advised_with(case.lines, case.histories, stale=case.stale)
    assert {item.rules[0] for item in answer.accounts} == {"D-11"}
    assert tuple(item.advice for item in answer.accounts) == case.advice
    assert (answer.cause, answer.confidence) == (case.cause, case.confidence)
    (pair,) = group_of(*case.lines).pairs
    outcome = d11_history(pair_facts(pair, past_of(case.histories, stale=case.stale)))
    assert outcome is not None
    assert outcome.reason == case.reason


@pytest.mark.parametrize(
    ("lines", "histories", "rules"),
    [
        (BOTH, {1: OWN_FIRST, 2: OWN_SECOND}, "D-03"),
        (BOTH, {1: OWN_FIRST, 2: (*OWN_SECOND, *OWN_SECOND)}, "D-03"),
        (
            (account("s1", ADDITIONAL, entry=QUICK), SECOND),
            {1: (*BEFORE, enrolled(EARLY, ADDITIONAL)), 2: OWN_SECOND},
            "D-07",
        ),
        (BOTH, {1: MOVED_ON}, "D-03"),
        (BOTH, {2: OWN_SECOND}, "D-03"),
        (
            (account("s1"), account("s2", SCHOOL, LATE)),
            {1: OWN_FIRST, 2: (enrolled(LATE),)},
            "D-06",
        ),
        (
            (FIRST, account("s2", COLLEGE, LATE)),
            {1: MOVED_ON, 2: (enrolled(LATE, COLLEGE),)},
            "D-10",
        ),
        (
            (account("s1", departed="2025-01-13"), account("s2", OTHER_SCHOOL, LATE, "2025-09-15")),
            {
                1: (enrolled(), departed("2025-01-13")),
                2: (*OWN_SECOND, departed("2025-09-15", OTHER_SCHOOL)),
            },
            "D-11",
        ),
        (
            (account("s1", departed="2025-01-13"), account("s2", OTHER_SCHOOL, LATE, "2025-09-15")),
            {1: (enrolled(), departed("2025-01-13"))},
            "D-10",
        ),
        (
            (account("s1", class_="4а"), account("s2", OTHER_SCHOOL, LATE, class_="9а")),
            {1: MOVED_ON, 2: OWN_SECOND},
            "D-27",
        ),
    ],
    ids=[
        *(
            "no history at all",
            "one document printed twice",
            "additional education has it",
            "the earlier one's alone",
            "the later one's empty",
        ),
        *("one school", "kind of organisation unknown", "both departed", "one read, both departed"),
        "classes apart",
    ],
)
def test_d11_leaves_to_the_other_rules_what_history_does_not_decide(
    lines: tuple[Mention, ...], histories: dict[int, History], rules: str
) -> None:
    assert {item.rules[0] for item in advised_with(lines, histories).accounts} == {rules}


def test_additional_education_with_the_history_takes_no_child_from_its_school() -> None:
    lines = (account("s1", ADDITIONAL, entry=QUICK), SECOND)
    answer = advised_with(lines, {1: (*BEFORE, enrolled(EARLY, ADDITIONAL)), 2: OWN_SECOND})
    assert {item.advice for item in answer.accounts} == {Advice.UNDECIDED}


def test_a_child_whom_the_registry_calls_gone_and_the_movement_does_not_is_undecided() -> None:
    lines = (clone("s1", SCHOOL, left=True), clone("s2", OTHER_SCHOOL))
    past = past_of({1: MOVED_ON, 2: OWN_SECOND})
    group = with_movement(group_of(*lines, registry=True), past.histories, TODAY)
    answer = advise(group, TERMS, RISK_DAYS, KnownGroup(past=past))
    assert {(item.rules[0], item.advice) for item in answer.accounts} == {
        ("D-11", Advice.UNDECIDED)
    }
    assert "в реестре отмечено" in answer.accounts[0].why


def test_a_preliminary_advice_moves_no_links() -> None:
    equal = (account("s1", enrolled=None), account("s2", OTHER_SCHOOL, None))
    answer = advised_with(equal, {}, {1: LinkState.NOBODY, 2: LinkState.LINKED})
    assert {item.rules[0] for item in answer.accounts} == {"D-25"}


def test_dates_that_movement_confirms_are_certain() -> None:
    answer = advised_with(BOTH, {1: OWN_FIRST, 2: OWN_SECOND})
    assert answer.confidence is Confidence.HIGH
    assert "истории нет ни в одной" in answer.accounts[0].why
    assert advised_with(BOTH, {1: MOVED_ON}).confidence is Confidence.MEDIUM


def test_dates_that_the_report_lacks_are_those_of_the_documents() -> None:
    bare = (account("s1", enrolled=None), account("s2", OTHER_SCHOOL, None))
    answer = advised_with(bare, {1: OWN_FIRST, 2: OWN_SECOND})
    assert [item.rules[0] for item in answer.accounts] == ["D-03", "D-03"]
    assert [item.account.stays[0].enrolled for item in answer.accounts] == [
        date(2024, 9, 2),
        date(2025, 9, 5),
    ]
    assert answer.group.overlap_days == 25


def test_documents_that_are_not_clear_give_no_dates() -> None:
    bare = (account("s1", enrolled=None), account("s2", OTHER_SCHOOL, None))
    answer = advised_with(bare, {1: UNCLEAR, 2: (enrolled(None, OTHER_SCHOOL),)})
    assert [item.account.stays[0].enrolled for item in answer.accounts] == [None, None]


def test_account_numbers_alone_stay_preliminary_where_movement_tells_nothing() -> None:
    equal = (account("s1"), account("s2", OTHER_SCHOOL))
    answer = advised_with(equal, {1: OWN_FIRST, 2: (enrolled(EARLY, OTHER_SCHOOL),)})
    assert {item.rules[0] for item in answer.accounts} == {"D-25"}
    assert answer.confidence is Confidence.LOW
    assert answer.steps[-1].action is Action.LETTER


def test_what_is_wanted_names_the_accounts_that_were_not_read() -> None:
    lines = (FIRST, account("s2", SCHOOL, LATE))
    before = advised_with(lines, {}).steps[-1].text
    assert "Нужно движение" in before
    assert "s1 (" in before
    assert "s2 (" in before
    half = advised_with(lines, {1: MOVED_ON})
    assert "s1 (" not in half.steps[-1].text
    assert "s2 (" in half.steps[-1].text
    assert "Движение записи s1 прочитано. Посмотрите движение записи s2" in half.accounts[0].why


def test_a_contradiction_says_what_the_report_and_the_movement_tell() -> None:
    why = advised_with(BOTH, {1: (enrolled("2024-09-03"),)}).accounts[0].why
    assert f"«{SCHOOL}»: в отчёте 02.09.2024, в движении 03.09.2024" in why


def test_one_account_whose_movement_is_unread_keeps_the_others_in_doubt() -> None:
    lines = (FIRST, SECOND, account("s3", THIRD_SCHOOL, "2025-09-01"))
    answer = advised_with(lines, {1: OWN_FIRST, 2: SECOND_CAME})
    assert {item.advice for item in answer.accounts} == {Advice.UNDECIDED}
    decided = advised_with(
        lines, {1: OWN_FIRST, 2: SECOND_CAME, 3: (enrolled("2025-09-01", THIRD_SCHOOL),)}
    )
    assert [item.advice for item in decided.accounts] == [
        Advice.DELETE,
        Advice.KEEP,
        Advice.DELETE,
    ]


def test_history_is_asked_after_twins_and_before_the_signs_of_the_page() -> None:
    order = [PAIR_RULES.index(rule) for rule in (d15_twins, d11_history, d26_signs_disagree)]
    assert order == sorted(order)
    twins = (FIRST, account("s2", name="Иванов Пётр Иванович"))
    assert {item.rules[0] for item in advised_with(twins, {1: MOVED_ON, 2: ()}).accounts} == {
        "D-15"
    }
    against_number = (account("s2"), account("s1", OTHER_SCHOOL, LATE, entry=QUICK))
    histories = {2: OWN_FIRST, 1: SECOND_CAME}
    assert [item.advice for item in advised_with(against_number, histories).accounts] == [
        Advice.DELETE,
        Advice.KEEP,
    ]


@pytest.mark.parametrize(
    ("earlier", "later"), list(product([None, *LinkState], [None, *LinkState])), ids=str
)
def test_d12_the_only_link_to_a_parent_is_not_removed(
    earlier: LinkState | None, later: LinkState | None
) -> None:
    links = {n: state for n, state in ((1, earlier), (2, later)) if state}
    answer = advised_with(BOTH, {1: MOVED_ON, 2: OWN_SECOND}, links)
    held = later is LinkState.LINKED and earlier is not LinkState.LINKED
    told = [(item.advice, item.rules[0]) for item in answer.accounts]
    goes = (Advice.UNDECIDED, "D-12") if held else (Advice.DELETE, "D-11")
    assert told == [(Advice.KEEP, "D-11"), goes]
    assert held is not any(step.action is Action.DELETE for step in answer.steps)


@pytest.mark.parametrize(
    ("earlier", "words"),
    [(LinkState.NOBODY, "привязан только к ней"), (None, "карточку ещё не открывали")],
)
def test_d12_says_what_to_do_before_the_removal(earlier: LinkState | None, words: str) -> None:
    links = {2: LinkState.LINKED} | ({1: earlier} if earlier else {})
    answer = advised_with(BOTH, {}, links)
    assert [item.rules[0] for item in answer.accounts] == ["D-03", "D-12"]
    assert words in answer.accounts[1].why
    assert answer.steps[-1].account_key == key(1)


def test_d12_is_silent_where_nothing_is_removed() -> None:
    (pair,) = group_of(FIRST, account("s2", SCHOOL, LATE)).pairs
    assert d12_parent_link(pair_facts(pair)) is None
    links = {1: LinkState.NOBODY, 2: LinkState.LINKED}
    answer = advised_with((FIRST, account("s2", SCHOOL, LATE)), {}, links)
    assert {item.rules[0] for item in answer.accounts} == {"D-06"}


LATER_DAY = (date(2025, 9, 1),)
GRADUATED = document(MovementKind.GRADUATION, "2025-05-31", SCHOOL, "4а")


@pytest.mark.parametrize(
    ("told", "enrolled_on", "annotates"),
    [
        (GRADUATED, LATER_DAY, True),
        (GRADUATED, (date(2025, 5, 31),), False),
        (GRADUATED, (), False),
        (document(MovementKind.GRADUATION, "2025-05-31", SCHOOL, "9а"), LATER_DAY, False),
        (document(MovementKind.GRADUATION, "2025-05-31", SCHOOL, "11"), LATER_DAY, False),
        (document(MovementKind.GRADUATION, "2025-05-31", KINDERGARTEN, ""), LATER_DAY, False),
        (document(MovementKind.GRADUATION, None, SCHOOL, "4а"), LATER_DAY, False),
        (departed("2025-05-31"), LATER_DAY, False),
        (
            document(MovementKind.DEPARTURE, "2025-05-31", destination=Destination.OTHER_REGION),
            LATER_DAY,
            True,
        ),
    ],
)
def test_d19_who_left_for_good_and_is_enrolled_again_left_for_another_reason(
    told: MovementDocument, enrolled_on: tuple[date, ...], annotates: bool
) -> None:
    assert d19_wrong_reason((told,), enrolled_on) is annotates


@pytest.mark.parametrize(
    ("enrolled_on", "today", "annotates"),
    [
        ((date(2025, 4, 2),), date(2025, 9, 30), False),
        ((date(2025, 4, 3),), date(2025, 9, 30), True),
        ((date(2025, 3, 2),), date(2025, 9, 30), True),
        ((), date(2025, 4, 2), False),
        ((), date(2025, 4, 3), True),
    ],
)
def test_d20_who_left_for_another_organisation_is_lost_after_thirty_days(
    enrolled_on: tuple[date, ...], today: date, annotates: bool
) -> None:
    left = document(
        MovementKind.DEPARTURE, "2025-03-03", destination=Destination.OTHER_ORGANISATION
    )
    assert d20_lost((left,), enrolled_on, today) is annotates
    assert d20_lost((departed("2025-03-03"),), enrolled_on, today) is False
