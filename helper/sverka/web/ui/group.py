"""The page of one group: what it is, what was done about it, and where that is decided."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
from flask import Response, current_app, render_template, request

from sverka.advice.steps import Step
from sverka.advice.vocabulary import Advice, Confidence
from sverka.contract import GroupInfo
from sverka.errors import ErrorCode, SverkaError
from sverka.known import IrremovableReason, NotDuplicateReason, State
from sverka.ledger.actor import Actor
from sverka.ledger.wording import reason_words
from sverka.texts import text
from sverka.web.doors import Door, behind
from sverka.web.requests import read_body
from sverka.web.services import services_of
from sverka.web.ui.blueprint import blueprint
from sverka.web.ui.comparison import compared
from sverka.web.ui.filters import filter_of, query_of
from sverka.web.ui.timeline import timeline

if TYPE_CHECKING:
    from sverka.ledger.view import GroupView

#: The reasons of the two decisions that need one.
_REASONS = {"irremovable": IrremovableReason, "not-duplicate": NotDuplicateReason}


@blueprint.get("/groups/<key>")
@behind(Door.VISIT)
def group(key: str) -> str:
    """One group, between its neighbours in the list that the address filters."""
    from sverka.ledger.view import view_group
    from sverka.ledger.worklist import neighbours

    services = services_of(current_app)
    wanted = filter_of(request.args)
    with services.ledger_keeper.ledger().settled() as session:
        view = view_group(session, key, services.settings, services.weak_key_secret)
        if view.group is None:
            raise SverkaError(ErrorCode.NOT_FOUND, "no-such-group")
        previous, following = neighbours(session, wanted, view.group.id)
    return render_template(
        "group.html",
        view=view,
        query=query_of(wanted),
        previous=previous,
        following=following,
        reasons=_REASONS,
        **_details(view, view.group),
    )


def _details(view: "GroupView", info: GroupInfo) -> Mapping[str, object]:
    """What is drawn of the group, and what the forms propose."""
    accounts = {account.key: account for account in info.accounts}
    return {
        "info": info,
        "is_resolved": info.state is not None and info.state.state is State.RESOLVED,
        "names": list(dict.fromkeys(account.name for account in info.accounts if account.name)),
        "births": sorted({a.birth_date for a in info.accounts if a.birth_date}),
        "organisations": list(dict.fromkeys(s.organisation for s in view.stays if s.organisation)),
        "comparisons": [compared(pair, accounts) for pair in info.pairs],
        "timeline": timeline(view.stays, view.overlaps, view.until),
        "proposed": _first_to_act(info),
        "says_what_to_remove": _says_what_to_remove(info),
        "reason": _reason(info),
        "changed": _changed(info),
    }


def _first_to_act(info: GroupInfo) -> Step | None:
    """The step of the organisation that has to begin; its term only if it is still to come."""
    step = next((step for step in info.steps if step.org_key), None)
    if step and step.due and step.due < datetime.now().astimezone().date():
        return msgspec.structs.replace(step, due=None)
    return step


def _says_what_to_remove(info: GroupInfo) -> bool:
    """Whether «as advised» names accounts; a preliminary advice does not."""
    advised = {account.advice for account in info.accounts}
    return info.confidence is not Confidence.LOW and Advice.DELETE in advised


def _reason(info: GroupInfo) -> str | None:
    """Why the group cannot be removed, or is no duplicate."""
    if info.state is None or info.state.reason is None:
        return None
    return reason_words(info.state.state, info.state.reason)


def _changed(info: GroupInfo) -> str:
    """What is other than it was when somebody called the group no duplicate."""
    fields = info.state.changed if info.state else ()
    return ", ".join(text(f"ui.changed.{field}") for field in fields)


@blueprint.post("/decisions")
@behind(Door.VISIT)
def decide() -> Response:
    """Carry out what the operator decided of one group; answers with the state it led to."""
    from sverka.ledger.decisions import Decision

    decision = read_body(Decision)
    state = services_of(current_app).ledger_keeper.ledger().decide(decision, Actor.here())
    return Response(msgspec.json.encode(state), mimetype="application/json")
