"""One group of the ledger as a whole: its newest analysis, where it was seen, what was decided."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from sverka.analysis import group_info, rules_used
from sverka.contract import GroupInfo, RuleInfo
from sverka.known import KnownGroup, State
from sverka.ledger.decisions import find_group
from sverka.ledger.past import pasts
from sverka.ledger.restoring import report_of
from sverka.ledger.states import called_no_duplicate, states
from sverka.ledger.tables import Account as KnownAccount
from sverka.ledger.tables import Entry, Group, NoteText, RecordedFate, Run
from sverka.ledger.vocabulary import Event, Fate
from sverka.matching.accounts import Account
from sverka.matching.groups import group_report, overlap_end
from sverka.people.accounts import AccountKeys
from sverka.pipeline import advise_groups
from sverka.settings import Settings


class SeenIn(Struct, frozen=True):
    """The report in which a group was last seen."""

    run: int
    captured_at: datetime
    title: str
    period: tuple[date, date] | None


class LifeEvent(Struct, frozen=True):
    """One line of the journal that concerns a group; `kept` and `removed` are account numbers.

    `part`: it concerned a group that is part of this one now.
    """

    id: int
    at: datetime
    event: Event
    by: str
    client: str | None
    organisation: str | None
    due: date | None
    reason: str | None
    note: str | None
    undone: bool
    kept: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    part: bool = False


class StayInfo(Struct, frozen=True):
    """One enrolment of one account of a group, as the report printed it."""

    account_key: str
    account_id: str | None
    organisation: str | None
    enrolled: date | None
    departed: date | None


class GroupView(Struct, frozen=True):
    """Everything of one group; `group` is empty where its people's data were purged. Of what is
    removed nothing has to be done: it has no steps.

    Enrolments without departure are counted up to `until`; `overlaps` are the printed periods.
    """

    group: GroupInfo | None
    rules: Mapping[str, RuleInfo]
    seen: SeenIn
    stays: tuple[StayInfo, ...]
    overlaps: tuple[tuple[date, date], ...]
    until: date
    events: tuple[LifeEvent, ...]


def view_group(session: Session, key: str, settings: Settings, secret: bytes) -> GroupView:
    """The group of that id, advised on anew from what was last seen of it.

    Raises `SverkaError` (`not-found`).
    """
    group = find_group(session, key)
    run = session.get_one(Run, group.run_id)
    state = states(session, [group])[group.id]
    report = report_of(session, group)
    groups = group_report(report, AccountKeys(run.installation, secret))
    past = next(iter(pasts(session, groups).values()), None)
    known = KnownGroup(state, None, called_no_duplicate(state), past)
    advised = advise_groups(report, groups, settings, {item.id: known for item in groups})
    info = group_info(advised[0], known) if advised else None
    if info and group.state is State.RESOLVED:
        info = replace(info, steps=())
    until = overlap_end(report)
    return GroupView(
        group=info,
        rules=rules_used([info] if info else []),
        seen=SeenIn(run.id, run.captured_at, run.title, run.period),
        stays=tuple(_stays(advised[0].group.accounts)) if advised else (),
        overlaps=tuple((o.start, o.end or until) for o in report.overlaps if o.start),
        until=until,
        events=_events(session, group),
    )


def _stays(accounts: Iterable[Account]) -> Iterator[StayInfo]:
    for account in accounts:
        for stay in account.stays:
            yield StayInfo(
                account.key, account.account_id, stay.organisation, stay.enrolled, stay.departed
            )


def _events(session: Session, group: Group) -> tuple[LifeEvent, ...]:
    query = (
        select(Entry, NoteText.text)
        .outerjoin(NoteText, NoteText.entry_id == Entry.id)
        .where(Entry.group_id.in_(_with_parts(group)), Entry.event != Event.MERGED_INTO)
        .order_by(Entry.id)
    )
    found = session.execute(query).all()
    undone = {entry.undoes for entry, _ in found}
    fates = _fates(session, group)
    return tuple(
        LifeEvent(
            id=entry.id,
            at=entry.at,
            event=entry.event,
            by=entry.user,
            client=entry.client,
            organisation=entry.organisation,
            due=entry.due,
            reason=entry.reason,
            note=note,
            undone=entry.id in undone,
            kept=tuple(fates[entry.id, Fate.KEPT]),
            removed=tuple(fates[entry.id, Fate.REMOVED]),
            part=entry.group_id != group.id,
        )
        for entry, note in found
    )


def _with_parts(group: Group) -> Select[int]:
    """The group and those that were merged into it."""
    return select(Group.id).where((Group.id == group.id) | (Group.merged_into == group.id))


def _fates(session: Session, group: Group) -> Mapping[tuple[int, Fate], list[str]]:
    """What became of the accounts at each telling, by their numbers."""
    query = (
        select(
            RecordedFate.entry_id,
            RecordedFate.fate,
            RecordedFate.account_key,
            KnownAccount.number,
        )
        .join(Entry, Entry.id == RecordedFate.entry_id)
        .outerjoin(KnownAccount, KnownAccount.key == RecordedFate.account_key)
        .where(Entry.group_id.in_(_with_parts(group)))
        .order_by(RecordedFate.id)
    )
    found: dict[tuple[int, Fate], list[str]] = defaultdict(list)
    for entry, fate, key, number in session.execute(query):
        found[entry, fate].append(number or key)
    return found
