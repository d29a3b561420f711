"""What is remembered of the groups of a page: the argument by which the past reaches the advice."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from sverka.pages.records import History, Papers
from sverka.pages.vocabulary import LinkState

if TYPE_CHECKING:
    from sverka.matching.groups import Group
    from sverka.pages.records import Notice, Report


class State(StrEnum):
    """How far the work on a group has come (the words of source S0)."""

    FOUND = "found"
    ASSIGNED = "assigned"
    WORKED = "worked"
    RESOLVED = "resolved"
    IRREMOVABLE = "irremovable"
    NOT_DUPLICATE = "not-duplicate"
    RETURNED = "returned"


#: What an operator said of the accounts that a group had then.
DECIDED = frozenset({State.ASSIGNED, State.WORKED, State.IRREMOVABLE, State.NOT_DUPLICATE})


class Change(StrEnum):
    """How a group stands against the previous report of the same parameters."""

    NEW = "new"
    STAYED = "stayed"
    GONE = "gone"
    RETURNED = "returned"


class Proof(StrEnum):
    """Whether two runs can be compared, and if not, why a disappearance proves nothing (D-28)."""

    COMPARABLE = "comparable"
    FIRST = "first"
    OTHER_PERIOD = "other-period"
    OTHER_SELECTION = "other-selection"
    PARAMETERS_UNKNOWN = "parameters-unknown"
    INCOMPLETE = "incomplete"
    NO_NUMBERS = "no-numbers"
    OLDER = "older"


class IrremovableReason(StrEnum):
    """Why a double cannot be removed (source S0 names the first two)."""

    LONG_OVERLAP = "long-overlap"
    TECHNICAL = "technical"
    TWO_HISTORIES = "two-histories"
    OTHER_MUNICIPALITY = "other-municipality"
    OTHER = "other"


class NotDuplicateReason(StrEnum):
    """Why a group is no duplicate."""

    TWINS = "twins"
    NAMESAKES = "namesakes"
    LAWFUL = "lawful"
    OTHER = "other"


class NotDuplicate(Struct, frozen=True):
    """Somebody's decision that a group is no duplicate."""

    reason: NotDuplicateReason
    by: str
    at: datetime


class StateInfo(Struct, frozen=True):
    """How far the work on a group has come, and who said so last.

    `version` grows with every decision; whoever decides names the one that was looked at.
    `changed`: the fields by which a group that was once no duplicate differs from what was decided.
    `still_seen`: when a later report showed what had been worked on, and so is not removed.
    """

    state: State
    version: int
    first_seen: datetime
    organisation: str | None = None
    due: date | None = None
    reason: str | None = None
    note: str | None = None
    by: str | None = None
    at: datetime | None = None
    undoable: bool = False
    changed: tuple[str, ...] = ()
    still_seen: datetime | None = None


class Past(Struct, frozen=True):
    """What pages that were open before say of the accounts of a group, by the accounts' keys.

    `histories`: their movement. `links`: whether their cards, or those of parents, told of a link.
    `papers`: the numbers on their cards. `stale`: whose movement was read so long ago that
    documents may have come since.
    """

    histories: Mapping[str, History]
    links: Mapping[str, LinkState]
    papers: Mapping[str, Papers] = {}
    stale: frozenset[str] = frozenset()


class KnownGroup(Struct, frozen=True):
    """What the ledger says of one group of a page."""

    state: StateInfo | None = None
    change: Change | None = None
    not_duplicate: NotDuplicate | None = None
    past: Past | None = None


class RunInfo(Struct, frozen=True):
    """The page against the previous report of the same parameters.

    `previous` is when that one was captured, `None` if there was none; the counts are of groups.
    """

    proof: Proof
    previous: datetime | None = None
    new: int = 0
    stayed: int = 0
    returned: int = 0
    gone: int = 0


class Known(Struct, frozen=True):
    """What is remembered of one page: of its groups by their id, and of the page as a whole.

    `kept`: the very same page is remembered already.
    """

    groups: Mapping[str, KnownGroup]
    run: RunInfo | None = None
    kept: bool = False


NOTHING_KNOWN = Known({})


#: Waits until a report is kept, and gives the notices of what has to be told of that.
Kept = Callable[[], Iterable["Notice"]]


class Memory(Protocol):
    """Whoever remembers the pages of one request's sender."""

    def known(self, report: "Report", groups: Sequence["Group"]) -> Known:
        """What is remembered of these groups, which are all of `report`."""

    def keep(self, report: "Report") -> Kept:
        """Begin to keep the report; what is returned waits until it is kept."""


class NoMemory:
    """For pages that nobody is to remember."""

    def known(self, _report: "Report", _groups: Sequence["Group"]) -> Known:
        return NOTHING_KNOWN

    def keep(self, _report: "Report") -> Kept:
        return tuple
