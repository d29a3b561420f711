"""Rules that turn on the kind of the organisations."""

from sverka.advice.facts import Basis, PairFacts, entered_in_bulk
from sverka.advice.outcome import Effect, Outcome
from sverka.advice.vocabulary import Cause, Confidence
from sverka.people.organisations import OrgKind

# To name a member of an enum takes ten times what a global takes, and every pair names these.
_ADDITIONAL = OrgKind.ADDITIONAL
_BOTH_ADDITIONAL = (OrgKind.ADDITIONAL, OrgKind.ADDITIONAL)


def d06_attached(pair: PairFacts) -> Outcome | None:
    """Attached and enrolled, or twice in one organisation.

    Only the movement history tells which account to keep, and no report prints it, so the earlier
    account is never deleted here. A child who left with a class and came back is another case.
    """
    if pair.in_pool or not (pair.attached or pair.same_organisation):
        return None
    two_classes = bool(pair.earlier_stay.classes and pair.later_stay.classes)
    if pair.departed_before and two_classes and not pair.attached:
        return None
    reason = "attached" if pair.attached or not two_classes else "two-classes"
    cause = Cause.ATTACHED if reason == "attached" else Cause.OTHER
    return Outcome("D-06", Effect.UNDECIDED, cause, Confidence.MEDIUM, reason)


def d07_additional_by_own_account(pair: PairFacts) -> Outcome | None:
    """Additional education entered anew a child that a school or kindergarten already has."""
    if pair.in_pool or pair.kinds.count(_ADDITIONAL) != 1:
        return None
    cause, confidence = Cause.ADDITIONAL_EDUCATION, Confidence.MEDIUM
    if OrgKind.OTHER in pair.kinds:
        return Outcome("D-07", Effect.UNDECIDED, cause, confidence, "kind-unknown")
    if pair.basis is not Basis.DATES or pair.doubtful_dates:
        return Outcome("D-07", Effect.UNDECIDED, cause, confidence, "order-unknown")
    if pair.kinds[0] is OrgKind.ADDITIONAL:
        return Outcome("D-07", Effect.UNDECIDED, cause, confidence, "additional-earlier")
    if not pair.earlier_stay.departure_known or pair.departed_before:
        return Outcome("D-07", Effect.UNDECIDED, cause, confidence, "school-left")
    if not entered_in_bulk(pair.later_stay):
        return Outcome("D-07", Effect.UNDECIDED, cause, confidence, "entry-unknown")
    return Outcome("D-07", Effect.REMOVE_LATER, cause, confidence, "remove")


def d09_additional_twice(pair: PairFacts) -> Outcome | None:
    """Two accounts of additional education and none of a school: by date, or not at all."""
    if pair.in_pool or pair.kinds != _BOTH_ADDITIONAL:
        return None
    cause, confidence = Cause.ADDITIONAL_EDUCATION, Confidence.MEDIUM
    if pair.basis is not Basis.DATES or pair.doubtful_dates:
        return Outcome("D-09", Effect.UNDECIDED, cause, confidence, "order-unknown")
    return Outcome("D-09", Effect.REMOVE_LATER, cause, confidence, "remove")
