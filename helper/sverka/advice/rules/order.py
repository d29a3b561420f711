"""Rules that turn on which account was entered earlier."""

from sverka.advice.facts import Basis, PairFacts, came_quickly, grades
from sverka.advice.outcome import Effect, Outcome
from sverka.advice.vocabulary import Cause, Confidence
from sverka.matching.vocabulary import Verdict
from sverka.people.organisations import OrgKind

_FIRST_GRADE = {1}
# To name a member of an enum takes ten times what a global takes, and every pair names these.
_DATES, _NUMBERS = Basis.DATES, Basis.NUMBERS
_UNKNOWN = Verdict.UNKNOWN
_OTHER = OrgKind.OTHER
_SCHOOL_FIRST = (OrgKind.SCHOOL, OrgKind.KINDERGARTEN)
_KINDERGARTEN_FIRST = (OrgKind.KINDERGARTEN, OrgKind.SCHOOL)
_PRELIMINARY = Outcome("D-25", Effect.REMOVE_LATER, Cause.UNKNOWN, Confidence.LOW, "remove")
_ORDER_KNOWN = (Basis.HISTORY, Basis.DATES)


def d26_signs_disagree(pair: PairFacts) -> Outcome | None:
    """Date, way of entry and account numbers point to different accounts."""
    if pair.basis is not _DATES or pair.verdict is _UNKNOWN:
        return None
    if pair.later_has_history:
        reason = "history"
    elif came_quickly(pair.earlier.stays[0]) and not came_quickly(pair.later_stay):
        reason = "entry"
    elif pair.numbers_disagree:
        reason = "numbers"
    else:
        return None
    return Outcome("D-26", Effect.UNDECIDED, Cause.UNKNOWN, Confidence.MEDIUM, reason)


def d05_same_date(pair: PairFacts) -> Outcome | None:
    """Departure and enrolment on one date (cause 2): the earlier account stays."""
    departed, enrolled = pair.earlier_stay.departed, pair.later_stay.enrolled
    if not _ordered_by_dates(pair) or departed is None or departed != enrolled:
        return None
    return Outcome("D-05", Effect.REMOVE_LATER, Cause.SAME_DATE, Confidence.MEDIUM, "remove")


def d04_kindergarten(pair: PairFacts) -> Outcome | None:
    """The original is in the kindergarten, the double in class 1 of the school (cause 1)."""
    if not _ordered_by_dates(pair) or not _not_departed(pair):
        return None
    if pair.kinds == _SCHOOL_FIRST:
        return Outcome(
            "D-04", Effect.UNDECIDED, Cause.NOT_DEPARTED, Confidence.MEDIUM, "school-earlier"
        )
    if pair.kinds != _KINDERGARTEN_FIRST or grades(pair.later) != _FIRST_GRADE:
        return None
    return Outcome("D-04", Effect.REMOVE_LATER, Cause.NOT_DEPARTED, Confidence.MEDIUM, _when(pair))


def d03_not_departed(pair: PairFacts) -> Outcome | None:
    """The earlier organisation has not let the child go, or only after the later enrolment."""
    if not _ordered_by_dates(pair) or not _not_departed(pair):
        return None
    return Outcome("D-03", Effect.REMOVE_LATER, Cause.NOT_DEPARTED, Confidence.MEDIUM, _when(pair))


def d01_earlier_stays(pair: PairFacts) -> Outcome | None:
    """Identical persons, one entered earlier: that account has the history and stays."""
    if not _ordered_by_dates(pair):
        return None
    return Outcome("D-01", Effect.REMOVE_LATER, Cause.OTHER, Confidence.MEDIUM, "remove")


def d25_account_numbers(pair: PairFacts) -> Outcome | None:
    """Only the account numbers tell the order: preliminary, to be confirmed by the movement."""
    if pair.basis is not _NUMBERS or pair.doubtful_dates or pair.both_departed:
        return None
    return _PRELIMINARY


def d10_cannot_tell(pair: PairFacts) -> Outcome:
    """Nothing tells which account is the earlier one."""
    quick = [came_quickly(stay) for stay in (pair.earlier_stay, pair.later_stay)]
    if pair.doubtful_dates:
        reason = "dates-doubtful"
    elif pair.both_departed:
        reason = "both-departed"
    elif pair.basis in _ORDER_KNOWN:
        reason = "organisation-unknown"
    elif quick.count(True) == 1:
        reason = "one-quick"
    elif pair.earlier.first_enrolled() and pair.later.first_enrolled():
        reason = "dates-equal"
    else:
        reason = "dates-missing"
    return Outcome("D-10", Effect.UNDECIDED, Cause.UNKNOWN, Confidence.MEDIUM, reason)


def _ordered_by_dates(pair: PairFacts) -> bool:
    """Whether dates decide, and it can be said which organisation is to act.

    It can't where the kind of one is not certain, or where nobody is enrolled any more.
    """
    if pair.basis is not _DATES or pair.doubtful_dates or pair.both_departed:
        return False
    return pair.organisations_known and _OTHER not in pair.kinds


def _not_departed(pair: PairFacts) -> bool:
    """Whether the earlier account is still enrolled, or was, when the later one came."""
    departed, enrolled = pair.earlier_stay.departed, pair.later_stay.enrolled
    if not pair.earlier_stay.departure_known or enrolled is None or pair.same_organisation:
        return False
    return departed is None or departed > enrolled


def _when(pair: PairFacts) -> str:
    """Whether the departure is still to come («remove») or came too late («late»)."""
    return "remove" if pair.earlier_stay.departed is None else "late"
