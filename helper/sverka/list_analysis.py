"""A list read, judged and put into the answer of the contract. Only a page with a list loads it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from lxml.etree import _Element as Element
from msgspec import Struct
from msgspec.structs import replace

from sverka.advice.lists.catalogue import list_rules
from sverka.advice.lists.facts import Alike, RowFacts
from sverka.advice.lists.remark import RowRemark
from sverka.advice.lists.rules import remarks_on
from sverka.analysis import page_info, rules_found
from sverka.contract import (
    Analysis,
    Finding,
    FindingCandidate,
    ListedAccount,
    ListFilterInfo,
    Listing,
    PageContext,
)
from sverka.matching.alike import Likeness, Person, alike_pairs
from sverka.matching.family import Relative
from sverka.pages.list_records import ListPage, ListRow
from sverka.pages.lists import read_list
from sverka.pages.records import Report, ReportFacts
from sverka.pages.vocabulary import PageKind
from sverka.people.accounts import AccountKeys, AccountNumber
from sverka.seen import DuplicateNote, ListedPerson, SeenCard, SeenPeople
from sverka.texts import text

_UNREAD = "list-unread"


class _Row(Struct, frozen=True):
    """A row with the key of its account, where it has a number."""

    row: ListRow
    key: str | None


class _Remembered(Struct, frozen=True):
    """What was seen before of the accounts of a page, by their keys."""

    cards: Mapping[str, SeenCard]
    groups: Mapping[str, DuplicateNote]
    alike: Mapping[str, Sequence[Alike]]


class _Somebody(Struct, frozen=True):
    """Somebody to compare; `row` where the page shows the account."""

    person: Person
    number: AccountNumber | None
    row: int | None = None


def analyse_list(
    root: Element, report: Report, keys: AccountKeys, context: PageContext, seen: SeenPeople
) -> Analysis | None:
    """The analysis of a page of a list; `None` where it is none.

    `report` is that page read as a report: what it says of itself.
    """
    page = read_list(root, report.facts.title, report.today)
    if page is None:
        return None
    people = tuple(map(_listed, page.rows))
    rows = [_Row(row, keys.strong(row.number) if row.number else None) for row in page.rows]
    remembered = _remembered(rows, seen, people)
    # Kept after what was known of them is asked for: whoever asks the ledger waits for its tables.
    kept = seen.keep_people(people)
    findings = tuple(_findings(page, rows, report.today, remembered))
    return Analysis(
        page_info(
            _facts(report, page),
            (*page.notices, *kept()),
            installation=keys.installation,
            context=context,
        ),
        groups=(),
        rules=rules_found(list_rules(), findings),
        findings=findings,
        listing=_listing(page, rows, remembered.cards),
    )


def _facts(report: Report, page: ListPage) -> ReportFacts:
    unread = any(notice.code == _UNREAD for notice in page.notices)
    return replace(
        report.facts,
        kind=PageKind.UNKNOWN if unread else page.kind,
        title=page.title,
        rows=len(page.rows),
        first_data_tr=page.first_data_tr,
        table=page.table,
    )


def _listed(row: ListRow) -> ListedPerson:
    return ListedPerson(
        number=row.number,
        name=row.name,
        birth_date=row.birth_date,
        organisation=row.organisation,
        class_name=row.class_name,
        status=row.status,
        departed=row.departed,
    )


def _remembered(
    rows: Sequence[_Row], seen: SeenPeople, people: Sequence[ListedPerson]
) -> _Remembered:
    own = [row.key for row in rows if row.key]
    others = [one for one in seen.born_alike(people) if one.key not in own]
    groups = seen.group_of([*own, *(one.key for one in others)])
    return _Remembered(seen.looked_at(own), groups, _alike(rows, others, groups))


def _alike(
    rows: Sequence[_Row], others: Iterable[Relative], groups: Mapping[str, DuplicateNote]
) -> Mapping[str, Sequence[Alike]]:
    """Of each account on the page those that are, or may be, the same person's.

    What a report said of two accounts, or somebody decided, is not said again.
    """
    told = dict(_told(rows, others))
    keys = list(told)
    found: dict[str, list[Alike]] = defaultdict(list)
    for pair in alike_pairs([somebody.person for somebody in told.values()]):
        sides = keys[pair.left], keys[pair.right]
        known = {note.group if (note := groups.get(key)) else None for key in sides}
        if len(known) == 1 and None not in known:
            continue
        for key, other in (sides, sides[::-1]):
            found[key].append(_as_alike(told[other], pair.likeness))
    return found


def _told(rows: Iterable[_Row], others: Iterable[Relative]) -> Iterator[tuple[str, _Somebody]]:
    """Everybody with a birth date; a row without a number is named by its place."""
    for key, row in ((_place(row), row.row) for row in rows):
        if row.birth_date:
            person = Person(key, row.name, row.birth_date, row.sex)
            yield key, _Somebody(person, row.number, row.row)
    for one in others:
        if one.birth_date:
            yield one.key, _Somebody(Person(one.key, one.name, one.birth_date), one.number)


def _as_alike(somebody: _Somebody, likeness: Likeness) -> Alike:
    person, number = somebody.person, somebody.number
    return Alike(person.key, str(number) if number else None, person.name, likeness, somebody.row)


def _place(row: _Row) -> str:
    return row.key or f"row {row.row.row}"


def _findings(
    page: ListPage, rows: Sequence[_Row], today: date, remembered: _Remembered
) -> Iterator[Finding]:
    # A column that names nobody at all may be one that scripts have not filled yet.
    filled = any(row.row.linked for row in rows) and not page.loading
    trusted = page.unfiltered and filled
    for row in rows:
        key = row.key or ""
        facts = RowFacts(
            row=row.row,
            is_pupil=page.kind is PageKind.STUDENT_LIST,
            today=today,
            printed=row.row.linked if trusted else None,
            card=remembered.cards.get(key),
            group=remembered.groups.get(key),
            alike=tuple(remembered.alike.get(_place(row), ())),
        )
        for remark in remarks_on(facts):
            yield _finding(remark, row)


def _finding(remark: RowRemark, row: _Row) -> Finding:
    rule = list_rules()[remark.rule]
    return Finding(
        row=row.row.row,
        account_key=row.key,
        field=remark.field,
        severity=remark.severity,
        rule=remark.rule,
        advice=remark.advice,
        why=rule.why[remark.reason, remark.advice].format_map(remark.names),
        steps=rule.steps.get(remark.reason, ()),
        proposed=None,
        candidates=tuple(map(_candidate, remark.others)),
    )


def _candidate(other: Alike) -> FindingCandidate:
    where = (
        text("lists.elsewhere")
        if other.row is None
        else text("lists.in-this-list", row=other.row + 1)
    )
    return FindingCandidate(other.key, other.number, other.name.full, where)


def _listing(page: ListPage, rows: Sequence[_Row], cards: Mapping[str, SeenCard]) -> Listing:
    return Listing(
        page=page.page,
        pages=page.pages,
        total=page.total,
        unfiltered=page.unfiltered,
        filters=tuple(
            ListFilterInfo(chosen.caption, chosen.value)
            for chosen in page.filters
            if chosen.narrows
        ),
        people=tuple(_account(row, cards) for row in rows),
    )


def _account(row: _Row, cards: Mapping[str, SeenCard]) -> ListedAccount:
    card = cards.get(row.key or "")
    return ListedAccount(
        row=row.row.row,
        tr=row.row.tr,
        col=row.row.col,
        account_key=row.key,
        account_id=str(row.row.number) if row.row.number else None,
        name=row.row.name.full,
        looked_at=card.seen_at if card else None,
    )
