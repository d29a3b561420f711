"""The lists of pupils and parents: filters, pages, and what each row is right to say."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

from tests.stand.plot import Mode
from tests.stand.render import templates
from tests.stand.school.model import Card, Field, Role, Status
from tests.stand.school.world import School, school

SIZES = (10, 50, 100)
ANY_SEX = "Все"
FIRST_LETTER, LAST_LETTER = "А", "Я"


class Column(StrEnum):
    """The columns; the values are the keys of `captions.toml`."""

    NUMBER = "number"
    NAME = "name"
    CLASS = "class"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    CHILDREN = "children"
    LOGIN = "login"


C = Column
COLUMNS = {
    Role.PUPIL: (C.NUMBER, C.NAME, C.CLASS, C.BIRTH_DATE, C.SEX, C.LOGIN),
    Role.PARENT: (C.NUMBER, C.NAME, C.BIRTH_DATE, C.CHILDREN, C.LOGIN),
}


@dataclass(frozen=True, slots=True)
class Filters:
    """What stands in the filters; `status` is the place of «Текущий статус» among its choices."""

    first: str = FIRST_LETTER
    last: str = LAST_LETTER
    sex: str = ANY_SEX
    status: int = 0
    surname: str = ""
    size: int = 50


@dataclass(frozen=True, slots=True)
class ListScenario:
    """One page of a list, or with `loaded` false the page before «Загрузить» was pressed."""

    role: Role = Role.PUPIL
    filters: Filters = field(default_factory=Filters)
    page: int = 1
    pupils: int | None = None
    loaded: bool = True

    @property
    def unfiltered(self) -> bool:
        """Whether the pages of the list together show everybody."""
        return self.filters == Filters(size=self.filters.size)


@dataclass(frozen=True, slots=True)
class ListPage:
    """The rows of one page and its place among the pages."""

    cards: list[Card]
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """One row: whose it is, and whether it prints a linked child (`None`: no such column)."""

    number: int
    name: str
    linked: bool | None


@cache
def captions() -> dict[str, Any]:
    """The words of the lists."""
    path = Path(__file__).with_name("captions.toml")
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    return {**words["list"], "title": words["ru"]["list"]}


def list_page(scenario: ListScenario) -> ListPage:
    """What the filters let through, cut to one page."""
    size = scenario.filters.size
    found = list(_found(scenario, school(scenario.pupils)))
    start = (scenario.page - 1) * size
    pages = max(1, ceil(len(found) / size))
    return ListPage(found[start : start + size], len(found), scenario.page, pages)


def list_truth(scenario: ListScenario) -> list[ExpectedRow]:
    """The rows in their order."""
    if not scenario.loaded:
        return []
    has_column = Column.CHILDREN in COLUMNS[scenario.role]
    return [
        ExpectedRow(card.number, card.full_name, bool(card.links) if has_column else None)
        for card in list_page(scenario).cards
    ]


def list_rows(scenario: ListScenario, mode: Mode) -> str:
    """What «Загрузить» and the pager bring: the table and its pager."""
    world = school(scenario.pupils)
    shown = list_page(scenario)
    start = (shown.page - 1) * scenario.filters.size + 1
    rows = [(card, _texts(card, number, world)) for number, card in enumerate(shown.cards, start)]
    template = templates().get_template(f"lists/rows-{mode}.html")
    columns = COLUMNS[scenario.role]
    return template.render(
        rows=rows, columns=columns, shown=shown, start=start, words=captions(), role=scenario.role
    )


def list_view(scenario: ListScenario, mode: Mode) -> str:
    """The filters, the buttons, and the rows where they are loaded."""
    template = templates().get_template("lists/view.html")
    rows = list_rows(scenario, mode) if scenario.loaded else ""
    sexes = (ANY_SEX, "М", "Ж")
    return template.render(
        scenario=scenario, rows=rows, words=captions(), sizes=SIZES, sexes=sexes, mode=mode
    )


def render_saved_list(scenario: ListScenario, mode: Mode = Mode.CLASSIC) -> str:
    """The page of the list as a browser would save it."""
    return templates().get_template("lists/page.html").render(view=list_view(scenario, mode))


def _found(scenario: ListScenario, world: School) -> Iterator[Card]:
    filters = scenario.filters
    for card in world.cards(scenario.role):
        surname = card.values[Field.SURNAME].upper()
        in_letters = filters.first <= surname[:1] <= filters.last or not surname
        sex_fits = filters.sex in {ANY_SEX, card.values[Field.SEX]}
        if (
            in_letters
            and sex_fits
            and surname.startswith(filters.surname.upper())
            and _has_status(card, filters.status, world)
        ):
            yield card


def _has_status(card: Card, status: int, world: School) -> bool:
    if status == 0:
        return True
    wanted = Status.ACTIVE if status == 1 else Status.DEPARTED
    if card.role is Role.PUPIL:
        return card.values[Field.STATUS] == wanted
    return any(world.by_number[child].values[Field.STATUS] == wanted for child in card.links)


def _texts(card: Card, number: int, world: School) -> dict[Column, str]:
    children = (world.by_number[child].full_name for child in card.links)
    return {
        C.NUMBER: str(number),
        C.NAME: card.full_name,
        C.CLASS: card.values.get(Field.CLASS, ""),
        C.BIRTH_DATE: card.values[Field.BIRTH_DATE],
        C.SEX: card.values[Field.SEX],
        C.CHILDREN: ", ".join(children),
        C.LOGIN: card.values[Field.LOGIN],
    }
