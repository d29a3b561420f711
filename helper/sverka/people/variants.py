"""Spellings of one first name or patronymic have one key; different names never have."""

from collections.abc import Iterable
from functools import cache, lru_cache

import msgspec
from msgspec import Struct

from sverka.people.blanks import is_blank
from sverka.people.folding import fold_name
from sverka.tables import table_beside

_NAMES_REMEMBERED = 16384
_SHORTEST_FATHER = 2


class _Markers(Struct, frozen=True, gc=False):
    son: list[str]
    daughter: list[str]


class _Patronymics(Struct, frozen=True, gc=False):
    daughter: list[tuple[str, str]]
    sons: list[list[str]]
    others: list[list[str]]


class _Variants(Struct, frozen=True, gc=False):
    given: list[list[str]]
    endings: list[tuple[str, str]]
    markers: _Markers
    patronymic: _Patronymics


@lru_cache(maxsize=_NAMES_REMEMBERED)
def given_key(name: str) -> str:
    """The key of a first name as typed: equal for its spellings, empty where nothing is told."""
    folded = fold_name(name)
    if is_blank(folded):
        return ""
    keys = _given()
    return " ".join(keys.get(word, word) for word in folded.replace("-", " ").split())


@lru_cache(maxsize=_NAMES_REMEMBERED)
def patronymic_key(patronymic: str) -> str:
    """The key of a patronymic as typed: equal for its spellings, empty where nothing is told.

    «Али оглы», «Алиоглы» and «Али улы» have the key «али оглы», which no «Алиевич» has.
    """
    folded = fold_name(patronymic)
    if is_blank(folded):
        return ""
    father, marker = _marked(folded)
    if marker:
        return f"{given_key(father)} {marker}".strip()
    ending = _same_ending(folded)
    return _patronymics().get(ending, ending)


def _marked(folded: str) -> tuple[str, str]:
    """The father's name and the marker's key, which is empty without a marker."""
    for markers in (_data().markers.son, _data().markers.daughter):
        for marker in markers:
            father = folded.removesuffix(marker).rstrip(" -")
            if folded.endswith(marker) and len(father) >= _SHORTEST_FATHER:
                return father, markers[0]
    return folded, ""


def _same_ending(folded: str) -> str:
    for ending, other in _data().endings:
        if folded.endswith(ending):
            return folded
        if folded.endswith(other):
            return folded.removesuffix(other) + ending
    return folded


@cache
def _data() -> _Variants:
    return msgspec.convert(table_beside(__file__, "variants.toml"), _Variants)


@cache
def _given() -> dict[str, str]:
    return _first_of_each(_data().given)


@cache
def _patronymics() -> dict[str, str]:
    """Made of the endings that `_same_ending` leaves, because those are looked up."""
    listed = _data().patronymic
    daughters = [[_daughters(son) for son in sons] for sons in listed.sons]
    groups = [*listed.sons, *daughters, *listed.others]
    return _first_of_each([_same_ending(form) for form in group] for group in groups)


def _first_of_each(groups: Iterable[list[str]]) -> dict[str, str]:
    return {form: group[0] for group in groups for form in group}


def _daughters(son: str) -> str:
    for ending, daughters in _data().patronymic.daughter:
        if son.endswith(ending):
            return son.removesuffix(ending) + daughters
    raise ValueError(son)
