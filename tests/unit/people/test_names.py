"""A person's name: its parts, what brother and sister share, and what makes two names two."""

import tomllib
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.people.names import PersonName, Sex
from sverka.people.variants import given_key


@pytest.mark.parametrize(
    ("full", "parts"),
    [
        ("Иванов Иван Иванович", ("Иванов", "Иван", "Иванович")),
        ("  Иванов\u00a0Иван\nИванович ", ("Иванов", "Иван", "Иванович")),
        ("Мамедов Рашид Али оглы", ("Мамедов", "Рашид", "Али оглы")),
        ("Цой Ари", ("Цой", "Ари", "")),
        ("Цой", ("Цой", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_full_name_is_split_and_nothing_of_it_is_lost(
    full: str, parts: tuple[str, str, str]
) -> None:
    name = PersonName.from_full(full)
    assert (name.surname, name.name, name.patronymic) == parts
    assert name.full == " ".join(full.split())


@pytest.mark.parametrize("surname", ["Салтыков - Щедрин", "Салтыков- Щедрин", "Салтыков -Щедрин"])
def test_a_double_surname_with_spaces_is_one_word(surname: str) -> None:
    name = PersonName.from_full(f"{surname} Анна Ильинична")
    assert (name.surname, name.name) == ("Салтыков-Щедрин", "Анна")


@pytest.mark.parametrize(
    "typed",
    ["-", ".", "нет", "НЕТ", "б/о", "Отсутствует", "без отчества", "нет отчества", "—", " - ", ""],
)
def test_what_is_typed_for_no_patronymic_is_none(typed: str) -> None:
    assert PersonName.from_parts("Цой", "Ари", typed).patronymic == ""
    assert PersonName.from_full(f"Цой Ари {typed}").full == "Цой Ари"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Семёнова Алёна Петровна", "СЕМЕНОВА АЛЕНА ПЕТРОВНА"),
        ("Римский - Корсаков Лев Ильич", "Римский-Корсаков Лев Ильич"),
        ("Цой Ари -", "Цой Ари"),
    ],
)
def test_equal_people_are_equal_folded(left: str, right: str) -> None:
    assert PersonName.from_full(left).folded() == PersonName.from_full(right).folded()


@given(*[st.text("АБёйOopи-’ \u0301\u212a", max_size=6)] * 3)
def test_identity_is_the_whole_name_folded(surname: str, name: str, patronymic: str) -> None:
    told = PersonName.from_parts(surname, name, patronymic)
    assert told.identity() in (None, told.folded())


def test_name_in_two_words_is_no_identity_though_a_patronymic_may_have_two() -> None:
    assert PersonName("Иванов", "Анна Мария", "").identity() is None
    assert PersonName("Мамедов", "Рашид", "Али оглы").identity() == "мамедов рашид али оглы"


@pytest.mark.parametrize(
    ("brother", "sister"),
    [
        ("Иванов Иван Сергеевич", "Иванова Анна Сергеевна"),
        ("Достоевский Лев Петрович", "Достоевская Ева Петровна"),
        ("Трубецкой Лев Петрович", "Трубецкая Ева Петровна"),
        ("Донской Лев Петрович", "Донская Ева Петровна"),
        ("Толстой Лев Петрович", "Толстая Ева Петровна"),
        ("Белый Лев Петрович", "Белая Ева Петровна"),
        ("Синий Лев Петрович", "Синяя Ева Петровна"),
        ("Воробьёв Лев Петрович", "Воробьева Ева Петровна"),
        ("Никитин Лев Петрович", "Никитина Ева Петровна"),
        ("Птицын Лев Петрович", "Птицына Ева Петровна"),
        ("Черных Лев Ильич", "Черных Ева Ильинична"),
        ("Черных Лев Никитич", "Черных Ева Никитична"),
        ("Черных Лев Лукич", "Черных Ева Лукинична"),
        ("Мамедов Рашид Али оглы", "Мамедова Лейла Али кызы"),
        ("Асанов Нур Бакыт улы", "Асанова Айгуль Бакыт кызы"),
        ("Асанов Нур Бакытулы", "Асанова Айгуль Бакыт-кизи"),
        ("Черных Лев Валерьевич", "Черных Ева Валериевна"),
    ],
)
def test_brother_and_sister_are_of_one_family(brother: str, sister: str) -> None:
    assert PersonName.from_full(brother).family() == PersonName.from_full(sister).family()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Иванов Иван Сергеевич", "Иванов Иван Петрович"),
        ("Иванов Иван Сергеевич", "Петров Иван Сергеевич"),
        ("Иванов Иван Сергеевич", "Иванин Иван Сергеевич"),
        ("Ова Иван Сергеевич", "Ов Иван Петрович"),
    ],
)
def test_others_are_of_different_families(left: str, right: str) -> None:
    assert PersonName.from_full(left).family() != PersonName.from_full(right).family()


