"""Reports of a few pupils on their way into a ledger, as the running helper sends them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

import msgspec

from sverka.contract import SCHEMA, Analysis, GroupInfo, PageRequest
from sverka.datadir import DataDir
from sverka.known import StateInfo
from sverka.ledger.actor import Actor
from sverka.ledger.decisions import Decision
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.ledger import Ledger
from sverka.ledger.memory import PageMemory
from sverka.ledger.people_memory import PeopleMemory
from sverka.ledger.vocabulary import Act
from sverka.pages.vocabulary import Source
from sverka.pipeline import analyse_page
from sverka.recent import RecentReports
from sverka.settings import Settings
from sverka.steady import steady_seconds
from tests.unit.pages.page import DATES, Row, changed, page, table

ADDRESS = "https://sgo.example.test/asp/Reports/ReportDoublingStudents.asp"
CAPTURED = datetime(2025, 10, 1, 9, tzinfo=UTC)
SEPTEMBER, OCTOBER = "01.09.2025 – 30.09.2025", "01.09.2025 – 31.10.2025"
AUTHORITY = "Управление образования Заречного городского округа"
#: A term that has not passed yet, whenever the tests run.
TERM = date(2999, 10, 10)
UNNUMBERED = tuple(caption for caption in DATES if caption != "ID")
CLERK = Actor("clerk", "Chrome")
NAMES = (
    "Иванов Иван Иванович",
    "Петрова Анна Сергеевна",
    "Сидоров Пётр Олегович",
    "Кузнецова Дарья Игоревна",
)


def pair(n: int, **cells: str) -> tuple[Row, Row]:
    """Two accounts of the n-th child; `cells` change the later one: `c4="СОШ № 9"`."""
    first = ("", NAMES[n], f"s{n}1", "07.05.2015", "СОШ № 1", "4а", "02.09.2024", "")
    second = ("", NAMES[n], f"s{n}2", "07.05.2015", "СОШ № 2", "4б", "05.09.2025", "")
    return first, tuple(cells.get(f"c{at}", cell) for at, cell in enumerate(second))


def called(n: int, rows: Iterable[Row]) -> list[Row]:
    """These accounts under the name of the n-th child."""
    return [changed(row, c1=NAMES[n]) for row in rows]


def without_numbers(n: int) -> list[Row]:
    """The rows of the n-th child in a report that prints no account numbers."""
    return [
        tuple(cell for at, cell in enumerate(row) if at != DATES.index("ID")) for row in pair(n)
    ]


def made_at(html: str, moment: str) -> str:
    """The report with the moment at which it was made."""
    return html.replace("</body>", f"<p>Состояние на {moment}</p></body>")


def report(*pairs: Iterable[Row], period: str = SEPTEMBER, header: Row = DATES) -> str:
    """The report on these pairs; without any, what СГО says instead of a table."""
    rows = [row for both in pairs for row in both]
    shown = table(*rows, header=header) if rows else "<p>Нет данных для отображения</p>"
    return page(f"<p>Период: {period}</p>", shown)


@dataclass
class Desk:
    """A helper's ledger with the page's way to it."""

    keeper: LedgerKeeper
    data_dir: DataDir
    settings: Settings
    # As in a running helper: a report that is opened again is not read again.
    recent: RecentReports = field(default_factory=lambda: RecentReports(steady_seconds))

    @property
    def ledger(self) -> Ledger:
        return self.keeper.ledger()

    def open(self, html: str, at: datetime = CAPTURED, url: str = ADDRESS) -> Analysis:
        """Open a report or a card in the browser."""
        request = PageRequest(
            schema=SCHEMA, url=url, html=html, captured_at=at, source=Source.CONTENT
        )
        return analyse_page(
            request,
            secret=self.data_dir.weak_key_secret(),
            settings=self.settings,
            memory=PageMemory(self.keeper, request, "Chrome", self.settings),
            seen=PeopleMemory(self.keeper, request, "Chrome"),
            recent=self.recent,
        )

    def memory(self, url: str = ADDRESS) -> PeopleMemory:
        """What a page at that address is told of people."""
        request = PageRequest(
            schema=SCHEMA, url=url, html="", captured_at=CAPTURED, source=Source.CONTENT
        )
        return PeopleMemory(self.keeper, request, "Chrome")

    def decide(self, group: GroupInfo, act: Act, **values: object) -> StateInfo:
        """Decide of a group as the page showed it."""
        assert group.state is not None
        told = {"group": group.id, "version": group.state.version, "act": act} | values
        return self.ledger.decide(msgspec.convert(told, Decision), CLERK)
