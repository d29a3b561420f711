"""Rules that turn on what was read beside the report: the movement, and the links to parents."""

from collections.abc import Iterable
from datetime import date, timedelta

from sverka.advice.facts import NOTHING_TOLD, Basis, PairFacts, grade_of
from sverka.advice.outcome import Effect, Outcome
from sverka.advice.rules.identity import d27_other_child
from sverka.advice.vocabulary import Cause, Confidence
from sverka.pages.records import History, MovementDocument
from sverka.pages.vocabulary import Destination, LinkState, MovementKind
from sverka.people.organisations import OrgKind, kind_of

#: Out of these a pupil may go for good and yet study elsewhere.
_LAST_GRADES = frozenset({9, 11, 12})
_FOUND_WITHIN = timedelta(days=30)


def d11_history(pair: PairFacts) -> Outcome | None:
    """Exactly one account holds a history: it stays. What makes a removal doubtful stops it."""
    if pair.told is NOTHING_TOLD:
        return None
    if pair.basis is Basis.HISTORY:
        return _by_history(pair)
    reason = _doubt(pair)
    if reason is None:
        return None
    confidence = Confidence.HIGH if reason == "both" else Confidence.MEDIUM
    return Outcome("D-11", Effect.UNDECIDED, Cause.UNKNOWN, confidence, reason)


def _by_history(pair: PairFacts) -> Outcome | None:
    if d27_other_child(pair) or pair.both_departed or not pair.organisations_known:
        return None
    if OrgKind.OTHER in pair.kinds or _would_leave_school(pair):
        return None
    reason = _way_out(pair)
    return Outcome("D-11", Effect.REMOVE_LATER, _cause(pair), Confidence.HIGH, reason)


def _would_leave_school(pair: PairFacts) -> bool:
    """Whether additional education has the history: no school takes a child back from there."""
    return pair.kinds[0] is OrgKind.ADDITIONAL and pair.kinds[1] is not OrgKind.ADDITIONAL


def _doubt(pair: PairFacts) -> str | None:
    earlier, later = pair.told
    if (earlier and earlier.clash) or (later and later.clash):
        return "contradiction"
    if earlier and later:
        histories = (earlier.has_history, later.has_history)
        if histories == (True, True):
            return "both"
        if None not in histories:
            return None
        return "stale" if earlier.stale or later.stale else "unclear"
    if pair.basis is Basis.NOTHING:
        return None
    if later and later.stale and later.has_history is None:
        return "stale"
    if later and later.has_history is not False:
        return "later-alone"
    return "earlier-alone" if earlier and earlier.has_history is not True else None


def _way_out(pair: PairFacts) -> str:
    """Which steps lead from two accounts to one."""
    if OrgKind.ADDITIONAL in pair.kinds:
        return "remove-additional"
    if pair.same_organisation:
        return "remove-same"
    began, came = pair.earlier_stay.enrolled, pair.later_stay.enrolled
    in_order = began and came and began < came and not pair.doubtful_dates
    return "remove" if in_order else "remove-undated"


def _cause(pair: PairFacts) -> Cause:
    if OrgKind.ADDITIONAL in pair.kinds:
        return Cause.ADDITIONAL_EDUCATION
    if pair.same_organisation:
        both = pair.earlier_stay.classes and pair.later_stay.classes
        return Cause.OTHER if both and not pair.attached else Cause.ATTACHED
    departed, came = pair.earlier_stay.departed, pair.later_stay.enrolled
    if departed and departed == came:
        return Cause.SAME_DATE
    return Cause.OTHER if pair.departed_before else Cause.NOT_DEPARTED


def d12_parent_link(pair: PairFacts) -> Outcome | None:
    """The later account has the only link to a parent known of: it must not go before that."""
    earlier, later = pair.links
    if later is not LinkState.LINKED or earlier is LinkState.LINKED:
        return None
    reason = "only-link" if earlier is LinkState.NOBODY else "kept-unseen"
    return Outcome("D-12", Effect.UNDECIDED, Cause.UNKNOWN, Confidence.MEDIUM, reason)


def d19_wrong_reason(history: History, enrolled: Iterable[date]) -> bool:
    """Left for good by the documents, and yet enrolled on a later day of `enrolled`."""
    last = max(enrolled, default=None)
    return last is not None and any(
        document.day and document.day < last and _is_for_good(document) for document in history
    )


def _is_for_good(document: MovementDocument) -> bool:
    if document.destination is Destination.OTHER_REGION:
        return True
    if document.kind is not MovementKind.GRADUATION:
        return False
    grades = {grade_of(line) for line in document.source}
    return kind_of(document.organisation) is OrgKind.SCHOOL and grades.isdisjoint(_LAST_GRADES)


def d20_lost(history: History, enrolled: Iterable[date], today: date) -> bool:
    """Left for another organisation, and enrolled nowhere within thirty days."""
    known = sorted(enrolled)
    for document in history:
        left = document.day
        if left is None or document.destination is not Destination.OTHER_ORGANISATION:
            continue
        found = next((day for day in known if day >= left), today)
        if found - left > _FOUND_WITHIN:
            return True
    return False
