"""Groups → advice: which account stays, which goes, why, who acts and in what order."""

from collections.abc import Sequence

from msgspec import Struct

from sverka.advice.catalogue import catalogue
from sverka.advice.decision import Decision, decide_group
from sverka.advice.notes import annotating
from sverka.advice.outcome import Effect, Outcome
from sverka.advice.rules.annotations import d13_risk, d14_more_than_two, d18_one_slip
from sverka.advice.steps import Step, Terms, plan_steps
from sverka.advice.vocabulary import Advice, Cause, Confidence, Risk
from sverka.advice.wording import fill, organisation
from sverka.known import KnownGroup
from sverka.matching.accounts import Account
from sverka.matching.groups import Group
from sverka.matching.vocabulary import Verdict

# Where decisions of several pairs meet in one account, the first of these is shown.
_STRONGEST = (
    Effect.REMOVE_LATER,
    Effect.UNDECIDED,
    Effect.FIX_DATES,
    Effect.NOT_DUPLICATE,
)
#: The advice for both accounts alike; of a removal each has its own.
_ADVICE = {
    Effect.UNDECIDED: Advice.UNDECIDED,
    Effect.FIX_DATES: Advice.FIX_DATES,
    Effect.NOT_DUPLICATE: Advice.NOT_DUPLICATE,
}
_NOTHING_TO_DO = (Advice.KEEP, Advice.NOT_DUPLICATE)
# To name a member of an enum takes ten times what a global takes, and every account names these.
_DIFFERENT, _NO_RISK, _LOW = Verdict.DIFFERENT, Risk.NONE, Confidence.LOW
_DELETE, _KEEP = Advice.DELETE, Advice.KEEP
_NOTHING_KNOWN = KnownGroup()
_WEAKEST = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


class RiskDays(Struct, frozen=True, gc=False):
    """From how many days of overlap on the risk is watched, and is high (rule D-13)."""

    watch: int
    high: int


class AccountAdvice(Struct, frozen=True, gc=False):
    """The advice for one account; `rules[0]` decided, the others annotate."""

    account: Account
    advice: Advice
    rules: tuple[str, ...]
    why: str
    confidence: Confidence
    who: str | None


class GroupAdvice(Struct, frozen=True, gc=False):
    """The advice for a group."""

    group: Group
    risk: Risk
    confidence: Confidence
    cause: Cause
    steps: tuple[Step, ...]
    accounts: tuple[AccountAdvice, ...]


def advise(
    group: Group, terms: Terms, days: RiskDays, known: KnownGroup = _NOTHING_KNOWN
) -> GroupAdvice:
    """Apply the rules to a group; all dates are the report's, never the clock's.

    `known`: what is remembered of it. Somebody may have decided that it is no duplicate, and
    nothing has changed since; its accounts' movement and cards may have been read.
    """
    decisions = decide_group(group, known)
    one_child = group.verdict is not _DIFFERENT and known.not_duplicate is None
    risk = d13_risk(group.overlap_days if one_child else None, days.watch, days.high)
    for_group = _group_rules(group, risk)
    notes = annotating(group, known.past, terms.today) if one_child and known.past else {}
    accounts = [
        _advise_account(account, decisions, (*notes.get(account.key, ()), *for_group))
        for account in group.accounts
    ]
    return GroupAdvice(
        group=group,
        risk=risk,
        confidence=_weakest([item.confidence for item in accounts]),
        cause=_strongest(decisions)[0].outcome.cause,
        steps=plan_steps(decisions, group.accounts, terms),
        accounts=tuple(accounts),
    )


def _group_rules(group: Group, risk: Risk) -> tuple[str, ...]:
    many = ("D-14",) if d14_more_than_two(group) else ()
    risky = ("D-13",) if risk is not _NO_RISK else ()
    slip = ("D-18",) if d18_one_slip(group) else ()
    return (*many, *risky, *slip)


def _advise_account(
    account: Account, decisions: Sequence[Decision], notes: tuple[str, ...]
) -> AccountAdvice:
    deciding = decisions
    if len(decisions) > 1:
        deciding = _strongest([item for item in decisions if item.concerns(account)])
    first = deciding[0]
    if first.held and account.key == first.facts.later.key:
        return _hold(account, first, first.held, notes)
    advice = _advice_for(account, first)
    why = catalogue().rules[first.outcome.rule].why[first.outcome.reason, advice]
    return AccountAdvice(
        account=account,
        advice=advice,
        rules=first.rules + notes,
        why=fill(why, first.names),
        confidence=_weakest([item.outcome.confidence for item in deciding]),
        who=_who_acts(advice, first),
    )


def _hold(
    account: Account, decision: Decision, held: Outcome, notes: tuple[str, ...]
) -> AccountAdvice:
    """An account that would go, were there not something to be done before."""
    why = catalogue().rules[held.rule].why[held.reason, Advice.UNDECIDED]
    return AccountAdvice(
        account=account,
        advice=Advice.UNDECIDED,
        rules=(held.rule, *decision.rules, *notes),
        why=why.format_map(decision.names),
        confidence=held.confidence,
        who=_who_acts(Advice.UNDECIDED, decision),
    )


def _strongest(decisions: Sequence[Decision]) -> Sequence[Decision]:
    """The decisions with the effect that prevails, in their order."""
    if len(decisions) == 1:
        return decisions
    effects = {item.outcome.effect for item in decisions}
    prevailing = next(effect for effect in _STRONGEST if effect in effects)
    return [item for item in decisions if item.outcome.effect is prevailing]


def _weakest(confidences: Sequence[Confidence]) -> Confidence:
    if confidences.count(confidences[0]) == len(confidences):
        return confidences[0]
    return min(confidences, key=_WEAKEST.index)


def _advice_for(account: Account, decision: Decision) -> Advice:
    advice = _ADVICE.get(decision.outcome.effect)
    if advice is not None:
        return advice
    return _DELETE if account.key == decision.facts.later.key else _KEEP


def _who_acts(advice: Advice, decision: Decision) -> str | None:
    """The organisation that removes its account; the УО for what it has to find out first."""
    if advice in _NOTHING_TO_DO:
        return None
    if advice is _DELETE and decision.outcome.confidence is not _LOW:
        return organisation(decision.facts.later_stay)
    return catalogue().words["uo"]
