"""One telephone and one address are known as one, however they are written."""

import pytest

from sverka.people.contacts import address_key, phone_key


@pytest.mark.parametrize(
    "written", ["+7 (914) 123-45-67", "8 914 123 45 67", "89141234567", "914 1234567"]
)
def test_a_number_is_one_in_any_punctuation(written: str) -> None:
    assert phone_key(written) == "9141234567"


@pytest.mark.parametrize("written", ["", "нет", "12-34-56", "0000000000", "+7"])
def test_what_is_no_whole_number_tells_nothing(written: str) -> None:
    assert phone_key(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "г. Томари, ул. Ленина, д. 5, кв. 7",
        "694820, Томари, Ленина 5-7",
        "ТОМАРИ ГОР., улица Ленина, дом 5, квартира 7",
    ],
)
def test_an_address_is_one_with_and_without_its_plain_words(written: str) -> None:
    assert address_key(written) == frozenset({"томари", "ленина", "5", "7"})


@pytest.mark.parametrize("written", ["", "г. Томари", "ул. Ленина", "5", "694820"])
def test_a_town_or_a_street_alone_is_no_address(written: str) -> None:
    assert address_key(written) is None


def test_another_house_is_another_address() -> None:
    assert address_key("Томари, Ленина 5") != address_key("Томари, Ленина 6")
