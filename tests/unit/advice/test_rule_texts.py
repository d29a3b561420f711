"""What all rules have in common, whatever page they are of: their texts read as texts."""

import re

import pytest

from sverka.advice.cards.catalogue import CardRule, card_rules
from sverka.advice.catalogue import Rule, catalogue
from sverka.advice.lists.catalogue import list_rules

OF_FINDINGS = {**card_rules(), **list_rules()}
RULES = {**catalogue().rules, **OF_FINDINGS}


def test_no_two_rules_have_one_number() -> None:
    assert len(RULES) == len(catalogue().rules) + len(card_rules()) + len(list_rules())


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_a_text_a_quote_and_a_source(rule: Rule | CardRule) -> None:
    assert re.fullmatch(r"[А-ЯЁ].*\.", rule.text)
    assert len(rule.quote) > 40
    assert rule.source


@pytest.mark.parametrize("rule", OF_FINDINGS.values(), ids=OF_FINDINGS)
def test_every_sentence_and_step_ends_as_a_sentence(rule: CardRule) -> None:
    steps = (step for steps in rule.steps.values() for step in steps)
    for sentence in (*rule.why.values(), *steps):
        # Some sentences are told whole by somebody else.
        assert re.fullmatch(r"[А-ЯЁ].*\.|.*\{why\}|\{problem\}", sentence), sentence
