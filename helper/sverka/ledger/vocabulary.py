"""The closed vocabularies of what is done and noted; the states stand in `sverka.known`."""

from enum import StrEnum


class ArrivalKind(StrEnum):
    """What an arrival tells of: the groups of a report, or the people of a card or a list."""

    REPORT = "report"
    PEOPLE = "people"


class Act(StrEnum):
    """What an operator can decide of a group."""

    ASSIGN = "assign"
    WORKED = "worked"
    IRREMOVABLE = "irremovable"
    NOT_DUPLICATE = "not-duplicate"
    UNDO = "undo"


class Event(StrEnum):
    """What the journal notes; decisions and their undoing, what re-runs prove, and what is done
    with the data as a whole."""

    FOUND = "found"
    ASSIGNED = "assigned"
    WORKED = "worked"
    IRREMOVABLE = "irremovable"
    NOT_DUPLICATE = "not-duplicate"
    UNDONE = "undone"
    RESOLVED = "resolved"
    RETURNED = "returned"
    RAISED_AGAIN = "raised-again"
    MERGED = "merged"
    MERGED_INTO = "merged-into"
    PARTED = "parted"
    EXPORTED = "exported"
    PURGED = "purged"
    BACKED_UP = "backed-up"
    RESTORED = "restored"


class Order(StrEnum):
    """By what the work list is ordered."""

    RISK = "risk"
    AGE = "age"
    OVERLAP = "overlap"


class Fate(StrEnum):
    """What became of an account of a worked group."""

    KEPT = "kept"
    REMOVED = "removed"


class PurgeOf(StrEnum):
    """Whose data are destroyed."""

    ALL = "all"
    UNSEEN = "unseen"
    PERSON = "person"
