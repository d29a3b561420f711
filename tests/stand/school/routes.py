"""The school's pages on a running stand."""

import time
from collections.abc import Callable

from flask import Flask, abort, request

from tests.stand import guard
from tests.stand.movement.render import popup
from tests.stand.movement.world import account_cards, movement_of
from tests.stand.plot import Mode
from tests.stand.school.lists import Filters, ListScenario, list_rows, list_view, render_saved_list
from tests.stand.school.model import Card, Role
from tests.stand.school.plot import Generation, SchoolScenario
from tests.stand.school.render import LINK_ELEMENTS, People, card_page, late_part
from tests.stand.school.world import school

MOVEMENT_CLASSIC = "/asp/Admin/Users/MovementHistory.asp"
Chosen = Callable[[], SchoolScenario]


def add_classic_school(app: Flask, chosen: Chosen) -> None:
    """Pages drawn by the server: the number travels as a POST field, the address never changes."""

    @app.post(guard.LIST)
    def pupils() -> str:
        return render_saved_list(ListScenario(Role.PUPIL, loaded=False), Mode.CLASSIC)

    @app.post(guard.PARENT_LIST)
    def parents() -> str:
        return render_saved_list(ListScenario(Role.PARENT, loaded=False), Mode.CLASSIC)

    @app.post(guard.LIST_CLASSIC)
    def rows() -> str:
        return _rows(chosen(), Mode.CLASSIC)

    @app.get(MOVEMENT_CLASSIC)
    def movement() -> str:
        return _popup(chosen(), request.args.get("UID", 0, int))

    @app.post(guard.CARD)
    def card() -> str:
        people = _people(chosen())
        generation = Generation.READ_ONLY if chosen().read_only else Generation.EDITABLE
        shown = _card(people, request.form.get("UID", 0, int))
        return card_page(shown, people, generation, chosen().variant)


def add_modern_school(app: Flask, chosen: Chosen) -> None:
    """Views of the shell."""

    @app.get("/app/em/views/students.html")
    def pupils() -> str:
        return list_view(ListScenario(Role.PUPIL, loaded=False), Mode.MODERN)

    @app.get("/app/em/views/parents.html")
    def parents() -> str:
        return list_view(ListScenario(Role.PARENT, loaded=False), Mode.MODERN)

    @app.post(guard.LIST_MODERN)
    def rows() -> str:
        return _rows(chosen(), Mode.MODERN)

    @app.get("/app/em/movement/<int:number>.html")
    def movement(number: int) -> str:
        return _popup(chosen(), number)

    _add_current_cards(app, chosen)


def _add_current_cards(app: Flask, chosen: Chosen) -> None:
    """The custom elements of a card are filled by requests of their own."""

    @app.get("/app/em/views/<role>/<int:number>.html")
    def card_view(role: str, number: int) -> str:
        people = _people(chosen())
        shown = _card(people, number)
        if shown.role != role:
            abort(404)
        return card_page(shown, people, Generation.CURRENT, chosen().variant)

    @app.get("/app/em/cards/<int:number>/<element>/<state>.html")
    def part(number: int, element: str, state: str) -> str:
        people = _people(chosen())
        shown = _card(people, number)
        if element not in {"user-info", LINK_ELEMENTS[shown.role]}:
            abort(404)
        time.sleep(chosen().delay_ms / 1000)
        return late_part(shown, people, chosen().variant, element, draft=state == "draft")


def _rows(shown: SchoolScenario, mode: Mode) -> str:
    time.sleep(shown.delay_ms / 1000)
    return list_rows(_asked_for(shown), mode)


def _popup(shown: SchoolScenario, number: int) -> str:
    card = _card(_people(shown), number)
    time.sleep(shown.delay_ms / 1000)
    told = movement_of(card.number)
    return popup(card.number, card.full_name, told.history(card.number) if told else ())


def _people(shown: SchoolScenario) -> People:
    """The school, and the accounts of the report of movements."""
    return {**school(shown.pupils).by_number, **account_cards()}


def _card(people: People, number: int) -> Card:
    if number not in people:
        abort(404)
    return people[number]


def _asked_for(shown: SchoolScenario) -> ListScenario:
    asked = request.form
    filters = Filters(
        first=asked["FIRST"],
        last=asked["LAST"],
        sex=asked["SEX"],
        status=int(asked["STATUS"]),
        surname=asked["SEARCH"].strip(),
        size=int(asked["SIZE"]),
    )
    return ListScenario(Role(asked["ROLE"]), filters, int(asked["PAGE"]), shown.pupils)
