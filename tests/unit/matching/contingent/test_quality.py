"""The shipped model against children it was not trained on: what it must never do, and rarely."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import combinations, groupby
from operator import attrgetter

import pytest

from benchmarks.contingent import Child
from sverka.matching.candidates import candidate_pairs
from sverka.matching.scoring import shipped_scorer
from sverka.matching.vocabulary import Verdict
from tests.unit.matching.contingent.pupils import children, compared, forms

# More time than `make test` may take.
pytestmark = pytest.mark.slow

ROWS, SEED = 12_000, 2
Pairs = set[tuple[Child, Child]]


@cache
def lines() -> Sequence[Child]:
    """The children in their order, so that the two of a pair stand in it too."""
    return sorted(children(ROWS, SEED), key=attrgetter("child"))


@cache
def judged(verdict: Verdict) -> Pairs:
    records, scorer = forms(compared(lines())), shipped_scorer()
    return {
        (lines()[a], lines()[b])
        for a, b in candidate_pairs(records, scorer.model)
        if scorer.score(records[a], records[b]).verdict is verdict
    }


@cache
def truth() -> Pairs:
    by_child = groupby(lines(), key=attrgetter("child"))
    return {pair for _, accounts in by_child for pair in combinations(accounts, 2)}


def of_two(pairs: Iterable[tuple[Child, Child]]) -> Pairs:
    return {(a, b) for a, b in pairs if a.child != b.child}


def twins() -> Pairs:
    """Neighbours among the children who share birth date and enrolment but not the name."""
    by_birth = groupby(sorted(lines(), key=attrgetter("birth")), key=attrgetter("birth"))
    return {
        (a, b)
        for _, born in by_birth
        for a, b in combinations(born, 2)
        if b.child - a.child == 1 and a.name != b.name
    }


def test_hardly_two_children_are_called_one() -> None:
    same = judged(Verdict.SAME)
    assert len(same & truth()) / len(same) >= 0.995


def test_nearly_all_second_accounts_are_found() -> None:
    same = judged(Verdict.SAME)
    assert 2 * len(same & truth()) / (len(same) + len(truth())) >= 0.985


def test_twins_are_never_called_one_child() -> None:
    assert len(twins()) > 50
    assert twins() & judged(Verdict.SAME) == set()


def test_children_of_different_names_are_never_called_one() -> None:
    assert {(a.name, b.name) for a, b in of_two(judged(Verdict.SAME)) if a.name != b.name} == set()


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.POSSIBLE])
def test_a_person_is_asked_about_few_pairs(verdict: Verdict) -> None:
    assert len(of_two(judged(verdict))) <= 0.02 * len(truth())
