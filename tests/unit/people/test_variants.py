"""Spellings of one name have one key, and two names never share one."""

import tomllib
from collections import Counter
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.people.names import PersonName
from sverka.people.variants import given_key, patronymic_key

DATA = tomllib.loads(
    resources.files("sverka.people").joinpath("variants.toml").read_text(encoding="utf-8")
)
GIVEN = [form for group in DATA["given"] for form in group]
PATRONYMICS = [
    form for part in ("sons", "others") for group in DATA["patronymic"][part] for form in group
]
NO_PATRONYMIC = ("-", "--", ".", "—", "нет", "НЕТ", "б/о", "Б.О.", "отсутствует", "без отчества")
TYPED = st.lists(
    st.sampled_from([*GIVEN, *PATRONYMICS, "оглы", "кызы", "Али", "улы", "нет", "ыч", "иевич"])
    | st.sampled_from("абёйЁЪьич -–\u00a0.'AoT"),
    max_size=5,
).map("".join)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Наталья", "Наталия", "НАТАЛЬЯ", "Нaталия"),
        ("Софья", "София"),
        ("Данил", "Даниил", "Данила"),
        ("Семён", "Семен", "Симеон"),
        ("Геннадий", "Генадий"),
        ("Мария", "Марья"),
        ("Юлия", "Юлья"),
        ("Дмитрий", "Димитрий"),
        ("Фёдор", "Феодор"),
        ("Мухаммад", "Мухаммед", "Мохаммед"),
        ("Магомед", "Магомет"),
        ("Анна-Мария", "Анна Мария", "Анна - Марья"),
    ],
)
def test_spellings_of_one_first_name_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({given_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Александр", "Александра"),
        ("Евгений", "Евгения"),
        ("Валентин", "Валентина"),
        ("Валерий", "Валерия"),
        ("Даниэль", "Даниэла"),
        ("Камиль", "Камила"),
        ("Эмиль", "Эмилия"),
        ("Артём", "Артемий"),
        ("Иван", "Иоанн"),
        ("Ксения", "Аксинья"),
        ("Елена", "Алёна"),
        ("Екатерина", "Катерина"),
        ("Анастасия", "Настасья"),
        ("Георгий", "Егор"),
        ("Александр", "Саша"),
        ("Мухаммад", "Магомед"),
        ("Хасан", "Хусейн"),
        ("Хасан", "Гасан"),
        ("Анна", "Анна-Мария"),
    ],
)
def test_different_first_names_have_different_keys(left: str, right: str) -> None:
    assert given_key(left) != given_key(right)


@pytest.mark.parametrize("group", DATA["given"], ids=lambda group: group[0])
def test_no_list_holds_names_of_both_sexes(group: list[str]) -> None:
    """Told by the names of certain sex, and by the ending that most women's names have."""
    men_like_women = {
        "гаврила",
        "данила",
        "савва",
        "сава",
        "абдулла",
        "абдула",
        "мустафа",
        "мустофа",
    }
    assert len({PersonName("", name, "").sex() for name in group}) == 1
    assert len({name[-1] in "ая" for name in group if name not in men_like_women}) < 2


def test_no_spelling_is_listed_twice() -> None:
    assert [form for form, count in Counter(GIVEN).items() if count > 1] == []
    assert [form for form, count in Counter(PATRONYMICS).items() if count > 1] == []


@pytest.mark.parametrize(
    "spellings",
    [
        ("Сергеевич", "Сергеич", "СЕРГЕЕВИЧ"),
        ("Вячеславович", "Вячеславич"),
        ("Вячеславовна", "Вячеславна"),
        ("Ярославовна", "Ярославна"),
        ("Геннадьевич", "Генадьевич", "Геннадиевич", "Генадиевич"),
        ("Геннадьевна", "Генадьевна", "Геннадиевна"),
        ("Данилович", "Даниилович"),
        ("Даниловна", "Данииловна"),
        ("Никитич", "Никитович", "Никитыч"),
        ("Никитична", "Никитовна", "Никитишна"),
        ("Валерьевич", "Валериевич"),
        ("Валерьевна", "Валериевна"),
        ("Дмитриевич", "Димитриевич", "Дмитрьевич"),
        ("Семёнович", "Семенович", "Симеонович"),
        ("Иванович", "Иваныч"),
        ("Николаевич", "Николаич"),
        ("Саввич", "Саввович", "Савич"),
        ("Рамилевич", "Рамильевич", "Рамилович"),
        ("Рамилевна", "Рамильевна", "Рамиловна"),
        ("Али оглы", "Алиоглы", "Али-оглы", "Али Оглы", "АЛИ - ОГЛЫ", "Али оглу", "Али улы"),
        ("Али кызы", "Али кизи", "Али гызы", "Аликзы", "Али-Кызы"),
        ("Бакыт улы", "Бакытулы", "Бакыт уулу", "Бакыт угли"),
        ("Бакыт кызы", "Бакыткызы", "Бакытқызы"),
        ("Ахмед оглы", "Ахмад оглы"),
    ],
)
def test_spellings_of_one_patronymic_have_one_key(spellings: tuple[str, ...]) -> None:
    assert len({patronymic_key(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Сергеевич", "Сергеевна"),
        ("Александрович", "Александровна"),
        ("Артёмович", "Артемьевич"),
        ("Али оглы", "Али кызы"),
        ("Али оглы", "Алиевич"),
        ("Али оглы", "Вели оглы"),
        ("Али оглы", "Али"),
        ("Иосифович", "Осипович"),
        ("Васильевич", "Вильевич"),
    ],
)
def test_different_patronymics_have_different_keys(left: str, right: str) -> None:
    assert patronymic_key(left) != patronymic_key(right)


@pytest.mark.parametrize("typed", [*NO_PATRONYMIC, "нет отчества", "", " ", "\u00a0", "..."])
def test_what_is_typed_for_none_has_no_key(typed: str) -> None:
    assert patronymic_key(typed) == ""
    assert given_key(typed) == ""


def test_a_marker_alone_is_a_word_like_any_other() -> None:
    assert patronymic_key("Оглы") == "оглы"


@given(TYPED)
def test_the_key_of_a_key_is_itself(typed: str) -> None:
    assert given_key(given_key(typed)) == given_key(typed)
    assert patronymic_key(patronymic_key(typed)) == patronymic_key(typed)


@given(st.sampled_from([*GIVEN, *PATRONYMICS]))
def test_case_yo_and_spaces_around_change_no_key(name: str) -> None:
    typed = f"\u00a0{name.upper().replace('Е', 'Ё')} "
    assert given_key(typed) == given_key(name)
    assert patronymic_key(typed) == patronymic_key(name)
