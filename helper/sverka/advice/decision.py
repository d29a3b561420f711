"""What was decided of a pair, or of one account alone, with the names its sentences need."""

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sverka.advice.catalogue import catalogue
from sverka.advice.facts import NOTHING_PAST, Basis, PairFacts, own_facts, pair_facts
from sverka.advice.outcome import Effect, Outcome
from sverka.advice.rules.annotations import d02_quick_entry
from sverka.advice.rules.identity import (
    d00_same_account,
    d08_additional_by_one_account,
    d23_settled,
)
from sverka.advice.rules.movement import d12_parent_link
from sverka.advice.rules.precedence import decide
from sverka.advice.vocabulary import Cause, Confidence
from sverka.advice.wording import names_of
from sverka.known import KnownGroup, Past
from sverka.matching.accounts import Account
from sverka.matching.groups import Group
from sverka.matching.vocabulary import Verdict

# Undecided by one of these, a pair doubts whether the account to be kept is the right one.
_DOUBT_THE_KEPT = frozenset({"D-04", "D-06", "D-10", "D-11", "D-26"})
_NOTHING_KNOWN = KnownGroup()
# To name a member of an enum takes ten times what a global takes, and every pair names these.
_REMOVE_LATER, _LOW = Effect.REMOVE_LATER, Confidence.LOW


class Decision(Struct, frozen=True, gc=False):
    """An outcome with the facts it rests on; `rules[0]` decided, the others annotate.

    `held`: why a removal must wait, which is said of the later account alone.
    """

    facts: PairFacts
    outcome: Outcome
    rules: tuple[str, ...]
    names: Mapping[str, str]
    held: Outcome | None = None

    @property
    def to_do(self) -> Outcome:
        """The outcome whose steps are to be taken."""
        return self.held or self.outcome

    def concerns(self, account: Account) -> bool:
        return account.key in (self.facts.earlier.key, self.facts.later.key)


def decide_group(group: Group, known: KnownGroup = _NOTHING_KNOWN) -> Sequence[Decision]:
    """The decisions of a group, one for each pair that matters."""
    settled = known.not_duplicate
    if len(group.accounts) == 1:
        decided = [(own_facts(group), _decide_alone(group))]
    elif settled:
        return [_decision(pair_facts(pair), d23_settled(settled)) for pair in group.pairs]
    else:
        past = known.past or NOTHING_PAST
        decided = [(facts, decide(facts)) for facts in _pairs_to_decide(group, past)]
    if group.incomplete:
        decided = [(facts, _held_back(outcome)) for facts, outcome in decided]
    if len(decided) > 1 and any(_doubts_the_kept(outcome) for _, outcome in decided):
        decided = [(facts, _withheld(outcome)) for facts, outcome in decided]
    return [_decision(facts, outcome) for facts, outcome in decided]


def _doubts_the_kept(outcome: Outcome) -> bool:
    return outcome.rule in _DOUBT_THE_KEPT and _is_open(outcome)


def _is_open(outcome: Outcome) -> bool:
    return outcome.effect is Effect.UNDECIDED


def _held_back(outcome: Outcome) -> Outcome:
    """What must wait, because the page says more of the child than was read."""
    if _is_open(outcome) and outcome.reason != "alone":
        return outcome
    return Outcome("D-10", Effect.UNDECIDED, Cause.UNKNOWN, Confidence.MEDIUM, "incomplete")


def _withheld(outcome: Outcome) -> Outcome:
    """A removal that must wait, because another pair doubts which account is the earliest."""
    if outcome.effect is not Effect.REMOVE_LATER:
        return outcome
    return Outcome("D-14", Effect.UNDECIDED, outcome.cause, outcome.confidence, "kept-in-doubt")


def _pairs_to_decide(group: Group, past: Past) -> Sequence[PairFacts]:
    """For accounts of one child the earliest against each other; else every pair.

    One pair of doubtful identity makes the whole group doubtful, and where no single account is
    the earliest, nothing is said of the order of any.
    """
    facts = [pair_facts(pair, past) for pair in group.pairs]
    if len(facts) == 1:
        return facts
    if group.verdict is Verdict.UNKNOWN:
        return [replace(pair, verdict=Verdict.UNKNOWN) for pair in facts]
    if group.verdict is not Verdict.SAME:
        return facts
    later = {pair.later.key for pair in facts if pair.basis is not Basis.NOTHING}
    earliest = [account.key for account in group.accounts if account.key not in later]
    if len(earliest) != 1:
        return [replace(pair, basis=Basis.NOTHING) for pair in facts]
    return [pair for pair in facts if earliest[0] in (pair.earlier.key, pair.later.key)]


def _decide_alone(group: Group) -> Outcome:
    """What can be said of an account whose double the page does not name."""
    account = group.accounts[0]
    lawful = d08_additional_by_one_account(account) or d00_same_account(account, group.overlap_days)
    if lawful is not None:
        return lawful
    if account.contradictions:
        rule, reason = "D-27", "contradiction"
    elif account.identity is None and account.mentions[0].name is not None:
        rule, reason = "D-10", "identity-unread"
    else:
        rule, reason = "D-10", "alone"
    return Outcome(rule, Effect.UNDECIDED, Cause.UNKNOWN, Confidence.MEDIUM, reason)


def _decision(facts: PairFacts, outcome: Outcome) -> Decision:
    annotating: tuple[str, ...] = ()
    held = None
    if outcome.effect is _REMOVE_LATER:
        quick = ("D-02",) if d02_quick_entry(facts) else ()
        annotating = (*catalogue().rules[outcome.rule].rests_on, *quick)
        # A preliminary advice is to be confirmed first: nobody moves links because of it.
        is_firm = outcome.confidence is not _LOW
        held = d12_parent_link(facts) if is_firm else None
    return Decision(facts, outcome, (outcome.rule, *annotating), names_of(facts), held)