def test_without_a_patronymic_a_surname_is_no_family() -> None:
    assert PersonName.from_full("Иванов Иван").family() is None


def test_an_ending_alone_is_no_stem() -> None:
    assert PersonName.from_parts("Ин", "Лев", "Оглы").family() == ("ин", "оглы")


@pytest.mark.parametrize(
    ("patronymic", "sex"),
    [
        ("Сергеевич", Sex.MALE),
        ("Петрович", Sex.MALE),
        ("Ильич", Sex.MALE),
        ("Лукич", Sex.MALE),
        ("Али оглы", Sex.MALE),
        ("Бакыт улы", Sex.MALE),
        ("Сергеевна", Sex.FEMALE),
        ("Ильинична", Sex.FEMALE),
        ("Никитична", Sex.FEMALE),
        ("АЛИ КЫЗЫ", Sex.FEMALE),
        ("Алиоглы", Sex.MALE),
        ("Бакыт уулу", Sex.MALE),
        ("Али-гызы", Sex.FEMALE),
        ("Али кзы", Sex.FEMALE),
        ("Сергеич", Sex.MALE),
        ("", None),
        ("Хосе", None),
    ],
)
def test_the_patronymic_tells_the_sex_or_nothing(patronymic: str, sex: Sex | None) -> None:
    assert PersonName.from_parts("Черных", "Женя", patronymic).sex() is sex


@pytest.mark.parametrize(
    ("name", "sex"),
    [
        ("Илья", Sex.MALE),
        ("Никита", Sex.MALE),
        ("АЛЕКСАНДР", Sex.MALE),
        ("Александра", Sex.FEMALE),
        ("Наталия", Sex.FEMALE),
        ("Саша", None),
        ("Женя", None),
        ("Валя", None),
        ("Ари", None),
        ("", None),
    ],
)
def test_without_a_patronymic_a_first_name_tells_the_sex_only_for_certain(
    name: str, sex: Sex | None
) -> None:
    assert PersonName.from_parts("Черных", name, "").sex() is sex


def test_no_first_name_is_listed_for_both_sexes() -> None:
    source = resources.files("sverka.people").joinpath("name_forms.toml")
    forms = tomllib.loads(source.read_text(encoding="utf-8"))
    men, women = ({given_key(name) for name in forms[sex]} for sex in ("men", "women"))
    assert men & women == set()
    assert (len(men), len(women)) == (len(forms["men"]), len(forms["women"]))


def test_the_patronymic_outweighs_the_first_name() -> None:
    assert PersonName.from_parts("Черных", "Александра", "Петрович").sex() is Sex.MALE


@pytest.mark.parametrize(
    ("typed", "capitalised"),
    [("Цой Ари", True), ("ИВАНОВ ИВАН", True), ("Всего дублей", False), ("иванов Иван", False)],
)
def test_only_what_is_written_as_names_are_is_capitalised(typed: str, capitalised: bool) -> None:
    assert PersonName.from_full(typed).is_capitalised() is capitalised
