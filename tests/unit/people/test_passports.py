"""Passports of Russia and the USSR: every way of typing one is read, what is wrong is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.people.passports import (
    PassportProblem,
    ReadPassport,
    read_passport,
    read_passport_cells,
)
from tests.unit.people.romans import roman

LETTERS = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ"
RUSSIAN = st.builds("{:02} {:02} {:06}".format, *map(st.integers, (1, 0, 1), (98, 99, 999_998)))
SOVIET = st.builds(
    "{}-{}{} {:06}".format,
    st.integers(1, 399).map(roman),
    st.sampled_from(LETTERS),
    st.sampled_from(LETTERS),
    st.integers(1, 999_999),
)


@pytest.mark.parametrize(
    "written",
    [
        "64 15 123456",
        "6415 123456",
        "6415123456",
        "64 15 № 123456",
        "6415№123456",
        "64-15 N 123 456",
        "64\u00a015\u00a0123456",
        "Паспорт РФ: серия 6415, номер 123456",
    ],
)
def test_every_writing_of_a_russian_passport_is_read_as_one(written: str) -> None:
    assert read_passport(written) == ReadPassport("64 15 123456")


@pytest.mark.parametrize(
    "written", ["XXIV-МР 123456", "XXIV-MP № 123456", "ХХІУМР123456", "паспорт СССР XX1V-МР 123456"]
)
def test_every_writing_of_a_soviet_passport_is_read_as_one(written: str) -> None:
    assert read_passport(written) == ReadPassport("XXIV-МР 123456")


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("64 15 12345", PassportProblem.LENGTH),
        ("64 15 1234567", PassportProblem.LENGTH),
        ("64 15 12345б", PassportProblem.FOREIGN),
        ("AB1234567", PassportProblem.FOREIGN),
        ("64 15 ٣٣٣٣٣٣", PassportProblem.FOREIGN),
        ("0000 000000", PassportProblem.PLACEHOLDER),
        ("1111 111111", PassportProblem.PLACEHOLDER),
        ("64 15 000000", PassportProblem.PLACEHOLDER),
        ("00 00 123456", PassportProblem.PLACEHOLDER),
        ("1234 567890", PassportProblem.PLACEHOLDER),
        ("IV-МР 000000", PassportProblem.PLACEHOLDER),
        ("IIII-МР 123456", PassportProblem.NUMERAL),
        ("IV-МRА 123456", PassportProblem.LETTERS),
        ("IV-МР 12345", PassportProblem.NUMBER),
    ],
)
def test_what_is_wrong_is_named_and_gives_no_value(written: str, problem: PassportProblem) -> None:
    assert read_passport(written) == ReadPassport(problem=problem)


@pytest.mark.parametrize("written", ["", " ", "-", "нет", "б/н"])
def test_nothing_typed_is_no_passport_and_no_problem(written: str) -> None:
    assert read_passport(written) == ReadPassport()


@pytest.mark.parametrize(
    ("series", "number", "value"),
    [
        ("6415", "123456", "64 15 123456"),
        ("64 15", "№ 123456", "64 15 123456"),
        ("XXIV-МР", "123456", "XXIV-МР 123456"),
        ("", "", None),
    ],
)
def test_series_and_number_may_stand_in_two_cells(
    series: str, number: str, value: str | None
) -> None:
    assert read_passport_cells(series, number) == ReadPassport(value)


@pytest.mark.parametrize("problem", PassportProblem)
def test_every_problem_is_told_in_russian(problem: PassportProblem) -> None:
    assert "паспорт" in ReadPassport(problem=problem).message.lower()


def test_a_passport_without_a_problem_has_no_message() -> None:
    assert read_passport("64 15 123456").message == ""


@given(RUSSIAN | SOVIET)
def test_the_canonical_form_is_read_as_itself(value: str) -> None:
    read = read_passport(value)
    assert read == ReadPassport(value) or read.problem is PassportProblem.PLACEHOLDER


@given(st.text(st.sampled_from("IVXMРХ№N- 0123456789"), max_size=20) | st.text())
def test_no_text_makes_the_reader_fail(written: str) -> None:
    read = read_passport(written)
    assert read.value is None or read_passport(read.value) == read
