"""What kind of organisation a name speaks of, and when two names are one organisation."""

from enum import StrEnum
from functools import cache, lru_cache

from sverka.people.folding import NUMBER_WORD, fold_words
from sverka.tables import table_beside

_NAMES_REMEMBERED = 4096
_ANY_ENDING = "*"


class OrgKind(StrEnum):
    """The kinds the rules tell apart."""

    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    ADDITIONAL = "additional"
    OTHER = "other"


@lru_cache(maxsize=_NAMES_REMEMBERED)
def kind_of(name: str) -> OrgKind:
    """The kind that the words of `name` tell; `OTHER` where they tell nothing certain."""
    words = f" {org_key(name)} "
    for kind, phrases in _phrases():
        if any(phrase in words for phrase in phrases):
            return kind
    return OrgKind.OTHER


@lru_cache(maxsize=_NAMES_REMEMBERED)
def org_key(name: str) -> str:
    """The folded name: equal for «СОШ №2», «СОШ 2» and «сош № 2»."""
    return " ".join(word for word in fold_words(name) if word != NUMBER_WORD)


@lru_cache(_NAMES_REMEMBERED)
def may_be_one(left: str, right: str) -> bool:
    """Whether two names are one organisation's, or one may be short for the other.

    «СОШ №1» may be «МБОУ СОШ №1 г. Томари»; a single word is short for nothing in particular.
    """
    first, second = set(org_key(left).split()), set(org_key(right).split())
    if not first or not second:
        return False
    shorter = min(first, second, key=len)
    return first == second or (len(shorter) > 1 and (first <= second or second <= first))


@cache
def _phrases() -> list[tuple[OrgKind, list[str]]]:
    table = table_beside(__file__, "organisations.toml")
    return [(OrgKind(kind), list(map(_spaced, entry["words"]))) for kind, entry in table.items()]


def _spaced(words: str) -> str:
    """The words with the spaces between which they stand; none behind an ending left open."""
    return f" {words[:-1]}" if words.endswith(_ANY_ENDING) else f" {words} "
