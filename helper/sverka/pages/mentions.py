"""The cells of one account in a row → a mention of it, and notices of what cannot be read."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from operator import itemgetter

from msgspec import Struct

from sverka.pages.grid import Line
from sverka.pages.header import Header
from sverka.pages.labels import Column, Label, Labels
from sverka.pages.records import Mention, Notice, Place, Stay
from sverka.pages.vocabulary import EntryWay, Role
from sverka.people.accounts import AccountNumber
from sverka.people.dates import DateProblem, DateRole, ReadDate, read_date
from sverka.people.names import PersonName, Sex

_CLASSES = re.compile(r"\s*[,;]\s*")
_DIGIT = re.compile(r"\d")
_NO_DATE = ReadDate()
# To name a member of an enum takes ten times what a global takes, and every row names these.
_BIRTH_DATE, _ENROLLED, _DEPARTED = Column.BIRTH_DATE, Column.ENROLLED, Column.DEPARTED
_WORDS_REMEMBERED = 512


class Values(Struct, frozen=True, gc=False):
    """What a row prints of one account, by column; empty where the table has no such column."""

    number: str
    authority: str
    person: str
    surname: str
    name: str
    patronymic: str
    account_id: str
    sex: str
    birth_date: str
    organisation: str
    class_: str
    enrolled: str
    departed: str
    entry: str
    status: str
    attached: str


# What is printed but says nothing of an account is not even read.
_READ = tuple(Column(field.removesuffix("_")) for field in Values.__struct_fields__)


class Notices:
    """Collects what is told of the rows, `row` being the one that is read."""

    def __init__(self, captions: Mapping[Label, str]) -> None:
        self.row = 0
        self.told: list[Notice] = []
        self._captions = captions

    def tell(self, code: str, label: Label | None = None, **values: object) -> None:
        caption = self._captions.get(label) if label else None
        self.told.append(Notice(code, self.row, caption, tuple(values.items())))


class _Dates(dict[str, ReadDate]):
    """The dates of one role that a table prints, each read once; words are no date."""

    def __init__(self, role: DateRole, today: date) -> None:
        self._role = role
        self._today = today

    def __missing__(self, text: str) -> ReadDate:
        read = read_date(text, self._role, self._today) if _DIGIT.search(text) else _NO_DATE
        self[text] = read
        return read


class MentionReader:
    """Reads the accounts that stand in one role in the rows of one table."""

    def __init__(
        self, header: Header, role: Role, words: Labels, today: date, notices: Notices
    ) -> None:
        self.columns = {
            label.column: at for label, at in header.columns.items() if label.role is role
        }
        # What a short row lacks is empty, and so is the last text: that of columns not there.
        self._padding = [""] * (2 + max(self.columns.values(), default=0))
        self._pick = itemgetter(*(self.columns.get(column, -1) for column in _READ))
        self._has_whole_name = Column.PERSON in self.columns
        self._has_departures = Column.DEPARTED in self.columns
        self.role = role
        self._words = words
        # The same few words stand in thousands of rows, and one name in those of one child.
        self._whole_name = lru_cache(_WORDS_REMEMBERED)(PersonName.from_full)
        self._entry = lru_cache(_WORDS_REMEMBERED)(words.entry)
        self._says_attached = lru_cache(_WORDS_REMEMBERED)(words.says_attached)
        self._sex_word = lru_cache(_WORDS_REMEMBERED)(words.sex)
        self._is_no_date = lru_cache(_WORDS_REMEMBERED)(words.is_no_date)
        self._today = today
        self._births = _Dates(DateRole.PUPIL_BIRTH, today)
        self._events = _Dates(DateRole.EVENT, today)
        self._notices = notices

    def values(self, line: Line) -> Values:
        """What the row prints in the columns of this role."""
        return Values(*self._pick(line.texts + self._padding))

    def read(self, values: Values, place: Place, *, incomplete: bool = False) -> Mention:
        """The mention that `values` make; what cannot be read becomes a notice."""
        birth = self._births[values.birth_date]
        if birth.problem:
            self._tell_of_date(birth.problem, _BIRTH_DATE, values.birth_date)
        # A birth date with a problem proves nobody's identity.
        born = None if birth.problem else birth.value
        return Mention(
            row=self._notices.row,
            place=place,
            number=self._number(values.account_id),
            name=self.name(values),
            birth_date=born,
            sex=self._sex(values.sex),
            stay=self._stay(values, born),
            incomplete=incomplete,
        )

    def name(self, values: Values) -> PersonName | None:
        """The name; `None` where none is printed (a double may be named by its number alone)."""
        if self._has_whole_name:
            name = self._whole_name(values.person)
        else:
            name = PersonName.from_parts(values.surname, values.name, values.patronymic)
        return name if name.surname or name.name or name.patronymic else None

    def event_in(self, text: str, column: Column) -> ReadDate:
        """The printed date of something that happened; a problem becomes a notice."""
        read = self._events[text]
        if read.problem:
            self._tell_of_date(read.problem, column, text)
        return read

    def _tell_of_date(self, problem: DateProblem, column: Column, text: str) -> None:
        self._notice(f"date-{problem.value}", column, text=text)

    def _notice(self, code: str, column: Column, **values: object) -> None:
        self._notices.tell(code, Label(column, self.role), **values)

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
        attached = self._is_attached(values)
        enrolled = self._event(values.enrolled, _ENROLLED, born)
        departed = self._event(values.departed, _DEPARTED, born)
        reversed_dates = bool(enrolled.value and departed.value and departed.value < enrolled.value)
        if reversed_dates:
            self._notice("departed-before-enrolled", _DEPARTED)
        return Stay(
            organisation=values.organisation or None,
            classes=() if attached else _classes(values.class_),
            attached=attached,
            enrolled=enrolled.value,
            departed=departed.value,
            entry=self._entry_way(values.entry) if values.entry else None,
            departure_known=self._has_departures,
            doubtful=reversed_dates or bool(enrolled.problem or departed.problem),
        )

    def _is_attached(self, values: Values) -> bool:
        says = self._says_attached
        if says(values.class_) or says(values.entry) or says(values.status):
            return True
        return bool(values.attached) and self._words.says_yes(values.attached)

    def _entry_way(self, text: str) -> EntryWay | None:
        way = self._entry(text)
        if way is None and not self._says_attached(text):
            self._notice("entry-unread", Column.ENTRY)
        return way

    def _event(self, text: str, column: Column, born: date | None) -> ReadDate:
        """The date of an enrolment or departure; one that cannot be true is a doubt."""
        read = self.event_in(text, column)
        if read.value is None:
            if read.problem is not None or self._is_no_date(text):
                return read
            problem, code = DateProblem.UNREADABLE, "date-unreadable"
        elif read.value > self._today:
            problem, code = DateProblem.OUT_OF_RANGE, "date-in-future"
        elif born and read.value < born:
            problem, code = DateProblem.OUT_OF_RANGE, "date-before-birth"
        else:
            return read
        self._notice(code, column, text=text)
        return ReadDate(read.value, problem)


@lru_cache(_WORDS_REMEMBERED)
def _classes(text: str) -> tuple[str, ...]:
    return tuple(_CLASSES.split(text)) if text else ()
