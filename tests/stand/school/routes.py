"""The school's pages on a running stand."""

import time
from collections.abc import Callable

from flask import Flask, abort, request

from tests.stand import guard
from tests.stand.plot import Mode
from tests.stand.school.lists import Filters, ListScenario, list_rows, list_view, render_saved_list
from tests.stand.school.model import Card, Role
from tests.stand.school.plot import Generation, SchoolScenario
from tests.stand.school.render import LINK_ELEMENTS, card_page, late_part
from tests.stand.school.world import School, school

Chosen = Callable[[], SchoolScenario]


def add_classic_school(app: Flask, chosen: Chosen) -> None:
    """Cards drawn by the server: the number travels as a POST field, the address never changes."""

    @app.post(guard.LIST)
    def pupils() -> str:
        return render_saved_list(ListScenario(Role.PUPIL, loaded=False), Mode.CLASSIC)

    @app.post(guard.PARENT_LIST)
    def parents() -> str:
        return render_saved_list(ListScenario(Role.PARENT, loaded=False), Mode.CLASSIC)

    @app.post(guard.LIST_CLASSIC)
    def rows() -> str:
        time.sleep(chosen().delay_ms / 1000)
        return list_rows(_asked_for(chosen()), Mode.CLASSIC)

    @app.post(guard.CARD)
    def card() -> str:
        world = school(chosen().pupils)
        generation = Generation.READ_ONLY if chosen().read_only else Generation.EDITABLE
        shown = _card(world, request.form.get("UID", type=int))
        return card_page(shown, world, generation, chosen().variant)


def add_modern_school(app: Flask, chosen: Chosen) -> None:
    """Views of the shell; the custom elements of a card are filled by requests of their own."""

    @app.get("/app/em/views/students.html")
    def pupils() -> str:
        return list_view(ListScenario(Role.PUPIL, loaded=False), Mode.MODERN)

    @app.get("/app/em/views/parents.html")
    def parents() -> str:
        return list_view(ListScenario(Role.PARENT, loaded=False), Mode.MODERN)

    @app.post(guard.LIST_MODERN)
    def rows() -> str:
        time.sleep(chosen().delay_ms / 1000)
        return list_rows(_asked_for(chosen()), Mode.MODERN)

    @app.get("/app/em/views/<role>/<int:number>.html")
    def card_view(role: str, number: int) -> str:
        world = school(chosen().pupils)
        shown = _card(world, number)
        if shown.role != role:
            abort(404)
        return card_page(shown, world, Generation.CURRENT, chosen().variant)

    @app.get("/app/em/cards/<int:number>/<element>/<state>.html")
    def part(number: int, element: str, state: str) -> str:
        world = school(chosen().pupils)
        shown = _card(world, number)
        if element not in {"user-info", LINK_ELEMENTS[shown.role]}:
            abort(404)
        time.sleep(chosen().delay_ms / 1000)
        return late_part(shown, world, chosen().variant, element, draft=state == "draft")


def _card(world: School, number: int | None) -> Card:
    if number not in world.by_number:
        abort(404)
    return world.by_number[number]


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
