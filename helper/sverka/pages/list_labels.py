"""The captions of lists in `labels.toml`, folded once; only a list loads them."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache

from msgspec import Struct

from sverka.pages.labels import by_caption, labels
from sverka.pages.vocabulary import PageKind
from sverka.people.folding import fold_caption, fold_words
from sverka.tables import table_beside

# Bounded: more digits than these count nothing.
_NUMBER = r"(?<!\d)(\d{1,3}(?: \d{3}){1,2}|\d{1,9})(?!\d)"
_DIGITS_AT_END = re.compile(r"\d+$")


class ListColumn(StrEnum):
    """What a column of a list holds, as far as it is read."""

    PERSON = "person"
    SURNAME = "surname"
    NAME = "name"
    PATRONYMIC = "patronymic"
    ACCOUNT_ID = "account_id"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    ORGANISATION = "organisation"
    CLASS = "class"
    STATUS = "status"
    CHILDREN = "children"
    PARENTS = "parents"


class Control(StrEnum):
    """What a control above a list chooses, where that leaves nobody out."""

    SEARCH_BY = "search_by"
    PAGE = "page"


class ListLabels(Struct, frozen=True):
    """The folded lists of `[lists]`."""

    titles: Mapping[str, PageKind]
    columns: Mapping[str, ListColumn]
    controls: Mapping[str, Control]
    not_loaded: tuple[str, ...]
    all: frozenset[str]
    exceptions: frozenset[str]
    total: re.Pattern[str]
    range: re.Pattern[str]

    def title(self, text: str) -> PageKind | None:
        return self.titles.get(_DIGITS_AT_END.sub("", fold_caption(text)))

    def column(self, caption: str) -> ListColumn | None:
        """The meaning of a heading, by the words of lists, else by those of reports."""
        own = self.columns.get(fold_caption(caption))
        label = None if own else labels().label(caption)
        return _COLUMNS.get(label.column.value) if label else own

    def says_not_loaded(self, text: str) -> bool:
        folded = fold_caption(text)
        return any(hint in folded for hint in self.not_loaded)

    def says_all(self, choice: str) -> bool:
        words = fold_words(choice)
        return not words or (words[0] in self.all and self.exceptions.isdisjoint(words))


_COLUMNS = {column.value: column for column in ListColumn}


@cache
def list_labels() -> ListLabels:
    """The lists of the table `[lists]`."""
    table = table_beside(__file__, "labels.toml")["lists"]
    markers = table["markers"]
    return ListLabels(
        titles=by_caption(table["titles"], PageKind),
        columns=by_caption(table["columns"], ListColumn),
        controls=by_caption(table["controls"], Control),
        not_loaded=tuple(map(fold_caption, markers["not_loaded"])),
        all=frozenset(map(fold_caption, markers["all"])),
        exceptions=frozenset(map(fold_caption, markers["exceptions"])),
        total=_pattern(rf"\b(?:{_any(markers['total'])})\s*[:—–-]?\s*{_NUMBER}"),
        range=_pattern(rf"{_NUMBER}\s*[–—-]\s*{_NUMBER}\s+(?:{_any(markers['of'])})\s+{_NUMBER}"),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words))


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)
