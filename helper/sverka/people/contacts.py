"""When two telephone numbers or two addresses are one."""

import re
from functools import cache, lru_cache

from sverka.people.folding import fold_words
from sverka.tables import table_beside

_NOT_DIGITS = re.compile(r"\D+")
#: The digits of a Russian number without the country's.
_PHONE_DIGITS = 10
_POSTCODE = re.compile(r"\d{6}")
#: A town or a street alone is no address: it needs a number of a house.
_FEWEST_WORDS = 2
_REMEMBERED = 4096


def phone_key(written: str) -> str | None:
    """The last ten digits; `None` where there are fewer, or all are alike."""
    digits = _NOT_DIGITS.sub("", written)[-_PHONE_DIGITS:]
    return digits if len(digits) == _PHONE_DIGITS and len(set(digits)) > 1 else None


@lru_cache(maxsize=_REMEMBERED)
def address_key(written: str) -> frozenset[str] | None:
    """The words that tell an address, in any order; `None` where no house is told."""
    words = frozenset(
        word
        for word in fold_words(written)
        if word not in _plain_words() and not _POSTCODE.fullmatch(word)
    )
    told = len(words) >= _FEWEST_WORDS and any(word[0].isdigit() for word in words)
    return words if told else None


@cache
def _plain_words() -> frozenset[str]:
    return frozenset(table_beside(__file__, "contacts.toml")["address_words"])
