"""What operators decide of a group, and how each decision is taken back."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct
from sqlalchemy import select
from sqlalchemy.orm import Session

from sverka.advice.catalogue import rules_version
from sverka.advice.vocabulary import Advice, Confidence
from sverka.errors import ErrorCode, SverkaError
from sverka.known import IrremovableReason, NotDuplicateReason, State, StateInfo
from sverka.ledger.actor import Actor
from sverka.ledger.journal import DECISIONS, note, now
from sverka.ledger.remembering import forget, remember
from sverka.ledger.restoring import report_of
from sverka.ledger.states import states, turns_of
from sverka.ledger.tables import (
    Account,
    Enrolment,
    Entry,
    Group,
    GroupKey,
    Member,
    NoteText,
    Organisation,
    Person,
    RecordedFate,
    Run,
)
from sverka.ledger.vocabulary import Act, Event, Fate
from sverka.matching.groups import group_report
from sverka.people.accounts import AccountKeys

_LONGEST_NOTE = 1000
_LONGEST_NAME = 500

_STATE_AFTER = {
    Act.ASSIGN: (Event.ASSIGNED, State.ASSIGNED),
    Act.WORKED: (Event.WORKED, State.WORKED),
    Act.IRREMOVABLE: (Event.IRREMOVABLE, State.IRREMOVABLE),
    Act.NOT_DUPLICATE: (Event.NOT_DUPLICATE, State.NOT_DUPLICATE),
}
_REASONS = {Act.IRREMOVABLE: IrremovableReason, Act.NOT_DUPLICATE: NotDuplicateReason}
_OTHER = "other"
_FATE_OF = {Advice.KEEP: Fate.KEPT, Advice.DELETE: Fate.REMOVED}


class Decision(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What somebody decided of a group; `version` is that of the state they had before them.

    `kept` and `removed` are keys of accounts; where neither is given, the advice says which.
    """

    schema: Literal[1] = 1
    group: Annotated[str, Meta(pattern=r"^[0-9a-f]{16}$")]
    version: int
    act: Act
    organisation: Annotated[str, Meta(max_length=_LONGEST_NAME)] | None = None
    due: date | None = None
    reason: str | None = None
    note: Annotated[str, Meta(max_length=_LONGEST_NOTE)] | None = None
    kept: str | None = None
    removed: tuple[str, ...] = ()


def decide(session: Session, decision: Decision, by: Actor, secret: bytes) -> StateInfo:
    """Carry out a decision and note it in the journal; returns the state it led to.

    Raises `SverkaError`: `not-found` for a group nobody has seen, `conflict` where somebody else
    was first or the state does not allow it, `bad-request` where something is missing.
    """
    group = find_group(session, decision.group)
    # Another id: the group has other accounts than those that were looked at.
    if group.version != decision.version or group.key != decision.group:
        raise SverkaError(ErrorCode.CONFLICT, "decision-outdated")
    if decision.act is Act.UNDO:
        _undo(session, group, by)
    else:
        _check(group, decision)
        _carry_out(session, group, decision, by, secret)
    group.version += 1
    session.flush()
    return states(session, [group])[group.id]


def find_group(session: Session, key: str) -> Group:
    """The group that has, or once had, this id; of one that was merged, the group it is part of."""
    query = select(Group).join(GroupKey).where(GroupKey.key == key)
    group = session.scalars(query).first()
    if group is None:
        raise SverkaError(ErrorCode.NOT_FOUND, "no-such-group")
    return session.get_one(Group, group.merged_into) if group.merged_into else group


def _require_open(group: Group) -> None:
    if group.state is State.RESOLVED:
        raise SverkaError(ErrorCode.CONFLICT, "decision-on-resolved")


def _check(group: Group, decision: Decision) -> None:
    _require_open(group)
    if decision.act is Act.ASSIGN and not (decision.organisation or "").strip():
        raise SverkaError(ErrorCode.BAD_REQUEST, "decision-without-organisation")
    if decision.act is Act.ASSIGN and decision.due and decision.due < _today():
        raise SverkaError(ErrorCode.BAD_REQUEST, "decision-due-past", due=decision.due)
    reasons = _REASONS.get(decision.act)
    if reasons and decision.reason not in list(reasons):
        raise SverkaError(ErrorCode.BAD_REQUEST, "decision-without-reason")
    if decision.reason == _OTHER and not (decision.note or "").strip():
        raise SverkaError(ErrorCode.BAD_REQUEST, "decision-without-note")


def _today() -> date:
    """By the operator's clock."""
    return now().astimezone().date()


