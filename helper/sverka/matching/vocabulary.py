"""The closed vocabularies of a comparison's outcome."""

from enum import StrEnum


class Verdict(StrEnum):
    """Whether accounts belong to one child."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


class Level(StrEnum):
    """How far one field of two accounts agrees."""

    EXACT = "exact"
    FOLDED = "folded"
    DIFFERENT = "different"
    MISSING = "missing"
