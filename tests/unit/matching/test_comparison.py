"""Fields held side by side, as the card «почему» shows them."""

from sverka.matching.accounts import join_mentions
from sverka.matching.comparison import FieldComparison, compare
from sverka.matching.vocabulary import Level
from sverka.pages.records import Mention
from sverka.pages.vocabulary import EntryWay
from sverka.people.names import Sex
from tests.unit.matching.people import KEYS, line, stay


def compared(left: Mention, right: Mention) -> dict[str, FieldComparison]:
    a, b = join_mentions([left, right], KEYS)
    return {found.field: found for found in compare(a, b)}


def test_each_field_says_how_far_it_agrees() -> None:
    quick = stay("сош 1", "2025-09-05", class_="4б", entry=EntryWay.QUICK)
    levels = {
        field: found.level
        for field, found in compared(
            line("s1", name="Семёнов Пётр Ильич", sex=Sex.MALE),
            line("s2", quick, name="СЕМЕНОВ Пётр Ильич"),
        ).items()
    }
    assert levels == {
        "surname": Level.FOLDED,
        "name": Level.EXACT,
        "patronymic": Level.EXACT,
        "birth_date": Level.EXACT,
        "sex": Level.MISSING,
        "organisation": Level.FOLDED,
        "class": Level.DIFFERENT,
        "enrolled": Level.DIFFERENT,
        "entry": Level.MISSING,
    }


def test_values_are_shown_as_printed_and_dates_in_iso_form() -> None:
    fields = compared(line("s1"), line("s2", stay("СОШ № 2", "2025-09-05", class_="4а, 4б")))
    assert (fields["enrolled"].left, fields["enrolled"].right) == ("2024-09-02", "2025-09-05")
    assert (fields["class"].left, fields["class"].right) == ("4а", "4а, 4б")
    assert fields["organisation"].right == "СОШ № 2"


def test_a_field_that_neither_side_prints_is_left_out() -> None:
    fields = compared(line("s1"), line("s2", name=None))
    assert "departed" not in fields
    assert "sex" not in fields
    assert (fields["surname"].level, fields["surname"].right) == (Level.MISSING, None)


def test_no_field_has_a_weight_without_a_model() -> None:
    assert {found.bits for found in compared(line("s1"), line("s2")).values()} == {None}


def test_birth_dates_are_never_folded_into_one() -> None:
    fields = compared(line("s1"), line("s2", born="2015-07-05"))
    assert fields["birth_date"].level is Level.DIFFERENT
