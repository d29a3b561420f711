"""What holds for the advice on any group whatever."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from sverka.advice.advise import GroupAdvice, advise
from sverka.advice.vocabulary import Action, Advice, Confidence
from sverka.matching.groups import group_report
from sverka.matching.vocabulary import Verdict
from sverka.pages.records import Mention
from sverka.pages.vocabulary import EntryWay, Layout
from sverka.people.names import Sex
from tests.unit.advice.cases import CASES
from tests.unit.advice.people import (
    ADDITIONAL,
    COLLEGE,
    EARLY,
    KINDERGARTEN,
    LATE,
    OTHER_ADDITIONAL,
    OTHER_SCHOOL,
    RISK_DAYS,
    SCHOOL,
    TERMS,
    account,
    advised,
)
from tests.unit.matching.people import IVANOV, KEYS, report

PLACES = (SCHOOL, OTHER_SCHOOL, KINDERGARTEN, ADDITIONAL, OTHER_ADDITIONAL, COLLEGE)
DAYS = (EARLY, LATE, "2025-09-15")
#: Lines with one child and dates in order, on which the rules mostly decide …
ORDERLY = st.builds(
    account,
    st.sampled_from(["s1", "s2", "s3"]),
    st.sampled_from(PLACES),
    st.sampled_from(DAYS),
    class_=st.sampled_from(["", "1а", "4а"]),
    entry=st.sampled_from([None, *EntryWay]),
)
#: … and lines of which anything may be missing, doubtful or of another child.
DISORDERLY = st.builds(
    account,
    st.sampled_from([None, "s1", "s2", "p1", "p2"]),
    st.sampled_from([None, *PLACES]),
    st.sampled_from([None, *DAYS]),
    st.sampled_from([None, *DAYS]),
    st.sampled_from(["", "1а", "4а", "7а"]),
    entry=st.sampled_from([None, *EntryWay]),
    departure_known=st.booleans(),
    doubtful=st.booleans(),
    name=st.sampled_from([IVANOV, "Иванов Пётр Иванович", "Иванов Иванн Иванович"]),
    born=st.sampled_from(["2015-05-07", None, "2016-05-07"]),
    sex=st.sampled_from([None, Sex.MALE, Sex.FEMALE]),
)
LINES = (
    st.lists(ORDERLY, min_size=2, max_size=4, unique_by=lambda line: line.number)
    | st.lists(DISORDERLY, min_size=1, max_size=4)
    | st.lists(ORDERLY | DISORDERLY, min_size=2, max_size=4)
)


def answers(lines: list[Mention], layout: Layout = Layout.DATES) -> list[GroupAdvice]:
    """The advice on every group; in "periods" each line is linked to the next."""
    links = [(n, n + 1, LATE, None) for n in range(len(lines) - 1)]
    told = report(*lines, layout=layout, overlaps=links if layout is Layout.PERIODS else ())
    return [advise(group, TERMS, RISK_DAYS) for group in group_report(told, KEYS)]


def of_any_layout(lines: list[Mention]) -> list[GroupAdvice]:
    return [*answers(lines), *answers(lines, Layout.PERIODS)]


@given(LINES)
def test_every_account_of_every_group_gets_an_advice_with_a_sentence(lines: list[Mention]) -> None:
    for answer in of_any_layout(lines):
        assert [item.account for item in answer.accounts] == list(answer.group.accounts)
        assert all(re.fullmatch(r"[^{}]+\.", item.why) for item in answer.accounts)
        assert all(re.fullmatch(r"[^{}]+", step.text) for step in answer.steps)


@given(LINES)
def test_where_one_account_goes_exactly_one_stays(lines: list[Mention]) -> None:
    for answer in of_any_layout(lines):
        advice = [item.advice for item in answer.accounts]
        assert advice.count(Advice.KEEP) == (1 if Advice.DELETE in advice else 0)


@given(LINES)
def test_nothing_is_deleted_unless_it_is_certainly_one_child(lines: list[Mention]) -> None:
    for answer in of_any_layout(lines):
        if any(item.advice is Advice.DELETE for item in answer.accounts):
            assert answer.group.verdict is Verdict.SAME


@given(LINES)
def test_what_is_deleted_for_certain_has_dates_that_can_be_trusted(lines: list[Mention]) -> None:
    for answer in of_any_layout(lines):
        for item in answer.accounts:
            if item.advice is Advice.DELETE:
                stays = item.account.stays
                assert not any(stay.doubtful for stay in stays)
                assert item.confidence is Confidence.LOW or all(stay.enrolled for stay in stays)


@given(LINES)
def test_a_step_deletes_exactly_what_the_advice_deletes_for_certain(lines: list[Mention]) -> None:
    for answer in of_any_layout(lines):
        told = [step.account_key for step in answer.steps if step.action is Action.DELETE]
        assert sorted(filter(None, told)) == sorted(
            item.account.key
            for item in answer.accounts
            if item.advice is Advice.DELETE and item.confidence is not Confidence.LOW
        )


@given(LINES)
def test_no_removal_leaves_the_child_without_a_place(lines: list[Mention]) -> None:
    for answer in of_any_layout(lines):
        actions = [step.action for step in answer.steps]
        assert actions.count(Action.ENROL) == actions.count(Action.DELETE)
        if Action.DELETE in actions:
            assert "где ребёнок учится фактически" in answer.steps[0].text


@given(LINES)
def test_nobody_but_a_named_organisation_is_asked_to_delete(lines: list[Mention]) -> None:
    for answer in of_any_layout(lines):
        for step in answer.steps:
            assert step.action is not Action.DELETE or step.org_key


@given(LINES)
def test_nothing_is_more_certain_than_the_dates_of_a_page(lines: list[Mention]) -> None:
    for answer in of_any_layout(lines):
        assert all(item.confidence is not Confidence.HIGH for item in answer.accounts)


@given(LINES)
@example([line for case in CASES for line in case.lines])
def test_no_sentence_names_a_person(lines: list[Mention]) -> None:
    for answer in of_any_layout(lines):
        told = [item.why for item in answer.accounts] + [step.text for step in answer.steps]
        assert not any(name in sentence for sentence in told for name in ("Иванов", "Шевчук"))


def test_the_order_of_the_rows_changes_no_advice() -> None:
    for case in CASES:
        first = advised(*case.lines, overlaps=case.overlaps, registry=case.registry)
        links = tuple((b, a, start, end) for a, b, start, end in case.overlaps)
        turned = [*reversed(case.lines[:2]), *case.lines[2:]]
        second = advised(*turned, overlaps=links, registry=case.registry)
        if all(line.number for line in case.lines):
            assert {item.account.key: item.advice for item in first.accounts} == {
                item.account.key: item.advice for item in second.accounts
            }, case.title
