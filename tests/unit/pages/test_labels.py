"""Every caption of `labels.toml` must be understood, and as one thing only."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable
from importlib import resources
from typing import Any

import pytest

from sverka.pages.labels import Column, Label, labels
from sverka.pages.vocabulary import EntryWay, PageKind, Role
from sverka.people.folding import fold_caption
from sverka.people.names import Sex

TABLE: dict[str, Any] = tomllib.loads(
    resources.files("sverka.pages").joinpath("labels.toml").read_text(encoding="utf-8")
)


def entries(section: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, caption) for name, captions in section.items() for caption in captions]


@pytest.mark.parametrize(("column", "caption"), entries(TABLE["columns"]))
def test_every_caption_of_a_column_is_understood(column: str, caption: str) -> None:
    assert labels().label(caption) == Label(Column(column), Role.MAIN)
    assert labels().label(f"{caption.upper()} дубля") == Label(Column(column), Role.DOUBLE)


def test_every_column_has_captions() -> None:
    assert set(TABLE["columns"]) == set(Column)


@pytest.mark.parametrize(("kind", "title"), entries(TABLE["titles"]))
def test_every_title_is_understood(kind: str, title: str) -> None:
    assert labels().title(title) is PageKind(kind)


@pytest.mark.parametrize(("sex", "word"), entries(TABLE["values"]["sex"]))
def test_every_word_for_the_sex_is_understood(sex: str, word: str) -> None:
    assert labels().sex(word.upper()) is Sex(sex)


@pytest.mark.parametrize(("way", "words"), entries(TABLE["values"]["entry"]))
def test_every_way_of_entry_is_understood(way: str, words: str) -> None:
    assert labels().entry(f"{words.upper()} от 01.09.2025") is EntryWay(way)


@pytest.mark.parametrize(
    ("printed", "way"),
    [
        ("Быстрый ввод учеников", EntryWay.QUICK),
        ("Импорт учеников", EntryWay.IMPORT),
        ("Список выпускников и выбывших", EntryWay.LIST),
        ("Список обучающихся в других ОО", EntryWay.LIST),
        ("Приказ о зачислении № 12", EntryWay.ORDER),
    ],
)
def test_the_captions_of_the_order_dialog_name_the_way(printed: str, way: EntryWay) -> None:
    assert labels().entry(printed) is way


def test_a_way_that_is_not_listed_is_not_guessed() -> None:
    assert labels().entry("перевод") is None
    assert labels().entry("") is None


@pytest.mark.parametrize("word", TABLE["markers"]["attached"])
def test_every_word_for_attached_is_understood(word: str) -> None:
    assert labels().says_attached(f"4а ({word.upper()})")


@pytest.mark.parametrize("word", TABLE["markers"]["total"])
def test_every_word_for_a_sum_is_understood(word: str) -> None:
    assert labels().is_total(f"{word}: 12")


@pytest.mark.parametrize("word", TABLE["markers"]["double"])
def test_every_word_for_the_double_is_understood(word: str) -> None:
    assert labels().says_double(f"Сведения: {word}")
    assert labels().label(f"ОО {word}") == Label(Column.ORGANISATION, Role.DOUBLE)


@pytest.mark.parametrize("caption", ["", "—", "Отметки", "Дубля", "ФИО родителя"])
def test_an_unknown_caption_is_not_guessed(caption: str) -> None:
    assert labels().label(caption) is None


@pytest.mark.parametrize(
    "section",
    [TABLE["columns"], TABLE["titles"], TABLE["values"]["sex"], TABLE["values"]["entry"]],
    ids=["columns", "titles", "sex", "entry"],
)
def test_no_caption_has_two_meanings_or_none(section: dict[str, list[str]]) -> None:
    assert conflicts(entries(section)) == {}


def conflicts(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    meanings: dict[str, set[str]] = defaultdict(set)
    for meaning, caption in pairs:
        meanings[fold_caption(caption)].add(meaning)
    return {folded: found for folded, found in meanings.items() if len(found) > 1 or not folded}
