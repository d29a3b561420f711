"""A card read, judged and put into the answer of the contract. Only a page with a card loads it."""

from collections.abc import Iterable, Iterator
from datetime import date

from lxml.etree import _Element as Element
from msgspec.structs import replace

from sverka.advice.cards.catalogue import card_rules
from sverka.advice.cards.facts import facts_of
from sverka.advice.cards.findings import findings_of
from sverka.advice.cards.remark import Remark
from sverka.analysis import page_info
from sverka.contract import Analysis, Finding, FindingCandidate, PageContext, RuleInfo
from sverka.matching.family import Candidate
from sverka.pages.card import read_card
from sverka.pages.records import Card, CardPage, Report
from sverka.pages.vocabulary import PageKind
from sverka.people.accounts import AccountKeys
from sverka.seen import SeenPeople
from sverka.texts import text


def analyse_card(
    root: Element, report: Report, keys: AccountKeys, context: PageContext, seen: SeenPeople
) -> Analysis | None:
    """The analysis of a page that is no report; `None` where it is no card either.

    `report` is that page read as a report: what it says of itself. The tree is used up.
    """
    page = read_card(root, report.facts.title)
    if page is None:
        return None
    findings = _findings(page.card, keys, report.today, seen) if page.card else ()
    return Analysis(
        page_info(
            replace(report.facts, kind=_kind(page), title=page.title),
            page.notices,
            installation=keys.installation,
            context=context,
        ),
        groups=(),
        rules=_rules_used(findings),
        findings=tuple(findings),
    )


def _kind(page: CardPage) -> PageKind:
    return page.card.kind if page.card else PageKind.UNKNOWN


def _findings(card: Card, keys: AccountKeys, today: date, seen: SeenPeople) -> tuple[Finding, ...]:
    key = keys.strong(card.number) if card.number else None
    facts = facts_of(card, key or "", today)
    facts = replace(facts, family=seen.family(card, facts.person))
    return tuple(_finding(remark, key) for remark in findings_of(facts))


def _finding(remark: Remark, key: str | None) -> Finding:
    rule = card_rules()[remark.rule]
    return Finding(
        row=None,
        account_key=key,
        field=remark.field,
        severity=remark.severity,
        rule=remark.rule,
        advice=remark.advice,
        why=rule.why[remark.reason, remark.advice].format_map(remark.names),
        steps=rule.steps.get(remark.reason, ()),
        proposed=remark.proposed,
        candidates=tuple(_candidates(remark.candidates)),
    )


def _candidates(candidates: Iterable[Candidate]) -> Iterator[FindingCandidate]:
    for candidate in candidates:
        person = candidate.person
        signs = [text(f"cards.sign.{sign.value}") for sign in candidate.signs]
        yield FindingCandidate(
            account_key=person.key,
            account_id=str(person.number) if person.number else None,
            name=person.name.full,
            why=", ".join(signs) or text("cards.seen-before"),
        )


def _rules_used(findings: Iterable[Finding]) -> dict[str, RuleInfo]:
    rules = card_rules()
    return {
        name: RuleInfo(rules[name].text, rules[name].quote, rules[name].source)
        for name in sorted({finding.rule for finding in findings})
    }
