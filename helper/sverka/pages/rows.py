"""Data rows of the duplicates report → mentions of accounts, printed overlaps and notices."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sverka.pages.grid import Cell, Grid
from sverka.pages.header import Header
from sverka.pages.labels import Column, Label, Labels
from sverka.pages.records import Mention, Notice, Overlap, Place, Stay
from sverka.pages.vocabulary import Layout, Role
from sverka.people.accounts import AccountNumber
from sverka.people.dates import DATE_IN_TEXT, DateRole, ReadDate, read_date
from sverka.people.names import PersonName, Sex

# One double of the column «Периоды пересечения»: its periods, then its number in brackets.
_DOUBLE = re.compile(r"(?P<periods>[^()]*)\(\s*(?:ID\s*:?\s*)?(?P<number>[a-z]?\d+)\s*\)", re.I)
_OPEN_END = re.compile(rf"(?P<start>{DATE_IN_TEXT.pattern})\s*[-–—]?\s*(?P<end>{DATE_IN_TEXT.pattern})?")
_CLASSES = re.compile(r"\s*[,;]\s*")

Line = Sequence[Cell | None]


class RowReader:
    """Reads the rows of one table, whose header is known, and collects what they say."""

    def __init__(self, header: Header, layout: Layout, words: Labels, today: date) -> None:
        self._columns = header.columns
        self._at = {label.column: n for label, n in header.columns.items() if label.role is Role.MAIN}
        self._captions = header.captions
        self._layout = layout
        self._words = words
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
            if self._is_no_data(line):
                continue
            main = self._main(line)
            if main is None:
                self._notice("row-without-pupil")
            elif self._layout is Layout.PERIODS:
                self._doubles(line, main)

    # --- cells ---------------------------------------------------------------------------------

    def _cell(self, line: Line, column: Column) -> Cell | None:
        index = self._at.get(column)
        return line[index] if index is not None and index < len(line) else None

    def _text(self, line: Line, column: Column) -> str:
        cell = self._cell(line, column)
        return cell.text if cell else ""

    def _double_organisation(self, line: Line) -> Cell | None:
        index = self._columns.get(Label(Column.ORGANISATION, Role.DOUBLE))
        return line[index] if index is not None and index < len(line) else None

    def _notice(self, code: str, column: Column | None = None, **values: object) -> None:
        caption = self._captions.get(Label(column, Role.MAIN)) if column else None
        self.notices.append(Notice(code, self._row, caption, tuple(values.items())))

    def _is_no_data(self, line: Line) -> bool:
        """A blank row, a sum, or the header printed again on the next sheet."""
        number = self._text(line, Column.NUMBER)
        if number.isdecimal():
            return False
        texts = [cell.text for cell in line if cell is not None and cell.text]
        if not texts or self._words.is_total(texts[0]):
            return True
        return self._words.label(texts[0]) is not None and all(map(self._words.label, texts))

    # --- the main account of a row ----------------------------------------------------------------

    def _main(self, line: Line) -> int | None:
        """The index of the mention of the row's main account, read once for all its rows."""
        cell = self._naming_cell(line)
        if cell is None or not cell.text:
            return None
        if cell.tr not in self._main_at_tr:
            self._main_at_tr[cell.tr] = len(self.mentions)
            self.mentions.append(self._mention(line, cell))
        return self._main_at_tr[cell.tr]

    def _naming_cell(self, line: Line) -> Cell | None:
        return self._cell(line, Column.PERSON) or self._cell(line, Column.SURNAME)

    def _mention(self, line: Line, cell: Cell) -> Mention:
        if self.authority is None:
            self.authority = self._text(line, Column.AUTHORITY) or None
        return Mention(
            row=self._row,
            place=Place(cell.tr, cell.col, Role.MAIN),
            number=self._number(line),
            name=self._name(line),
            birth_date=self._read_date(line, Column.BIRTH_DATE, DateRole.PUPIL_BIRTH).value,
            sex=self._sex(line),
            stay=self._stay(line),
        )

    def _number(self, line: Line) -> AccountNumber | None:
        text = self._text(line, Column.ACCOUNT_ID)
        if not text:
            return None
        number = AccountNumber.read(text)
        if number is None:
            self._notice("number-unread", Column.ACCOUNT_ID)
        return number

    def _name(self, line: Line) -> PersonName:
        if Column.PERSON in self._at:
            return PersonName.from_full(self._text(line, Column.PERSON))
        return PersonName.from_parts(
            self._text(line, Column.SURNAME),
            self._text(line, Column.NAME),
            self._text(line, Column.PATRONYMIC),
        )

    def _sex(self, line: Line) -> Sex | None:
        text = self._text(line, Column.SEX)
        sex = self._words.sex(text)
        if text and sex is None:
            self._notice("sex-unread", Column.SEX)
        return sex

    def _stay(self, line: Line) -> Stay:
        classes = self._text(line, Column.CLASS)
        way = self._text(line, Column.ENTRY)
        status = self._text(line, Column.STATUS)
        attached = self._words.says_attached(f"{classes} {way} {status}")
        dates = [
            self._read_date(line, column, DateRole.EVENT)
            for column in (Column.ENROLLED, Column.DEPARTED)
        ]
        enrolled, departed = (read.value for read in dates)
        reversed_dates = bool(enrolled and departed and departed < enrolled)
        if reversed_dates:
            self._notice("departed-before-enrolled", Column.DEPARTED)
        return Stay(
            organisation=self._text(line, Column.ORGANISATION) or None,
            classes=() if attached or not classes else tuple(_CLASSES.split(classes)),
            attached=attached,
            enrolled=enrolled,
            departed=departed,
            entry=self._words.entry(way),
            departure_known=Column.DEPARTED in self._at,
            doubtful=reversed_dates or any(read.problem for read in dates),
        )

    def _read_date(self, line: Line, column: Column, role: DateRole) -> ReadDate:
        text = self._text(line, column)
        if not any(map(str.isdigit, text)):
            return ReadDate()
        read = read_date(text, role, self._today)
        if read.problem is not None:
            self._notice(f"date-{read.problem.value}", column, text=text)
        return read

    # --- the doubles of layout "periods" ------------------------------------------------------------

    def _doubles(self, line: Line, main: int) -> None:
        overlaps = self._cell(line, Column.OVERLAPS)
        doubles = list(_DOUBLE.finditer(overlaps.text)) if overlaps else []
        if overlaps is None or not doubles:
            self._notice("double-unread", Column.OVERLAPS)
            return
        cell = self._double_organisation(line) or overlaps
        for double in doubles:
            self._double(double, cell, main, alone=len(doubles) == 1)

    def _double(self, double: re.Match[str], cell: Cell, main: int, *, alone: bool) -> None:
        index = len(self.mentions)
        named = alone and Label(Column.ORGANISATION, Role.DOUBLE) in self._columns
        self.mentions.append(
            Mention(
                row=self._row,
                place=Place(cell.tr, cell.col, Role.DOUBLE),
                number=AccountNumber.read(double["number"]),
                name=None,
                birth_date=None,
                sex=None,
                stay=Stay(organisation=(cell.text or None) if named else None),
            )
        )
        periods = list(self._periods(double["periods"]))
        if not periods:
            self._notice("period-unread", Column.OVERLAPS)
        self.overlaps += [Overlap(main, index, start, end) for start, end in periods]
        if not periods:
            self.overlaps.append(Overlap(main, index, None, None))

    def _periods(self, text: str) -> Iterator[tuple[date | None, date | None]]:
        for found in _OPEN_END.finditer(text):
            dates = [self._event(found[name]) for name in ("start", "end")]
            yield dates[0], dates[1]

    def _event(self, text: str | None) -> date | None:
        if not text:
            return None
        read = read_date(text, DateRole.EVENT, self._today)
        if read.problem is not None:
            self._notice(f"date-{read.problem.value}", Column.OVERLAPS, text=text)
        return read.value
