"""When a name proves a person, and two names may be one organisation's."""

import pytest

from sverka.people.names import PersonName
from sverka.people.organisations import may_be_one


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Иванов Иван Петрович", True),
        ("О'Нил Анна-Мария", True),
        ("Али Вели Гасан оглы", True),
        ("Иванов И. П.", False),
        ("Иванов И П", False),
        ("И*** И*** П***", False),
        ("Иванов Иван Х", False),
        ("Иванов Иван ***", False),
        ("Нет данных", False),
        ("Иванов", False),
    ],
)
def test_initials_and_placeholders_prove_nobody(name: str, told: bool) -> None:
    assert PersonName.from_full(name).is_told_in_full() is told


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("МБОУ СОШ №1 г. Томари", "СОШ 1", True),
        ("СОШ №1", "сош № 1", True),
        ("СОШ №1", "СОШ №2", False),
        ("МБОУ СОШ №1 г. Томари", "МБОУ СОШ №1 г. Холмска", False),
        ("МБОУ СОШ №1", "МБОУ", False),
        ("", "СОШ №1", False),
    ],
)
def test_a_short_name_may_be_a_long_ones(left: str, right: str, one: bool) -> None:
    assert may_be_one(left, right) is one
