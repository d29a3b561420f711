"""The movement of accounts: kept as it was last read, given to whoever advises on them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session

from sverka.known import KnownGroup, Past
from sverka.ledger.actor import Actor
from sverka.ledger.bulk import add
from sverka.ledger.identify import among, among_listed, listed
from sverka.ledger.tables import KeptHistory, KeptMovement
from sverka.matching.groups import Group
from sverka.pages.records import History, MovementDocument

_ANY = select(exists().select_from(KeptHistory))
_KEYS = select(KeptHistory.account_key).where(among_listed(KeptHistory.account_key))


def keep_history(
    session: Session, key: str, history: History, by: Actor, read_at: datetime
) -> bool:
    """Keep what was read in place of what was read before; returns whether it says anything new."""
    known = _histories(session, [key]).get(key)
    session.execute(delete(KeptMovement).where(KeptMovement.account_key == key))
    session.execute(delete(KeptHistory).where(KeptHistory.account_key == key))
    read = {"account_key": key, "read_at": read_at, "user": by.user, "client": by.client}
    add(session, KeptHistory, [read])
    add(session, KeptMovement, [_row(key, document) for document in history])
    return known != history


def _row(key: str, document: MovementDocument) -> Mapping[str, object]:
    return {
        "account_key": key,
        "kind": document.kind,
        "number": document.number,
        "day": document.day,
        "organisation": document.organisation,
        "source": list(document.source),
        "target": list(document.target),
        "programme": document.programme,
        "destination": document.destination,
    }


def pasts(session: Session, groups: Sequence[Group]) -> Mapping[str, Past]:
    """What was read of the accounts of these groups, by the groups' ids; most have nothing."""
    if not session.scalar(_ANY):
        return {}
    keys = listed(account.key for group in groups for account in group.accounts)
    read = session.scalars(_KEYS, {"listed": keys}).all()
    histories = _histories(session, read) if read else {}
    found = {}
    for group in groups:
        own = [account.key for account in group.accounts if account.key in histories]
        if own:
            found[group.id] = Past({key: histories[key] for key in own}, {})
    return found


def known_by_past(session: Session, groups: Sequence[Group]) -> Mapping[str, KnownGroup]:
    """The same for whoever asks nothing but advice."""
    return {key: KnownGroup(past=past) for key, past in pasts(session, groups).items()}


def _histories(session: Session, keys: Iterable[str]) -> Mapping[str, History]:
    """The histories of these accounts, an empty one for an account without documents."""
    listed_keys = list(keys)
    read = select(KeptHistory.account_key).where(among(KeptHistory.account_key, listed_keys))
    found: dict[str, list[MovementDocument]] = defaultdict(list)
    for key in session.scalars(read):
        found[key] = []
    query = select(KeptMovement).where(among(KeptMovement.account_key, listed_keys))
    for kept in session.scalars(query.order_by(KeptMovement.id)):
        found[kept.account_key].append(_document(kept))
    return {key: tuple(documents) for key, documents in found.items()}


def _document(kept: KeptMovement) -> MovementDocument:
    return MovementDocument(
        kind=kept.kind,
        number=kept.number,
        day=kept.day,
        organisation=kept.organisation,
        source=tuple(kept.source),
        target=tuple(kept.target),
        programme=kept.programme,
        destination=kept.destination,
    )
