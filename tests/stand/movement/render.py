"""Histories as HTML: the popup of one pupil, and the registry's sub-table."""

from tests.stand.movement.model import History
from tests.stand.movement.world import movement_of
from tests.stand.render import templates


def popup(number: int, name: str, history: History) -> str:
    """The contents of the popup window of one account."""
    template = templates().get_template("movement/popup.html")
    return template.render(number=number, name=name, history=history)


def render_saved_movement(number: int) -> str:
    """The popup of that account as a browser would save it."""
    movement = movement_of(number)
    if movement is None:
        raise LookupError(number)
    shown = popup(number, movement.line(number).child.name, movement.history(number))
    return templates().get_template("movement/window.html").render(popup=shown)
