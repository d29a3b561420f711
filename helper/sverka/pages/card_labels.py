"""The captions of cards in `labels.toml`, folded once; only a card loads them."""

from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from sverka.pages.vocabulary import CardField, DocumentKind, PageKind
from sverka.people.folding import fold_caption, fold_name, fold_words
from sverka.tables import table_beside

#: What a document is that names another state: «Паспорт гражданина Республики Беларусь».
_ABROAD = {
    DocumentKind.PASSPORT: DocumentKind.FOREIGN_PASSPORT,
    DocumentKind.CERTIFICATE: DocumentKind.FOREIGN_CERTIFICATE,
}


class CardLabels(Struct, frozen=True):
    """The folded lists of `[cards]`; `titles` keeps the captions as they are written there."""

    titles: Mapping[tuple[str, ...], tuple[PageKind, str]]
    fields: Mapping[str, CardField]
    health: frozenset[str]
    documents: tuple[tuple[DocumentKind, tuple[str, ...]], ...]
    state: tuple[str, ...]
    own_state: tuple[str, ...]
    record: tuple[str, ...]
    no_patronymic: frozenset[str]
    unset: frozenset[str]
    withheld: frozenset[str]
    nobody: frozenset[str]
    adding: frozenset[str]
    loading: frozenset[str]
    busy: tuple[str, ...]
    departed: tuple[tuple[str, ...], ...]
    russian: frozenset[str]
    other_language: frozenset[str]

    def title(self, text: str) -> tuple[PageKind, str] | None:
        """The kind of card whose heading `text` begins with, and that heading's own words."""
        words = fold_words(text)
        longest_first = range(len(words), 0, -1)
        return next((found for n in longest_first if (found := self.titles.get(words[:n]))), None)

    def is_caption(self, text: str) -> bool:
        folded = fold_caption(text)
        return folded in self.fields or folded in self.health

    def document_kind(self, words: str) -> DocumentKind | None:
        """The kind that a type's name, its code or a caption tells."""
        told = fold_name(words)
        for kind, parts in self.documents:
            if any(part == told if part.isdigit() else part in told for part in parts):
                return _ABROAD.get(kind, kind) if self._is_of_another_state(told) else kind
        return None

    def _is_of_another_state(self, told: str) -> bool:
        names_state = any(part in told for part in self.state)
        return names_state and not any(part in told for part in self.own_state)

    def has_departed(self, status: str) -> bool:
        words = fold_words(status)
        return any(words[: len(start)] == start for start in self.departed)


@cache
def card_labels() -> CardLabels:
    """The lists of the table `[cards]`."""
    cards = table_beside(__file__, "labels.toml")["cards"]
    markers = cards["markers"]
    return CardLabels(
        titles={
            fold_words(caption): (PageKind(kind), caption)
            for kind, captions in cards["titles"].items()
            for caption in captions
        },
        fields={
            fold_caption(caption): CardField(name)
            for name, captions in cards["fields"].items()
            for caption in captions
        },
        health=_folded(cards["health"]["captions"]),
        documents=tuple(
            (DocumentKind(kind), tuple(map(fold_name, parts)))
            for kind, parts in cards["documents"].items()
        ),
        state=tuple(markers["state"]),
        own_state=tuple(markers["own_state"]),
        record=tuple(name.casefold() for name in markers["record"]),
        no_patronymic=_folded(markers["no_patronymic"]),
        unset=_folded(markers["unset"]) | {""},
        withheld=_folded(markers["withheld"]),
        nobody=_folded(markers["nobody"]),
        adding=_folded(markers["adding"]),
        loading=_folded(markers["loading"]),
        busy=tuple(markers["busy"]),
        departed=tuple(map(fold_words, markers["departed"])),
        russian=_folded(markers["russian"]),
        other_language=_folded(markers["other_language"]),
    )


def _folded(captions: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_caption, captions))
