"""The closed vocabularies of what a page can be and what stands on it."""

from enum import StrEnum


class PageKind(StrEnum):
    """Which page of СГО was sent."""

    DUPLICATES_REPORT = "duplicates-report"
    STUDENT_CARD = "student-card"
    PARENT_CARD = "parent-card"
    STUDENT_LIST = "student-list"
    PARENT_LIST = "parent-list"
    MOVEMENT = "movement"
    CLONES_REGISTRY = "clones-registry"
    ORDER_DIALOG = "order-dialog"
    UNKNOWN = "unknown"


class Layout(StrEnum):
    """The column layouts of the duplicates report."""

    PERIODS = "periods"
    DATES = "dates"
    POOL = "pool"


class Role(StrEnum):
    """As what a row names an account."""

    MAIN = "main"
    DOUBLE = "double"


class EntryWay(StrEnum):
    """How an account came into the system."""

    QUICK = "quick"
    IMPORT = "import"
    ORDER = "order"
    LIST = "list"


class Module(StrEnum):
    """The module of СГО the operator works in."""

    UO = "uo"
    OO = "oo"
    DOO = "doo"
    ODO = "odo"


class Source(StrEnum):
    """Where the extension (or the command line) took the page from."""

    CONTENT = "content"
    POPUP_WINDOW = "popup-window"
    MODAL = "modal"
    FILE = "file"
