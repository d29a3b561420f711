"""The cells of one account in a row → a mention of it, and notices of what cannot be read."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from sverka.pages.grid import Cell
from sverka.pages.header import Header
from sverka.pages.labels import Column, Label, Labels
from sverka.pages.records import Mention, Notice, Place, Stay
from sverka.pages.vocabulary import EntryWay, Role
from sverka.people.accounts import AccountNumber
from sverka.people.dates import DateProblem, DateRole, ReadDate, read_date
from sverka.people.names import PersonName, Sex

Line = Sequence[Cell | None]
Values = Mapping[Column, str]

# What is printed but says nothing of an account is not even read.
_READ = frozenset(Column) - {
    *(Column.DISTRICT, Column.LOCALITY, Column.ORDER, Column.OVERLAPS),
    *(Column.SNILS, Column.CERTIFICATE, Column.CERTIFICATE_SERIES, Column.CERTIFICATE_NUMBER),
}
_MAY_SAY_ATTACHED = (Column.CLASS, Column.ENTRY, Column.STATUS)
_CLASSES = re.compile(r"\s*[,;]\s*")
_DIGIT = re.compile(r"\d")
_NO_DATE = ReadDate()
_WORDS_REMEMBERED = 512


class Notices:
    """Collects what is told of the rows, `row` being the one that is read."""

    def __init__(self, captions: Mapping[Label, str]) -> None:
        self.row = 0
        self.told: list[Notice] = []
        self._captions = captions

    def tell(self, code: str, label: Label | None = None, **values: object) -> None:
        caption = self._captions.get(label) if label else None
        self.told.append(Notice(code, self.row, caption, tuple(values.items())))


class MentionReader:
    """Reads the accounts that stand in one role in the rows of one table."""

    def __init__(
        self, header: Header, role: Role, words: Labels, today: date, notices: Notices
    ) -> None:
        self.columns = {
            label.column: at for label, at in header.columns.items() if label.role is role
        }
        self._read_columns = [
            (column, at) for column, at in self.columns.items() if column in _READ
        ]
        self._width = 1 + max(self.columns.values(), default=0)
        self._may_say_attached = [column for column in _MAY_SAY_ATTACHED if column in self.columns]
        self._role = role
        self._words = words
        # The same few words stand in thousands of rows.
        self._entry = lru_cache(_WORDS_REMEMBERED)(words.entry)
        self._says_attached = lru_cache(_WORDS_REMEMBERED)(words.says_attached)
        self._sex_word = lru_cache(_WORDS_REMEMBERED)(words.sex)
        self._today = today
        self._notices = notices

    def values(self, line: Line) -> Values:
        """What the row prints in the columns of this role."""
        texts = [cell.text if cell else "" for cell in line]
        texts += [""] * (self._width - len(texts))
        return {column: texts[at] for column, at in self._read_columns}

    def read(self, values: Values, place: Place, *, incomplete: bool = False) -> Mention:
        """The mention that `values` make; what cannot be read becomes a notice."""
        birth = self.date_in(
            values.get(Column.BIRTH_DATE, ""), Column.BIRTH_DATE, DateRole.PUPIL_BIRTH
        )
        # A birth date with a problem proves nobody's identity.
        born = None if birth.problem else birth.value
        return Mention(
            row=self._notices.row,
            place=place,
            number=self._number(values.get(Column.ACCOUNT_ID, "")),
            name=name_of(values),
            birth_date=born,
            sex=self._sex(values.get(Column.SEX, "")),
            stay=self._stay(values, born),
            incomplete=incomplete,
        )

    def date_in(self, text: str, column: Column, role: DateRole) -> ReadDate:
        """One printed date; a problem becomes a notice."""
        if not _DIGIT.search(text):
            return _NO_DATE
        read = read_date(text, role, self._today)
        if read.problem is not None:
            self._notice(f"date-{read.problem.value}", column, text=text)
        return read

    def _notice(self, code: str, column: Column, **values: object) -> None:
        self._notices.tell(code, Label(column, self._role), **values)

    def _number(self, text: str) -> AccountNumber | None:
        number = AccountNumber.read(text)
        if text and number is None:
            self._notice("number-unread", Column.ACCOUNT_ID)
        return number

    def _sex(self, text: str) -> Sex | None:
        sex = self._sex_word(text) if text else None
        if text and sex is None:
            self._notice("sex-unread", Column.SEX)
        return sex

    def _stay(self, values: Values, born: date | None) -> Stay:
        classes = values.get(Column.CLASS, "")
        attached = self._is_attached(values)
        enrolled = self._event(values, Column.ENROLLED, born)
        departed = self._event(values, Column.DEPARTED, born)
        reversed_dates = bool(enrolled.value and departed.value and departed.value < enrolled.value)
        if reversed_dates:
            self._notice("departed-before-enrolled", Column.DEPARTED)
        return Stay(
            organisation=values.get(Column.ORGANISATION) or None,
            classes=() if attached else _classes(classes),
            attached=attached,
            enrolled=enrolled.value,
            departed=departed.value,
            entry=self._entry_way(values.get(Column.ENTRY, "")),
            departure_known=Column.DEPARTED in values,
            doubtful=reversed_dates or bool(enrolled.problem or departed.problem),
        )

    def _is_attached(self, values: Values) -> bool:
        yes = Column.ATTACHED in values and self._words.says_yes(values[Column.ATTACHED])
        return yes or any(self._says_attached(values[column]) for column in self._may_say_attached)

    def _entry_way(self, text: str) -> EntryWay | None:
        way = self._entry(text) if text else None
        if text and way is None and not self._says_attached(text):
            self._notice("entry-unread", Column.ENTRY)
        return way

    def _event(self, values: Values, column: Column, born: date | None) -> ReadDate:
        """The date of an enrolment or departure; one that cannot be true is a doubt."""
        text = values.get(column, "")
        read = self.date_in(text, column, DateRole.EVENT)
        if read.problem is None and read.value is None and not self._words.is_no_date(text):
            problem, code = DateProblem.UNREADABLE, "date-unreadable"
        elif read.value and read.value > self._today:
            problem, code = DateProblem.OUT_OF_RANGE, "date-in-future"
        elif read.value and born and read.value < born:
            problem, code = DateProblem.OUT_OF_RANGE, "date-before-birth"
        else:
            return read
        self._notice(code, column, text=text)
        return ReadDate(read.value, problem)


@lru_cache(_WORDS_REMEMBERED)
def _classes(text: str) -> tuple[str, ...]:
    return tuple(_CLASSES.split(text)) if text else ()


def name_of(values: Values) -> PersonName | None:
    """The name; `None` where none is printed (a double may be named by its number alone)."""
    if Column.PERSON in values:
        name = PersonName.from_full(values[Column.PERSON])
    else:
        name = PersonName.from_parts(
            values.get(Column.SURNAME, ""),
            values.get(Column.NAME, ""),
            values.get(Column.PATRONYMIC, ""),
        )
    return name if name.full else None
