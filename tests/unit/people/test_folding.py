"""Two spellings of one word must be equal, and two words must not become one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.people.folding import (
    collapse,
    fold_caption,
    fold_lookalikes,
    fold_name,
    fold_words,
    mixed_script_words,
    to_ascii,
)

# What people type into names: both alphabets, letters put together of two, dashes and spaces.
TYPED = st.lists(
    st.sampled_from("абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВЕЁКМНОРСТУХ")
    | st.sampled_from("abcehkmoptxyzABCEHKMOPTXYZ")
    | st.sampled_from(["е\u0308", "Е\u0308", "и\u0306", "И\u0306"])
    | st.sampled_from(" \u00a0\t\n-‐‑–—−'’ʼ`12."),
    max_size=20,
).map("".join)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Семёнов Пётр", "Семенов Петр"),
        ("СЕМЕ\u0308НОВ", "Семенов"),
        ("Чаи\u0306ка", "Чайка"),
        ("ИВАНОВ", "Иванов"),
        ("Иванов\u00a0 Иван\n", "Иванов Иван"),
        ("Римский – Корсаков", "Римский-Корсаков"),
        ("Римский‑Корсаков", "Римский-Корсаков"),
        ("Д’Артаньян", "Д'Артаньян"),
        ("Дʼартаньян", "Д`Артаньян"),
        ("Ивaнoв", "Иванов"),
        ("MAPATOB", "МАРАТОВ"),
        ("Ива\u0301нов", "Иванов"),
        ("Ива\u00adнов\u200b", "Иванов"),
        ("COX", "СОХ"),
    ],
)
def test_spellings_of_one_name_are_equal(left: str, right: str) -> None:
    assert fold_name(left) == fold_name(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Александр", "Александра"),
        ("Иванов", "Ивановн"),
        ("Римский Корсаков", "Римский-Корсаков"),
        ("Шёлк", "Щёлк"),
        ("Майка", "Маика"),
        ("Bond", "Вонд"),
    ],
)
def test_different_names_stay_different(left: str, right: str) -> None:
    assert fold_name(left) != fold_name(right)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("OO", "ОО"),
        ("Pecypсы", "Ресурсы"),
        ("BO и Bce", "ВО и Все"),
        ("Oxford", "Oxford"),
        ("ООО Oxford", "ООО Oxford"),
        ("Иван", "Иван"),
    ],
)
def test_latin_lookalikes_are_mended_only_where_the_word_is_not_latin(
    typed: str, mended: str
) -> None:
    assert fold_lookalikes(typed) == mended


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        ("№ п/п", ("номер", "п", "п")),
        ("Приказ №", ("приказ", "номер")),
        ("Дата\u00a0рожд.", ("дата", "рожд")),
        ("Ф.И.О.", ("ф", "и", "о")),
        ("—", ()),
    ],
)
def test_punctuation_parts_the_words_of_a_caption(caption: str, words: tuple[str, ...]) -> None:
    assert fold_words(caption) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ('Список учащихся-"дублей" (ОО)', "СПИСОК УЧАЩИХСЯ-«ДУБЛЕЙ»(ОО)"),
        ("Д.р.", "д/р"),
        ("№ приказа", "Номер приказа"),
        ("OO", "ОО"),
    ],
)
def test_captions_are_equal_without_case_quotes_and_spaces(left: str, right: str) -> None:
    assert fold_caption(left) == fold_caption(right)


def test_every_kind_of_space_counts_as_one() -> None:
    assert collapse("\u00a0Иванов\t\n\u2003Иван ") == "Иванов Иван"


@pytest.mark.parametrize(
    ("typed", "mixed"),
    [
        ("Ивaнов Иван", ("Ивaнов",)),
        ("Cидоров-Пeтров", ("Cидоров", "Пeтров")),
        ("Пe\u0308тр", ("Пëтр",)),
        ("MBOU", ()),
        ("МБОУ Oxford", ()),
        ("Иванов-Smith", ()),
        ("Иванов", ()),
        ("", ()),
    ],
)
def test_words_of_two_alphabets_are_named_as_typed(typed: str, mixed: tuple[str, ...]) -> None:
    assert mixed_script_words(typed) == mixed


@given(TYPED)
def test_folding_a_folded_name_changes_nothing(typed: str) -> None:
    assert fold_name(fold_name(typed)) == fold_name(typed)


@given(TYPED)
def test_case_and_spaces_around_never_make_two_names_of_one(typed: str) -> None:
    assert fold_name(f" {typed}\u00a0") == fold_name(typed)


def test_every_letter_has_one_ascii_character_of_its_own() -> None:
    letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    spelled = to_ascii(letters)
    assert spelled.isascii()
    assert len(set(spelled)) == len(spelled) == len(letters)


@pytest.mark.parametrize(
    ("folded", "spelled"),
    [
        ("иванов-петров", "IVANOV-PETROV"),
        ("щелк", "3ELK"),
        ("їжак", "5JAK"),
        ("нұрсұлтан", "NURSULTAN"),
        ("smith", "smith"),
        ("李小龙", "???"),
        ("", ""),
    ],
)
def test_names_of_other_alphabets_keep_their_length(folded: str, spelled: str) -> None:
    assert to_ascii(folded) == spelled


@given(TYPED | st.text())
def test_bytes_of_an_ascii_name_count_as_letters(typed: str) -> None:
    folded = fold_name(typed)
    assert len(to_ascii(folded).encode()) == len(folded)


def test_a_latin_letter_is_not_taken_for_a_russian_one() -> None:
    assert to_ascii("bond") != to_ascii("бонд")
