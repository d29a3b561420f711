"""One group of the ledger as a whole: its newest analysis, where it was seen, what was decided."""

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from sverka.analysis import group_info, rules_used
from sverka.contract import GroupInfo, RuleInfo
from sverka.known import KnownGroup
from sverka.ledger.decisions import find_group
from sverka.ledger.restoring import report_of
from sverka.ledger.states import called_no_duplicate, states
from sverka.ledger.tables import Entry, Group, NoteText, Run
from sverka.ledger.vocabulary import Event
from sverka.matching.groups import group_report
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
    """One line of the journal that concerns a group."""

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


class GroupView(Struct, frozen=True):
    """Everything of one group; `group` is empty where its people's data were purged."""

    group: GroupInfo | None
    rules: Mapping[str, RuleInfo]
    seen: SeenIn
    events: tuple[LifeEvent, ...]


def view_group(session: Session, key: str, settings: Settings, secret: bytes) -> GroupView:
    """The group of that id, advised on anew from what was last seen of it.

    Raises `SverkaError` (`not-found`).
    """
    group = find_group(session, key)
    run = session.get_one(Run, group.run_id)
    info = _advised_anew(session, group, run, settings, secret)
    return GroupView(
        group=info,
        rules=rules_used([info] if info else []),
        seen=SeenIn(run.id, run.captured_at, run.title, run.period),
        events=_events(session, group),
    )


def _advised_anew(
    session: Session, group: Group, run: Run, settings: Settings, secret: bytes
) -> GroupInfo | None:
    state = states(session, [group])[group.id]
    settled = called_no_duplicate(state)
    report = report_of(session, group)
    groups = group_report(report, AccountKeys(run.installation, secret))
    known = {item.id: KnownGroup(state, None, settled) for item in groups}
    advised = advise_groups(report, groups, settings, known)
    return next((group_info(item, known[item.group.id]) for item in advised), None)


def _events(session: Session, group: Group) -> tuple[LifeEvent, ...]:
    query = (
        select(Entry, NoteText.text)
        .outerjoin(NoteText, NoteText.entry_id == Entry.id)
        .where(Entry.group_id == group.id)
        .order_by(Entry.id)
    )
    found = session.execute(query).all()
    undone = {entry.undoes for entry, _ in found}
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
        )
        for entry, note in found
    )
