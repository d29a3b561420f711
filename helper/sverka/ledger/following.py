"""Follows groups from report to report: found, changed, proved to be gone, come back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session, aliased

from sverka.advice.advise import GroupAdvice
from sverka.advice.vocabulary import Advice
from sverka.known import DECIDED, Proof, State
from sverka.ledger.actor import Actor
from sverka.ledger.bulk import add, add_or_replace, change
from sverka.ledger.identify import among
from sverka.ledger.journal import note_many
from sverka.ledger.remembering import Remembered
from sverka.ledger.runs import Comparison
from sverka.ledger.tables import Account, Group, GroupKey, Member, Run, Sighting
from sverka.ledger.vocabulary import Event
from sverka.matching.groups import Group as SeenGroup

# The advice of the account that has most to do is what lists show of the group.
_MOST_TO_DO = (
    Advice.DELETE,
    Advice.UNDECIDED,
    Advice.FIX_DATES,
    Advice.NOT_DUPLICATE,
    Advice.KEEP,
)
#: Groups in these states are done with when a re-run no longer shows them.
_OPEN = frozenset({State.FOUND, State.ASSIGNED, State.WORKED, State.IRREMOVABLE, State.RETURNED})


class Followed(Struct, frozen=True):
    """A group of a page and its number in the ledger; `is_new` if that was given just now."""

    advised: GroupAdvice
    number: int
    is_new: bool


class Follower:
    """Follows the groups of one run."""

    def __init__(self, session: Session, run: Run, by: Actor, comparison: Comparison) -> None:
        self._session = session
        self._run = run
        self._by = by
        self._comparison = comparison

    def follow(
        self,
        advised: Sequence[GroupAdvice],
        known: Mapping[str, int],
        accounts: Mapping[str, int],
        remembered: Remembered,
    ) -> None:
        """Bring the groups of a new run up to date; `known` and `accounts` give their numbers."""
        followed = self._numbered(advised, known)
        self._part(known.values())
        self._write_groups(followed)
        self._write_sightings(followed)
        self._write_members(followed, accounts)
        self._note_found([item for item in followed if item.is_new])
        self.follow_again([item.group for item in advised], known, remembered)
        self._merge()
        self._prove_gone()

    def follow_again(
        self, groups: Iterable[SeenGroup], known: Mapping[str, int], remembered: Remembered
    ) -> None:
        """What a run tells even if it says the same as the one before it."""
        self._change_state(Event.RETURNED, sorted(self._comparison.taken_up), State.RETURNED)
        for group in groups:
            if (number := known.get(group.id)) is not None:
                self._raise_again(number, group, remembered)

    def _numbered(self, advised: Sequence[GroupAdvice], known: Mapping[str, int]) -> list[Followed]:
        new = (self._session.scalar(select(func.max(Group.id))) or 0) + 1
        followed = []
        for item in advised:
            number = known.get(item.group.id)
            followed.append(Followed(item, number or new, number is None))
            new += number is None
        return followed

    def _write_groups(self, followed: Sequence[Followed]) -> None:
        seen = self._run.received_at
        made = [
            _told(item.advised)
            | {"id": item.number, "run_id": self._run.id, "last_seen": seen}
            | {"first_seen": seen, "state": State.FOUND, "version": 1}
            for item in followed
            if item.is_new
        ]
        add(self._session, Group, made)
        changed = [
            _told(item.advised) | {"id": item.number, "run_id": self._run.id, "last_seen": seen}
            for item in followed
            if not item.is_new
        ]
        change(self._session, Group, changed)
        keys = [{"key": item.advised.group.id, "group_id": item.number} for item in followed]
        add_or_replace(self._session, GroupKey, keys, "group_id")

    def _write_sightings(self, followed: Sequence[Followed]) -> None:
        sightings = (
            {
                "run_id": self._run.id,
                "group_id": item.number,
                "change": self._comparison.changes[item.advised.group.id],
            }
            for item in followed
        )
        add(self._session, Sighting, sightings)

    def _write_members(self, followed: Sequence[Followed], accounts: Mapping[str, int]) -> None:
        known = [item.number for item in followed if not item.is_new]
        self._session.execute(delete(Member).where(among(Member.group_id, known)))
        members = (
            row for item in followed for row in _members(item.number, item.advised, accounts)
        )
        add(self._session, Member, members)

    def _note_found(self, followed: Iterable[Followed]) -> None:
        self._note(Event.FOUND, [item.number for item in followed], {}, State.FOUND)

    def _raise_again(self, number: int, group: SeenGroup, remembered: Remembered) -> None:
        """What was no duplicate is looked at once more, because its data are others now (D-23)."""
        if fields := remembered.changed(number, group):
            self._change_state(Event.RAISED_AGAIN, [number], State.FOUND, changed=list(fields))

    def _part(self, numbers: Iterable[int]) -> None:
        """What was merged into another group and is shown on its own again goes on as it was; what
        was removed together with that one has come back.
        """
        whole = aliased(Group)
        query = (
            select(Group.id, Group.state, whole.state)
            .join(whole, whole.id == Group.merged_into)
            .where(among(Group.id, numbers))
        )
        parted = self._session.execute(query).all()
        self._note_kept(Event.PARTED, {part: state for part, state, _ in parted})
        change(self._session, Group, [{"id": part, "merged_into": None} for part, *_ in parted])
        back = [p for p, state, of in parted if of is State.RESOLVED and state in _OPEN]
        self._change_state(Event.RETURNED, back, State.RETURNED)

    def _merge(self) -> None:
        """A group whose accounts are in another now goes on in that one.

        Its own life is kept, in case it is parted again. What was decided of fewer accounts does
        not hold for all of them.
        """
        merged = self._comparison.merged
        if not merged:
            return
        before = self._states(merged)
        self._note_kept(Event.MERGED_INTO, before)
        for part, whole in merged.items():
            inside = (Group.id == part) | (Group.merged_into == part)
            self._session.execute(update(Group).where(inside).values(merged_into=whole))
        self._session.execute(delete(Member).where(among(Member.group_id, merged)))
        wholes = self._states(merged.values())
        decided = [number for number, state in wholes.items() if state in DECIDED]
        self._change_state(Event.MERGED, decided, State.FOUND, changed=None)
        self._note_kept(Event.MERGED, {n: s for n, s in wholes.items() if s not in DECIDED})

    def _prove_gone(self) -> None:
        """A group of strong keys that the same report no longer shows is removed (D-22)."""
        if self._comparison.proof is not Proof.COMPARABLE or not self._comparison.gone:
            return
        weak = select(Member.group_id).join(Account).where(Account.weak)
        query = select(Group.id).where(
            among(Group.id, self._comparison.gone),
            Group.state.in_(_OPEN),
            Group.id.not_in(weak),
        )
        self._change_state(Event.RESOLVED, list(self._session.scalars(query)), State.RESOLVED)

    def _change_state(
        self, event: Event, numbers: Sequence[int], state: State, **values: Any
    ) -> None:
        if not numbers:
            return
        self._note(event, numbers, self._states(numbers), state, values.get("changed"))
        self._session.execute(
            update(Group)
            .where(among(Group.id, numbers))
            .values(state=state, version=Group.version + 1, **values)
        )

    def _states(self, numbers: Iterable[int]) -> Mapping[int, State]:
        query = select(Group.id, Group.state).where(among(Group.id, numbers))
        return dict(self._session.execute(query).all())

    def _note_kept(self, event: Event, states: Mapping[int, State]) -> None:
        """Note what leaves the groups in their states."""
        for state in sorted(set(states.values())):
            numbers = [number for number, kept in states.items() if kept is state]
            self._note(event, numbers, states, state)

    def _note(
        self,
        event: Event,
        numbers: Iterable[int],
        before: Mapping[int, State],
        after: State,
        changed: Sequence[str] | None = None,
    ) -> None:
        lines = [
            {
                "group_id": number,
                "run_id": self._run.id,
                "state_before": before.get(number),
                "state_after": after,
                "details": {"changed": changed} if changed else None,
            }
            for number in numbers
        ]
        note_many(self._session, event, self._by, lines)


def follow_advice(session: Session, group: Group, advised: GroupAdvice) -> None:
    """Take over advice that was taken again; the group is what it was, with the same accounts."""
    query = select(Account.key, Account.id).join(Member).where(Member.group_id == group.id)
    accounts = dict(session.execute(query).all())
    change(session, Group, [_told(advised) | {"id": group.id}])
    session.execute(delete(Member).where(Member.group_id == group.id))
    add(session, Member, _members(group.id, advised, accounts))


def _members(
    number: int, advised: GroupAdvice, accounts: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    for item in advised.accounts:
        yield {
            "group_id": number,
            "account_id": accounts[item.account.key],
            "advice": item.advice,
            "rule": item.rules[0],
        }


def _told(advised: GroupAdvice) -> dict[str, Any]:
    """What lists show of a group, as the newest report and the newest rules tell it."""
    group = advised.group
    shown = min(advised.accounts, key=lambda account: _MOST_TO_DO.index(account.advice))
    return {
        "key": group.id,
        "verdict": group.verdict,
        "bits": group.bits,
        "overlap_days": group.overlap_days,
        "risk": advised.risk,
        "confidence": advised.confidence,
        "cause": advised.cause,
        "advice": shown.advice,
        "rule": shown.rules[0],
        "acts": shown.who,
    }
