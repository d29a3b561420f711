"""A card read, judged and put into the answer of the contract. Only a page with a card loads it."""

from collections.abc import Iterable, Iterator
from datetime import date

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from sverka.advice.cards.catalogue import card_rules
from sverka.advice.cards.facts import facts_of
from sverka.advice.cards.findings import findings_of
from sverka.advice.cards.remark import Remark
from sverka.advice.cards.vocabulary import Severity
from sverka.analysis import page_info, rules_found, rules_used
from sverka.contract import (
    Analysis,
    Finding,
    FindingCandidate,
    GroupInfo,
    PageContext,
)
from sverka.matching.family import Candidate
from sverka.pages.card import read_card
from sverka.pages.records import Card, CardPage, Notice, Report
from sverka.pages.vocabulary import Module, PageKind
from sverka.people.accounts import AccountKeys
from sverka.seen import SeenPeople
from sverka.texts import text


def analyse_card(
    root: Element, report: Report, keys: AccountKeys, context: PageContext, seen: SeenPeople
) -> Analysis | None:
    """The analysis of a page that is no report; `None` where it is no card either.

    `report` is that page read as a report: what it says of itself. The tree is used up.
    """
    read = read_card(root, report.facts.title)
    if read is None:
        return None
    if read.card is None:
        return _told(read, report, keys, context, _NOTHING)
    judged = _judge(read.card, keys, report.today, seen, context.module)
    return _told(read, report, keys, context, judged)


class _Judged(Struct, frozen=True):
    """What is said of a card; `group` is the duplicates its account is known to be among."""

    key: str | None = None
    findings: tuple[Finding, ...] = ()
    group: GroupInfo | None = None
    notices: tuple[Notice, ...] = ()


_NOTHING = _Judged()


def _judge(
    card: Card, keys: AccountKeys, today: date, seen: SeenPeople, module: Module | None
) -> _Judged:
    key = keys.strong(card.number) if card.number else None
    facts = facts_of(card, key or "", today)
    facts = replace(facts, family=seen.family(card, facts.person), module=module)
    findings = tuple(_finding(remark, key) for remark in findings_of(facts))
    asking = sum(finding.severity is not Severity.INFO for finding in findings)
    group = seen.whole_group(key) if key else None
    kept = seen.keep_card(card, facts.person, asking)
    return _Judged(key, findings, group, tuple(kept()))


def _told(
    read: CardPage, report: Report, keys: AccountKeys, context: PageContext, judged: _Judged
) -> Analysis:
    kind = read.card.kind if read.card else PageKind.UNKNOWN
    page = page_info(
        replace(report.facts, kind=kind, title=read.title),
        (*read.notices, *judged.notices),
        installation=keys.installation,
        context=context,
    )
    groups = (judged.group,) if judged.group else ()
    linked = read.card.links.people if read.card else ()
    return Analysis(
        replace(
            page,
            account_key=judged.key,
            linked=tuple(person.name for person in linked if person.name),
        ),
        groups,
        rules=rules_used(groups) | rules_found(card_rules(), judged.findings),
        findings=judged.findings,
    )


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
            organisation=person.organisation or None,
        )
