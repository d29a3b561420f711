"""The page «Рабочий список»: the groups that somebody has to look at, filtered and in order."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from flask import current_app, render_template, request
from msgspec import Struct

from sverka.advice.vocabulary import Cause, Risk
from sverka.known import State
from sverka.ledger.vocabulary import Order
from sverka.texts import text
from sverka.web.doors import Door, behind
from sverka.web.services import services_of
from sverka.web.ui.blueprint import blueprint
from sverka.web.ui.filters import OPEN, filter_of, query_of

if TYPE_CHECKING:
    from sverka.ledger.worklist import WorkFilter, WorkPage


class Chip(Struct, frozen=True):
    """One choice of states, with how many groups it holds; `query` leads to its list."""

    caption: str
    count: int
    query: Mapping[str, object]
    is_current: bool


@blueprint.get("/")
@behind(Door.VISIT)
def worklist() -> str:
    """The groups that fit the filter of the address."""
    from sverka.ledger.retention import reminder
    from sverka.ledger.worklist import work_list

    wanted, services = filter_of(request.args), services_of(current_app)
    with services.ledger_keeper.ledger().settled() as session:
        found = work_list(session, wanted)
        reminded = reminder(session, services.settings)
    return render_template(
        "worklist.html",
        wanted=wanted,
        found=found,
        reminded=reminded,
        chips=list(_chips(wanted, found)),
        query=query_of(wanted),
        previous_page=query_of(wanted, page=found.page - 1),
        next_page=query_of(wanted, page=found.page + 1),
        today=datetime.now().astimezone().date(),
        choices={"cause": list(Cause), "risk": list(Risk), "order": list(Order)},
    )


def _chips(wanted: "WorkFilter", found: "WorkPage") -> Iterator[Chip]:
    choices: dict[str, tuple[State, ...]] = {text("ui.worklist.open"): OPEN}
    choices |= {text(f"ui.worklist.states.{state.value}"): (state,) for state in State}
    choices[text("ui.worklist.all")] = ()
    for caption, states in choices.items():
        yield Chip(
            caption,
            sum(found.counts[state.value] for state in states or State),
            query_of(wanted, states=states, page=None),
            states == wanted.states,
        )
