"""What the extension asks of the ledger: the work list, one group, the reports, a decision."""

from typing import Literal

import msgspec
from flask import Blueprint, Response, current_app
from msgspec import Struct

from sverka.known import NotDuplicate, StateInfo
from sverka.web.doors import Door, behind, paired_client
from sverka.web.requests import read_body
from sverka.web.services import services_of

blueprint = Blueprint("api_ledger", __name__, url_prefix="/api/v1")


class GroupRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """One group by its id."""

    schema: Literal[1]
    group: str


class RunsRequest(Struct, frozen=True, forbid_unknown_fields=True):
    """All reports, or what became of the groups between two of them, the earlier one first."""

    schema: Literal[1]
    runs: tuple[int, int] | None = None


class Decided(Struct, frozen=True):
    """The state to which a decision led."""

    group: str
    state: StateInfo
    not_duplicate: NotDuplicate | None


@blueprint.post("/decisions")
@behind(Door.PAIRED)
def decisions() -> Response:
    """Carry out what the operator decided of a group."""
    from sverka.ledger.actor import Actor
    from sverka.ledger.decisions import Decision
    from sverka.ledger.states import called_no_duplicate

    decision = read_body(Decision)
    ledger = services_of(current_app).ledger_keeper.ledger()
    state = ledger.decide(decision, Actor.here(paired_client().label))
    return _answer(Decided(decision.group, state, called_no_duplicate(state)))


@blueprint.post("/worklist")
@behind(Door.PAIRED)
def worklist() -> Response:
    """One page of the work list."""
    from sverka.ledger.worklist import WorkFilter, work_list

    wanted = read_body(WorkFilter)
    with services_of(current_app).ledger_keeper.ledger().settled() as session:
        return _answer(work_list(session, wanted))


@blueprint.post("/group")
@behind(Door.PAIRED)
def group() -> Response:
    """One group with its newest advice and its life."""
    from sverka.ledger.view import view_group

    asked = read_body(GroupRequest)
    ledger = services_of(current_app).ledger_keeper.ledger()
    with ledger.settled() as session:
        return _answer(view_group(session, asked.group, ledger.settings, ledger.secret))


@blueprint.post("/runs")
@behind(Door.PAIRED)
def runs() -> Response:
    """The reports that were seen, or the difference of two."""
    from sverka.ledger.runs import difference, list_runs

    asked = read_body(RunsRequest)
    with services_of(current_app).ledger_keeper.ledger().settled() as session:
        if asked.runs is None:
            return _answer({"runs": list_runs(session)})
        return _answer(difference(session, *asked.runs))


def _answer(told: object) -> Response:
    return Response(msgspec.json.encode(told), mimetype="application/json")
