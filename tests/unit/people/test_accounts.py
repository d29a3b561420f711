"""Numbers and keys: one account is one on every page, and no key gives a name away."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.people.accounts import AccountKeys, AccountNumber

BORN, ENROLLED = date(2015, 5, 7), date(2024, 9, 2)
KEYS = AccountKeys("sgo.example.ru:443", b"secret of this database")


def number(text: str) -> AccountNumber:
    read = AccountNumber.read(text)
    assert read is not None
    return read


def weak(keys: AccountKeys = KEYS, name: str = "Иванов Иван", nth: int = 0) -> str:
    return keys.weak(name, BORN, "СОШ № 1", ENROLLED, nth)


@pytest.mark.parametrize(
    "typed",
    [
        *("s123", "123", "S123", "s00123", " s123\u00a0"),
        *(
            "с123",
            "С123",
            "s 123",
            "с\u00a0123",
            "ID: s 123",
            "ID:s123",
            "ид s123",
            "№ s123",
            "id 123",
        ),
    ],
)
def test_the_number_of_a_report_and_of_a_card_is_one(typed: str) -> None:
    assert KEYS.strong(number(typed)) == "sgo.example.ru:443:s123"


def test_a_pupil_and_a_record_of_the_pool_are_two_accounts() -> None:
    assert number("p123") == number("р123") != number("s123")
    assert KEYS.strong(number("p123")) != KEYS.strong(number("s123"))


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "нет",
        "s",
        "s12a",
        "ss1",
        "12 34",
        "s-1",
        "в123",
        "ID:",
        "sр1",
        "9" * 19,
        "s" + "9" * 5000,
    ],
)
def test_what_is_no_number_is_not_read_as_one(typed: str) -> None:
    assert AccountNumber.read(typed) is None


def test_a_later_account_has_the_greater_number() -> None:
    assert number("s99") < number("s100")


def test_installations_do_not_share_accounts() -> None:
    other = AccountKeys("other.example.ru:443", KEYS.secret)
    nowhere = AccountKeys(None, KEYS.secret)
    strong = {keys.strong(number("s1")) for keys in (KEYS, other, nowhere)}
    assert len(strong) == 3
    assert len({weak(keys) for keys in (KEYS, other, nowhere)}) == 3


def test_a_weak_key_is_worth_nothing_without_the_secret() -> None:
    assert weak() != weak(AccountKeys(KEYS.installation, b"another secret"))


def test_a_weak_key_is_the_same_for_two_spellings() -> None:
    assert weak(name="Семёнов  ПЁТР") == weak(name="Семенов Петр")
    spelled = KEYS.weak("Иванов Иван", BORN, "сош 1", ENROLLED, 0)
    assert weak() == spelled


@pytest.mark.parametrize(
    "other",
    [
        KEYS.weak("Иванов Пётр", BORN, "СОШ № 1", ENROLLED, 0),
        KEYS.weak("Иванов Иван", None, "СОШ № 1", ENROLLED, 0),
        KEYS.weak("Иванов Иван", BORN, "СОШ № 2", ENROLLED, 0),
        KEYS.weak("Иванов Иван", BORN, "СОШ № 1", None, 0),
        KEYS.weak("Иванов Иван", BORN, "СОШ № 1", ENROLLED, 1),
    ],
    ids=["name", "birth", "organisation", "enrolled", "nth"],
)
def test_a_weak_key_parts_rows_that_differ(other: str) -> None:
    assert weak() != other


@given(st.text(st.sampled_from("абвгдежзиклмн"), min_size=4, max_size=12))
def test_a_weak_key_never_holds_the_name(name: str) -> None:
    assert name not in KEYS.weak(name, BORN, name, ENROLLED, 0)


@given(st.sampled_from("spPS"), st.integers(0, 10**18 - 1), st.integers(0, 3))
def test_a_number_reads_back_as_it_is_printed(prefix: str, digits: int, zeros: int) -> None:
    read = number(f"{prefix}{'0' * zeros}{digits}")
    assert number(str(read)) == read == AccountNumber(prefix.lower(), digits)
