"""Every caption of a card in `labels.toml` must be understood, and as one thing only."""

import tomllib
from collections import defaultdict
from importlib import resources
from typing import Any

import pytest

from sverka.pages.card_labels import card_labels
from sverka.pages.vocabulary import CardField, DocumentKind, PageKind
from sverka.people.folding import fold_caption

CARDS: dict[str, Any] = tomllib.loads(
    resources.files("sverka.pages").joinpath("labels.toml").read_text(encoding="utf-8")
)["cards"]


def entries(section: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, caption) for name, captions in section.items() for caption in captions]


@pytest.mark.parametrize(("field", "caption"), entries(CARDS["fields"]))
def test_every_caption_of_a_field_is_understood(field: str, caption: str) -> None:
    assert card_labels().fields[fold_caption(f"*** {caption.upper()}:")] is CardField(field)


def test_every_field_has_captions() -> None:
    assert set(CARDS["fields"]) == set(CardField)


@pytest.mark.parametrize(("kind", "title"), entries(CARDS["titles"]))
def test_every_heading_is_understood_with_the_name_behind_it(kind: str, title: str) -> None:
    found = card_labels().title(f"{title.upper()}: Иванова Анна")
    assert found
    assert found[0] is PageKind(kind)


@pytest.mark.parametrize("title", ["", "Сведения", "Список родителей", "Сведения о родителях"])
def test_another_heading_is_no_cards(title: str) -> None:
    assert card_labels().title(title) is None


@pytest.mark.parametrize("caption", CARDS["health"]["captions"])
def test_data_on_health_is_known_as_such_and_as_no_field(caption: str) -> None:
    assert card_labels().is_caption(caption)
    assert fold_caption(caption) not in card_labels().fields


def test_every_kind_of_document_has_words() -> None:
    assert set(CARDS["documents"]) == set(DocumentKind)


@pytest.mark.parametrize(("kind", "words"), entries(CARDS["documents"]))
def test_every_word_for_a_document_is_understood(kind: str, words: str) -> None:
    assert card_labels().document_kind(words) is DocumentKind(kind)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Паспорт гражданина Кыргызской Республики", DocumentKind.FOREIGN_PASSPORT),
        ("Паспорт Республики Беларусь", DocumentKind.FOREIGN_PASSPORT),
        ("Свидетельство о рождении гражданина Узбекистана", DocumentKind.FOREIGN_CERTIFICATE),
        ("Паспорт гражданина РФ", DocumentKind.PASSPORT),
        ("Паспорт гражданина Российской Федерации", DocumentKind.PASSPORT),
        ("Паспорт гражданина", DocumentKind.PASSPORT),
        ("Паспорт гражданина СССР", DocumentKind.SOVIET_PASSPORT),
    ],
)
def test_a_document_of_another_state_is_not_taken_for_a_russian_one(
    words: str, kind: DocumentKind
) -> None:
    assert card_labels().document_kind(words) is kind


@pytest.mark.parametrize("word", CARDS["markers"]["departed"])
def test_every_status_of_a_departed_pupil_is_understood(word: str) -> None:
    assert card_labels().has_departed(f"{word.upper()} 01.09.2025")


@pytest.mark.parametrize("status", ["", "Обучается", "Не выбыл", "Не удалён", "Все ученики"])
def test_no_other_status_is_a_departure(status: str) -> None:
    assert not card_labels().has_departed(status)


def test_no_caption_has_two_meanings() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for field, caption in entries(CARDS["fields"]):
        meanings[fold_caption(caption)].add(field)
    assert {folded: found for folded, found in meanings.items() if len(found) > 1} == {}
