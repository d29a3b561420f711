"""What was seen on other cards and lists: the argument by which it reaches the advice on a card."""

from typing import Protocol

from msgspec import Struct

from sverka.matching.family import Relative
from sverka.pages.records import Card


class SeenFamily(Struct, frozen=True):
    """The people who matter for one card, as far as they were seen.

    `linked`: those whom the card is linked to. `same_parent`: other cards of parents that may be
    this parent's. `pupils`: pupils with the name of this child, or of a linked one. `strangers`:
    people among whom a missing parent or child may be.
    """

    linked: tuple[Relative, ...] = ()
    same_parent: tuple[Relative, ...] = ()
    pupils: tuple[Relative, ...] = ()
    strangers: tuple[Relative, ...] = ()


NOBODY_SEEN = SeenFamily()


class SeenPeople(Protocol):
    """Whoever remembers the people of the cards and lists seen before."""

    def family(self, card: Card) -> SeenFamily:
        """The people who matter for `card`."""
