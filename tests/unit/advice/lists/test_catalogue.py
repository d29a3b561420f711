"""The rules for lists and their texts fit together: none is missing, none is left over."""

from pathlib import Path

import pytest

from sverka.advice.cards.catalogue import CardRule
from sverka.advice.cards.vocabulary import FindingAdvice
from sverka.advice.lists.catalogue import list_rules
from sverka.advice.lists.rules import LIST_RULES

RULES = list_rules()
TESTS = Path(__file__).with_name("test_rules.py").read_text(encoding="utf-8")


def test_every_rule_has_a_function_and_every_function_a_rule() -> None:
    named = {f"S-{rule.__name__[1:3]}" for rule in LIST_RULES}
    assert named == set(RULES)


@pytest.mark.parametrize("name", RULES)
def test_every_rule_has_a_test(name: str) -> None:
    assert f'"{name}"' in TESTS


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_whoever_has_to_link_or_review_is_told_how(rule: CardRule) -> None:
    to_explain = {FindingAdvice.LINK, FindingAdvice.REVIEW}
    assert {reason for reason, advice in rule.why if advice in to_explain} == set(rule.steps)
