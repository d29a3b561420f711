"""The closed vocabularies of the findings on a card."""

from enum import StrEnum


class FindingAdvice(StrEnum):
    """What to do about a finding."""

    LINK = "link"
    CORRECT = "correct"
    REVIEW = "review"
    FIX_DATES = "fix-dates"
    MERGE_CARDS = "merge-cards"
    REFUSE = "refuse"
    UNDECIDED = "undecided"
    INFO = "info"


class Severity(StrEnum):
    """error: wrong, or in the way of something; warning: doubtful or missing; info: a hint."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
