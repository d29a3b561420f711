"""The page «Отчёты»: every report that was seen, and what became of groups between two of them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from flask import current_app, render_template, request
from msgspec import Struct

from sverka.errors import ErrorCode, SverkaError
from sverka.known import Change
from sverka.web.doors import Door, behind
from sverka.web.services import services_of
from sverka.web.ui.blueprint import blueprint

if TYPE_CHECKING:
    from sverka.ledger.runs import RunSummary
    from sverka.ledger.worklist import WorkItem

#: What asks for attention comes first.
_ORDER = (Change.NEW, Change.RETURNED, Change.GONE, Change.STAYED)
#: A page names so many groups of one kind; the whole list is the work list's business.
_MOST_NAMED = 200


class Part(Struct, frozen=True):
    """The groups that had one fate; `items` are as many of them as are named."""

    change: Change
    count: int
    items: "Sequence[WorkItem]"


@blueprint.get("/runs")
@behind(Door.VISIT)
def runs() -> str:
    """Every report; two of them are chosen to be compared, at first the newest like ones."""
    from sverka.ledger.runs import list_runs

    with services_of(current_app).ledger_keeper.ledger().settled() as session:
        found = list_runs(session)
    return render_template("runs.html", runs=found, proposed=_like_ones(found))


@blueprint.get("/runs/difference")
@behind(Door.VISIT)
def difference() -> str:
    """What became of the groups from the earlier report of the address to the later one."""
    from sverka.ledger import runs as ledger_runs
    from sverka.ledger.worklist import items_of

    earlier, later = _two_numbers()
    with services_of(current_app).ledger_keeper.ledger().settled() as session:
        found = ledger_runs.difference(session, earlier, later)
        parts = [
            Part(change, len(keys), items_of(session, keys[:_MOST_NAMED]))
            for change in _ORDER
            for keys in (found.groups[change],)
        ]
        of = {run.id: run for run in ledger_runs.list_runs(session)}
    return render_template(
        "difference.html",
        earlier=of[earlier],
        later=of[later],
        proof=found.proof,
        parts=parts,
    )


def _two_numbers() -> tuple[int, int]:
    """The numbers of the address, in the order in which the reports came."""
    try:
        numbers = {int(request.args.get(name, "")) for name in ("earlier", "later")}
        earlier, later = sorted(numbers)
    except ValueError:
        raise SverkaError(ErrorCode.BAD_REQUEST, "two-runs-needed") from None
    return earlier, later


def _like_ones(runs: "Sequence[RunSummary]") -> tuple[int | None, int | None]:
    """The newest report and the one before it of the same authority and period."""
    if not runs:
        return None, None
    last = runs[0]
    like = (run.id for run in runs[1:] if _parameters(run) == _parameters(last))
    return next(like, None), last.id


def _parameters(run: "RunSummary") -> tuple[object, ...]:
    return (run.layout, run.authority, run.period)
