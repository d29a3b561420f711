"""What a rule says: its effect on the accounts, before it is put into words."""

from enum import StrEnum

from msgspec import Struct

from sverka.advice.vocabulary import Cause, Confidence


class Effect(StrEnum):
    """What becomes of the accounts a rule decides."""

    REMOVE_LATER = "remove-later"
    UNDECIDED = "undecided"
    NOT_DUPLICATE = "not-duplicate"
    FIX_DATES = "fix-dates"


class Outcome(Struct, frozen=True, gc=False):
    """The decision of one rule; `reason` names the sentence of it in `rules.toml`."""

    rule: str
    effect: Effect
    cause: Cause
    confidence: Confidence
    reason: str
