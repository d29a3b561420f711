"""A card on its whole way: read, judged and told as the contract says."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from sverka.advice.cards.catalogue import card_rules
from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.contract import SCHEMA, Analysis, PageRequest
from sverka.known import Kept, Known, Memory, NoMemory
from sverka.matching.family import Relative
from sverka.pages.records import Card, Report
from sverka.pages.vocabulary import CardField, PageKind, Source
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName
from sverka.pipeline import analyse_page
from sverka.seen import NobodySeen, SeenFamily
from sverka.settings import Settings
from tests.unit.pages.card_page import (
    CHILD_LINK,
    EDITABLE,
    PARENT_LINK,
    PRINTED,
    PUPIL,
    block,
    card_html,
    label_and_input,
    parent_html,
    pupil_html,
)

CAPTURED = datetime(2025, 9, 30, 12, tzinfo=UTC)
ADDRESS = "https://sgo.example.ru/asp/Admin/Users/User.asp"
FATHER = Relative(
    key="sgo.example.ru:443:r9",
    number=AccountNumber("r", 9),
    name=PersonName.from_full("Иванов Пётр Ильич"),
    birth_date=date(1985, 1, 1),
)
PARSER = etree.HTMLParser()
CANARY = "Canary-пароль-1"
FINDING_KEYS = {
    *("row", "account_key", "field", "severity", "rule", "advice", "why", "steps", "proposed"),
    "candidates",
}


class Seen(NobodySeen):
    """Remembers one family, and whose card it was asked about."""

    def __init__(self, family: SeenFamily) -> None:
        self._family = family
        self.asked: list[Card] = []

    def family(self, card: Card, _person: Relative) -> SeenFamily:
        self.asked.append(card)
        return self._family


class NoReports:
    """A memory that must never be given a card."""

    def known(self, _report: Report, _groups: object) -> Known:
        raise AssertionError

    def keep(self, _report: Report) -> Kept:
        raise AssertionError


def analyse(html: str, seen: Seen | None = None, memory: Memory | None = None) -> Analysis:
    request = PageRequest(
        schema=SCHEMA, url=ADDRESS, html=html, captured_at=CAPTURED, source=Source.CONTENT
    )
    return analyse_page(
        request, secret=b"secret", settings=Settings(), memory=memory or NoReports(), seen=seen
    )


def answer(html: str, seen: Seen | None = None) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(analyse(html, seen).to_json())
    return read


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (pupil_html(block("Родители", PARENT_LINK)), PageKind.STUDENT_CARD),
        (parent_html(block("Дети", CHILD_LINK)), PageKind.PARENT_CARD),
    ],
)
def test_a_card_is_answered_with_its_kind_and_without_groups(html: str, kind: PageKind) -> None:
    analysis = analyse(html)
    assert (analysis.page.kind, analysis.groups, analysis.findings) == (kind, (), ())
    assert (analysis.page.layout, analysis.page.table, analysis.page.rows) == (None, None, 0)
    assert analysis.page.installation == "sgo.example.ru:443"
    assert analysis.page.warnings == ()


@pytest.mark.parametrize(
    "shown",
    [
        PARENT_LINK,
        PARENT_LINK + PARENT_LINK.replace("Иванова Мария", "<img>"),
        PARENT_LINK.replace("Иванова Мария", "Изменить") + PARENT_LINK,
        '<select><option value="77" selected>Иванова Мария</option></select>',
        "<p>Иванова Мария</p>",
    ],
    ids=["link", "picture", "edit", "drop-down", "words"],
)
def test_a_card_names_whom_it_shows_as_linked(shown: str) -> None:
    read = answer(pupil_html(block("Родители", shown)))
    assert read["page"]["linked"] == ["Иванова Мария"]
    assert read["findings"] == []


def test_a_card_that_shows_nobody_names_nobody() -> None:
    assert answer(pupil_html(block("Родители", "нет")))["page"]["linked"] == []


def test_a_finding_has_the_keys_of_the_contract() -> None:
    read = answer(pupil_html(block("Родители", "нет")), Seen(SeenFamily(strangers=(FATHER,))))
    (finding,) = read["findings"]
    assert set(finding) == FINDING_KEYS
    assert (finding["row"], finding["account_key"]) == (None, "sgo.example.ru:443:s100500")
    assert (finding["rule"], finding["field"]) == ("L-01", "parents")
    assert finding["candidates"] == [
        {
            "account_key": FATHER.key,
            "account_id": "r9",
            "name": "Иванов Пётр Ильич",
            "why": "та же фамилия, отчество ребёнка образовано от имени отца",
            "organisation": None,
        }
    ]


def test_every_word_of_a_closed_vocabulary_is_in_it() -> None:
    fields = PUPIL | {"Фамилия": "", "СНИЛС": "1", "Имя": "Aнна", "Дата рождения": "1"}
    findings = answer(pupil_html(block("Родители", "нет"), fields=fields))["findings"]
    assert len(findings) > 4
    for finding in findings:
        assert Severity(finding["severity"])
        assert FindingAdvice(finding["advice"])
        assert CardField(finding["field"])


def test_every_rule_that_the_answer_names_is_explained_in_it() -> None:
    read = answer(pupil_html(block("Родители", "нет"), fields=PUPIL | {"СНИЛС": "1"}))
    assert set(read["rules"]) == {"L-01", "C-03"}
    for name, told in read["rules"].items():
        rule = card_rules()[name]
        assert told == {"text": rule.text, "quote": rule.quote, "source": rule.source}


def test_without_a_number_on_the_card_a_finding_names_no_account() -> None:
    html = card_html(label_and_input(PUPIL), block("Родители", "нет"))
    assert answer(html)["findings"][0]["account_key"] is None


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (pupil_html(label_and_input(PUPIL)), "several-cards"),
        (pupil_html() + pupil_html(), "several-cards"),
        (card_html("<user-info></user-info>"), "card-not-loaded"),
        (card_html("<p>Анна</p>"), "card-unread"),
        (card_html(label_and_input({"Прізвище": "А", "Ім'я": "Б"})), "card-language"),
    ],
)
def test_a_card_that_cannot_be_read_is_unknown_and_says_why(html: str, code: str) -> None:
    analysis = analyse(html)
    assert analysis.page.kind is PageKind.UNKNOWN
    assert analysis.findings == ()
    assert [warning.code for warning in analysis.page.warnings] == [code]


def test_links_that_were_not_read_are_a_warning_and_no_finding() -> None:
    analysis = analyse(pupil_html())
    assert [warning.code for warning in analysis.page.warnings] == ["parents-unread"]
    assert analysis.findings == ()


def test_what_was_seen_is_asked_for_once_and_never_of_a_card_that_was_not_read() -> None:
    seen = Seen(SeenFamily())
    analyse(pupil_html(), seen)
    analyse(card_html("<p>Анна</p>"), seen)
    assert [str(card.number) for card in seen.asked] == ["s100500"]


def test_a_password_and_data_on_health_are_in_no_answer() -> None:
    html = pupil_html(
        f'<input type="password" value="{CANARY}">',
        block("Логин", f'<input value=""><input type="password" value="{CANARY}">'),
        block("Группа здоровья", '<input value="особая отметка">'),
    )
    written = analyse(html).to_json().decode()
    assert CANARY not in written
    assert "особая отметка" not in written


def test_markup_in_a_name_comes_back_as_text() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    findings = answer(pupil_html(fields=PUPIL | {"Имя": hostile}))["findings"]
    assert [finding["rule"] for finding in findings] == ["C-07"]


def test_the_day_of_the_page_decides_and_not_the_clock() -> None:
    grown = pupil_html(block("Родители", "нет"), fields=PUPIL | {"Дата рождения": "30.09.2007"})
    assert answer(grown)["findings"] == []


def test_a_report_does_not_wait_for_the_modules_of_cards() -> None:
    code = (
        "import sys\n"
        "from tests.unit.test_pipeline import analyse\n"
        "from tests.unit.pages.page import dates_page\n"
        "analyse(dates_page())\n"
        "print([name for name in sys.modules if name.startswith('sverka.pages.card')\n"
        "       or name in ('sverka.card_analysis', 'sverka.advice.cards.findings')])\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert ended.stdout.strip() == "[]"


def test_a_large_page_that_is_neither_report_nor_card_is_answered() -> None:
    rows = "<tr><td>а</td><td>б</td></tr>" * 5000
    analysis = analyse(f"<table>{rows}</table>", memory=NoMemory())
    assert [warning.code for warning in analysis.page.warnings] == ["unknown-page"]


@given(st.data())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_card_that_loses_parts_is_answered_and_never_called_unlinked(data: st.DataObject) -> None:
    """As long as the link itself stands on the page, no loss around it makes it missing."""
    layout = data.draw(st.sampled_from([*EDITABLE, *PRINTED]))
    root = etree.fromstring(card_html(layout(PUPIL), block("Родители", PARENT_LINK)), PARSER)
    for _ in range(data.draw(st.integers(1, 6))):
        lost = data.draw(st.sampled_from(list(root.iter("*"))[2:]))
        if next(lost.iter("a"), None) is None and lost.getparent() is not None:
            lost.getparent().remove(lost)
    analysis = analyse(etree.tostring(root, encoding="unicode", method="html"), memory=NoMemory())
    assert "L-01" not in {finding.rule for finding in analysis.findings}
