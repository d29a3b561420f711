"""Data rows of the duplicates report → mentions of accounts, doubles of each other, notices."""

import re
from datetime import date
from itertools import pairwise

from msgspec.structs import astuple, replace

from sverka.pages.grid import Cell, Grid, Line
from sverka.pages.header import NAMING, Header
from sverka.pages.labels import Column, Label, Labels
from sverka.pages.mentions import MentionReader, Notices, Values
from sverka.pages.records import Mention, Notice, Overlap, Place, Records, Stay
from sverka.pages.vocabulary import Layout, Role
from sverka.people.accounts import AccountNumber
from sverka.people.dates import DATE_IN_TEXT, DateRole, read_date

# One double of the column «Периоды пересечения»: its periods, then its number in brackets.
_DOUBLE = re.compile(r"([^()]*)\(([^()]*)\)")
_DATE = DATE_IN_TEXT.pattern
_PERIOD = re.compile(rf"({_DATE})(?:[^\d(),;]{{0,6}}({_DATE}))?")

_LETTER = re.compile(r"[^\W\d_]")
_TO_SIGN_ON = "__"
_OVERLAPS = Label(Column.OVERLAPS, Role.MAIN)
_BELOW_THE_LAST = Line(-1, [])


class RowReader:
    """Reads the rows of one table, whose header is known, and collects what they say."""

    def __init__(self, header: Header, layout: Layout, words: Labels, today: date) -> None:
        self._notices = Notices(header.captions)
        self._main = MentionReader(header, Role.MAIN, words, today, self._notices)
        self._double = MentionReader(header, Role.DOUBLE, words, today, self._notices)
        main = self._main.columns
        self._naming = main.get(Column.PERSON, main.get(Column.SURNAME, 0))
        self._number = main.get(Column.ACCOUNT_ID)
        self._has_authority = Column.AUTHORITY in main
        self._also_naming = (self._number, main.get(Column.ORGANISATION))
        self._first_tr = header.first_data_tr
        self._overlaps = main.get(Column.OVERLAPS)
        self._double_organisation = self._double.columns.get(Column.ORGANISATION)
        self._names_double = header.names_double
        self._unread_doubles = [] if layout is Layout.PERIODS else list(header.unread_doubles)
        self._is_periods = layout is Layout.PERIODS
        self._words = words
        self._today = today
        self._row = 0
        self._main_at: dict[tuple[int, int], int] = {}
        self._read_at: dict[Cell, list[Overlap]] = {}
        self.mentions: list[Mention] = []
        self.overlaps: list[Overlap] = []
        self._authorities: set[str] = set()

    @property
    def authority(self) -> str | None:
        """Whose pupils these are, if all rows say the same."""
        return next(iter(self._authorities)) if len(self._authorities) == 1 else None

    @property
    def notices(self) -> list[Notice]:
        return self._notices.told

    def records(self) -> Records:
        return Records(tuple(self.mentions), tuple(self.overlaps))

    def read(self, grid: Grid) -> None:
        """Read every row; what cannot be read becomes a notice and the rest goes on."""
        for self._row, (line, following) in enumerate(pairwise((*grid, _BELOW_THE_LAST))):
            self._notices.row = self._row
            naming = line.cell(self._naming)
            if self._is_periods:
                self._read_periods(line, naming, following)
                continue
            main = self._read_main(line, naming)
            if main is not None and self._names_double:
                self._read_double_columns(line, main)

    # --- the main account of a row

    def _read_main(self, line: Line, naming: Cell | None) -> int | None:
        """The index of the new mention, `None` where the row names nobody."""
        values = self._main.values(line)
        if self._is_no_data(line, values):
            return None
        if naming is None or not _LETTER.search(naming.text):
            self._notices.tell("row-without-pupil")
            return None
        if self._has_authority and values.authority:
            self._authorities.add(values.authority)
        index = len(self.mentions)
        place = self._place(line, naming)
        incomplete = self._says_more(line)
        self.mentions.append(self._main.read(values, place, incomplete=incomplete))
        return index

    def _is_no_data(self, line: Line, values: Values) -> bool:
        """A blank row, a sum, a signature, a note, or the header printed again."""
        if values.number.isdecimal():
            return False
        texts = [text for text in line.texts if text]
        if not texts or line.is_one_cell():
            return True
        if self._words.label(texts[0]) is not None and all(map(self._words.label, texts)):
            return True
        below = self._words.is_below_data(texts[0]) or any(_TO_SIGN_ON in text for text in texts)
        if below and not self._tells_of_pupil(texts[0], values):
            return True
        if len(texts) == 1:
            self._notices.tell("row-of-one-cell")
        return len(texts) == 1

    def _tells_of_pupil(self, first: str, values: Values) -> bool:
        """Whether a row is a child's though it begins like a signature, as some surnames do."""
        name = self._main.name(values)
        if name is None or not name.is_told_in_full() or not name.is_capitalised():
            return False
        if AccountNumber.read(values.account_id):
            return True
        born = read_date(values.birth_date, DateRole.PUPIL_BIRTH, self._today)
        return born.value is not None and first.startswith(name.surname)

    def _says_more(self, line: Line) -> bool:
        """Whether a column of the double that could not be read tells something in this row."""
        if not self._unread_doubles:
            return False
        cells = (line.cell(at) for at in self._unread_doubles)
        texts = [cell.text for cell in cells if cell]
        return any(
            DATE_IN_TEXT.search(text)
            or (_LETTER.search(text) and not self._words.is_yes_or_no(text))
            for text in texts
        )

    def _place(self, line: Line, naming: Cell) -> Place:
        """The name's cell; one that spans several accounts leaves each a cell of its own row."""
        tr = self._tr()
        cell = naming
        if naming.tr != tr:
            cells = (line.cell(at) for at in self._also_naming)
            cell = next((cell for cell in cells if cell and cell.tr == tr), naming)
        return Place(cell.tr, cell.col, self._main.role)

    def _tr(self) -> int:
        return self._first_tr + self._row

    # --- the double that a row prints in columns of its own

    def _read_double_columns(self, line: Line, main: int) -> None:
        """The double beside the main account; where its columns are blank there is none."""
        values = self._double.values(line)
        naming = (line.cell(self._double.columns.get(column)) for column in NAMING)
        cell = next((cell for cell in naming if cell and _tells(cell.text)), None)
        if cell is None:
            if any(map(_tells, astuple(values))):
                self._notices.tell("double-without-name")
                self.mentions[main] = replace(self.mentions[main], incomplete=True)
            return
        self.overlaps.append(Overlap(main, len(self.mentions), None, None))
        self.mentions.append(self._double.read(values, Place(cell.tr, cell.col, self._double.role)))

    # --- the doubles of layout "periods"

    def _read_periods(self, line: Line, naming: Cell | None, following: Line) -> None:
        block = self._block(line, naming)
        main = self._main_at.get(block) if block else None
        if main is None:
            main = self._read_main(line, naming)
        if main is None:
            return
        if block:
            self._main_at[block] = main
        self._read_doubles(line, main, following)

    def _block(self, line: Line, naming: Cell | None) -> tuple[int, int] | None:
        """Rows of one main account share its name's cell, and its number's if that has one."""
        if naming is None:
            return None
        number = line.cell(self._number)
        own = number and number.tr != naming.tr and AccountNumber.read(number.text)
        return naming.tr, number.tr if number and own else naming.tr

    def _read_doubles(self, line: Line, main: int, following: Line) -> None:
        cell = line.cell(self._overlaps)
        if cell is None:
            self._notices.tell("double-unread", _OVERLAPS)
            return
        if cell in self._read_at:
            self._share_doubles(self._read_at[cell], main)
            return
        doubles = _DOUBLE.findall(cell.text)
        readable = [
            (periods, number)
            for periods, written in doubles
            if (number := AccountNumber.read(written))
        ]
        if not doubles or len(readable) < len(doubles):
            self._notices.tell("double-unread", _OVERLAPS)
        organisation = line.cell(self._double_organisation)
        if self._goes_on(cell, organisation, following):
            organisation = None
        # An organisation beside several doubles cannot be said to be that of one of them.
        named = organisation.text if organisation and len(readable) == 1 else None
        at = organisation or cell
        before = len(self.overlaps)
        stay = Stay(organisation=named or None)
        for periods, number in readable:
            place = Place(at.tr, at.col, self._double.role)
            double = Mention(self._row, place, number, None, None, None, stay)
            self._add_double(double, periods, main)
        self._read_at[cell] = self.overlaps[before:]

    def _goes_on(self, overlaps: Cell, organisation: Cell | None, following: Line) -> bool:
        """Whether the periods span the next row, and the organisation beside them does not.

        Nobody can say then to which of their doubles the organisation of a row belongs.
        """
        # Nearly every row: nothing spans, so every cell is its own, and none need be made for it.
        if following.covering is None or following.cell(self._overlaps) != overlaps:
            return False
        return following.cell(self._double_organisation) != organisation

    def _share_doubles(self, read: list[Overlap], main: int) -> None:
        """Doubles printed once for several rows are those of every main account beside them."""
        self.overlaps += [
            Overlap(main, overlap.double, overlap.start, overlap.end)
            for overlap in read
            if overlap.main != main
        ]

    def _add_double(self, double: Mention, printed: str, main: int) -> None:
        """Note the double, and that it and the main account overlap in the printed periods."""
        index = len(self.mentions)
        self.mentions.append(double)
        periods = _PERIOD.findall(printed)
        if not periods:
            self._notices.tell("period-unread", _OVERLAPS)
        for start, end in periods or [("", "")]:
            dates = self._period_date(start), self._period_date(end)
            self.overlaps.append(Overlap(main, index, *dates))

    def _period_date(self, text: str) -> date | None:
        return self._main.event_in(text, _OVERLAPS.column).value


def _tells(text: str) -> bool:
    """Whether a cell says anything: «—» does not."""
    return any(map(str.isalnum, text))
