"""What operators type where there is nothing to type: «-», «нет», «б/о»."""

from functools import cache

from sverka.tables import table_beside

# No asterisk or question mark: they stand for something that is there.
_PUNCTUATION = " -.,_/\\'\"№\u200b\ufeff"


def is_blank(folded: str) -> bool:
    """Whether a folded text says that there is nothing; an empty text says so too."""
    return not folded.strip(_PUNCTUATION) or folded in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(table_beside(__file__, "blanks.toml")["words"])
