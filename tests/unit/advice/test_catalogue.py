"""`rules.toml` is whole: every rule, sentence, plan and placeholder can be used."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from sverka.advice.catalogue import Rule, StepTemplate, catalogue
from sverka.advice.vocabulary import Action, Advice
from sverka.advice.wording import fill, names_of
from tests.unit.advice.people import account, facts_of

RULES = catalogue().rules
PLANS = [
    pytest.param(plan, id=f"{name} {reason}")
    for name, rule in RULES.items()
    for reason, plan in rule.plans.items()
]
REMOVING = [
    pytest.param(rule.plans["remove"], id=name)
    for name, rule in RULES.items()
    if ("remove", Advice.DELETE) in rule.why and name != "D-25"
]
OF_THE_GROUP = {"organisations", "all_organisations", "accounts", "unread_accounts"}


def known_names() -> set[str]:
    return set(names_of(facts_of(account("s1"), account("s2", "МБОУ СОШ № 2"))))


def placeholders(sentence: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(sentence) if field is not None}


def steps() -> Iterator[StepTemplate]:
    seen = {
        step.order: step for rule in RULES.values() for plan in rule.plans.values() for step in plan
    }
    yield from seen.values()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_reason_has_sentences_and_a_plan(rule: Rule) -> None:
    assert {reason for reason, _ in rule.why} == set(rule.plans)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_rests_on_rules_that_exist(rule: Rule) -> None:
    assert set(rule.rests_on) <= set(RULES)


def test_a_removal_always_says_what_is_kept_too() -> None:
    for name, rule in RULES.items():
        for reason, advice in rule.why:
            other = {Advice.DELETE: Advice.KEEP, Advice.KEEP: Advice.DELETE}.get(advice, advice)
            assert (reason, other) in rule.why, name


def test_a_sentence_is_filled_as_python_would_fill_it() -> None:
    names = {name: f"<{name}>" for name in known_names() | OF_THE_GROUP}
    sentences = [sentence for rule in RULES.values() for sentence in rule.why.values()]
    sentences += [text for step in steps() for text in (step.text, step.one, step.none)]
    for sentence in (*sentences, "", "{id}", "{id}{later_id}", "{{id}} {id}", "без имён"):
        assert fill(sentence, names) == sentence.format_map(names)


def test_every_placeholder_of_a_sentence_is_known() -> None:
    known = known_names()
    used = {
        field
        for rule in RULES.values()
        for sentence in rule.why.values()
        for field in placeholders(sentence)
    }
    assert used <= known


def test_every_placeholder_of_a_step_is_known() -> None:
    known = known_names()
    for step in steps():
        for sentence in (step.text, step.one, step.none):
            allowed = OF_THE_GROUP if step.for_group else known
            assert placeholders(sentence) <= allowed, sentence
        assert placeholders(step.condition or "") <= known, step.text


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_the_name_of_an_organisation_is_never_to_be_declined(rule: Rule) -> None:
    plans = [step for plan in rule.plans.values() for step in plan]
    sentences = (*rule.why.values(), *(f"{step.text} {step.condition}" for step in plans))
    for sentence in sentences:
        found = re.findall(r"(\S+) \{(?:earlier|later|quick)_org\}", sentence)
        assert all(re.fullmatch(r"организаци[яию]", word, re.IGNORECASE) for word in found), (
            sentence
        )


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_what_is_undecided_says_where_to_look(rule: Rule) -> None:
    for (_, advice), sentence in rule.why.items():
        if advice is Advice.UNDECIDED:
            assert re.search(r"Приложение 2|карточк|{look}", sentence), sentence


def test_no_name_is_made_that_no_sentence_uses() -> None:
    sentences = [sentence for rule in RULES.values() for sentence in rule.why.values()]
    texts = [text for step in steps() for text in (step.text, step.condition or "")]
    used = {field for sentence in (*sentences, *texts) for field in placeholders(sentence)}
    assert known_names() | OF_THE_GROUP == used


@pytest.mark.parametrize("plan", PLANS)
def test_the_steps_of_a_plan_stand_in_the_order_of_the_table(
    plan: tuple[StepTemplate, ...],
) -> None:
    assert list(plan) == sorted(plan, key=lambda step: step.order)


@pytest.mark.parametrize("plan", REMOVING)
def test_a_removal_begins_with_where_the_child_studies_and_ends_with_the_report_again(
    plan: tuple[StepTemplate, ...],
) -> None:
    assert "где ребёнок учится фактически" in plan[0].text
    assert "ещё раз" in plan[-1].text
    assert plan[-1].action is Action.VERIFY


@pytest.mark.parametrize("plan", PLANS)
def test_nothing_is_deleted_without_a_look_at_marks_and_a_new_enrolment(
    plan: tuple[StepTemplate, ...],
) -> None:
    actions = [step.action for step in plan]
    if Action.DELETE not in actions:
        return
    at = actions.index(Action.DELETE)
    assert "оценок" in plan[at - 1].text
    assert actions[at + 1] is Action.ENROL


def test_a_plan_deletes_only_where_an_account_is_to_be_deleted_for_certain() -> None:
    for name, rule in RULES.items():
        for reason, plan in rule.plans.items():
            deletes = any(step.action is Action.DELETE for step in plan)
            certain = (reason, Advice.DELETE) in rule.why and name != "D-25"
            assert deletes is certain, name
