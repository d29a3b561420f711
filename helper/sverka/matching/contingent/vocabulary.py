"""The closed vocabularies of `sverka link`."""

from enum import StrEnum


class EngineName(StrEnum):
    """Where the linking is computed."""

    DUCKDB = "duckdb"
    SPARK = "spark"


class StageName(StrEnum):
    """The stages of a run, in their order."""

    READING = "reading"
    PAIRS = "pairs"
    GROUPS = "groups"
    WRITING = "writing"


class Problem(StrEnum):
    """Why something of a file was left out, or is listed for a person to look at."""

    BROKEN_ROW = "broken-row"
    TOTAL_ROW = "total-row"
    SHEET = "sheet"
    DATE_UNREADABLE = "date-unreadable"
    DATE_DOUBTFUL = "date-doubtful"
    NAME_MISSING = "name-missing"
    MIXED_SCRIPT = "mixed-script"
    SNILS_INVALID = "snils-invalid"
    CERTIFICATE_INVALID = "certificate-invalid"
    ID_REPEATED = "id-repeated"


class Outcome(StrEnum):
    """What is known of a newcomer: has the child an account already."""

    EXACT = "exact"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    NONE = "none"
