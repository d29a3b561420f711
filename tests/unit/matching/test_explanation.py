"""The sentence that says why two records got their score."""

import pytest

from sverka.matching.explanation import why
from sverka.matching.levels import LEVEL_SQL
from sverka.matching.model import shipped_model
from sverka.matching.vocabulary import Field, Level


def test_fields_are_told_in_order_and_empty_ones_are_left_out() -> None:
    levels = {
        Field.SURNAME: Level.EXACT,
        Field.NAME: Level.EDIT_1,
        Field.SNILS: Level.MISSING,
        Field.BIRTH_DATE: Level.DAY_MONTH,
    }
    assert why(levels, None) == (
        "фамилия: совпадает; имя: отличается одной буквой или цифрой; "
        "дата рождения: день и месяц переставлены"
    )


def test_what_keeps_the_verdict_down_is_told_first() -> None:
    assert why({Field.SEX: Level.DIFFERENT}, "twins").startswith("разные имена при одной дате")


@pytest.mark.parametrize("field", Field)
def test_every_level_of_a_field_has_its_words(field: Field) -> None:
    for level in (*LEVEL_SQL[field], Level.DIFFERENT):
        assert why({field: level}, None)


@pytest.mark.parametrize("guard", [guard.name for guard in shipped_model().guards])
def test_every_guard_has_its_words(guard: str) -> None:
    said, sex = why({Field.SEX: Level.EXACT}, guard).split("; ")
    assert said
    assert sex == "пол: совпадает"
