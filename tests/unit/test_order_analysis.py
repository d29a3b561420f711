"""Whoever is known in a school or kindergarten is not to be entered anew; in doubt one looks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.contract import SCHEMA, Analysis, PageContext, PageRequest
from sverka.errors import ErrorCode, SverkaError
from sverka.pages.vocabulary import CardField, Module, PageKind, Source
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName
from sverka.pipeline import analyse_page
from sverka.seen import KnownChild, NobodySeen
from sverka.settings import Settings
from tests.stand.order import OrderScenario, Screen, Way, newcomers, render_saved_order

SCHOOL, KINDERGARTEN = "МБОУ СОШ № 1", "МБДОУ детский сад № 11"
ADDITIONAL, OTHER = "МБУ ДО «Дом детского творчества»", "МБУ «Радуга»"
QUICK = OrderScenario(Way.QUICK, Screen.ENTRY, newcomers()[:1])
IMPORT = OrderScenario(Way.IMPORT, Screen.ENTRY, newcomers())


class Ledger(NobodySeen):
    """Remembers the accounts of the first child alone."""

    def __init__(self, *accounts: KnownChild) -> None:
        self.accounts = accounts
        self.asked: list[tuple[str, date]] = []

    def children_called(self, name: PersonName, born: date) -> Sequence[KnownChild]:
        self.asked.append((name.full, born))
        return self.accounts if name.surname == newcomers()[0].surname else ()


class ClosedLedger(NobodySeen):
    def children_called(self, _name: PersonName, _born: date) -> Sequence[KnownChild]:
        raise SverkaError(ErrorCode.INTERNAL, "internal")


def known(
    place: str, *, departed: bool = False, certain: bool = True, number: int = 1
) -> KnownChild:
    child = newcomers()[0]
    name = PersonName(child.surname, child.name, child.patronymic)
    numbered = AccountNumber("s", number)
    return KnownChild(f"file:{numbered}", numbered, name, place, departed, certain)


def answer(
    scenario: OrderScenario = QUICK, seen: NobodySeen | None = None, module: Module | None = None
) -> Analysis:
    request = PageRequest(
        schema=SCHEMA,
        url="",
        html=render_saved_order(scenario),
        captured_at=datetime(2026, 11, 22, tzinfo=UTC),
        source=Source.CONTENT,
        context=PageContext(module=module),
    )
    return analyse_page(request, secret=b"secret", settings=Settings(), seen=seen)


def codes(analysis: Analysis) -> list[str]:
    return [warning.code for warning in analysis.page.warnings]


def test_a_child_whose_organisation_no_page_has_told_is_named_without_one() -> None:
    (finding,) = answer(seen=Ledger(known(""))).findings
    assert (finding.rule, finding.advice) == ("D-07", FindingAdvice.REVIEW)
    assert "не указано" in finding.why
    assert [c.why for c in finding.candidates] == [
        "организация на просмотренных страницах не указана"
    ]


@pytest.mark.parametrize("place", [SCHOOL, KINDERGARTEN])
def test_a_child_of_a_school_or_kindergarten_is_refused(place: str) -> None:
    read = answer(seen=Ledger(known(place)))
    (finding,) = read.findings
    assert (finding.rule, finding.advice, finding.severity) == (
        "D-07",
        FindingAdvice.REFUSE,
        Severity.ERROR,
    )
    assert place in finding.why
    assert any("«Список обучающихся в других ОО»" in step for step in finding.steps)
    assert [(c.account_id, c.organisation) for c in finding.candidates] == [("s1", place)]
    assert set(read.rules) == {"D-07"}
    assert read.page.kind is PageKind.ORDER_DIALOG


@pytest.mark.parametrize(
    ("account", "rule", "words"),
    [
        (known(SCHOOL, certain=False), "D-07", "опечатка"),
        (known(SCHOOL, departed=True), "D-07", "выбыл"),
        (known(OTHER), "D-07", "не понятно"),
        (known(ADDITIONAL), "D-09", "дополнительного образования"),
    ],
    ids=["similar", "departed", "kind unknown", "additional"],
)
def test_a_doubt_asks_to_look_and_refuses_nothing(
    account: KnownChild, rule: str, words: str
) -> None:
    (finding,) = answer(seen=Ledger(account)).findings
    assert (finding.rule, finding.advice, finding.severity) == (
        rule,
        FindingAdvice.REVIEW,
        Severity.WARNING,
    )
    assert words in finding.why
    assert len(finding.steps) == 3


def test_of_several_accounts_the_school_speaks_first_and_all_are_named() -> None:
    accounts = (known(ADDITIONAL), known(SCHOOL, number=2), known(OTHER, number=3))
    (finding,) = answer(seen=Ledger(*accounts)).findings
    assert SCHOOL in finding.why
    assert {c.account_id for c in finding.candidates} == {"s1", "s2", "s3"}


def test_a_loaded_list_names_the_row_of_each_known_child() -> None:
    ledger = Ledger(known(SCHOOL))
    read = answer(IMPORT, ledger)
    assert [(f.row, f.field) for f in read.findings] == [(0, CardField.SURNAME)]
    assert (read.page.rows, read.page.table, read.page.first_data_tr) == (len(newcomers()), 0, 1)
    assert len(ledger.asked) == len(newcomers())


@pytest.mark.parametrize("module", [Module.UO, Module.OO, Module.DOO])
def test_other_modules_are_left_alone(module: Module) -> None:
    read = answer(seen=Ledger(known(SCHOOL)), module=module)
    assert (read.findings, codes(read)) == ((), [])


def test_additional_education_is_warned() -> None:
    assert answer(seen=Ledger(known(SCHOOL)), module=Module.ODO).findings


def test_a_ledger_that_cannot_be_had_is_told_and_nobody_is_called_unknown() -> None:
    read = answer(seen=ClosedLedger())
    assert (read.findings, codes(read)) == ((), ["order-unchecked"])


def test_a_saved_page_says_that_it_is_not_compared() -> None:
    read = answer()
    assert (read.findings, codes(read)) == ((), ["order-without-memory"])


def test_nobody_is_looked_up_before_a_child_is_typed() -> None:
    ledger = Ledger(known(SCHOOL))
    read = answer(OrderScenario(Way.QUICK, Screen.ENTRY), ledger)
    assert (ledger.asked, read.findings, codes(read)) == ([], (), [])


def test_an_imported_child_without_a_date_is_told_with_its_row() -> None:
    undated = replace(newcomers()[1], birth="")
    scenario = OrderScenario(Way.IMPORT, Screen.ENTRY, (newcomers()[0], undated))
    read = answer(scenario, Ledger())
    assert codes(read) == ["order-rows-without-date"]
    assert "строки: 2." in read.page.warnings[0].message
    assert codes(answer(scenario, Ledger(), Module.OO)) == []


def test_a_date_that_cannot_be_is_mended_by_the_document_and_not_in_a_card() -> None:
    child = replace(newcomers()[0], birth="31.02.2015")
    for way in (Way.QUICK, Way.IMPORT):
        (warning,) = answer(OrderScenario(way, Screen.ENTRY, (child,)), Ledger()).page.warnings
        assert "по документу" in warning.message
        assert "карточк" not in warning.message


def test_another_child_of_the_same_birth_date_who_goes_to_school_has_a_way_too() -> None:
    (finding,) = answer(seen=Ledger(known(SCHOOL, certain=False))).findings
    assert "Если ходит" in finding.steps[2]
    assert "если не ходит" in finding.steps[2]
