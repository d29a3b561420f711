"""Every caption of a list in `labels.toml` must be understood, and as one thing only."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from sverka.pages.list_labels import Control, ListColumn, list_labels
from sverka.pages.vocabulary import PageKind
from sverka.people.folding import fold_caption

LISTS: dict[str, Any] = tomllib.loads(
    resources.files("sverka.pages").joinpath("labels.toml").read_text(encoding="utf-8")
)["lists"]


def entries(section: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, caption) for name, captions in section.items() for caption in captions]


@pytest.mark.parametrize(("kind", "title"), entries(LISTS["titles"]))
def test_every_heading_is_understood(kind: str, title: str) -> None:
    assert list_labels().title(f"{title.upper()} (12)") is PageKind(kind)


@pytest.mark.parametrize(("column", "caption"), entries(LISTS["columns"]))
def test_every_heading_of_a_column_is_understood(column: str, caption: str) -> None:
    assert list_labels().column(caption.upper()) is ListColumn(column)


@pytest.mark.parametrize("caption", ["ФИО", "Класс", "Дата рождения", "ID", "Пол", "Статус"])
def test_columns_of_reports_are_columns_of_lists_too(caption: str) -> None:
    assert list_labels().column(caption)


@pytest.mark.parametrize("caption", ["Логин", "№", "Дата выбытия"])
def test_what_is_not_read_has_no_meaning(caption: str) -> None:
    assert list_labels().column(caption) is None


@pytest.mark.parametrize(("control", "caption"), entries(LISTS["controls"]))
def test_every_caption_of_a_control_is_understood(control: str, caption: str) -> None:
    assert list_labels().controls[fold_caption(f"{caption}:")] is Control(control)


@pytest.mark.parametrize("hint", LISTS["markers"]["not_loaded"])
def test_every_hint_to_load_is_known_within_a_sentence(hint: str) -> None:
    assert list_labels().says_not_loaded(hint.replace('"', "«") + ".")


@pytest.mark.parametrize("word", LISTS["markers"]["all"])
def test_every_word_for_everybody_leaves_nobody_out(word: str) -> None:
    assert list_labels().says_all(f"{word.capitalize()} родители")
    assert not list_labels().says_all("Выбывшие")


@pytest.mark.parametrize("words", LISTS["markers"]["total"])
def test_every_caption_of_the_number_of_records_is_understood(words: str) -> None:
    found = list_labels().total.search(f"{words}: 12")
    assert found
    assert found[1] == "12"
