"""The tables of the ledger. Names of people stand in one of them, `people`."""

from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    DateTime,
    Dialect,
    Enum,
    ForeignKey,
    Index,
    LargeBinary,
    Text,
    TypeDecorator,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from sverka.advice.vocabulary import Advice, Cause, Confidence, Risk
from sverka.known import Change, Proof, State
from sverka.ledger.vocabulary import ArrivalKind, Event, Fate
from sverka.matching.vocabulary import Verdict
from sverka.pages.vocabulary import (
    Destination,
    EntryWay,
    Layout,
    LinkState,
    MovementKind,
    PageKind,
    Role,
    Source,
)
from sverka.people.names import Sex
from sverka.people.organisations import OrgKind


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC: SQLite knows no time zones."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return value and value.replace(tzinfo=UTC)


#: An empty value is no value, not JSON's `null`.
_JSON = JSON(none_as_null=True)


def _words(vocabulary: type[StrEnum]) -> Enum:
    """A closed vocabulary, kept by its values."""
    return Enum(
        vocabulary,
        native_enum=False,
        length=32,
        values_callable=lambda words: [word.value for word in words],
    )


_VOCABULARIES = (
    *(Advice, Cause, Confidence, Risk, Verdict),
    *(Change, Proof, State, ArrivalKind, Event, Fate),
    *(EntryWay, Layout, LinkState, PageKind, Role, Source, Sex, OrgKind),
    *(Destination, MovementKind),
)


class Base(DeclarativeBase):
    """What all tables share: how Python's types are kept."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        bytes: LargeBinary,
        datetime: Moment,
        list[str]: _JSON,
        **{vocabulary: _words(vocabulary) for vocabulary in _VOCABULARIES},
    }


class Arrival(Base):
    """A page that was acknowledged and is not yet in the other tables.

    `body` is what `kind` says, as `arrivals` packs it; `failures` counts the attempts that ended
    in `problem`.
    """

    __tablename__ = "arrivals"

    id: Mapped[int] = mapped_column(primary_key=True)
    received_at: Mapped[datetime]
    user: Mapped[str]
    client: Mapped[str | None]
    kind: Mapped[ArrivalKind] = mapped_column(default=ArrivalKind.REPORT)
    body: Mapped[bytes]
    failures: Mapped[int] = mapped_column(default=0)
    problem: Mapped[str | None]


class Run(Base):
    """One report as it was seen; `seen_again_at` when the very same was last opened.

    `selection`: by what it was made beside its period, as `arrivals.Seen.selection` tells it;
    `None` where nobody knows. `complete`: no row of it was left unread. `previous_id` is the report
    of the same parameters that it was compared with, `proof` whether a disappearance proves a
    removal.
    """

    __tablename__ = "runs"
    __table_args__ = (Index("ix_runs_parameters", "installation", "authority"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PageKind]
    layout: Mapped[Layout | None]
    installation: Mapped[str | None]
    authority: Mapped[str | None]
    period_start: Mapped[date | None]
    period_end: Mapped[date | None]
    selection: Mapped[str | None]
    today: Mapped[date]
    generated_at: Mapped[datetime | None]
    title: Mapped[str]
    rows: Mapped[int]
    complete: Mapped[bool]
    digest: Mapped[str]
    captured_at: Mapped[datetime]
    received_at: Mapped[datetime]
    seen_again_at: Mapped[datetime]
    user: Mapped[str]
    client: Mapped[str | None]
    source: Mapped[Source]
    previous_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id"))
    proof: Mapped[Proof]

    @property
    def period(self) -> tuple[date, date] | None:
        """First and last day, where both were read."""
        start, end = self.period_start, self.period_end
        return (start, end) if start and end else None


class Organisation(Base):
    """An organisation as printed; one organisation may be printed in several ways, with one key."""

    __tablename__ = "organisations"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    key: Mapped[str] = mapped_column(index=True)
    kind: Mapped[OrgKind]


class Account(Base):
    """An account of СГО; `key` as in the contract.

    `last_run_id` is the last report that named it, `seen_at` when a card or a list last did.
    """

    __tablename__ = "accounts"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    number: Mapped[str | None]
    weak: Mapped[bool]
    last_run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id"))
    seen_at: Mapped[datetime | None]


class Person(Base):
    """Whom a page named as the owner of an account. `key` is random and tells nothing."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), index=True)
    surname: Mapped[str | None]
    name: Mapped[str | None]
    patronymic: Mapped[str | None]
    folded: Mapped[str] = mapped_column(index=True)
    birth_date: Mapped[date | None]
    sex: Mapped[Sex | None]


class Enrolment(Base):
    """One place of a report that named an account, with the stay it printed there.

    `incomplete`: the report says more of the child than could be read.
    """

    __tablename__ = "enrolments"

    id: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), index=True)
    row: Mapped[int]
    tr: Mapped[int]
    col: Mapped[int]
    role: Mapped[Role]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    classes: Mapped[list[str]]
    attached: Mapped[bool]
    enrolled: Mapped[date | None]
    departed: Mapped[date | None]
    entry: Mapped[EntryWay | None]
    departure_known: Mapped[bool]
    doubtful: Mapped[bool]
    incomplete: Mapped[bool]

    __table_args__ = (Index("ix_enrolments_seen", "account_id", "run_id"),)


class PrintedOverlap(Base):
    """Two enrolments that a report calls doubles of one another, with the period it prints."""

    __tablename__ = "overlaps"

    id: Mapped[int] = mapped_column(primary_key=True)
    main_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    double_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    start: Mapped[date | None]
    end: Mapped[date | None]


