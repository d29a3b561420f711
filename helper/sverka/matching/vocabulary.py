"""The closed vocabularies of a comparison's outcome."""

from enum import StrEnum


class Verdict(StrEnum):
    """Whether accounts belong to one child."""

    SAME = "same"
    POSSIBLE = "possible"
    DIFFERENT = "different"
    UNKNOWN = "unknown"


class Field(StrEnum):
    """What the model compares."""

    SURNAME = "surname"
    NAME = "name"
    PATRONYMIC = "patronymic"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    SNILS = "snils"
    CERTIFICATE = "certificate"
    ENROLLED = "enrolled"


class Level(StrEnum):
    """How far one field of two accounts agrees; what each means stands in `levels.py`."""

    EXACT = "exact"
    FOLDED = "folded"
    VARIANT = "variant"
    SWAPPED = "swapped"
    PART = "part"
    OTHER_NAME = "other-name"
    EDIT_1 = "edit-1"
    EDIT_2 = "edit-2"
    NEAR_NAME = "near-name"
    DAY_MONTH = "day-month"
    TWO_PARTS = "two-parts"
    NEIGHBOUR = "neighbour"
    SAME_YEAR = "same-year"
    DIFFERENT = "different"
    MISSING = "missing"
