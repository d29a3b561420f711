"""What the stand's data is made of: children, their lines in the system, and the right advice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sverka.advice.vocabulary import Advice


class Layout(StrEnum):
    """The column layouts of the report."""

    PERIODS = "periods"
    DATES = "dates"
    POOL = "pool"


class Sight(StrEnum):
    """What a report lets its reader see: the right advice depends on it."""

    PERIODS = "periods"
    POOL = "pool"
    DATES = "dates"
    DATES_WITHOUT_IDS = "dates-without-ids"
    DATES_WITHOUT_ENTRY = "dates-without-entry"


class Sex(StrEnum):
    """As СГО prints it."""

    MALE = "М"
    FEMALE = "Ж"


class Entry(StrEnum):
    """How an account came into the system, as СГО prints it."""

    QUICK = "Быстрый ввод"
    IMPORT = "Импорт"
    ORDER = "Приказ о зачислении"
    LIST = "Список обучающихся в других ОО"


@dataclass(frozen=True, slots=True)
class Child:
    """The personal data that doubles share."""

    name: str
    sex: Sex
    birth: date


@dataclass(frozen=True, slots=True)
class Organisation:
    """A place of learning and where it stands."""

    name: str
    district: str
    settlement: str


@dataclass(frozen=True, slots=True)
class Line:
    """One enrolment of one account; the same `number` twice is the same account."""

    number: int
    child: Child
    place: Organisation
    class_: str
    enrolled: date | None = None
    departed: date | None = None
    entry: Entry = Entry.ORDER


@dataclass(frozen=True, slots=True)
class Truth:
    """The right advice for the account of one line and the rule that decides it."""

    advice: Advice
    rule: str


@dataclass(frozen=True, slots=True)
class Family:
    """Lines that a report shows together, with the truth of each line for each sight.

    A family is absent from the sights it has no truth for. `links` are the blocks of the layout
    "periods": the index of the main line and of the lines it names as doubles.
    """

    lines: tuple[Line, ...]
    truth: Mapping[Sight, tuple[Truth, ...]]
    links: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Period:
    """The parameter of the report."""

    start: date
    end: date
