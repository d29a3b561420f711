"""Rules that ask whether these are two accounts of one child at all."""

from itertools import pairwise

from sverka.advice.facts import PairFacts, grades, stay_kind
from sverka.advice.outcome import Effect, Outcome
from sverka.advice.vocabulary import Cause, Confidence
from sverka.known import NotDuplicate
from sverka.matching.accounts import Account
from sverka.matching.papers import papers_differ, same_paper
from sverka.matching.vocabulary import Verdict
from sverka.people.folding import fold_name
from sverka.people.organisations import OrgKind

_GRADES_APART = 1
# To name a member of an enum takes ten times what a global takes, and every pair names these.
_DIFFERENT, _UNKNOWN, _POSSIBLE = Verdict.DIFFERENT, Verdict.UNKNOWN, Verdict.POSSIBLE


def d00_same_account(account: Account, overlap_days: int | None) -> Outcome | None:
    """One account printed more than once is no duplicate; where its dates clash, mend them."""
    if len(account.mentions) < 2 or account.contradictions:
        return None
    touching = any(
        left.departed == right.enrolled
        for left, right in pairwise(account.stays)
        if right.enrolled is not None
    )
    cause = Cause.SAME_DATE if touching else Cause.OTHER
    if len(account.stays) > 1 and (touching or overlap_days is None or overlap_days > 0):
        reason = "dates-unknown" if overlap_days is None else "dates"
        return Outcome("D-00", Effect.FIX_DATES, cause, Confidence.MEDIUM, reason)
    return Outcome("D-00", Effect.NOT_DUPLICATE, cause, Confidence.MEDIUM, "repeated")


def d08_additional_by_one_account(account: Account) -> Outcome | None:
    """A pupil of a school or kindergarten may be in additional education by the same account."""
    if account.number is None or account.contradictions:
        return None
    kinds = {stay_kind(stay) for stay in account.stays}
    main = [stay for stay in account.stays if stay_kind(stay) is not OrgKind.ADDITIONAL]
    if OrgKind.ADDITIONAL not in kinds or len(main) != 1:
        return None
    if stay_kind(main[0]) is OrgKind.OTHER:
        return None
    cause = Cause.ADDITIONAL_EDUCATION
    return Outcome("D-08", Effect.NOT_DUPLICATE, cause, Confidence.MEDIUM, "legal")


def d23_settled(settled: NotDuplicate) -> Outcome:
    """Somebody decided that these are no duplicates, and their data are still what they were."""
    reason = settled.reason.value
    return Outcome("D-23", Effect.NOT_DUPLICATE, Cause.OTHER, Confidence.MEDIUM, reason)


def d15_twins(pair: PairFacts) -> Outcome | None:
    """Surname, patronymic and birth date agree, the first name does not: two children."""
    if pair.verdict is not _DIFFERENT:
        return None
    return Outcome("D-15", Effect.NOT_DUPLICATE, Cause.OTHER, Confidence.MEDIUM, "twins")


def d16_other_papers(pair: PairFacts) -> Outcome | None:
    """Two numbers of a paper that is one person's: namesakes, or a mistake in one of the cards."""
    paper = papers_differ(pair.earlier, pair.later)
    if paper is None or pair.verdict is Verdict.POSSIBLE:
        return None
    return Outcome("D-16", Effect.UNDECIDED, Cause.UNKNOWN, Confidence.MEDIUM, paper.value)


def d17_one_paper_two_names(pair: PairFacts) -> Outcome | None:
    """One number of a paper, two names or birth dates: the card is mended, nothing is deleted."""
    paper = same_paper(pair.earlier, pair.later)
    if paper is None or pair.earlier.identity == pair.later.identity:
        return None
    return Outcome("D-17", Effect.UNDECIDED, Cause.UNKNOWN, Confidence.MEDIUM, paper.value)


def d27_other_child(pair: PairFacts) -> Outcome | None:
    """Signs of two children, or facts that contradict each other: nobody is deleted."""
    if pair.earlier.contradictions or pair.later.contradictions:
        reason = "contradiction"
    elif pair.verdict is _UNKNOWN:
        reason = "identity"
    elif pair.verdict is _POSSIBLE:
        reason = "similar-names" if _first_names_differ(pair) else "similar-data"
    elif _grades_apart(pair):
        reason = "grades"
    else:
        return None
    return Outcome("D-27", Effect.UNDECIDED, Cause.UNKNOWN, Confidence.MEDIUM, reason)


def _first_names_differ(pair: PairFacts) -> bool:
    names = (account.name.name if account.name else "" for account in (pair.earlier, pair.later))
    return len(set(map(fold_name, names))) > 1


def _grades_apart(pair: PairFacts) -> bool:
    """Whether at one date the classes lie more than one grade apart, or run backwards."""
    left, right = grades(pair.earlier), grades(pair.later)
    if not left or not right:
        return False
    if pair.departed_before:
        return min(left) - max(right) > _GRADES_APART
    return min(abs(a - b) for a in left for b in right) > _GRADES_APART
