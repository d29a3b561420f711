"""What the ledger says of accounts by their keys: their cards, their groups of duplicates."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from sverka.advice.catalogue import catalogue
from sverka.advice.vocabulary import Advice
from sverka.contract import GroupInfo
from sverka.known import State
from sverka.ledger.identify import among_listed, listed
from sverka.ledger.states import states
from sverka.ledger.tables import Account, Group, Kinship, Member, Person, Profile
from sverka.ledger.view import view_group
from sverka.pages.vocabulary import LinkState
from sverka.people.names import PersonName
from sverka.seen import DuplicateNote, SeenCard
from sverka.settings import Settings

#: The rule by which somebody's word, and no other rule, decides.
_CALLED_NO_DUPLICATE = "D-23"

#: The newer card of a relative shows a link that the person's own card did not show.
_LINKED_SINCE = or_(
    *(
        exists().where(side == Profile.account_id, Kinship.seen_at >= Profile.card_seen_at)
        for side in (Kinship.child_id, Kinship.parent_id)
    )
)
_CARDS = (
    select(
        Account.key,
        Profile.card_seen_at,
        Profile.links,
        Profile.findings,
        Person.birth_date,
        Profile.departed,
        _LINKED_SINCE.label("linked"),
    )
    .join(Profile, Profile.account_id == Account.id)
    .join(Person, Person.id == Profile.person_id)
    .where(among_listed(Account.key))
)
_GROUPS = (
    select(Account.key, Member, Group)
    .join(Member, Member.account_id == Account.id)
    .join(Group, Group.id == Member.group_id)
    .where(among_listed(Account.key))
    .order_by(Group.last_seen)
)


def cards_of(session: Session, keys: Iterable[str]) -> Mapping[str, SeenCard]:
    """Those of these accounts whose cards were open before."""
    return {
        key: SeenCard(seen_at, LinkState.LINKED if linked else links, findings, born, departed)
        for key, seen_at, links, findings, born, departed, linked in session.execute(
            _CARDS, {"listed": listed(keys)}
        )
        if seen_at is not None and links is not None and findings is not None
    }


def names_of(session: Session, key: str) -> Sequence[PersonName]:
    """What the owner of the account has been called."""
    owners = select(Person).join(Account, Account.id == Person.account_id).where(Account.key == key)
    return [
        PersonName(owner.surname or "", owner.name or "", owner.patronymic or "")
        for owner in session.scalars(owners)
    ]


def groups_of(session: Session, keys: Iterable[str]) -> Mapping[str, DuplicateNote]:
    """Those of these accounts that belong to a group of duplicates; of several the last seen."""
    rows = session.execute(_GROUPS, {"listed": listed(keys)}).all()
    found = states(session, [group for *_, group in rows])
    rules = catalogue().rules
    notes = {}
    for key, member, group in rows:
        advice, rule = _advice(member, group)
        notes[key] = DuplicateNote(group.key, advice, rule, rules[rule].text, found[group.id])
    return notes


def _advice(member: Member, group: Group) -> tuple[Advice, str]:
    if group.state is State.NOT_DUPLICATE:
        return Advice.NOT_DUPLICATE, _CALLED_NO_DUPLICATE
    return member.advice, member.rule


def whole_group_of(
    session: Session, key: str, settings: Settings, secret: bytes
) -> GroupInfo | None:
    """The group of duplicates that the account belongs to, advised on anew; none of what is
    removed.
    """
    note = groups_of(session, [key]).get(key)
    if note is None or note.state.state is State.RESOLVED:
        return None
    return view_group(session, note.group, settings, secret).group
