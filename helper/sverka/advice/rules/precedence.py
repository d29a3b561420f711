"""The order in which the rules are asked: the first that fits decides.

The table is the domain's: history before the signs of a page, identity before organisation,
organisation before dates, dates before account numbers, and «не решено» where nothing fits.
"""

from collections.abc import Callable

from msgspec.structs import replace

from sverka.advice.facts import PairFacts
from sverka.advice.outcome import Effect, Outcome
from sverka.advice.rules.identity import (
    d15_twins,
    d16_other_papers,
    d17_one_paper_two_names,
    d27_other_child,
)
from sverka.advice.rules.movement import d11_history
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
from sverka.advice.vocabulary import Confidence
from sverka.matching.papers import same_paper

#: Where none of them fits, nothing tells (D-10).
PAIR_RULES: tuple[Callable[[PairFacts], Outcome | None], ...] = (
    d15_twins,
    d16_other_papers,
    d17_one_paper_two_names,
    d11_history,
    d26_signs_disagree,
    d27_other_child,
    d06_attached,
    d07_additional_by_own_account,
    d09_additional_twice,
    d05_same_date,
    d04_kindergarten,
    d03_not_departed,
    d01_earlier_stays,
    d25_account_numbers,
)
# To name a member of an enum takes ten times what a global takes, and every pair names these.
_REMOVE_LATER, _MEDIUM = Effect.REMOVE_LATER, Confidence.MEDIUM


def decide(pair: PairFacts) -> Outcome:
    """What the first rule that fits says; the movement of both accounts or their papers may bear
    out a removal by the signs of the page.
    """
    outcome = _first_that_fits(pair)
    by_signs = outcome.effect is _REMOVE_LATER and outcome.confidence is _MEDIUM
    if by_signs and (pair.movement_read or same_paper(pair.earlier, pair.later)):
        return replace(outcome, confidence=Confidence.HIGH)
    return outcome


def _first_that_fits(pair: PairFacts) -> Outcome:
    for rule in PAIR_RULES:
        outcome = rule(pair)
        if outcome is not None:
            return outcome
    return d10_cannot_tell(pair)
