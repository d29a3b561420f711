"""The captions of `labels.toml`, folded once and asked by meaning."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct

from sverka.pages.vocabulary import EntryWay, PageKind, Role
from sverka.people.folding import fold_caption, fold_words
from sverka.people.names import Sex
from sverka.tables import table_beside

Meaning = TypeVar("Meaning", bound=StrEnum)


class Column(StrEnum):
    """What a column of a page or a file holds."""

    NUMBER = "number"
    AUTHORITY = "authority"
    PERSON = "person"
    SURNAME = "surname"
    NAME = "name"
    PATRONYMIC = "patronymic"
    ACCOUNT_ID = "account_id"
    SEX = "sex"
    BIRTH_DATE = "birth_date"
    ORGANISATION = "organisation"
    DISTRICT = "district"
    LOCALITY = "locality"
    CLASS = "class"
    OVERLAPS = "overlaps"
    ENROLLED = "enrolled"
    DEPARTED = "departed"
    ENTRY = "entry"
    ORDER = "order"
    STATUS = "status"
    ATTACHED = "attached"
    SNILS = "snils"
    CERTIFICATE = "certificate"
    CERTIFICATE_SERIES = "certificate_series"
    CERTIFICATE_NUMBER = "certificate_number"


class Label(Struct, frozen=True):
    """The meaning of one header: the column, and whether it is the double's."""

    column: Column
    role: Role


class Labels(Struct, frozen=True):
    """The folded caption lists."""

    titles: Mapping[str, PageKind]
    columns: Mapping[str, Column]
    double: frozenset[str]
    pupil: frozenset[str]
    attached: frozenset[str]
    negation: frozenset[str]
    enumeration: frozenset[str]
    idle: frozenset[str]
    yes: frozenset[str]
    no_date: frozenset[str]
    total: frozenset[str]
    below_data: frozenset[tuple[str, ...]]
    empty: tuple[str, ...]
    authority: frozenset[str]
    state_on: str
    product: str
    sexes: Mapping[str, Sex]
    entries: Mapping[str, EntryWay]

    def label(self, caption: str) -> Label | None:
        """The meaning of a header's text, `None` where the lists do not know it."""
        words = fold_words(caption)
        plain = [word for word in words if word not in self.double]
        bare = (word for word in plain if word not in self.pupil)
        column = self.columns.get("".join(plain)) or self.columns.get("".join(bare))
        if column is None:
            return None
        return Label(column, Role.MAIN if len(plain) == len(words) else Role.DOUBLE)

    def title(self, text: str) -> PageKind | None:
        return self.titles.get(fold_caption(text))

    def sex(self, text: str) -> Sex | None:
        return self.sexes.get(fold_caption(text))

    def entry(self, text: str) -> EntryWay | None:
        """The way of entry that a cell names, in whole words anywhere in it."""
        words = f" {' '.join(fold_words(text))} "
        return next((way for word, way in self.entries.items() if f" {word} " in words), None)

    def says_double(self, text: str) -> bool:
        return not self.double.isdisjoint(fold_words(text))

    def says_attached(self, text: str) -> bool:
        """Whether a cell says «прикреплён», and does not say it with «не»."""
        words = ("", *fold_words(text))
        return any(
            word in self.attached and before not in self.negation
            for before, word in pairwise(words)
        )

    def says_yes(self, text: str) -> bool:
        return text.strip() == "+" or fold_caption(text) in self.yes

    def is_no_date(self, text: str) -> bool:
        """Whether a cell without a date says that there is none."""
        return fold_caption(text) in self.no_date

    def is_yes_or_no(self, text: str) -> bool:
        return self.says_yes(text) or self.is_no_date(text)

    def is_total(self, text: str) -> bool:
        """Whether this is the caption of a sum, with or without the sum («Итого: 12»)."""
        return fold_caption(text.rstrip("0123456789 :")) in self.total

    def is_below_data(self, text: str) -> bool:
        """Whether a row that begins with this text sums up, signs or explains the others."""
        words = fold_words(text)
        return any(words[:length] in self.below_data for length in range(1, len(words) + 1))


@cache
def labels() -> Labels:
    """The lists of `labels.toml`."""
    table = table_beside(__file__, "labels.toml")
    markers = table["markers"]
    return Labels(
        titles=by_caption(table["titles"], PageKind),
        columns=by_caption(table["columns"], Column),
        double=_folded(markers["double"]),
        pupil=_folded(markers["pupil"]),
        attached=_folded(markers["attached"]),
        negation=_folded(markers["negation"]),
        enumeration=_folded(markers["enumeration"]),
        idle=frozenset(
            word for said in (*markers["idle"], *markers["empty"]) for word in fold_words(said)
        ),
        yes=_folded(markers["yes"]),
        no_date=_folded(markers["no_date"]) | {""},
        total=_folded(markers["total"]),
        below_data=frozenset(map(fold_words, (*markers["total"], *markers["signature"]))),
        empty=tuple(markers["empty"]),
        authority=_folded(markers["authority"]),
        state_on=markers["state_on"],
        product=markers["product"],
        sexes=by_caption(table["values"]["sex"], Sex),
        entries={
            " ".join(fold_words(caption)): EntryWay(name)
            for name, captions in table["values"]["entry"].items()
            for caption in captions
        },
    )


def _folded(captions: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold_caption, captions))


def by_caption(lists: Mapping[str, list[str]], meaning: type[Meaning]) -> dict[str, Meaning]:
    """Lists of captions turned round: what each caption, folded, means."""
    return {
        fold_caption(caption): meaning(name)
        for name, captions in lists.items()
        for caption in captions
    }
