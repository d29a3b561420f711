"""Additional education: the dialog «Добавить учеников в приказ», quick entry and import.

Some of the children typed or imported are pupils of the school already: they belong into the order
by way of «Список обучающихся в других ОО».
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from tests.stand.movement.world import account_cards, movements
from tests.stand.render import templates
from tests.stand.school.model import Card, Field, Role
from tests.stand.school.world import school


class Way(StrEnum):
    """The six choices of the dialog, as СГО prints them."""

    QUICK = "Быстрый ввод учеников"
    IMPORT = "Импорт учеников"
    DEPARTED = "Список выпускников и выбывших"
    DEPARTED_REGIONAL = "Список выпускников и выбывших с регионального сервера"
    OTHER_ORGANISATIONS = "Список обучающихся в других ОО"
    REGIONAL_ORGANISATIONS = "Список обучающихся в региональных ОО"


class Screen(StrEnum):
    """How far the person has gone."""

    DIALOG = "dialog"
    ENTRY = "entry"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A child as typed or imported; `known` is the school's account of the same child."""

    surname: str
    name: str
    patronymic: str
    birth: str
    known: int | None = None


@dataclass(frozen=True, slots=True)
class OrderScenario:
    """The dialog with a way chosen, or the screen that follows with children on it."""

    way: Way = Way.QUICK
    screen: Screen = Screen.DIALOG
    children: tuple[Newcomer, ...] = ()


@cache
def newcomers() -> tuple[Newcomer, ...]:
    """Two pupils of the school, the second under a letter less, a child nobody knows, one of
    the report.
    """
    world = school()
    pupil = _pupil(world.household("everything_right").cards)
    other = _pupil(world.household("many_children").cards)
    misspelt = other.values[Field.PATRONYMIC]
    return (
        _typed(pupil, pupil.values[Field.PATRONYMIC]),
        _typed(other, misspelt[:-3] + misspelt[-2:]),
        Newcomer("Неизвестная", "Майя", "Тихоновна", "14.02.2016"),
        child_of_report(),
    )


def child_of_report() -> Newcomer:
    """A child of the report of movements, with accounts in two schools."""
    line = movements()["equal_dates_with_history"].family.lines[0]
    return _typed(account_cards()[line.number], line.child.name.split()[2])


def known_children(scenario: OrderScenario) -> dict[int, int]:
    """The places of the children who have an account in the school, and that account (D-07)."""
    if scenario.screen is not Screen.ENTRY:
        return {}
    return {
        place: child.known
        for place, child in enumerate(scenario.children)
        if child.known is not None
    }


def order_view(scenario: OrderScenario | None = None) -> str:
    """The page of the order, with the dialog or the screen of a scenario in it."""
    template = templates().get_template("order/view.html")
    return template.render(scenario=scenario, ways=Way, imported=newcomers())


def order_page(scenario: OrderScenario | None = None) -> str:
    """The classic page around the order."""
    return templates().get_template("order/page.html").render(view=order_view(scenario))


def render_saved_order(scenario: OrderScenario) -> str:
    """The page as a browser would save it."""
    return order_page(scenario)


def _pupil(cards: tuple[Card, ...]) -> Card:
    return next(card for card in cards if card.role is Role.PUPIL)


def _typed(card: Card, patronymic: str) -> Newcomer:
    values = card.values
    return Newcomer(
        values[Field.SURNAME],
        values[Field.NAME],
        patronymic,
        values[Field.BIRTH_DATE],
        card.number,
    )
