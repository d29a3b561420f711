"""The pages of a list that were turned before, as they reach the next one."""

from datetime import date, timedelta

from sverka.contract import Analysis
from tests.unit.ledger.people import key, parent, pupil, row
from tests.unit.ledger.seen import CAPTURED, Desk
from tests.unit.pages.card_page import PUPIL
from tests.unit.pages.list_page import (
    FIRST,
    MOTHER,
    PARENT_HEADER,
    PARENTS,
    PUPIL_HEADER,
    SECOND,
    list_html,
    opening,
    parents,
    pupils,
)
from tests.unit.pages.page import changed

BORN = date(2015, 5, 7)


def told(analysis: Analysis) -> list[tuple[int | None, str]]:
    return [(found.row, found.rule) for found in analysis.findings]


def names_of(desk: Desk, number: str, full_name: str, born: date = BORN) -> set[str]:
    """Whom the ledger finds beside somebody in a list."""
    people = [row(number, full_name, birth_date=born)]
    return {one.key for one in desk.memory().born_alike(people)}


def test_a_double_on_a_page_that_was_turned_before_is_named(desk: Desk) -> None:
    desk.open(pupils(opening(7, FIRST)))
    second = desk.open(pupils(opening(9, FIRST), opening(8, SECOND)))
    [alike] = [found for found in second.findings if found.rule == "S-04"]
    assert [one.account_key for one in alike.candidates] == [key("s7")]
    assert told(desk.open(pupils(opening(8, SECOND)))) == [(0, "S-06")]


def test_cards_that_were_open_are_told_of_their_rows(desk: Desk) -> None:
    desk.open(pupil(7))
    assert (0, "S-01") in told(desk.open(pupils(opening(7, FIRST))))
    desk.open(parent(17, 7))
    rows = parents(opening(17, MOTHER))
    assert [rule for _, rule in told(desk.open(rows)) if rule in {"S-02", "S-06"}] == []


def test_a_list_without_age_and_status_takes_them_from_the_card(desk: Desk) -> None:
    bare = list_html(opening(7, FIRST[:3]), header=PUPIL_HEADER[:3])
    for told_by_card in ({"Дата рождения": "07.05.2000"}, {"Текущий статус": "Выбыл"}):
        desk.open(pupil(7, fields=PUPIL | told_by_card))
        assert (0, "S-01") not in told(desk.open(bare))
    desk.open(pupil(7))
    assert (0, "S-01") in told(desk.open(bare))


def test_a_pupil_whom_a_newer_card_of_a_parent_names_is_not_called_without_parents(
    desk: Desk,
) -> None:
    desk.open(pupil(7))
    desk.open(parent(17, 7))
    assert (0, "S-01") not in told(desk.open(pupils(opening(7, FIRST))))
    desk.open(pupil(7), at=CAPTURED + timedelta(minutes=1))
    assert (0, "S-01") in told(desk.open(pupils(opening(7, FIRST))))


def test_a_parent_whom_a_newer_card_of_a_child_names_is_not_called_without_children(
    desk: Desk,
) -> None:
    rows = list_html(opening(17, MOTHER[:3]), title=PARENTS, header=PARENT_HEADER[:3])
    desk.open(parent(17))
    assert (0, "S-02") in told(desk.open(rows))
    desk.open(pupil(7, 17))
    assert (0, "S-02") not in told(desk.open(rows))


def test_only_the_same_surname_and_day_of_the_same_kind_of_person_are_found(desk: Desk) -> None:
    known = (
        row("s1", "Иванов Пётр Ильич", birth_date=BORN),
        row("s2", "Иванова Анна Ильинична", birth_date=BORN),
        row("s3", "Иванов Пётр Ильич", birth_date=date(2015, 5, 8)),
        row("s4", "Сидоров Пётр Ильич", birth_date=BORN),
        row("s5", "Иванов Пётр Ильич"),
        row("r6", "Иванов Пётр Ильич", birth_date=BORN),
    )
    desk.memory().keep_people(known)()
    assert names_of(desk, "s9", "Иванов Пётр Ильич") == {key("s1"), key("s2")}
    assert names_of(desk, "r9", "Иванов Пётр Ильич") == {key("r6")}


def test_a_row_without_a_birth_date_finds_nobody(desk: Desk) -> None:
    desk.memory().keep_people([row("s5", "Иванов Пётр Ильич")])()
    assert desk.memory().born_alike([row("s9", "Иванов Пётр Ильич")]) == ()


def test_twins_on_two_pages_are_no_doubles(desk: Desk) -> None:
    desk.open(pupils(opening(7, FIRST)))
    twin = changed(FIRST, c1="Иванова Анна Ивановна", c4="Ж")
    assert told(desk.open(pupils(opening(8, twin)))) == [(0, "S-06")]
