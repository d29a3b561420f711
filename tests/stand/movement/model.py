"""What a history is made of, and what it decides."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tests.stand.model import Family, Line, Truth


class Kind(StrEnum):
    """The types of movement documents, as СГО prints them."""

    ENROLMENT = "Зачисление"
    DEPARTURE = "Выбытие"
    TRANSFER = "Перевод внутри ОО"
    YEAR_CHANGE = "Перевод на следующий учебный год"
    STAYING = "Оставление на повторное обучение"
    GRADUATION = "Выпуск"


@dataclass(frozen=True, slots=True)
class Document:
    """One order; `source` and `target` hold a line each for the organisation and the class."""

    kind: Kind
    number: str
    day: date
    organisation: str
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    programme: str = ""


History = tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Movement:
    """A family of the report with a history for each of its lines.

    `truth` is the advice once all histories were read on pages that print account numbers; `notes`
    are the rules that then only annotate a line. `parent_on` is the line whose account alone is
    linked to the parent.
    """

    family: Family
    histories: tuple[History, ...]
    truth: tuple[Truth, ...]
    notes: tuple[tuple[str, ...], ...]
    parent_on: int = 0

    def line(self, number: int) -> Line:
        """The line of that account."""
        return next(line for line in self.family.lines if line.number == number)

    def history(self, number: int) -> History:
        """The documents of that account."""
        return self.histories[self.family.lines.index(self.line(number))]
