"""A patronymic is known as its father's, for sons and daughters, and as nobody else's."""

import pytest

from sverka.people.fathers import is_patronymic_of


@pytest.mark.parametrize(
    ("patronymic", "father"),
    [
        ("Иванович", "Иван"),
        ("Ивановна", "ИВАН"),
        ("Сергеевна", "Сергей"),
        ("Сергеич", "Сергей"),
        ("Николаевна", "Николай"),
        ("Дмитриевна", "Дмитрий"),
        ("Юрьевич", "Юрий"),
        ("Валерьевич", "Валерий"),
        ("Геннадиевна", "Геннадий"),
        ("Игоревич", "Игорь"),
        ("Камильевна", "Камиль"),
        ("Ильинична", "Илья"),
        ("Никитична", "Никита"),
        ("Фоминична", "Фома"),
        ("Лукич", "Лука"),
        ("Саввична", "Савва"),
        ("Павловна", "Павел"),
        ("Петрович", "Пётр"),
        ("Львовна", "Лев"),
        ("Яковлевна", "Яков"),
        ("Михайловна", "Михаил"),
        ("Даниловна", "Даниил"),
        ("Даниилович", "Данила"),
        ("Артёмович", "Артем"),
        ("Алиевич", "Али"),
        ("Али оглы", "Али"),
        ("Али кызы", "Али"),
        ("Мусаевна", "Муса"),
    ],
)
def test_a_patronymic_is_known_as_its_fathers(patronymic: str, father: str) -> None:
    assert is_patronymic_of(patronymic, father)


@pytest.mark.parametrize(
    ("patronymic", "father"),
    [
        ("Иванович", "Сергей"),
        ("Павловна", "Пётр"),
        ("Артемьевич", "Артём"),
        ("Александровна", "Алексей"),
        ("Дмитриевич", "Денис"),
        ("", "Иван"),
        ("-", "Иван"),
        ("Иванович", ""),
        ("Иванович", "И."),
    ],
)
def test_no_other_father_is_made_of_it(patronymic: str, father: str) -> None:
    assert not is_patronymic_of(patronymic, father)
