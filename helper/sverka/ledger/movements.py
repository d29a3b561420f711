"""The movement of accounts, kept as it was last read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sverka.ledger.actor import Actor
from sverka.ledger.bulk import add
from sverka.ledger.identify import among
from sverka.ledger.tables import KeptHistory, KeptMovement
from sverka.pages.records import History, MovementDocument


def keep_history(
    session: Session, key: str, history: History, by: Actor, read_at: datetime
) -> bool:
    """Keep what was read in place of what was read before; returns whether it says anything new.

    Of two saved pages the newer one stays, whichever is brought first. What was read in the future
    was read before the clock was set back.
    """
    moment = select(KeptHistory.read_at).where(KeptHistory.account_key == key)
    before = session.scalar(moment)
    if before is not None and read_at < before <= datetime.now(UTC):
        return False
    known = histories_of(session, [key]).get(key)
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


def histories_of(session: Session, keys: Iterable[str]) -> Mapping[str, History]:
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
