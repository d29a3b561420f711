"""Records, groups and advice put together into the answer of the contract."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from msgspec.structs import replace

from sverka.advice.advise import AccountAdvice, GroupAdvice
from sverka.advice.catalogue import Rule, catalogue
from sverka.advice.facts import stay_kind
from sverka.contract import (
    AccountInfo,
    Analysis,
    Finding,
    GroupInfo,
    PageContext,
    PageInfo,
    PageWarning,
    PairInfo,
    RuleInfo,
)
from sverka.known import NOTHING_KNOWN, Known, KnownGroup
from sverka.matching.groups import Pair
from sverka.pages.records import Notice, Report, ReportFacts
from sverka.texts import text

if TYPE_CHECKING:
    from sverka.advice.cards.catalogue import CardRule

_DEFAULT_PORTS = {"http": 80, "https": 443}


def installation_of(url: str) -> str | None:
    """`host:port` of the page's address, `None` for a file."""
    parts = urlsplit(url)
    if not parts.hostname or parts.scheme not in _DEFAULT_PORTS:
        return None
    return f"{parts.hostname}:{parts.port or _DEFAULT_PORTS[parts.scheme]}"


def assemble(
    report: Report,
    advised: Iterable[GroupAdvice],
    notices: Iterable[Notice],
    *,
    installation: str | None,
    context: PageContext,
    known: Known = NOTHING_KNOWN,
) -> Analysis:
    """The analysis of one page; `notices` are those that came after reading it."""
    nothing = KnownGroup()
    groups = tuple(group_info(item, known.groups.get(item.group.id, nothing)) for item in advised)
    page = page_info(
        report.facts, (*report.notices, *notices), installation=installation, context=context
    )
    page = replace(page, run=known.run)
    return Analysis(page, groups, rules_used(groups, page.warnings))


def page_info(
    facts: ReportFacts,
    notices: Iterable[Notice],
    *,
    installation: str | None,
    context: PageContext,
) -> PageInfo:
    """What was recognised of a page, with what the operator should know of it."""
    return PageInfo(
        kind=facts.kind,
        layout=facts.layout,
        title=facts.title,
        installation=installation,
        module=context.module,
        authority=context.authority or facts.authority,
        period=facts.period,
        generated_at=facts.generated_at,
        version=facts.version,
        rows=facts.rows,
        first_data_tr=facts.first_data_tr,
        table=facts.table,
        warnings=tuple(map(_warning, notices)),
    )


def _warning(notice: Notice) -> PageWarning:
    message = text(f"warnings.{notice.code}", **dict(notice.values))
    return PageWarning(notice.code, message, notice.row, notice.column)


def group_info(advised: GroupAdvice, known: KnownGroup) -> GroupInfo:
    """One group as the contract tells it."""
    group = advised.group
    return GroupInfo(
        id=group.id,
        verdict=group.verdict,
        score_bits=group.bits,
        overlap_days=group.overlap_days,
        risk=advised.risk,
        confidence=advised.confidence,
        cause=advised.cause,
        not_duplicate=known.not_duplicate,
        pairs=tuple(map(_pair, group.pairs)),
        steps=advised.steps,
        accounts=tuple(map(_account, advised.accounts)),
        state=known.state,
        change=known.change,
    )


def _pair(pair: Pair) -> PairInfo:
    return PairInfo(pair.a.key, pair.b.key, pair.verdict, pair.bits, pair.guard, pair.fields)


def _account(advised: AccountAdvice) -> AccountInfo:
    account = advised.account
    stay = account.stays[0]
    return AccountInfo(
        # With more than fifteen names Python 3.11 makes a dictionary for every call.
        account.key,
        account.weak_key,
        account.account_id,
        account.row,
        tuple([mention.place for mention in account.mentions]),
        account.name.full if account.name else None,
        birth_date=account.birth_date,
        organisation=stay.organisation,
        org_kind=stay_kind(stay),
        class_=", ".join(stay.classes) or None,
        enrolled=stay.enrolled,
        departed=stay.departed,
        entry=stay.entry,
        advice=advised.advice,
        rules=advised.rules,
        why=advised.why,
        confidence=advised.confidence,
        who=advised.who,
    )


def rules_used(
    groups: Iterable[GroupInfo], warnings: Iterable[PageWarning] = ()
) -> dict[str, RuleInfo]:
    """Every rule that the answer names, with its text and source."""
    # Of thousands of accounts the rules are few, and so are the ways in which they stand together.
    together = {account.rules for group in groups for account in group.accounts}
    named = {step.rule for group in groups for step in group.steps}.union(*together)
    named |= {"D-28" for warning in warnings if warning.code.startswith("period-")}
    return _told_rules(catalogue().rules, named)


def rules_found(
    rules: "Mapping[str, Rule] | Mapping[str, CardRule]", findings: Iterable[Finding]
) -> dict[str, RuleInfo]:
    """The rules that the findings of a page name, once each."""
    return _told_rules(rules, {found.rule for found in findings})


def _told_rules(
    rules: "Mapping[str, Rule] | Mapping[str, CardRule]", named: Iterable[str]
) -> dict[str, RuleInfo]:
    return {
        name: RuleInfo(rules[name].text, rules[name].quote, rules[name].source)
        for name in sorted(named)
    }
