"""A report that asks again is not read again, and is advised on as if it had been."""

from datetime import UTC, datetime, timedelta

import pytest
from lxml.etree import _Element as Element
from msgspec.structs import replace

from sverka.contract import SCHEMA, Analysis, PageRequest
from sverka.pages.vocabulary import PageKind, Source
from sverka.pipeline import analyse_page
from sverka.recent import KEPT_SECONDS, MOST_ROWS, RecentReports, digest_of
from sverka.settings import Settings
from tests.clock import Clock
from tests.stand.scenarios import Layout, Scenario, render_saved
from tests.unit.ledger.seen import pair, report

MORNING = datetime(2025, 9, 30, 9, tzinfo=UTC)
PAGE = PageRequest(
    schema=SCHEMA,
    url="https://sgo.example.test/asp/Reports/ReportDoublingStudents.asp",
    html=report(pair(0), pair(1)),
    captured_at=MORNING,
    source=Source.CONTENT,
)
ROWS = 4


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def recent(clock: Clock) -> RecentReports:
    return RecentReports(clock.steady)


def _digest(page: PageRequest) -> bytes:
    return digest_of(page, page.html.encode(errors="replace"))


def ask(page: PageRequest, recent: RecentReports | None) -> Analysis:
    return analyse_page(page, secret=b"secret", settings=Settings(), recent=recent)


@pytest.mark.parametrize("layout", Layout)
def test_report_that_asks_again_is_told_what_it_was_told(
    recent: RecentReports, layout: Layout
) -> None:
    page = replace(PAGE, html=render_saved(Scenario(layout=layout, rows=50)))
    assert recent.find(_digest(page)) is None
    first = ask(page, recent)
    later = replace(page, captured_at=MORNING + timedelta(hours=3))
    assert recent.find(_digest(later)) is not None
    assert ask(later, recent) == first == ask(page, None)


@pytest.mark.parametrize(
    "other",
    [
        replace(PAGE, html=PAGE.html + " "),
        replace(PAGE, title="Список учащихся"),
        replace(PAGE, url=PAGE.url.replace("sgo", "other")),
        # A birth date of two digits is of another century a day later, once in a while.
        replace(PAGE, captured_at=MORNING + timedelta(days=1)),
    ],
    ids=["text", "title", "installation", "day"],
)
def test_page_that_differs_in_what_it_is_read_by_is_read(
    recent: RecentReports, other: PageRequest
) -> None:
    ask(PAGE, recent)
    assert recent.find(_digest(PAGE)) is not None
    assert recent.find(_digest(other)) is None


def test_letter_that_no_encoding_knows_is_no_trouble(recent: RecentReports) -> None:
    torn = replace(PAGE, title="\ud800", html=PAGE.html + "\udfff")
    assert ask(torn, recent) == ask(torn, recent)
    assert len(ask(torn, recent).groups) == len(ask(PAGE, None).groups)


def test_page_that_is_no_report_is_read_every_time(recent: RecentReports) -> None:
    page = replace(PAGE, html="<p>Это не отчёт.</p>")
    assert ask(page, recent).page.kind is PageKind.UNKNOWN
    assert recent.find(_digest(page)) is None


def test_report_nobody_asks_for_is_forgotten(recent: RecentReports, clock: Clock) -> None:
    ask(PAGE, recent)
    clock.move(KEPT_SECONDS - 1)
    assert recent.find(_digest(PAGE)) is not None
    clock.move(KEPT_SECONDS - 1)
    assert recent.find(_digest(PAGE)) is not None, "it was asked for in between"
    clock.move(KEPT_SECONDS + 1)
    assert recent.find(_digest(PAGE)) is None


def test_what_was_asked_for_longest_ago_makes_room(recent: RecentReports) -> None:
    pages = [replace(PAGE, title=f"Отчёт {number}") for number in range(MOST_ROWS // (1 + ROWS))]
    for page in pages:
        ask(page, recent)
    assert recent.find(_digest(pages[0])) is not None
    ask(replace(PAGE, title="Ещё один отчёт"), recent)
    assert recent.find(_digest(pages[0])) is not None
    assert recent.find(_digest(pages[1])) is None


def test_what_makes_room_and_the_page_itself_are_left_to_be_let_go_later(
    recent: RecentReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.recent.MOST_ROWS", 1 + ROWS)
    ask(PAGE, recent)
    forgotten = recent.find(_digest(PAGE))
    leftovers: list[object] = []
    analyse_page(
        replace(PAGE, title="Другой отчёт"),
        secret=b"secret",
        settings=Settings(),
        recent=recent,
        leftovers=leftovers,
    )
    page, made_room = leftovers
    assert isinstance(page, Element)
    assert made_room is forgotten
    assert forgotten is not None


def test_report_larger_than_all_that_is_kept_is_advised_on(
    recent: RecentReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.recent.MOST_ROWS", ROWS - 1)
    assert ask(PAGE, recent) == ask(PAGE, None)
    assert recent.find(_digest(PAGE)) is None
