"""What stands around the table: title, period, state, version, authority."""

from datetime import date
from html import escape

import pytest

from sverka.pages.labels import labels
from sverka.pages.surroundings import Surroundings, read_surroundings
from sverka.pages.vocabulary import PageKind
from tests.unit.pages.page import TITLE
from tests.unit.pages.trees import parse_page

SEPTEMBER = (date(2025, 9, 1), date(2025, 9, 30))


def around(body: str, title: str = "") -> Surroundings:
    root = parse_page(f"<html><body>{body}</body></html>", max_mb=1)
    return read_surroundings(root, next(root.iter("table"), None), title, labels())


@pytest.mark.parametrize(
    "title",
    [
        TITLE,
        "Список учащихся-«дублей» (образовательные организации)",
        "Список учащихся-«дублей»(образовательные организации)",
        "Список учащихся-“дублей” (образовательные организации)",
        "СПИСОК УЧАЩИХСЯ - ДУБЛЕЙ",
        "Список\u00a0учащихся-\n'дублей'",
    ],
)
@pytest.mark.parametrize("tag", ["h1", "h2", "h5", "div", "b", "legend"])
def test_title_is_known_whatever_its_quotes_spaces_and_tag(title: str, tag: str) -> None:
    read = around(f"<{tag}>{escape(title)}</{tag}>")
    assert read.kind is PageKind.DUPLICATES_REPORT
    assert read.title == " ".join(title.split())


def test_title_in_a_table_of_its_own_is_known() -> None:
    root = parse_page(f"<table><tr><td>{TITLE}</table><table></table>", max_mb=1)
    _, table = root.iter("table")
    assert read_surroundings(root, table, "", labels()).kind is PageKind.DUPLICATES_REPORT


def test_title_that_only_the_sender_saw_is_taken() -> None:
    assert around("<p>текст</p>", TITLE).kind is PageKind.DUPLICATES_REPORT
    assert around("<p>текст</p>", f" {TITLE} ").title == TITLE


def test_title_on_the_page_goes_before_the_senders() -> None:
    assert around(f"<h2>{escape(TITLE)}</h2>", "Дубли учащихся").title == TITLE


@pytest.mark.parametrize(
    "body",
    [
        "<h2>Список учащихся</h2>",
        f"<div>{escape(TITLE)} — и ещё слова</div>",
        f"<script>{TITLE}</script>",
        f"<template><h2>{escape(TITLE)}</h2></template>",
        f"<table><tr><td>{escape(TITLE)}</table>",
    ],
    ids=["other", "longer", "script", "template", "inside-the-data"],
)
def test_another_title_is_not_taken_for_the_reports(body: str) -> None:
    assert around(body, "Сетевой Город").kind is None
    assert around(body, "Сетевой Город").title == "Сетевой Город"


@pytest.mark.parametrize(
    "body",
    [
        "За период с 01.09.2025 по 30.09.2025",
        "Период: 01.09.2025 – 30.09.2025",
        "Период: 1.09.25-30.09.25",
        "<span class=select>Период с: <b>01.09.2025</b></span><span>по: <b>30.09.2025</b></span>",
        "с <input value='01.09.2025'> по <input type=text value='30.09.2025'>",
        "<input type=date value='2025-09-01'><input type=date value='2025-09-30'>",
        "Сформирован 05.10.2025. Период: 01.09.2025 – 30.09.2025",
        "с 31.02.2025 по 30.09.2025, то есть с 01.09.2025 по 30.09.2025",
        "с&nbsp;01.09.2025<br>по&nbsp;30.09.2025",
    ],
)
def test_period_is_read_in_every_writing(body: str) -> None:
    assert around(body).period == SEPTEMBER


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Состояние на 30.09.2025",
        "с 30.09.2025 по 01.09.2025",
        "01.09.2025" + " слово" * 20 + " 30.09.2025",
        "<table><tr><td>01.09.2025 – 30.09.2025</table>",
        "<input type=hidden value='01.09.2025'> – <input type=hidden value='30.09.2025'>",
    ],
    ids=["nothing", "one-date", "reversed", "far-apart", "in-the-data", "hidden"],
)
def test_two_dates_that_are_no_period_are_not_taken_for_one(body: str) -> None:
    assert around(body).period is None


@pytest.mark.parametrize(
    ("body", "state"),
    [
        ("Состояние на16.09.2026 17:40:20", "2026-09-16T17:40:20"),
        ("Состояние на 16.09.2026 7:40", "2026-09-16T07:40:00"),
        ("Состояние на&nbsp;16.09.2026", "2026-09-16T00:00:00"),
        ("Состояние на <b>16.09.2026</b> <i>17:40:20</i>", "2026-09-16T17:40:20"),
        ("Состояние на 16.09.2026 99:99:99", "2026-09-16T00:00:00"),
        ("Состояние на 31.02.2026 17:40:20", None),
        ("Состояние на сегодня", None),
        ("16.09.2026 17:40:20", None),
    ],
)
def test_state_is_read_with_or_without_time_and_space(body: str, state: str | None) -> None:
    generated_at = around(body).generated_at
    assert (generated_at and generated_at.isoformat()) == state


@pytest.mark.parametrize(
    ("body", "version"),
    [
        ("© Сетевой Город. Образование 5.56.0 (0.29.2)", "5.56.0"),
        ("Отдел «Образование» … Сетевой Город. Образование 5.56.0", "5.56.0"),
        ("Сетевой Город. Образование", None),
        ("Версия 5.56.0", None),
    ],
)
def test_version_is_read_from_the_footer(body: str, version: str | None) -> None:
    assert around(body).version == version


@pytest.mark.parametrize(
    ("body", "authority"),
    [
        ("Орган управления: УО Заречного", "УО Заречного"),
        ("<span>Орган управления:</span> <b>УО Заречного</b>", "УО Заречного"),
        ("<label>Орган управления</label><input value='УО Заречного'>", "УО Заречного"),
        ("<b>Орган управления</b>", None),
        ("УО Заречного", None),
    ],
)
def test_authority_is_the_text_behind_its_caption(body: str, authority: str | None) -> None:
    assert around(body).authority == authority


@pytest.mark.parametrize("phrase", labels().empty)
def test_every_phrase_for_an_empty_report_is_known(phrase: str) -> None:
    assert around(f"<h2>За период: {phrase.upper()}.</h2>").says_empty
    assert not around("<h2>За период</h2>").says_empty
