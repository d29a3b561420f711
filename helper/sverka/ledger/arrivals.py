"""Pages that were acknowledged: kept whole by one small write, told in tables soon after."""

import hashlib
from datetime import UTC, datetime

import msgspec
from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from sverka.ledger.actor import Actor
from sverka.ledger.tables import Arrival
from sverka.pages.records import Report
from sverka.pages.vocabulary import Source

#: After so many attempts an arrival is left for `sverka doctor` to tell of.
MOST_FAILURES = 3
_encoder = msgspec.msgpack.Encoder()


class Seen(Struct, frozen=True):
    """What was read off a page, with where and when; never the page itself."""

    report: Report
    installation: str | None
    source: Source
    captured_at: datetime
    complete: bool

    def digest(self) -> str:
        """Equal for two pages that say the same, whenever they were made."""
        report = self.report
        told = (self.installation, report.facts.period, report.mentions, report.overlaps)
        return hashlib.sha256(_encoder.encode((told, report.facts.authority))).hexdigest()


def receive(session: Session, seen: Seen, by: Actor) -> None:
    """Keep `seen` until it is told in tables."""
    bare = replace(seen, report=replace(seen.report, notices=()))
    session.add(
        Arrival(
            received_at=datetime.now(UTC),
            user=by.user,
            client=by.client,
            body=_encoder.encode(bare),
        )
    )


def anything_waits(session: Session) -> bool:
    """Whether there is an arrival that is worth an attempt."""
    return session.scalar(select(exists().where(Arrival.failures < MOST_FAILURES))) or False


def first_waiting(session: Session) -> Arrival | None:
    """The arrival whose turn it is."""
    waiting = select(Arrival).where(Arrival.failures < MOST_FAILURES)
    return session.scalars(waiting.order_by(Arrival.id).limit(1)).first()


def open_arrival(arrival: Arrival) -> Seen:
    """What was received.

    Raises `msgspec.DecodeError` for what another version of the helper wrote otherwise.
    """
    return msgspec.msgpack.decode(arrival.body, type=Seen)
