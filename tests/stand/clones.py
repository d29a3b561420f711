"""The registry of clones: groups of accounts by a chosen key, each row with its own history.

Its buttons merge and archive accounts: nothing but a person may press them.
"""

from dataclasses import dataclass
from functools import cache

from sverka.advice.vocabulary import Advice
from tests.stand.cast import Cast
from tests.stand.model import Truth
from tests.stand.movement.model import History
from tests.stand.movement.world import account_cards, movements
from tests.stand.render import templates
from tests.stand.school.model import Card, Field
from tests.stand.school.world import school

TWINS = Truth(Advice.NOT_DUPLICATE, "D-15")


@dataclass(frozen=True, slots=True)
class Clone:
    """One account of a group; `truth` is the advice once the group's histories were read."""

    card: Card
    parents: str
    organisation: str
    active: bool
    history: History
    truth: Truth


@dataclass(frozen=True, slots=True)
class CloneGroup:
    """Accounts the registry takes for one child."""

    case: str
    clones: tuple[Clone, ...]

    @property
    def title(self) -> str:
        """What the key of the group says: name and birth date of its first account."""
        card = self.clones[0].card
        return f"{card.full_name} {card.values[Field.BIRTH_DATE]}"


@cache
def clone_groups() -> tuple[CloneGroup, ...]:
    """The pairs of the movements, and a pair of twins that only the key has brought together."""
    groups = [_of_movement(case) for case in movements()]
    return (*groups, _of_twins())


def clones_view(opened: int | None = None) -> str:
    """The registry's page; `opened` is the place of the group whose child table is open."""
    child = clone_table(opened) if opened is not None else ""
    template = templates().get_template("clones/view.html")
    return template.render(groups=clone_groups(), opened=opened, child=child)


def clone_table(place: int) -> str:
    """The child table «Дубли: …» of one group, with the history of every account."""
    return templates().get_template("clones/child.html").render(group=clone_groups()[place])


def render_saved_clones(opened: int | None = None) -> str:
    """The page of the registry as a browser would save it."""
    return templates().get_template("clones/page.html").render(view=clones_view(opened))


def _of_movement(case: str) -> CloneGroup:
    movement = movements()[case]
    cards = account_cards()
    clones = [
        Clone(
            card=cards[line.number],
            parents=_parents(cards[line.number], cards),
            organisation=line.place.name,
            active=line.departed is None,
            history=movement.history(line.number),
            truth=truth,
        )
        for line, truth in zip(movement.family.lines, movement.truth, strict=True)
    ]
    return CloneGroup(case, tuple(clones))


def _of_twins() -> CloneGroup:
    place = Cast(0).school(0).name
    people = school().by_number
    pupils = [card for card in school().household("twins").cards if Field.CLASS in card.values]
    clones = [Clone(card, _parents(card, people), place, True, (), TWINS) for card in pupils]
    return CloneGroup("twins", tuple(clones))


def _parents(card: Card, people: dict[int, Card]) -> str:
    return ", ".join(people[number].full_name for number in card.links)
