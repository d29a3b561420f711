"""A movement read, kept and put into the answer of the contract. Only such a page loads it."""

from lxml.etree import _Element as Element
from msgspec.structs import replace

from sverka.analysis import page_info
from sverka.contract import Analysis, MovementDocumentInfo, MovementInfo, PageContext
from sverka.matching.alike import are_of_two
from sverka.pages.movement import read_movement
from sverka.pages.records import History, MovementPage, Notice, Report
from sverka.pages.vocabulary import PageKind
from sverka.people.accounts import AccountKeys
from sverka.people.names import PersonName
from sverka.seen import SeenPeople


def analyse_movement(
    root: Element, report: Report, keys: AccountKeys, context: PageContext, seen: SeenPeople
) -> Analysis | None:
    """The analysis of a page with one account's movement; `None` where it shows none.

    `report` is that page read as a report: what it says of itself.
    """
    opener = context.opener_account or ""
    page = read_movement(root, report.facts.title, opener, report.today)
    if page is None:
        return None
    page = _checked(page, keys, seen)
    key = keys.strong(page.owner) if page.owner else None
    history = page.history
    kept = seen.keep_history(key, history) if key and history is not None else tuple
    kind = PageKind.UNKNOWN if history is None else PageKind.MOVEMENT
    return Analysis(
        page_info(
            replace(report.facts, kind=kind, title=page.title, rows=len(history or ())),
            (*page.notices, *kept()),
            installation=keys.installation,
            context=context,
        ),
        groups=(),
        rules={},
        movement=None if history is None else _movement(page, history, key),
    )


def _checked(page: MovementPage, keys: AccountKeys, seen: SeenPeople) -> MovementPage:
    """The page; without an owner where its heading names another child than the account's."""
    named = PersonName.from_full(page.name)
    if page.owner is None or not named.is_capitalised():
        return page
    known = seen.names_of(keys.strong(page.owner))
    if not known or not all(are_of_two(named, name) for name in known):
        return page
    values = (("number", str(page.owner)), ("known", known[-1].full))
    doubt = Notice("movement-owner-another-name", values=values)
    return replace(page, owner=None, notices=(doubt, *page.notices))


def _movement(page: MovementPage, history: History, key: str | None) -> MovementInfo:
    return MovementInfo(
        account_key=key,
        account_id=str(page.owner) if page.owner else None,
        name=page.name,
        documents=tuple(
            MovementDocumentInfo(
                kind=document.kind,
                number=document.number,
                day=document.day,
                organisation=document.organisation,
                source=document.source,
                target=document.target,
                programme=document.programme,
            )
            for document in history
        ),
    )
