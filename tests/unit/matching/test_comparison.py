"""Fields held side by side, as the card «почему» shows them."""

from sverka.matching.accounts import join_mentions
from sverka.matching.comparison import FieldComparison, compare, forms_of_account
from sverka.matching.scoring import shipped_scorer
from sverka.matching.vocabulary import Level
from sverka.pages.records import Mention
from sverka.pages.vocabulary import EntryWay
from sverka.people.names import Sex
from tests.unit.matching.people import KEYS, line, stay


def compared(left: Mention, right: Mention) -> dict[str, FieldComparison]:
    a, b = join_mentions([left, right], KEYS)
    score = shipped_scorer().score(forms_of_account(a), forms_of_account(b))
    return {found.field: found for found in compare(a, b, score)}


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


def test_what_is_printed_alike_is_equal_whether_the_model_weighs_it_or_not() -> None:
    alike = stay("СОШ № 1", "2024-09-02", class_="4а", entry=EntryWay.QUICK)
    fields = compared(line("s1", alike, sex=Sex.MALE), line("s2", alike, sex=Sex.MALE))
    assert {found.level for found in fields.values()} == {Level.EXACT}
    assert {"organisation", "class", "entry", "sex", "enrolled"} <= fields.keys()


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


def test_what_the_model_compares_has_a_weight_and_the_rest_has_none() -> None:
    fields = compared(line("s1", sex=Sex.MALE), line("s2", stay("СОШ № 2", "2026-09-05")))
    assert {name: found.bits is None for name, found in fields.items()} == {
        **dict.fromkeys(("surname", "name", "patronymic", "birth_date", "sex", "enrolled"), False),
        **dict.fromkeys(("organisation", "class"), True),
    }


def test_a_value_that_one_side_lacks_weighs_nothing() -> None:
    fields = compared(line("s1", sex=Sex.MALE), line("s2", name=None))
    assert {fields[name].bits for name in ("surname", "birth_date")} == {0}


def test_enrolments_of_one_school_year_are_told_from_equal_dates() -> None:
    fields = compared(line("s1"), line("s2", stay("СОШ № 2", "2024-12-30")))
    assert fields["enrolled"].level is Level.SAME_YEAR
    assert fields["enrolled"].bits == compared(line("s1"), line("s2"))["enrolled"].bits


def test_birth_dates_are_never_folded_into_one() -> None:
    fields = compared(line("s1"), line("s2", born="2015-07-05"))
    assert fields["birth_date"].level is Level.DAY_MONTH
