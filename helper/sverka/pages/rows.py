"""Data rows of the duplicates report → mentions of accounts, printed overlaps and notices."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from sverka.pages.grid import Cell, Grid
from sverka.pages.header import Header
from sverka.pages.labels import Column, Label, Labels
from sverka.pages.records import Mention, Notice, Overlap, Place, Stay
from sverka.pages.vocabulary import EntryWay, Layout, Role
from sverka.people.accounts import AccountNumber
from sverka.people.dates import DATE_IN_TEXT, DateProblem, DateRole, ReadDate, read_date
from sverka.people.names import PersonName, Sex

# One double of the column «Периоды пересечения»: its periods, then its number in brackets.
_DOUBLE = re.compile(
    r"(?P<periods>[^()]*)\(\s*(?:ID\s*:?\s*)?(?P<number>[a-z]?\d{1,18})\s*\)", re.IGNORECASE
)
_DATE = DATE_IN_TEXT.pattern
_PERIOD = re.compile(rf"(?P<start>{_DATE})(?:[^\d(),;]{{0,6}}(?P<end>{_DATE}))?")
_CLASSES = re.compile(r"\s*[,;]\s*")

_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_NO_DATE = ReadDate()
_WORDS_REMEMBERED = 512

# What is printed but says nothing of an account is not even read.
_READ = frozenset(Column) - {
    *(Column.DISTRICT, Column.LOCALITY, Column.ORDER, Column.OVERLAPS),
    *(Column.SNILS, Column.CERTIFICATE, Column.CERTIFICATE_SERIES, Column.CERTIFICATE_NUMBER),
}
_MAY_SAY_ATTACHED = (Column.CLASS, Column.ENTRY, Column.STATUS)

Line = Sequence[Cell | None]
Values = Mapping[Column, str]


class RowReader:
    """Reads the rows of one table, whose header is known, and collects what they say."""

    def __init__(self, header: Header, layout: Layout, words: Labels, today: date) -> None:
        main = {label.column: at for label, at in header.columns.items() if label.role is Role.MAIN}
        self._read_columns = [(column, at) for column, at in main.items() if column in _READ]
        self._width = 1 + max(main.values(), default=0)
        self._may_say_attached = [column for column in _MAY_SAY_ATTACHED if column in main]
        self._naming = main.get(Column.PERSON, main.get(Column.SURNAME, 0))
        self._also_naming = (main.get(Column.ACCOUNT_ID), main.get(Column.ORGANISATION))
        self._first_tr = header.first_data_tr
        self._overlaps = main.get(Column.OVERLAPS)
        self._double_organisation = header.columns.get(Label(Column.ORGANISATION, Role.DOUBLE))
        self._captions = header.captions
        self._layout = layout
        self._words = words
        # The same few words stand in thousands of rows.
        self._entry = lru_cache(_WORDS_REMEMBERED)(words.entry)
        self._says_attached = lru_cache(_WORDS_REMEMBERED)(words.says_attached)
        self._sex_word = lru_cache(_WORDS_REMEMBERED)(words.sex)
        self._today = today
        self._main_at_tr: dict[int, int] = {}
        self._row = 0
        self.mentions: list[Mention] = []
        self.overlaps: list[Overlap] = []
        self.notices: list[Notice] = []
        self.authority: str | None = None

    def read(self, grid: Grid) -> None:
        """Read every row; what cannot be read becomes a notice and the rest goes on."""
        for self._row, line in enumerate(grid):
            naming = _at(line, self._naming)
            if self._layout is not Layout.PERIODS:
                self._read_main(line, naming)
                continue
            main = self._main_at_tr.get(naming.tr) if naming else None
            if main is None:
                main = self._read_main(line, naming)
            if main is not None:
                self._read_doubles(line, main)

    def _notice(self, code: str, column: Column | None = None, **values: object) -> None:
        caption = self._captions.get(Label(column, Role.MAIN)) if column else None
        self.notices.append(Notice(code, self._row, caption, tuple(values.items())))

    # --- the main account of a row

    def _read_main(self, line: Line, naming: Cell | None) -> int | None:
        """The index of the new mention, `None` where the row names nobody."""
        texts = [cell.text if cell else "" for cell in line]
        texts += [""] * (self._width - len(texts))
        values = {column: texts[at] for column, at in self._read_columns}
        if self._is_no_data(line, values):
            return None
        if naming is None or not _LETTER.search(naming.text):
            self._notice("row-without-pupil")
            return None
        if self.authority is None:
            self.authority = values.get(Column.AUTHORITY)
        index = self._main_at_tr[naming.tr] = len(self.mentions)
        self.mentions.append(self._mention(values, self._place(line, naming)))
        return index

    def _is_no_data(self, line: Line, values: Values) -> bool:
        """A blank row, a sum, or the header printed again on the next sheet."""
        if values.get(Column.NUMBER, "").isdecimal():
            return False
        texts = [cell.text for cell in line if cell is not None and cell.text]
        if not texts or self._words.is_total(texts[0]) or _is_one_cell(line):
            return True
        return self._words.label(texts[0]) is not None and all(map(self._words.label, texts))

    def _place(self, line: Line, naming: Cell) -> Place:
        """The name's cell; one that spans several accounts leaves each a cell of its own row."""
        tr = self._first_tr + self._row
        cell = naming
        if naming.tr != tr:
            cells = (_at(line, at) for at in self._also_naming)
            cell = next((cell for cell in cells if cell and cell.tr == tr), naming)
        return Place(cell.tr, cell.col, Role.MAIN)

    def _mention(self, values: Values, place: Place) -> Mention:
        birth = self._date(
            values.get(Column.BIRTH_DATE, ""), Column.BIRTH_DATE, DateRole.PUPIL_BIRTH
        )
        # A birth date with a problem proves nobody's identity.
        born = None if birth.problem else birth.value
        return Mention(
            row=self._row,
            place=place,
            number=self._number(values.get(Column.ACCOUNT_ID, "")),
            name=_name(values),
            birth_date=born,
            sex=self._sex(values.get(Column.SEX, "")),
            stay=self._stay(values, born),
        )

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
        read = self._date(text, column, DateRole.EVENT)
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

    def _date(self, text: str, column: Column, role: DateRole) -> ReadDate:
        if not _DIGIT.search(text):
            return _NO_DATE
        read = read_date(text, role, self._today)
        if read.problem is not None:
            self._notice(f"date-{read.problem.value}", column, text=text)
        return read

    # --- the doubles of layout "periods"

    def _read_doubles(self, line: Line, main: int) -> None:
        overlaps = _at(line, self._overlaps)
        doubles = list(_DOUBLE.finditer(overlaps.text)) if overlaps else []
        if overlaps is None or not doubles:
            self._notice("double-unread", Column.OVERLAPS)
            return
        organisation = _at(line, self._double_organisation)
        # An organisation beside several doubles cannot be said to be that of one of them.
        named = organisation.text if organisation and len(doubles) == 1 else None
        cell = organisation or overlaps
        for double in doubles:
            self._add_double(double, Place(cell.tr, cell.col, Role.DOUBLE), named or None, main)

    def _add_double(
        self, double: re.Match[str], place: Place, organisation: str | None, main: int
    ) -> None:
        index = len(self.mentions)
        number = AccountNumber.read(double["number"])
        stay = Stay(organisation=organisation)
        self.mentions.append(Mention(self._row, place, number, None, None, None, stay))
        periods = [
            (self._period_date(found["start"]), self._period_date(found["end"]))
            for found in _PERIOD.finditer(double["periods"])
        ]
        if not periods:
            self._notice("period-unread", Column.OVERLAPS)
        for start, end in periods or [(None, None)]:
            self.overlaps.append(Overlap(main, index, start, end))

    def _period_date(self, text: str | None) -> date | None:
        return self._date(text or "", Column.OVERLAPS, DateRole.EVENT).value


def _is_one_cell(line: Line) -> bool:
    """Whether one cell fills the whole row: a heading or a sum, no account."""
    return len(line) > 1 and len(set(line)) == 1


def _at(line: Line, index: int | None) -> Cell | None:
    return line[index] if index is not None and index < len(line) else None


@lru_cache(_WORDS_REMEMBERED)
def _classes(text: str) -> tuple[str, ...]:
    return tuple(_CLASSES.split(text)) if text else ()


def _name(values: Values) -> PersonName:
    if Column.PERSON in values:
        return PersonName.from_full(values[Column.PERSON])
    return PersonName.from_parts(
        values.get(Column.SURNAME, ""),
        values.get(Column.NAME, ""),
        values.get(Column.PATRONYMIC, ""),
    )
