"""People of a list who may be one: doubles are found, twins and strangers are not."""

from datetime import date

import pytest

from sverka.matching.alike import Likeness, Person, alike_pairs
from sverka.people.names import PersonName, Sex

BORN = date(2015, 5, 7)


def person(key: str, name: str, born: date = BORN, sex: Sex | None = None) -> Person:
    return Person(key, PersonName.from_full(name), born, sex)


def likeness(one: Person, other: Person) -> Likeness | None:
    found = list(alike_pairs([one, other]))
    assert [(pair.left, pair.right) for pair in found] == [(0, 1)] * len(found)
    return found[0].likeness if found else None


FIRST = person("s1", "Иванов Пётр Ильич")


@pytest.mark.parametrize("name", ["Иванов Пётр Ильич", "ИВАНОВ ПЕТР ИЛЬИЧ", "Ивaнов  Пётр Ильич"])
def test_equal_names_and_birth_dates_are_identical(name: str) -> None:
    assert likeness(FIRST, person("s2", name)) is Likeness.IDENTICAL


def test_a_letter_left_out_is_near_and_never_called_identical() -> None:
    assert likeness(FIRST, person("s2", "Иванов Пётр Ильч")) is Likeness.NEAR


@pytest.mark.parametrize(
    "other",
    [
        person("s2", "Иванов Павел Ильич"),
        person("s2", "Иванова Полина Ильинична"),
        person("s2", "Сидоров Фёдор Ильич"),
        person("s2", "Иванов Пётр Ильич", sex=Sex.FEMALE),
        person("s2", "Иванов Пётр Ильич", date(2012, 11, 30)),
    ],
    ids=["twin", "twin-sister", "other-person", "other-sex", "other-day"],
)
def test_twins_and_others_are_not_alike(other: Person) -> None:
    assert likeness(FIRST, other) is None


def test_the_same_account_twice_is_no_pair() -> None:
    assert likeness(FIRST, FIRST) is None


def test_names_that_are_not_told_in_full_are_not_identical() -> None:
    assert likeness(person("s1", "Иванов П. И."), person("s2", "Иванов П. И.")) is not (
        Likeness.IDENTICAL
    )
