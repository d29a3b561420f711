"""Children being added to an order of additional education, and whether they are known already."""

from collections.abc import Iterable, Iterator, Sequence

from lxml.etree import _Element as Element
from msgspec.structs import replace

from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.advice.catalogue import catalogue
from sverka.advice.known_children import entered_anew
from sverka.analysis import page_info, rules_found
from sverka.contract import Analysis, Finding, FindingCandidate, PageContext
from sverka.errors import SverkaError
from sverka.pages.order import read_order
from sverka.pages.records import Newcomer, Notice, Order, Report
from sverka.pages.vocabulary import CardField, Module, PageKind
from sverka.people.accounts import AccountKeys
from sverka.seen import KnownChild, SeenPeople
from sverka.texts import text

_STEPS = 3
#: Where the module is not told, the dialog may be that of additional education.
_MODULES = (Module.ODO, None)


def analyse_order(
    root: Element, report: Report, keys: AccountKeys, context: PageContext, seen: SeenPeople
) -> Analysis | None:
    """The analysis of a screen of «Добавить учеников в приказ»; `None` where it is none.

    `report` is that page read as a report: what it says of itself. The tree is used up.
    """
    order = read_order(root, report.today)
    if order is None:
        return None
    findings, notices = _findings(order, context, seen)
    facts = replace(
        report.facts,
        kind=PageKind.ORDER_DIALOG,
        title=order.title,
        rows=order.rows,
        table=order.table,
        first_data_tr=order.first_data_tr,
        period=None,
    )
    return Analysis(
        page_info(facts, notices, installation=keys.installation, context=context),
        groups=(),
        rules=rules_found(catalogue().rules, findings),
        findings=findings,
    )


def _findings(
    order: Order, context: PageContext, seen: SeenPeople
) -> tuple[tuple[Finding, ...], tuple[Notice, ...]]:
    if context.module not in _MODULES:
        return (), ()
    findings, notices = _compared(order, seen)
    return findings, (*order.notices, *notices)


def _compared(order: Order, seen: SeenPeople) -> tuple[tuple[Finding, ...], tuple[Notice, ...]]:
    try:
        known = [(child, _known(child, seen)) for child in order.newcomers]
    except SverkaError as trouble:
        values = (("problem", trouble.message), ("hint", trouble.hint))
        return (), (Notice("order-unchecked", values=values),)
    if any(accounts is None for _, accounts in known):
        return (), (Notice("order-without-memory"),)
    return tuple(_finding(child, accounts) for child, accounts in known if accounts), ()


def _known(child: Newcomer, seen: SeenPeople) -> Sequence[KnownChild] | None:
    """The accounts that may be this child's; while it is not typed in full, nobody's."""
    if child.birth_date is None or not child.name.is_told_in_full():
        return ()
    return seen.children_called(child.name, child.birth_date)


def _finding(child: Newcomer, known: Sequence[KnownChild]) -> Finding:
    entered = entered_anew(known)
    words = f"order.{entered.reason}"
    return Finding(
        row=child.row,
        account_key=None,
        field=CardField.SURNAME,
        severity=Severity.ERROR if entered.is_wrong else Severity.WARNING,
        rule=entered.rule,
        advice=FindingAdvice.REFUSE if entered.is_wrong else FindingAdvice.REVIEW,
        why=text(f"{words}.why", organisation=entered.told.organisation),
        steps=tuple(text(f"{words}.step-{n + 1}") for n in range(_STEPS)),
        proposed=None,
        candidates=tuple(_candidates(known)),
    )


def _candidates(known: Iterable[KnownChild]) -> Iterator[FindingCandidate]:
    for child in known:
        yield FindingCandidate(
            account_key=child.key,
            account_id=str(child.number) if child.number else None,
            name=child.name.full,
            why=text(f"order.{_whereabouts(child)}", organisation=child.organisation),
            organisation=child.organisation,
        )


def _whereabouts(child: KnownChild) -> str:
    if not child.organisation:
        return "somewhere"
    return "departed-from" if child.departed else "enrolled-in"
