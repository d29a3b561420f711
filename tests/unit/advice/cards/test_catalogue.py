"""The rules for cards and their texts fit together: none is missing, none is left over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sverka.advice.cards import rules
from sverka.advice.cards.catalogue import CardRule, card_rules
from sverka.advice.cards.findings import CARD_RULES
from sverka.advice.cards.vocabulary import FindingAdvice

RULES = card_rules()
CODE = Path(rules.__file__).parent
TESTS = Path(__file__).parent
OF_RULE = re.compile(r"([a-z])(\d\d)_")


def number_of(function: str) -> str:
    """`l01_pupil_without_parent` carries out L-01."""
    found = OF_RULE.match(function)
    assert found, function
    return f"{found[1].upper()}-{found[2]}"


def strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def written(folder: Path) -> set[str]:
    """Every string in the code of a folder."""
    files = (file.read_text(encoding="utf-8") for file in folder.glob("*.py"))
    return {string for source in files for string in strings(ast.parse(source))}


def test_every_rule_has_a_function_and_every_function_a_rule() -> None:
    assert {number_of(rule.__name__) for rule in CARD_RULES} == set(RULES)


def test_every_rule_has_a_test() -> None:
    assert set(RULES) <= written(TESTS)


@pytest.mark.parametrize("name", RULES)
def test_every_reason_is_given_by_the_code(name: str) -> None:
    # Two reasons are the names of problems of dates.
    given = written(CODE) | {"unreadable", "impossible"}
    assert {reason for reason, _ in RULES[name].why} <= given


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_reason_has_one_advice_and_steps_only_for_reasons(rule: CardRule) -> None:
    reasons = [reason for reason, _ in rule.why]
    assert len(reasons) == len(set(reasons))
    assert set(rule.steps) <= set(reasons)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_whoever_has_to_link_merge_review_or_refuse_is_told_how(rule: CardRule) -> None:
    to_explain = {
        *(FindingAdvice.LINK, FindingAdvice.MERGE_CARDS),
        *(FindingAdvice.REVIEW, FindingAdvice.REFUSE),
    }
    assert {reason for reason, advice in rule.why if advice in to_explain} == set(rule.steps)


def test_nothing_is_deleted_without_a_look_at_the_links() -> None:
    for rule in RULES.values():
        for steps in rule.steps.values():
            assert not any(step.startswith("Удал") for step in steps)
