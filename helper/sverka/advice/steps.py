"""The ordered steps of a group, put together from the plans of its decisions."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from sverka.advice.catalogue import Due, StepTemplate, catalogue
from sverka.advice.deadlines import add_working_days
from sverka.advice.decision import Decision
from sverka.advice.vocabulary import Action
from sverka.advice.wording import distinct_organisations, organisation
from sverka.matching.accounts import Account
from sverka.people.organisations import org_key


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

    due: Mapping[Due, date | None]

    @classmethod
    def counted_from(cls, today: date, depart_days: int, delete_days: int) -> "Terms":
        return cls(
            {
                "today": today,
                "depart": add_working_days(today, depart_days),
                "delete": add_working_days(today, delete_days),
                "none": None,
            }
        )


def plan_steps(
    decisions: Sequence[Decision], accounts: Sequence[Account], terms: Terms
) -> tuple[Step, ...]:
    """The steps of all decisions of a group in the order of the step table.

    What the УО does for the whole group stands once, however many decisions ask for it.
    """
    wanted: dict[tuple[int, int], tuple[StepTemplate, Decision]] = {}
    for position, decision in enumerate(decisions):
        plan = catalogue().rules[decision.outcome.rule].plans[decision.outcome.reason]
        for template in plan:
            of = 0 if template.for_group else position
            wanted.setdefault((template.order, of), (template, decision))
    organisations = distinct_organisations(accounts)
    return tuple(
        _fill(n, *wanted[key], organisations, terms)
        for n, key in enumerate(sorted(wanted), start=1)
    )


def _text(template: StepTemplate, decision: Decision, organisations: Sequence[str]) -> str:
    """The sentence; «A или B» only where there is a choice."""
    sentence = {0: template.none, 1: template.one}.get(len(organisations), template.text)
    words = catalogue().words
    return sentence.format_map(
        {
            **decision.names,
            "organisations": words["or"].join(organisations),
            "all_organisations": ", ".join(organisations),
        }
    )


def _fill(
    n: int,
    template: StepTemplate,
    decision: Decision,
    organisations: Sequence[str],
    terms: Terms,
) -> Step:
    facts, names = decision.facts, decision.names
    if template.who == "uo":
        who, key = catalogue().words["uo"], None
    else:
        acting = facts.earlier_stay if template.who == "earlier" else facts.later_stay
        who = organisation(acting)
        key = org_key(acting.organisation) if acting.organisation else None
    account = facts.earlier if template.account == "earlier" else facts.later
    return Step(
        n=n,
        who=who,
        org_key=key,
        action=template.action,
        account_key=account.key if template.account else None,
        text=_text(template, decision, organisations),
        due=terms.due[template.due],
        rule=decision.outcome.rule,
        condition=template.condition.format_map(names) if template.condition else None,
    )
