"""All households of the school together: who is in it, and the card a number belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import count

from tests.stand.cast import Cast
from tests.stand.school.cases import CASES
from tests.stand.school.model import Card, Finding, Household, Role
from tests.stand.school.relatives import FIRST_CAST


@dataclass(frozen=True)
class School:
    """The cases told in turn until there are `pupils` of them, or once."""

    pupils: int | None = None

    @cached_property
    def households(self) -> list[tuple[str, Household]]:
        """Each with the name of its case."""
        told: list[tuple[str, Household]] = []
        pupils = 0
        for name, household in _stories():
            enough = len(told) == len(CASES) if self.pupils is None else pupils >= self.pupils
            if enough:
                break
            told.append((name, household))
            pupils += sum(card.role is Role.PUPIL for card in household.cards)
        return told

    @cached_property
    def by_number(self) -> dict[int, Card]:
        """Every account of the school."""
        return {card.number: card for _, home in self.households for card in home.cards}

    @cached_property
    def truth(self) -> dict[int, tuple[Finding, ...]]:
        """The right findings of every account that has any."""
        return {number: said for _, home in self.households for number, said in home.truth.items()}

    @cached_property
    def doubles(self) -> set[tuple[int, int]]:
        """The accounts that are one pupil, by twos."""
        return {pair for _, household in self.households for pair in household.doubles}

    def household(self, case: str) -> Household:
        """The first household of that case."""
        return next(household for name, household in self.households if name == case)

    def cards(self, role: Role) -> list[Card]:
        """The pupils or the parents, as a list shows them: by name."""
        cards = (card for card in self.by_number.values() if card.role is role)
        return sorted(cards, key=lambda card: (card.full_name, card.number))


def _stories() -> Iterator[tuple[str, Household]]:
    index = count(FIRST_CAST)
    while True:
        for case in CASES:
            yield case.__name__, case(Cast(next(index)))


@lru_cache(maxsize=8)
def school(pupils: int | None = None) -> School:
    """The school of so many pupils; the same one each time."""
    return School(pupils)
