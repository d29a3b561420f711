"""The way of the data: page → records → groups → advice → analysis."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.advice.advise import GroupAdvice, RiskDays, advise
from sverka.advice.catalogue import catalogue
from sverka.advice.histories import with_movement
from sverka.advice.known_papers import with_papers
from sverka.advice.rules.annotations import d28_period
from sverka.advice.steps import Terms
from sverka.analysis import assemble, installation_of
from sverka.contract import Analysis, PageContext, PageRequest
from sverka.known import KnownGroup, Memory, NoMemory
from sverka.matching.accounts import Account
from sverka.matching.groups import Group, group_report, overlap_end
from sverka.matching.scoring import shipped_scorer
from sverka.pages.html import parse_utf8
from sverka.pages.labels import labels
from sverka.pages.records import Notice, Report
from sverka.pages.report import read_report
from sverka.pages.vocabulary import PageKind
from sverka.people.accounts import AccountKeys
from sverka.recent import digest_of
from sverka.settings import Settings

if TYPE_CHECKING:
    from sverka.recent import RecentReports
    from sverka.seen import SeenPeople

FORGETFUL = NoMemory()


class ReadReport(Struct, frozen=True, gc=False):
    """What a report says by itself, whatever is remembered of its groups."""

    report: Report
    groups: Sequence[Group]


def load_tables() -> None:
    """Read the tables that a report asks; otherwise its first rows wait for each of them."""
    for table in (labels, catalogue, shipped_scorer):
        table()


def analyse_page(
    request: PageRequest,
    *,
    secret: bytes,
    settings: Settings,
    memory: Memory = FORGETFUL,
    seen: "SeenPeople | None" = None,
    recent: "RecentReports | None" = None,
    leftovers: list[object] | None = None,
) -> Analysis:
    """Read, match and advise one page, and let `memory` keep a report.

    `secret` keys the hash that names accounts without a number (`DataDir.weak_key_secret`),
    `seen` knows the people of the cards and lists that came before; a report that is `recent`
    is not read again. What nobody needs any more is put to the `leftovers`: to take a large page to
    pieces costs a tenth of the time, for which no answer has to wait.
    Raises `SverkaError` (`too-large`, `unreadable-page`) when nothing of it can be read.
    """
    installation = installation_of(request.url)
    leftovers = [] if leftovers is None else leftovers
    html = request.html.encode(errors="replace")
    digest = digest_of(request, html) if recent else b""
    if recent and (known := recent.find(digest)):
        return _advised(known, installation, request.context, settings, memory)
    root = parse_utf8(html, settings.max_page_mb)
    leftovers.append(root)
    read = _read(
        root,
        request.title,
        request.captured_at.date(),
        AccountKeys(installation, secret),
        request.context,
        seen,
    )
    if isinstance(read, Analysis):
        return read
    if recent:
        leftovers += recent.keep(digest, read)
    return _advised(read, installation, request.context, settings, memory)


def analyse_tree(
    root: Element,
    *,
    url: str,
    title: str,
    captured_at: datetime,
    context: PageContext,
    secret: bytes,
    settings: Settings,
    memory: Memory = FORGETFUL,
    seen: "SeenPeople | None" = None,
) -> Analysis:
    """The same for a page that was parsed already, whose tree may be used up by it."""
    installation = installation_of(url)
    keys = AccountKeys(installation, secret)
    read = _read(root, title, captured_at.date(), keys, context, seen)
    if isinstance(read, Analysis):
        return read
    return _advised(read, installation, context, settings, memory)


def _read(
    root: Element,
    title: str,
    today: date,
    keys: AccountKeys,
    context: PageContext,
    seen: "SeenPeople | None",
) -> ReadReport | Analysis:
    """A report and its groups; of any other page its whole analysis."""
    report = read_report(root, title, today)
    if report.facts.kind is PageKind.UNKNOWN:
        # Reports, which are the larger pages, do not wait for the modules of the others.
        from sverka.other_pages import analyse_other
        from sverka.pages.clones import read_clones

        if registry := read_clones(root, report):
            report = registry
        elif other := analyse_other(root, report, keys, context, seen):
            return other
    return ReadReport(report, group_report(report, keys))


def _advised(
    read: ReadReport,
    installation: str | None,
    context: PageContext,
    settings: Settings,
    memory: Memory,
) -> Analysis:
    report, groups = read.report, read.groups
    known = memory.known(report, groups)
    kept = memory.keep(report)
    advised = advise_groups(report, groups, settings, known.groups)
    return assemble(
        report,
        advised,
        (*_notices(report, advised), *kept()),
        installation=installation,
        context=context,
        known=known,
    )


def advise_groups(
    report: Report,
    groups: Sequence[Group],
    settings: Settings,
    known: Mapping[str, KnownGroup],
) -> list[GroupAdvice]:
    """The advice for groups of `report`; `known` is what is remembered of them, by their ids."""
    terms = Terms.counted_from(
        report.today, settings.depart_working_days, settings.delete_working_days
    )
    days = RiskDays(settings.risk_watch_days, settings.risk_high_days)
    nothing, end = KnownGroup(), overlap_end(report)
    advised = []
    for group in groups:
        of_group = known.get(group.id, nothing)
        if of_group.past:
            group = with_movement(group, of_group.past.histories, end)
            group = with_papers(group, of_group.past.papers)
        advised.append(advise(group, terms, days, of_group))
    return advised


def _contradictions(account: Account) -> Iterator[Notice]:
    rows = sorted({mention.row + 1 for mention in account.mentions})
    values = (("number", str(account.number)), ("rows", ", ".join(map(str, rows))))
    for fact in sorted(account.contradictions):
        yield Notice(f"contradicting-{fact.replace('_', '-')}", account.row, None, values)


def _notices(report: Report, advised: Sequence[GroupAdvice]) -> Iterator[Notice]:
    """What only grouping shows: an untrustworthy period, overlaps that cannot be counted."""
    is_report = report.facts.kind is PageKind.DUPLICATES_REPORT
    yield from d28_period(report.facts.period, report.today)
    if is_report and advised and report.facts.period is None:
        yield Notice("no-period")
    for item in advised:
        for account in item.group.accounts:
            if account.contradictions:
                yield from _contradictions(account)
    uncounted = sum(
        item.group.overlap_days is None for item in advised if len(item.group.accounts) > 1
    )
    if is_report and uncounted:
        yield Notice("overlap-unknown", values=(("groups", uncounted),))
