"""The captions of movements in `labels.toml`, folded once; only such a page loads them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import TypeVar

from msgspec import Struct

from sverka.pages.vocabulary import Destination, MovementKind
from sverka.people.folding import fold_caption, fold_words
from sverka.tables import table_beside

Words = tuple[str, ...]
Meaning = TypeVar("Meaning", bound=StrEnum)


class MovementColumn(StrEnum):
    """What a column of a table of movement documents holds."""

    NUMBER = "number"
    ORDER = "order"
    KIND = "kind"
    DAY = "day"
    SOURCE = "source"
    TARGET = "target"
    ORGANISATION = "organisation"
    PROGRAMME = "programme"


class MovementLabels(Struct, frozen=True):
    """The folded lists of `[movement]`."""

    titles: frozenset[Words]
    columns: Mapping[str, MovementColumn]
    kinds: Mapping[Words, MovementKind]
    destinations: Mapping[Words, Destination]
    void: frozenset[Words]
    nothing: frozenset[str]

    def column(self, caption: str) -> MovementColumn | None:
        return self.columns.get(fold_caption(caption))

    def title(self, text: str) -> bool:
        """Whether the text begins as the heading of a movement does."""
        words = fold_words(text)
        return any(words[:length] in self.titles for length in range(1, len(words) + 1))

    def kind(self, text: str) -> MovementKind:
        """The kind that a cell names, whether or not the document is in force."""
        return _first_named(fold_words(text), self.kinds) or MovementKind.UNKNOWN

    def is_void(self, text: str) -> bool:
        """Whether the text says that a document is not in force, or takes another back."""
        words = fold_words(text)
        starts = range(len(words))
        return any(words[at : at + len(void)] == void for void in self.void for at in starts)

    def destination(self, text: str) -> Destination | None:
        return _first_named(fold_words(text), self.destinations)

    def says_nothing(self, text: str) -> bool:
        return fold_caption(text) in self.nothing


def _first_named(words: Words, named: Mapping[Words, Meaning]) -> Meaning | None:
    """What the words name first; of those that begin at one place the longest."""
    longest = max(map(len, named))
    for start in range(len(words)):
        for length in range(min(longest, len(words) - start), 0, -1):
            if meaning := named.get(words[start : start + length]):
                return meaning
    return None


@cache
def movement_labels() -> MovementLabels:
    """The lists of the table `[movement]`."""
    table = table_beside(__file__, "labels.toml")["movement"]
    markers = table["markers"]
    return MovementLabels(
        titles=frozenset(map(fold_words, table["titles"])),
        columns={
            fold_caption(caption): MovementColumn(name)
            for name, captions in table["columns"].items()
            for caption in captions
        },
        kinds={
            fold_words(words): MovementKind(kind)
            for kind, listed in table["kinds"].items()
            for words in listed
        },
        destinations={
            fold_words(words): place for place in Destination for words in markers[place.value]
        },
        void=frozenset(map(fold_words, markers["void"])),
        nothing=_folded(markers["nothing"]),
    )


def _folded(captions: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_caption, captions))
