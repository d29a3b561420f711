"""A child whom a report named is found again while somebody types the same child anew."""

from datetime import date

import pytest
from sqlalchemy import text
from sqlalchemy.dialects.sqlite import dialect

from sverka.analysis import installation_of
from sverka.ledger.known_children import CALLED, children_called
from sverka.people.accounts import AccountKeys
from sverka.people.names import PersonName
from sverka.seen import KnownChild
from tests.unit.ledger.people import parent, pupil, row
from tests.unit.ledger.seen import ADDRESS, NAMES, Desk, pair, report

BORN = date(2015, 5, 7)


def known(desk: Desk, name: str, born: date = BORN, url: str = ADDRESS) -> list[KnownChild]:
    asked = PersonName.from_full(name)
    keys = AccountKeys(installation_of(url), desk.data_dir.weak_key_secret())
    with desk.ledger.settled() as session:
        return list(children_called(session, keys, asked, born))


def places(children: list[KnownChild]) -> list[tuple[str, bool, bool]]:
    return [(child.organisation, child.departed, child.certain) for child in children]


def test_every_account_of_the_child_is_found_with_its_place(desk: Desk) -> None:
    desk.open(report(pair(0, c7="20.09.2025"), pair(1)))
    found = known(desk, NAMES[0].upper().replace("Ё", "Е"))
    assert places(found) == [("СОШ № 1", False, True), ("СОШ № 2", True, True)]
    assert [str(child.number) for child in found] == ["s1", "s2"]


def test_a_slip_in_the_patronymic_is_found_with_a_doubt(desk: Desk) -> None:
    desk.open(report(pair(0)))
    found = known(desk, "Иванов Иван Иваович")
    assert [certain for *_, certain in places(found)] == [False, False]


@pytest.mark.parametrize(
    ("name", "born"),
    [
        (NAMES[0], date(2015, 5, 8)),
        ("Иванова Иванна Ивановна", BORN),
        ("Иванов Иван-Мария Иванович", BORN),
        ("Иванов % _", BORN),
    ],
)
def test_another_child_is_not_found(desk: Desk, name: str, born: date) -> None:
    desk.open(report(pair(0)))
    assert known(desk, name, born) == []


def test_children_of_another_installation_are_not_told(desk: Desk) -> None:
    desk.open(report(pair(0)))
    assert known(desk, NAMES[0], url="https://other.example.test/") == []


def test_a_report_that_has_just_arrived_is_known(desk: Desk) -> None:
    assert known(desk, NAMES[0]) == []
    desk.open(report(pair(0)))
    assert len(known(desk, NAMES[0])) == 2


def test_a_child_of_a_list_or_a_card_is_found_before_any_report_names_it(desk: Desk) -> None:
    listed = [row("s7", NAMES[0], birth_date=BORN, organisation="СОШ № 7", departed=True)]
    desk.memory().keep_people(listed)()
    fields = dict(zip(("Фамилия", "Имя", "Отчество"), NAMES[0].split(), strict=True))
    born = {"Дата рождения": "07.05.2015"}
    desk.open(pupil(8, fields=fields | born))
    desk.open(parent(9, fields=fields | born))
    assert sorted(places(known(desk, NAMES[0]))) == [("", False, True), ("СОШ № 7", True, True)]
    assert known(desk, NAMES[0], url="https://other.example.test/") == []
    assert known(desk, NAMES[0], date(2015, 5, 8)) == []


def test_a_child_of_a_report_is_told_once_though_its_card_was_open(desk: Desk) -> None:
    desk.open(report(pair(0)))
    desk.memory().keep_people([row("s1", NAMES[0], birth_date=BORN, organisation="Другая")])()
    assert places(known(desk, NAMES[0])) == [("СОШ № 1", False, True), ("СОШ № 2", False, True)]


def test_no_table_is_looked_through(desk: Desk) -> None:
    asked = CALLED.params(start="а", first="а ", last="а я", born=BORN)
    statement = asked.compile(dialect=dialect(), compile_kwargs={"literal_binds": True})
    with desk.ledger.settled() as session:
        plan = session.execute(text(f"EXPLAIN QUERY PLAN {statement}")).all()
    assert plan
    assert not [line for *_, line in plan if line.startswith("SCAN")]
