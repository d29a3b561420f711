"""The closed vocabularies of advice."""

from enum import StrEnum


class Advice(StrEnum):
    """What to do with one account."""

    KEEP = "keep"
    DELETE = "delete"
    UNDECIDED = "undecided"
    NOT_DUPLICATE = "not-duplicate"
    FIX_DATES = "fix-dates"


class Confidence(StrEnum):
    """high: movement read or a second identifier agrees; medium: dates; low: account numbers."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Risk(StrEnum):
    """How near the overlap is to becoming irremovable (rule D-13)."""

    NONE = "none"
    WATCH = "watch"
    HIGH = "high"


class Cause(StrEnum):
    """Why the double arose (source S1 names the first three)."""

    NOT_DEPARTED = "not-departed"
    SAME_DATE = "same-date"
    ATTACHED = "attached"
    ADDITIONAL_EDUCATION = "additional-education"
    OTHER = "other"
    UNKNOWN = "unknown"


class Action(StrEnum):
    """What one step asks somebody to do."""

    VERIFY = "verify"
    DEPART = "depart"
    DELETE = "delete"
    ENROL = "enrol"
    CORRECT = "correct"
    INFORM = "inform"
    LETTER = "letter"
