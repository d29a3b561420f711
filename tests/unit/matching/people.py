"""Mentions and reports written by hand: one line of a report is one call."""

from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from sverka.matching.groups import Group, group_report
from sverka.pages.records import (
    NO_PAPERS,
    Mention,
    Overlap,
    Papers,
    Place,
    Records,
    Report,
    ReportFacts,
    Stay,
)
from sverka.pages.vocabulary import EntryWay, Layout, PageKind, Role
from sverka.people.accounts import AccountKeys, AccountNumber
from sverka.people.names import PersonName, Sex

KEYS = AccountKeys("sgo.example.ru:443", b"secret")
SEPTEMBER = (date(2025, 9, 1), date(2025, 9, 30))
IVANOV = "Иванов Иван Иванович"
BORN = "2015-05-07"


def day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def stay(
    place: str | None = "СОШ № 1",
    enrolled: str | None = "2024-09-02",
    departed: str | None = None,
    class_: str = "4а",
    *,
    entry: EntryWay | None = None,
    departure_known: bool = True,
    doubtful: bool = False,
    attached: bool = False,
    left: bool = False,
) -> Stay:
    return Stay(
        organisation=place,
        classes=tuple(class_.split(", ")) if class_ else (),
        attached=attached,
        left=left,
        enrolled=day(enrolled),
        departed=day(departed),
        entry=entry,
        departure_known=departure_known,
        doubtful=doubtful,
    )


def line(
    number: str | None,
    stayed: Stay | None = None,
    *,
    name: str | None = IVANOV,
    born: str | None = BORN,
    sex: Sex | None = None,
    papers: Papers = NO_PAPERS,
) -> Mention:
    """A row that names one account; without a name, the cell that names a double."""
    return Mention(
        row=0,
        place=Place(0, 0, Role.MAIN if name else Role.DOUBLE),
        number=AccountNumber.read(number) if number else None,
        name=PersonName.from_full(name) if name else None,
        birth_date=day(born) if name else None,
        sex=sex,
        stay=stayed or stay(),
        papers=papers,
    )


def report(
    *lines: Mention,
    layout: Layout = Layout.DATES,
    overlaps: Sequence[tuple[int, int, str | None, str | None]] = (),
    period: tuple[date, date] | None = SEPTEMBER,
) -> Report:
    """A report of these lines, one a row; overlaps as (main, double, start, end)."""
    facts = ReportFacts(
        kind=PageKind.DUPLICATES_REPORT,
        layout=layout,
        title="",
        authority=None,
        period=period,
        generated_at=None,
        version=None,
        rows=len(lines),
        first_data_tr=1,
        table=0,
    )
    mentions = tuple(
        replace(mention, row=row, place=Place(row + 1, 1, mention.place.role))
        for row, mention in enumerate(lines)
    )
    printed = tuple(Overlap(main, double, day(a), day(b)) for main, double, a, b in overlaps)
    return Report(facts, date(2025, 9, 30), mentions, printed)


def grouped(*lines: Mention) -> tuple[Group, ...]:
    """The groups of a report of layout "dates"."""
    return group_report(report(*lines), KEYS)


def grouped_beside(lines: Sequence[Mention], *unread: Mention) -> tuple[Group, ...]:
    """The groups of a report beside which a table of one shape was not read."""
    return group_report(replace(report(*lines), others=(Records(unread, ()),)), KEYS)


def side_by_side(*lines: Mention) -> tuple[Group, ...]:
    """The groups of a page that puts these lines side by side by a key of its own."""
    shown = replace(report(*lines), together=(tuple(range(len(lines))),))
    return group_report(shown, KEYS)


def told_beside(*lines: Mention) -> tuple[Group, ...]:
    """The groups of a report of layout "dates" whose one row prints an account and its double."""
    return group_report(report(*lines, overlaps=[(0, 1, None, None)]), KEYS)


def linked(
    lines: Sequence[Mention], *overlaps: tuple[int, int, str | None, str | None]
) -> tuple[Group, ...]:
    """The groups of a report of layout "periods"."""
    return group_report(report(*lines, layout=Layout.PERIODS, overlaps=overlaps), KEYS)


def keys(group: Group) -> list[str]:
    """The numbers of a group's accounts; `w…` for those without one."""
    return [account.key.rpartition(":")[2] for account in group.accounts]


def sets(groups: Sequence[Group]) -> list[list[str]]:
    return [keys(group) for group in groups]
