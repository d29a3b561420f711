"""СНИЛС: every punctuation is read, and a number that cannot be right is told from one that is."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sverka.people.snils import ReadSnils, SnilsProblem, read_snils

LAST_WITHOUT_CHECKSUM = 1001998


def control(number: int) -> int:
    """The rule as the pension fund words it, step by step."""
    digits = [int(digit) for digit in f"{number:09}"]
    rest = sum(digit * (9 - place) for place, digit in enumerate(digits)) % 101
    return 0 if rest == 100 else rest


def full(number: int) -> str:
    return f"{number:09}{control(number):02}"


def is_placeholder(number: str) -> bool:
    return len(set(number)) == 1 or number in ("123456789", "987654321")


NUMBERS = (
    st.integers(LAST_WITHOUT_CHECKSUM + 1, 999_999_999)
    .filter(lambda number: not is_placeholder(f"{number:09}"))
    .map(full)
)


@pytest.mark.parametrize(
    "written",
    [
        "112-233-445 95",
        "11223344595",
        "112 233 445 95",
        "112.233.445.95",
        "112-233-445-95",
        "112–233–445\u00a095",
        "№ 112-233-445/95",
        " 112-233-44595\n",
        "112-233-445 95\u200b",
    ],
)
def test_a_number_is_read_in_any_punctuation(written: str) -> None:
    assert read_snils(written) == ReadSnils("112-233-445 95")


@pytest.mark.parametrize("written", ["087-654-303 00", "001-001-999 65"])
def test_a_right_checksum_is_accepted(written: str) -> None:
    assert read_snils(written) == ReadSnils(written)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("112-233-445 96", SnilsProblem.CHECKSUM),
        ("087-654-303 01", SnilsProblem.CHECKSUM),
        ("112-233-445 9", SnilsProblem.LENGTH),
        ("112-233-445 955", SnilsProblem.LENGTH),
        ("1", SnilsProblem.LENGTH),
        ("112-233-445 9O", SnilsProblem.FOREIGN),
        ("112-233-445 ٩٥", SnilsProblem.FOREIGN),
        ("+112-233-445 95", SnilsProblem.FOREIGN),
        ("СНИЛС утерян", SnilsProblem.FOREIGN),
        ("000-000-000 00", SnilsProblem.PLACEHOLDER),
        ("111-111-111 45", SnilsProblem.PLACEHOLDER),
        ("111-111-111 11", SnilsProblem.PLACEHOLDER),
        ("123-456-789 64", SnilsProblem.PLACEHOLDER),
    ],
)
def test_what_is_wrong_is_named_and_gives_no_value(written: str, problem: SnilsProblem) -> None:
    assert read_snils(written) == ReadSnils(problem=problem)


@pytest.mark.parametrize("written", ["001-001-998 00", "001-001-998 99", "000-000-001 17"])
def test_a_number_too_small_for_a_checksum_is_kept_with_a_doubt(written: str) -> None:
    assert read_snils(written) == ReadSnils(written, SnilsProblem.UNCHECKED)


@pytest.mark.parametrize(
    "written", ["", " ", "\u00a0", "\u200b", "-", "—", "нет", "НЕТ", "отсутствует"]
)
def test_nothing_typed_is_no_number_and_no_problem(written: str) -> None:
    assert read_snils(written) == ReadSnils()


@pytest.mark.parametrize("problem", SnilsProblem)
def test_every_problem_is_told_in_russian(problem: SnilsProblem) -> None:
    assert "СНИЛС" in ReadSnils(problem=problem).message


def test_a_number_without_a_problem_has_no_message() -> None:
    assert read_snils("112-233-445 95").message == ""


@given(NUMBERS)
def test_the_canonical_form_is_read_as_itself(number: str) -> None:
    value = read_snils(number).value
    assert value is not None
    assert value.replace("-", "").replace(" ", "") == number
    assert read_snils(value) == ReadSnils(value)


@given(NUMBERS, st.integers(0, 10), st.integers(1, 9))
def test_one_wrong_digit_is_noticed(number: str, place: int, shift: int) -> None:
    """But for the ninth digit beside 00, which stands for two remainders, 0 and 100."""
    digit = (int(number[place]) + shift) % 10
    slipped = f"{number[:place]}{digit}{number[place + 1 :]}"
    assume(place != 8 or number[9:] != "00")
    assert read_snils(slipped).problem is not None


@given(st.text(st.sampled_from("0123456789- №нетIО٣\u00a0"), max_size=20) | st.text(max_size=20))
def test_no_text_makes_the_reader_fail(written: str) -> None:
    read = read_snils(written)
    assert read.value is None or read_snils(read.value) == read
