"""Pages that were acknowledged: kept whole by one small write, told in tables soon after."""

import hashlib
from datetime import UTC, date, datetime

import msgspec
from msgspec import Struct
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from sverka.ledger.actor import Actor
from sverka.ledger.seen_people import PeopleSeen
from sverka.ledger.tables import Arrival
from sverka.ledger.vocabulary import ArrivalKind
from sverka.pages.records import Mention, Overlap, Records, Report, ReportFacts
from sverka.pages.vocabulary import Source

#: After so many attempts an arrival is left for `sverka doctor` to tell of.
MOST_FAILURES = 3
# Built once: each page asks them several times.
_WAITING = select(Arrival).where(Arrival.failures < MOST_FAILURES).order_by(Arrival.id).limit(1)
_ANYTHING_WAITS = select(exists().where(Arrival.failures < MOST_FAILURES))
_encoder = msgspec.msgpack.Encoder()


class _Rows(Struct, frozen=True):
    mentions: tuple[Mention, ...]
    overlaps: tuple[Overlap, ...]
    others: tuple[Records, ...]


class Seen(Struct, frozen=True):
    """What was read off a page, with where and when; never the page itself.

    `rows` are its mentions and overlaps, packed once: what is kept is also what is compared.
    """

    facts: ReportFacts
    today: date
    rows: bytes
    installation: str | None
    source: Source
    captured_at: datetime
    complete: bool
    #: Whether every account has a number: otherwise one that is missing may only be unread.
    numbered: bool

    @classmethod
    def of(
        cls,
        report: Report,
        installation: str | None,
        source: Source,
        captured_at: datetime,
        *,
        complete: bool,
    ) -> "Seen":
        rows = _encoder.encode(_Rows(report.mentions, report.overlaps, report.others))
        facts, today = report.facts, report.today
        numbered = None not in [mention.number for mention in report.mentions]
        return cls(facts, today, rows, installation, source, captured_at, complete, numbered)

    def report(self) -> Report:
        """The report as it was read, without what was told of it."""
        rows = msgspec.msgpack.decode(self.rows, type=_Rows)
        return Report(self.facts, self.today, rows.mentions, rows.overlaps, others=rows.others)

    def generated_at(self) -> datetime | None:
        """When the site says it made the report, by the clock of this computer's time zone."""
        made = self.facts.generated_at
        return made and made.astimezone(UTC)

    def selection(self) -> str:
        """Equal for two pages that print the same choice; empty where they print none.

        A hash: whoever chose one child may have typed the name.
        """
        chosen = self.facts.selection
        return hashlib.sha256(_encoder.encode(chosen)).hexdigest() if chosen else ""

    def digest(self) -> str:
        """Equal for two pages that say the same, whenever they were made."""
        place = (self.installation, self.facts.authority, self.facts.period)
        return hashlib.sha256(_encoder.encode(place) + self.rows).hexdigest()


def receive(session: Session, seen: Seen | PeopleSeen, by: Actor) -> None:
    """Keep `seen` until it is told in tables."""
    session.add(
        Arrival(
            received_at=datetime.now(UTC),
            user=by.user,
            client=by.client,
            kind=ArrivalKind.REPORT if isinstance(seen, Seen) else ArrivalKind.PEOPLE,
            body=_encoder.encode(seen),
        )
    )


def anything_waits(session: Session) -> bool:
    """Whether there is an arrival that is worth an attempt."""
    return session.scalar(_ANYTHING_WAITS) or False


def first_waiting(session: Session) -> Arrival | None:
    """The arrival whose turn it is."""
    return session.scalars(_WAITING).first()


def open_arrival(arrival: Arrival) -> Seen | PeopleSeen:
    """What was received.

    Raises `msgspec.DecodeError` for what another version of the helper wrote otherwise.
    """
    if arrival.kind is ArrivalKind.PEOPLE:
        return msgspec.msgpack.decode(arrival.body, type=PeopleSeen)
    return msgspec.msgpack.decode(arrival.body, type=Seen)