def _carry_out(
    session: Session, group: Group, decision: Decision, by: Actor, secret: bytes
) -> None:
    event, state = _STATE_AFTER[decision.act]
    members = _members(session, group)
    entry = note(
        session,
        event,
        by,
        group_id=group.id,
        run_id=group.run_id,
        person_key=next((member.person_key for member in members if member.person_key), None),
        state_before=group.state,
        state_after=state,
        organisation=decision.organisation if decision.act is Act.ASSIGN else None,
        due=decision.due if decision.act is Act.ASSIGN else None,
        reason=decision.reason if decision.act in _REASONS else None,
        advised=group.advice,
        rule=group.rule,
        rules_version=rules_version(),
    )
    if written := (decision.note or "").strip():
        session.add(NoteText(entry_id=entry.id, text=written))
    if decision.act is Act.WORKED:
        session.add_all(_fates(entry, group, members, decision))
    if decision.act is Act.NOT_DUPLICATE:
        _remember(session, group, secret)
    group.state = state
    group.changed = None


def _remember(session: Session, group: Group, secret: bytes) -> None:
    installation = session.get_one(Run, group.run_id).installation
    parts = group_report(report_of(session, group), AccountKeys(installation, secret))
    remember(session, group.id, [account for part in parts for account in part.accounts], secret)


def _undo(session: Session, group: Group, by: Actor) -> None:
    _require_open(group)
    turns = turns_of(session, [group.id])[group.id]
    last = turns[-1] if turns else None
    if last is None or last.event not in DECISIONS or last.state_before is None:
        raise SverkaError(ErrorCode.CONFLICT, "nothing-to-undo")
    note(
        session,
        Event.UNDONE,
        by,
        group_id=group.id,
        person_key=last.person_key,
        state_before=group.state,
        state_after=last.state_before,
        undoes=last.id,
    )
    if last.event is Event.NOT_DUPLICATE and last.state_before is not State.NOT_DUPLICATE:
        forget(session, group.id)
    group.state = last.state_before


class _MemberSeen(Struct, frozen=True):
    """An account of a group as the journal of removals tells of it."""

    account_key: str
    person_key: str | None
    advice: Advice
    organisation: str | None
    enrolled: date | None
    departed: date | None


def _members(session: Session, group: Group) -> Sequence[_MemberSeen]:
    """The accounts of a group; one with several enrolments by the first of them."""
    query = (
        select(
            Account.key,
            Person.key,
            Member.advice,
            Organisation.name,
            Enrolment.enrolled,
            Enrolment.departed,
        )
        .join(Member, Member.account_id == Account.id)
        .join(Enrolment, Enrolment.account_id == Account.id)
        .outerjoin(Person, Person.id == Enrolment.person_id)
        .outerjoin(Organisation, Organisation.id == Enrolment.organisation_id)
        .where(Member.group_id == group.id, Enrolment.run_id == group.run_id)
        .order_by(Enrolment.id.desc())
    )
    return list({row[0]: _MemberSeen(*row) for row in session.execute(query)}.values())


def _fates(
    entry: Entry, group: Group, members: Sequence[_MemberSeen], decision: Decision
) -> Sequence[RecordedFate]:
    """Which account was kept and which removed: as somebody said, else as it was advised."""
    fates = _said(decision, members) or _advised(group, members)
    if not fates.keys() <= {member.account_key for member in members}:
        raise SverkaError(ErrorCode.BAD_REQUEST, "decision-foreign-account")
    return [
        RecordedFate(
            entry_id=entry.id,
            fate=fates[member.account_key],
            account_key=member.account_key,
            person_key=member.person_key,
            organisation=member.organisation,
            enrolled=member.enrolled,
            departed=member.departed,
        )
        for member in members
        if member.account_key in fates
    ]


def _advised(group: Group, members: Sequence[_MemberSeen]) -> dict[str, Fate]:
    """A preliminary advice, by account numbers alone, tells nobody what was removed."""
    if group.confidence is Confidence.LOW:
        return {}
    return {
        member.account_key: _FATE_OF[member.advice]
        for member in members
        if member.advice in _FATE_OF
    }


def _said(decision: Decision, members: Sequence[_MemberSeen]) -> dict[str, Fate]:
    """Who names only the account that stays means that the others are gone."""
    kept, removed = decision.kept, decision.removed
    if kept and kept in removed:
        raise SverkaError(ErrorCode.BAD_REQUEST, "decision-kept-and-removed")
    if kept and not removed:
        removed = tuple(m.account_key for m in members if m.account_key != kept)
    return dict.fromkeys(removed, Fate.REMOVED) | ({kept: Fate.KEPT} if kept else {})
