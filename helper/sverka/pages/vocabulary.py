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


class CardField(StrEnum):
    """What a card says of a person; findings name their field by these words."""

    ACCOUNT_ID = "account_id"
    SURNAME = "surname"
    NAME = "name"
    PATRONYMIC = "patronymic"
    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    SEX = "sex"
    CITIZENSHIP = "citizenship"
    SNILS = "snils"
    DISPLAY_NAME = "display_name"
    LOGIN = "login"
    STATUS = "status"
    CLASS = "class"
    ORGANISATION = "organisation"
    PHONE = "phone"
    ADDRESS_REGISTERED = "address_registered"
    ADDRESS_ACTUAL = "address_actual"
    DOCUMENT = "document"
    DOCUMENT_TYPE = "document_type"
    DOCUMENT_SERIES = "document_series"
    DOCUMENT_NUMBER = "document_number"
    ISSUED_ON = "issued_on"
    PARENTS = "parents"
    CHILDREN = "children"


class DocumentKind(StrEnum):
    """The kinds of identity documents that the rules tell apart."""

    CERTIFICATE = "certificate"
    FOREIGN_CERTIFICATE = "foreign-certificate"
    PASSPORT = "passport"
    SOVIET_PASSPORT = "soviet-passport"
    TRAVEL_PASSPORT = "travel-passport"
    FOREIGN_PASSPORT = "foreign-passport"
    FOREIGNER = "foreigner"
    OTHER = "other"


class LinkState(StrEnum):
    """Whether a card tells whom it is linked to."""

    LINKED = "linked"
    NOBODY = "nobody"
    UNREAD = "unread"


class MovementKind(StrEnum):
    """What a document of a pupil's movement does."""

    ENROLMENT = "enrolment"
    DEPARTURE = "departure"
    TRANSFER = "transfer"
    YEAR_CHANGE = "year-change"
    STAYING = "staying"
    GRADUATION = "graduation"
    UNKNOWN = "unknown"


class Destination(StrEnum):
    """Where a document sends the pupil, where it says so in known words."""

    OTHER_ORGANISATION = "other-organisation"
    OTHER_REGION = "other-region"
