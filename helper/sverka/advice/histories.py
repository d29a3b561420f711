"""What the movement of an account says to the rules: its history, its dates, what contradicts."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from sverka.matching.accounts import Account
from sverka.matching.groups import Group, Pair
from sverka.matching.overlap import largest, largest_overlap
from sverka.pages.records import History, MovementDocument, Stay
from sverka.pages.vocabulary import MovementKind
from sverka.people.organisations import may_be_one

_LEAVING = frozenset({MovementKind.DEPARTURE, MovementKind.GRADUATION})


class ClashOf(StrEnum):
    """In what a report and the movement of an account contradict each other."""

    ORGANISATION = "organisation"
    ENROLLED = "enrolled"
    DEPARTED = "departed"
    LEFT = "left"


class Clash(Struct, frozen=True, gc=False):
    """A contradiction: the day as the report prints it, and as the documents tell it."""

    of: ClashOf
    organisation: str
    printed: date | None = None
    told: date | None = None


class Told(Struct, frozen=True, gc=False):
    """The movement of one account.

    `has_history`: whether it holds a document other than the account's own first enrolment in its
    present organisation; `None` where that cannot be said. `stale`: it was read so long ago that
    such a document may have come since.
    """

    history: History
    has_history: bool | None
    clash: Clash | None
    stale: bool


def told_by(account: Account, history: History, *, stale: bool) -> Told:
    """What the documents of `history`, which is the account's, say beside the report."""
    clashes = (clash for stay in account.stays if (clash := _clash(stay, history)))
    has_history = _has_history(account, history)
    if stale and has_history is False:
        has_history = None
    return Told(history, has_history, next(clashes, None), stale)


def with_movement(group: Group, histories: Mapping[str, History], end: date) -> Group:
    """The group with the dates that its report does not print and the movement tells.

    `end`: until when enrolments without departure are counted.
    """
    accounts = {
        account.key: _dated_account(account, histories.get(account.key, ()))
        for account in group.accounts
    }
    pairs = tuple(_dated_pair(pair, accounts, end) for pair in group.pairs)
    days = group.overlap_days
    if days is None:
        days = largest([pair.overlap_days for pair in pairs])
    return replace(group, accounts=tuple(accounts.values()), pairs=pairs, overlap_days=days)


def _dated_pair(pair: Pair, accounts: Mapping[str, Account], end: date) -> Pair:
    a, b, days = accounts[pair.a.key], accounts[pair.b.key], pair.overlap_days
    if days is None:
        days = largest_overlap(a.stays, b.stays, end)
    return replace(pair, a=a, b=b, overlap_days=days)


def _dated_account(account: Account, history: History) -> Account:
    if any(document.kind is MovementKind.UNKNOWN or not document.day for document in history):
        return account
    return replace(account, stays=tuple(_dated(stay, history) for stay in account.stays))


def _dated(stay: Stay, history: History) -> Stay:
    enrolments = _days(_here(stay, history), MovementKind.ENROLMENT)
    if stay.doubtful or not enrolments:
        return stay
    if stay.enrolled is None:
        stay = replace(stay, enrolled=max(enrolments))
    if not stay.departure_known:
        stay = replace(stay, departed=_left(stay, history), departure_known=True)
    return stay


def _here(stay: Stay, history: History) -> Sequence[MovementDocument]:
    """The documents of the organisation of a stay."""
    return [told for told in history if may_be_one(told.organisation, stay.organisation or "")]


def _days(documents: Sequence[MovementDocument], *kinds: MovementKind) -> list[date]:
    return [told.day for told in documents if told.kind in kinds and told.day]


def _left(stay: Stay, history: History) -> date | None:
    """The last departure from the organisation of a stay, unless an enrolment came after it."""
    here = _here(stay, history)
    left = max(_days(here, *_LEAVING), default=None)
    came = max(_days(here, MovementKind.ENROLMENT), default=None)
    return left if left and (came is None or came < left) else None


def _has_history(account: Account, history: History) -> bool | None:
    # Without the document of the own enrolment, or without its place, nothing can be told from it.
    if not history or not any(stay.organisation for stay in account.stays):
        return None
    # A document that the page prints twice is one document.
    documents = tuple(dict.fromkeys(history))
    own = next(_own_enrolments(account, documents), None)
    others = [told for told in documents if told is not own]
    if any(_is_clear(told) and not _may_be_again(told, own) for told in others):
        return True
    return None if others else False


def _own_enrolments(account: Account, history: History) -> Iterator[MovementDocument]:
    places = [stay.organisation or "" for stay in account.stays]
    for told in history:
        here = any(may_be_one(told.organisation, place) for place in places)
        if here and told.kind is MovementKind.ENROLMENT:
            yield told


def _may_be_again(document: MovementDocument, own: MovementDocument | None) -> bool:
    """Whether a document may be the own enrolment, entered or printed once more."""
    return (
        own is not None
        and document.kind is MovementKind.ENROLMENT
        and (None in (document.day, own.day) or document.day == own.day)
        and may_be_one(document.organisation, own.organisation)
    )


def _is_clear(document: MovementDocument) -> bool:
    """Whether it is certain what the document is; an enrolment somewhere may be the own one."""
    if document.kind is MovementKind.ENROLMENT:
        return bool(document.organisation)
    return document.kind is not MovementKind.UNKNOWN


def _clash(stay: Stay, history: History) -> Clash | None:
    """Where a stay as printed and the documents contradict each other."""
    if not stay.organisation:
        return None
    here = _here(stay, history)
    if not here:
        return Clash(ClashOf.ORGANISATION, stay.organisation)
    if stay.doubtful or any(document.day is None for document in here):
        return None
    came = _days(here, MovementKind.ENROLMENT)
    if stay.enrolled and came and stay.enrolled not in came:
        return Clash(ClashOf.ENROLLED, stay.organisation, stay.enrolled, max(came))
    if stay.departed and stay.departed not in _days(here, *_LEAVING):
        left = max(_days(here, *_LEAVING), default=None)
        return Clash(ClashOf.DEPARTED, stay.organisation, stay.departed, left)
    left = _left(stay, history)
    if stay.left and left is None:
        return Clash(ClashOf.LEFT, stay.organisation)
    if stay.departure_known and stay.departed is None and left:
        return Clash(ClashOf.DEPARTED, stay.organisation, None, left)
    return None