class Group(Base):
    """Accounts that reports name as one child, and how far the work on them has come.

    `key` is the contract's id of the accounts it has now, always one of its `GroupKey`s until it is
    purged; `run_id` is where it was last seen. `advice`, `rule` and `acts` are those of the account
    that decides. `changed`: the fields that differ from what somebody once called no duplicate.
    `merged_into`: the group that has its accounts as long as reports show them as one; it has no
    members then. `purged_at`: when all that it was made of was destroyed; what is left is a number
    for the journal.
    """

    __tablename__ = "groups"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"), index=True)
    first_seen: Mapped[datetime]
    last_seen: Mapped[datetime]
    state: Mapped[State] = mapped_column(index=True)
    version: Mapped[int]
    verdict: Mapped[Verdict]
    bits: Mapped[float | None]
    overlap_days: Mapped[int | None]
    risk: Mapped[Risk]
    confidence: Mapped[Confidence]
    cause: Mapped[Cause]
    advice: Mapped[Advice]
    rule: Mapped[str]
    acts: Mapped[str | None]
    changed: Mapped[list[str] | None]
    merged_into: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    purged_at: Mapped[datetime | None]


class GroupKey(Base):
    """Every id a group ever had: one that gains or loses a member keeps its life."""

    __tablename__ = "group_keys"

    key: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), index=True)


class Member(Base):
    """An account of a group, with its advice."""

    __tablename__ = "members"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True, index=True)
    advice: Mapped[Advice]
    rule: Mapped[str]


class Sighting(Base):
    """A group in a report, and how it stood against the previous one."""

    __tablename__ = "sightings"

    run_id: Mapped[int] = mapped_column(ForeignKey("runs.id"), primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True, index=True)
    change: Mapped[Change]


class Entry(Base):
    """One line of the journal. It is never changed and never removed; the database refuses both.

    It holds no name: `person_key` leads to one as long as there is one. `undoes` is the line that
    this one takes back. `advised` is what the rule advised when somebody decided.
    """

    __tablename__ = "journal"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    event: Mapped[Event]
    user: Mapped[str]
    client: Mapped[str | None]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"), index=True)
    run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id"))
    person_key: Mapped[str | None]
    state_before: Mapped[State | None]
    state_after: Mapped[State | None]
    organisation: Mapped[str | None]
    due: Mapped[date | None]
    reason: Mapped[str | None]
    advised: Mapped[Advice | None]
    rule: Mapped[str | None]
    rules_version: Mapped[str | None]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("journal.id"), unique=True)
    details: Mapped[dict[str, Any] | None] = mapped_column(_JSON)


class NoteText(Base):
    """What an operator wrote beside a line of the journal: it may name people, so it can go."""

    __tablename__ = "notes"

    entry_id: Mapped[int] = mapped_column(ForeignKey("journal.id"), primary_key=True)
    text: Mapped[str]


class RecordedFate(Base):
    """Which account of a worked group was kept and which removed, with its stay at that time."""

    __tablename__ = "fates"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("journal.id"), index=True)
    fate: Mapped[Fate]
    account_key: Mapped[str]
    person_key: Mapped[str | None]
    organisation: Mapped[str | None]
    enrolled: Mapped[date | None]
    departed: Mapped[date | None]


class RememberedFact(Base):
    """A fact of an account of a group that somebody called no duplicate, as a keyed hash."""

    __tablename__ = "remembered"

    group_id: Mapped[int] = mapped_column(ForeignKey("groups.id"), primary_key=True)
    account_key: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str]


class KeptHistory(Base):
    """Whose movement was read, and when last; reports may not know the account yet."""

    __tablename__ = "histories"

    account_key: Mapped[str] = mapped_column(primary_key=True)
    read_at: Mapped[datetime]
    user: Mapped[str]
    client: Mapped[str | None]


class KeptMovement(Base):
    """One document of a movement; their `id`s grow in the order of the page."""

    __tablename__ = "movements"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_key: Mapped[str] = mapped_column(ForeignKey("histories.account_key"), index=True)
    kind: Mapped[MovementKind]
    number: Mapped[str]
    day: Mapped[date | None]
    organisation: Mapped[str]
    source: Mapped[list[str]]
    target: Mapped[list[str]]
    programme: Mapped[str]
    destination: Mapped[Destination | None]


class Profile(Base):
    """What cards and lists last said of the owner of an account.

    `phone` and `address` are the forms in which they are compared. `links`, `findings` and
    `card_seen_at` are of the card: nothing is known of them while only lists have shown somebody.
    """

    __tablename__ = "profiles"

    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    snils: Mapped[str | None]
    phone: Mapped[str | None]
    address: Mapped[str | None]
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"))
    class_name: Mapped[str | None]
    status: Mapped[str | None]
    departed: Mapped[bool]
    links: Mapped[LinkState | None]
    findings: Mapped[int | None]
    card_seen_at: Mapped[datetime | None]
    user: Mapped[str]


class SearchKey(Base):
    """By what somebody may be found, as a keyed hash: it tells nothing to whoever reads it."""

    __tablename__ = "search_keys"
    __table_args__ = ({"sqlite_with_rowid": False},)

    digest: Mapped[bytes] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True, index=True)


class Kinship(Base):
    """A link of parent and child, as the card of either last showed it."""

    __tablename__ = "kinships"

    parent_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True)
    child_id: Mapped[int] = mapped_column(ForeignKey("accounts.id"), primary_key=True, index=True)
    seen_at: Mapped[datetime]
