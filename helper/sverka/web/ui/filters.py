"""What of the work list the operator asked for, out of an address and into one."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from werkzeug.datastructures import MultiDict

from sverka.errors import ErrorCode, SverkaError
from sverka.known import State

if TYPE_CHECKING:
    from sverka.ledger.worklist import WorkFilter

#: What the list shows when nothing else is asked for: where somebody still has to act.
OPEN = (State.FOUND, State.ASSIGNED, State.WORKED, State.RETURNED)
#: Stands in an address for the groups of every state.
ALL = "all"
_SINGLE = ("organisation", "cause", "risk", "search", "order", "page")


def filter_of(arguments: "MultiDict[str, str]") -> "WorkFilter":
    """The filter of an address; names that are none of its own are passed over.

    Raises `SverkaError` (`bad-request`) for a value that no filter can have.
    """
    from sverka.ledger.worklist import WorkFilter

    states = arguments.getlist("states")
    told: dict[str, Any] = {name: arguments[name] for name in _SINGLE if arguments.get(name)}
    told["states"] = () if ALL in states else states or OPEN
    try:
        return msgspec.convert(told, WorkFilter, strict=False)
    except msgspec.ValidationError:
        raise SverkaError(ErrorCode.BAD_REQUEST, "filter-unreadable") from None


def query_of(wanted: "WorkFilter", **changes: object) -> Mapping[str, object]:
    """The arguments of an address that asks for `wanted` with these changes."""
    told = {
        "states": wanted.states,
        "organisation": wanted.organisation,
        "cause": wanted.cause,
        "risk": wanted.risk,
        "search": wanted.search,
        "order": wanted.order if wanted.order.value != "risk" else None,
        "page": wanted.page if wanted.page > 1 else None,
        **changes,
    }
    states = told.pop("states")
    if states != OPEN:
        told["states"] = states or (ALL,)
    return {name: value for name, value in told.items() if value}
