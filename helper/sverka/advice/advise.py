"""Groups → advice: which account stays, which goes, why, who acts and in what order."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sverka.advice.catalogue import catalogue
from sverka.advice.facts import Basis, PairFacts, own_facts, pair_facts
from sverka.advice.outcome import Effect, Outcome
from sverka.advice.rules.annotations import d02_quick_entry, d13_risk, d14_more_than_two
from sverka.advice.rules.identity import d00_same_account, d08_additional_by_one_account
from sverka.advice.rules.precedence import decide
from sverka.advice.steps import Step, Terms, plan_steps
from sverka.advice.vocabulary import Advice, Cause, Confidence, Risk
from sverka.advice.wording import names_of, organisation
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
_ADVICE = {
    Effect.UNDECIDED: Advice.UNDECIDED,
    Effect.FIX_DATES: Advice.FIX_DATES,
    Effect.NOT_DUPLICATE: Advice.NOT_DUPLICATE,
}
_WEAKEST = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)


@dataclass(frozen=True, slots=True)
class RiskDays:
    """From how many days of overlap on the risk is watched, and is high (rule D-13)."""

    watch: int
    high: int


@dataclass(frozen=True, slots=True)
class AccountAdvice:
    """The advice for one account; `rules[0]` decided, the others annotate."""

    account: Account
    advice: Advice
    rules: tuple[str, ...]
    why: str
    confidence: Confidence
    who: str | None


@dataclass(frozen=True, slots=True)
class GroupAdvice:
    """The advice for a group."""

    group: Group
    risk: Risk
    confidence: Confidence
    cause: Cause
    steps: tuple[Step, ...]
    accounts: tuple[AccountAdvice, ...]


@dataclass(frozen=True, slots=True)
class _Decision:
    """What was decided of one pair (of one account with itself, where a group has but one)."""

    facts: PairFacts
    outcome: Outcome
    annotating: tuple[str, ...]


def advise(group: Group, terms: Terms, days: RiskDays) -> GroupAdvice:
    """Apply the rules to a group; all dates are the report's, never the clock's."""
    if len(group.accounts) == 1:
        decisions = [_decide_alone(group)]
    else:
        decisions = [_decide_pair(facts) for facts in _pairs_to_decide(group)]
    risk = d13_risk(group.overlap_days, days.watch, days.high)
    for_group = _group_rules(group, risk)
    accounts = tuple(_advise_account(account, decisions, for_group) for account in group.accounts)
    leading = min(decisions, key=lambda decision: _STRONGEST.index(decision.outcome.effect))
    return GroupAdvice(
        group=group,
        risk=risk,
        confidence=min((item.confidence for item in accounts), key=_WEAKEST.index),
        cause=leading.outcome.cause,
        steps=plan_steps(
            ((item.facts, item.outcome) for item in decisions), group.accounts, terms
        ),
        accounts=accounts,
    )


def _pairs_to_decide(group: Group) -> list[PairFacts]:
    """For accounts of one child the earliest against each other; else every pair.

    One pair of doubtful identity makes the whole group doubtful, and where no single account is
    the earliest, nothing is said of the order of any.
    """
    facts = [pair_facts(pair) for pair in group.pairs]
    if group.verdict is Verdict.UNKNOWN:
        return [replace(pair, verdict=Verdict.UNKNOWN) for pair in facts]
    if group.verdict is not Verdict.SAME:
        return facts
    later = {pair.later.key for pair in facts if pair.basis is not Basis.NOTHING}
    earliest = [account.key for account in group.accounts if account.key not in later]
    if len(earliest) != 1:
        return [replace(pair, basis=Basis.NOTHING) for pair in facts]
    return [pair for pair in facts if earliest[0] in (pair.earlier.key, pair.later.key)]


def _decide_pair(facts: PairFacts) -> _Decision:
    outcome, agreeing = decide(facts)
    quick = outcome.effect is Effect.REMOVE_LATER and d02_quick_entry(facts)
    return _Decision(facts, outcome, (*agreeing, *(("D-02",) if quick else ())))


def _decide_alone(group: Group) -> _Decision:
    account = group.accounts[0]
    outcome = (
        d08_additional_by_one_account(account)
        or d00_same_account(account, group.overlap_days)
        or _alone(account)
    )
    return _Decision(own_facts(group), outcome, ())


def _alone(account: Account) -> Outcome:
    """An account whose double was not found on the page: nothing can be said of it."""
    if account.contradictions:
        rule, reason = "D-27", "contradiction"
    elif account.identity is None and account.mentions[0].name is not None:
        rule, reason = "D-10", "identity-unread"
    else:
        rule, reason = "D-10", "alone"
    return Outcome(rule, Effect.UNDECIDED, Cause.UNKNOWN, Confidence.MEDIUM, reason)


def _group_rules(group: Group, risk: Risk) -> tuple[str, ...]:
    risky = ("D-13",) if risk is not Risk.NONE else ()
    many = ("D-14",) if d14_more_than_two(group) else ()
    return (*many, *risky)


def _advise_account(
    account: Account, decisions: Sequence[_Decision], for_group: tuple[str, ...]
) -> AccountAdvice:
    own = [
        item
        for item in decisions
        if account.key in (item.facts.earlier.key, item.facts.later.key)
    ]
    effect = min((item.outcome.effect for item in own), key=_STRONGEST.index)
    deciding = [item for item in own if item.outcome.effect is effect]
    first = deciding[0]
    advice = _advice_for(account, first)
    outcome, facts = first.outcome, first.facts
    names = names_of(facts.earlier, facts.earlier_stay, facts.later, facts.later_stay)
    why = catalogue().rules[outcome.rule].why[outcome.reason, advice]
    return AccountAdvice(
        account=account,
        advice=advice,
        rules=tuple(dict.fromkeys((outcome.rule, *first.annotating, *for_group))),
        why=why.format_map({**names, "id": names["earlier_id"]}),
        confidence=min((item.outcome.confidence for item in deciding), key=_WEAKEST.index),
        who=_who_acts(advice, first),
    )


def _advice_for(account: Account, decision: _Decision) -> Advice:
    if decision.outcome.effect is Effect.REMOVE_LATER:
        removed = account.key == decision.facts.later.key
        return Advice.DELETE if removed else Advice.KEEP
    return _ADVICE[decision.outcome.effect]


def _who_acts(advice: Advice, decision: _Decision) -> str | None:
    """The organisation that removes its account; the УО for what it has to find out first."""
    if advice is Advice.DELETE and decision.outcome.confidence is not Confidence.LOW:
        return organisation(decision.facts.later_stay)
    if advice in (Advice.KEEP, Advice.NOT_DUPLICATE):
        return None
    return catalogue().words["uo"]
