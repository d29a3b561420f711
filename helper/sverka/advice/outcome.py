"""What a rule says: its effect on the accounts, before it is put into words."""

from dataclasses import dataclass
from enum import StrEnum

from sverka.advice.vocabulary import Cause, Confidence


class Effect(StrEnum):
    """What becomes of the accounts a rule decides."""

    REMOVE_LATER = "remove-later"
    UNDECIDED = "undecided"
    NOT_DUPLICATE = "not-duplicate"
    FIX_DATES = "fix-dates"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The decision of one rule; `reason` names the sentence of it in `rules.toml`."""

    rule: str
    effect: Effect
    cause: Cause
    confidence: Confidence
    reason: str
