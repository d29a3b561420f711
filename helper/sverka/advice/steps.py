"""The ordered steps of a group, put together from the plans of its decisions."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from msgspec import Struct

from sverka.advice.catalogue import Due, StepTemplate, Who, catalogue
from sverka.advice.deadlines import add_working_days
from sverka.advice.decision import Decision
from sverka.advice.facts import NOTHING_TOLD
from sverka.advice.vocabulary import Action
from sverka.advice.wording import distinct_organisations, fill, named_accounts
from sverka.matching.accounts import Account
from sverka.people.organisations import org_key

_ORGANISATIONS_REMEMBERED = 4096


class Step(Struct, frozen=True, gc=False, rename={"condition": "if"}):
    """One step; `who` is the УО or an organisation as printed, `condition` says when it applies."""

    n: int
    who: str
    org_key: str | None
    action: Action
    account_key: str | None
    text: str
    due: date | None
    rule: str
    condition: str | None


class Terms(Struct, frozen=True, gc=False):
    """The last day of each kind of step, counted from the report's date in working days."""

    today: date
    due: Mapping[Due, date | None]

    @classmethod
    def counted_from(cls, today: date, depart_days: int, delete_days: int) -> "Terms":
        return cls(
            today,
            {
                "today": today,
                "depart": add_working_days(today, depart_days),
                "delete": add_working_days(today, delete_days),
                "none": None,
            },
        )


class _Speaker(Struct, frozen=True, gc=False):
    """What the steps of one decision say of its accounts, made once for all of them."""

    rule: str
    #: Who acts, with the key of that organisation.
    who: Mapping[Who, tuple[str, str | None]]
    account_keys: Mapping[str | None, str | None]
    names: Mapping[str, str]


def plan_steps(
    decisions: Sequence[Decision], accounts: Sequence[Account], terms: Terms
) -> tuple[Step, ...]:
    """The steps of all decisions of a group in the order of the step table."""
    organisations = distinct_organisations(accounts)
    wanted = _wanted(decisions)
    of_group = {
        "organisations": catalogue().words["or"].join(organisations),
        "all_organisations": ", ".join(organisations),
    }
    if True in {template.names_accounts for template, _ in wanted}:
        of_group |= _named_accounts(decisions, accounts)
    speakers = [_speaker(decision, of_group) for decision in decisions]
    steps = [
        _fill(n, template, template.sentence(len(organisations)), speakers[position], terms)
        for n, (template, position) in enumerate(wanted, start=1)
    ]
    return tuple(steps)


def _wanted(decisions: Sequence[Decision]) -> list[tuple[StepTemplate, int]]:
    """The steps in their order, each with the position of the decision that asks for it.

    What the УО does for the whole group stands once, however many decisions ask for it.
    """
    plans = [_plan(decision) for decision in decisions]
    if len(plans) == 1:
        return [(template, 0) for template in plans[0]]
    wanted: dict[tuple[int, int], tuple[StepTemplate, int]] = {}
    for position, plan in enumerate(plans):
        for template in plan:
            of = 0 if template.for_group else position
            wanted.setdefault((template.order, of), (template, position))
    return [wanted[key] for key in sorted(wanted)]


def _plan(decision: Decision) -> Sequence[StepTemplate]:
    to_do = decision.to_do
    plan = catalogue().rules[to_do.rule].plans[to_do.reason]
    if not decision.facts.movement_read:
        return plan
    return [step.once_read or step for step in plan]


def _named_accounts(decisions: Sequence[Decision], accounts: Sequence[Account]) -> dict[str, str]:
    unread = _unread(decisions, accounts)
    named = named_accounts(unread)
    every = named if len(unread) == len(accounts) else named_accounts(accounts)
    return {"accounts": every, "unread_accounts": named}


def _unread(decisions: Sequence[Decision], accounts: Sequence[Account]) -> Sequence[Account]:
    """The accounts whose movement was not read yet."""
    telling = [item.facts for item in decisions if item.facts.told is not NOTHING_TOLD]
    if not telling:
        return accounts
    read = {
        account.key
        for facts in telling
        for account, told in zip((facts.earlier, facts.later), facts.told, strict=True)
        if told
    }
    return [account for account in accounts if account.key not in read]


def _speaker(decision: Decision, of_group: Mapping[str, str]) -> _Speaker:
    facts, words = decision.facts, catalogue().words
    return _Speaker(
        rule=decision.to_do.rule,
        who={
            "uo": (words["uo"], None),
            "earlier": _acting(facts.earlier_stay.organisation),
            "later": _acting(facts.later_stay.organisation),
        },
        account_keys={None: None, "earlier": facts.earlier.key, "later": facts.later.key},
        names={**decision.names, **of_group},
    )


@lru_cache(_ORGANISATIONS_REMEMBERED)
def _acting(organisation: str | None) -> tuple[str, str | None]:
    if organisation is None:
        return catalogue().words["no_organisation"], None
    return organisation, org_key(organisation)


def _fill(n: int, template: StepTemplate, sentence: str, speaker: _Speaker, terms: Terms) -> Step:
    who, key = speaker.who[template.who]
    return Step(
        n=n,
        who=who,
        org_key=key,
        action=template.action,
        account_key=speaker.account_keys[template.account],
        text=fill(sentence, speaker.names),
        due=terms.due[template.due],
        rule=speaker.rule,
        condition=fill(template.condition, speaker.names) if template.condition else None,
    )
