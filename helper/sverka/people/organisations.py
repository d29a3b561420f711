"""What kind of organisation a name speaks of, and when two names are one organisation."""

from enum import StrEnum


class OrgKind(StrEnum):
    """The kinds the rules tell apart."""

    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    ADDITIONAL = "additional"
    OTHER = "other"
