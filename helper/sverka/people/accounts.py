"""Numbers and keys of accounts: how one account is recognised on every page."""

import hashlib
import hmac
import re
from datetime import date
from typing import Self

from msgspec import Struct

from sverka.people.folding import fold_name
from sverka.people.organisations import org_key

PUPIL_PREFIX = "s"
POOL_PREFIX = "p"
#: Parents are numbered apart from pupils. The site prints no letter for them: this one is ours.
PARENT_PREFIX = "r"

# People retype a number with a caption before it, a space inside, a prefix in Russian letters.
_NUMBER = re.compile(r"(?:(?:id|ид|№)\s*:?\s*)?([a-zср]?)\s*0*(\d{1,18})", re.IGNORECASE)
_RUSSIAN_PREFIX = {"с": PUPIL_PREFIX, "р": POOL_PREFIX}
NO_INSTALLATION = "file"
# As the site itself prints a number: a report has thousands, and few that somebody retyped.
_PREFIXES = (PUPIL_PREFIX, POOL_PREFIX)
_MOST_DIGITS = 18


class AccountNumber(Struct, frozen=True, order=True, gc=False):
    """The site's number of an account; numbers of one prefix grow in the order of creation."""

    prefix: str
    digits: int

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read `s123456`, `p12` or `123456` (a pupil's); `None` where it is no such number."""
        prefix, digits = text[:1], text[1:]
        if prefix in _PREFIXES and digits.isdecimal() and len(digits) <= _MOST_DIGITS:
            return cls(prefix, int(digits))
        return cls._retyped(text)

    @classmethod
    def _retyped(cls, text: str) -> Self | None:
        found = _NUMBER.fullmatch(text.strip())
        if not found:
            return None
        prefix = found[1].lower() or PUPIL_PREFIX
        return cls(_RUSSIAN_PREFIX.get(prefix, prefix), int(found[2]))

    def __str__(self) -> str:
        return f"{self.prefix}{self.digits}"


class AccountKeys(Struct, frozen=True, gc=False):
    """Makes the keys of one installation's accounts; `secret` belongs to this database."""

    installation: str | None
    secret: bytes

    def strong(self, number: AccountNumber) -> str:
        # As `str(number)`; thousands of them are asked for at once.
        return f"{self._place()}:{number.prefix}{number.digits}"

    def weak(
        self, name: str, birth: date | None, organisation: str, enrolled: date | None, nth: int
    ) -> str:
        """A keyed hash for an account without a number; `nth` parts rows that are alike."""
        told = "|".join(
            (fold_name(name), str(birth), org_key(organisation), str(enrolled), str(nth))
        )
        digest = hmac.new(self.secret, told.encode(), hashlib.sha256).hexdigest()
        return f"{self._place()}:w{digest[:32]}"

    def _place(self) -> str:
        return self.installation or NO_INSTALLATION


def number_in(key: str) -> str:
    """The number that a strong key was made of; of a weak key what is no number."""
    return key.rpartition(":")[2]
