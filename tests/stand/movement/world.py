"""All movements together: the report that shows their families, and the cards of their accounts."""

from dataclasses import replace
from functools import cache

from tests.stand.cast import FIRST_NUMBER, NUMBERS_PER_FAMILY, Cast
from tests.stand.model import Line
from tests.stand.movement.cases import MOVEMENTS
from tests.stand.movement.model import Movement
from tests.stand.plot import Scenario
from tests.stand.school.model import Card, Field
from tests.stand.school.relatives import Relatives, link, with_values
from tests.stand.table import full_date

MOTHER = NUMBERS_PER_FAMILY - 1
#: The report of these families: their accounts have the histories.
REPORT = Scenario(cases=tuple(movement.__name__ for movement in MOVEMENTS))


@cache
def movements() -> dict[str, Movement]:
    """Every case, with the people it has in `REPORT`."""
    return {case.__name__: case(Cast(index)) for index, case in enumerate(MOVEMENTS)}


def movement_of(number: int) -> Movement | None:
    """The movement that the account belongs to."""
    told = list(movements().values())
    index = (number - FIRST_NUMBER) // NUMBERS_PER_FAMILY
    if not 0 <= index < len(told):
        return None
    known = {line.number for line in told[index].family.lines}
    return told[index] if number in known else None


@cache
def account_cards() -> dict[int, Card]:
    """The pupil cards of all these accounts and the cards of their parents."""
    cards: dict[int, Card] = {}
    for index, movement in enumerate(movements().values()):
        relatives = Relatives(Cast(index))
        accounts = [_pupil(relatives, line) for line in movement.family.lines]
        mother = replace(relatives.mother(), number=_first_number(index) + MOTHER)
        mother, linked = link(mother, accounts[movement.parent_on])
        cards |= {card.number: card for card in (*accounts, mother, linked)}
    return cards


def _first_number(index: int) -> int:
    return FIRST_NUMBER + index * NUMBERS_PER_FAMILY


def _pupil(relatives: Relatives, line: Line) -> Card:
    surname, name, patronymic = line.child.name.split()
    values = {
        Field.SURNAME: surname,
        Field.NAME: name,
        Field.PATRONYMIC: patronymic,
        Field.DISPLAY_NAME: f"{surname} {name}",
        Field.BIRTH_DATE: full_date(line.child.birth),
        Field.CLASS: line.class_,
        Field.LOGIN: f"у{surname}{line.number % 1000}",
    }
    return replace(with_values(relatives.pupil(), values), number=line.number)
