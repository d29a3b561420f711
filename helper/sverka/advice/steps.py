"""The ordered steps of a group, put together from the plans of its decisions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sverka.advice.catalogue import Due, StepTemplate, catalogue
from sverka.advice.deadlines import add_working_days
from sverka.advice.facts import PairFacts
from sverka.advice.outcome import Outcome
from sverka.advice.vocabulary import Action
from sverka.advice.wording import distinct_organisations, names_of, organisation
from sverka.matching.accounts import Account
from sverka.people.organisations import org_key


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `who` is the УО or an organisation as printed, `condition` says when it applies."""

    who: str
    org_key: str | None
    action: Action
    account_key: str | None
    text: str
    due: date | None
    rule: str
    condition: str | None


@dataclass(frozen=True, slots=True)
class Terms:
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
    decisions: Iterable[tuple[PairFacts, Outcome]], accounts: Iterable[Account], terms: Terms
) -> tuple[Step, ...]:
    """The steps of all decisions of a group in the order of the step table, each once."""
    words = catalogue().words
    named = distinct_organisations(accounts) or [words["no_organisation"]]
    places = {"organisations": words["or"].join(named), "all_organisations": ", ".join(named)}
    placed: dict[tuple[object, ...], tuple[int, Step]] = {}
    for facts, outcome in decisions:
        names = names_of(facts.earlier, facts.earlier_stay, facts.later, facts.later_stay)
        for name in catalogue().rules[outcome.rule].plans[outcome.reason]:
            template = catalogue().steps[name]
            step = _fill(template, facts, outcome.rule, {**names, **places}, terms)
            placed.setdefault((step.who, step.account_key, step.text), (template.n, step))
    return tuple(step for _, step in sorted(placed.values(), key=lambda item: item[0]))


def _fill(
    template: StepTemplate,
    facts: PairFacts,
    rule: str,
    names: Mapping[str, str],
    terms: Terms,
) -> Step:
    stays = {"earlier": facts.earlier_stay, "later": facts.later_stay}
    accounts = {"earlier": facts.earlier, "later": facts.later}
    acting = stays.get(template.who)
    return Step(
        who=organisation(acting) if acting else catalogue().words["uo"],
        org_key=org_key(acting.organisation) if acting and acting.organisation else None,
        action=template.action,
        account_key=accounts[template.account].key if template.account else None,
        text=template.text.format_map(names),
        due=terms.due[template.due],
        rule=rule,
        condition=template.condition.format_map(names) if template.condition else None,
    )
