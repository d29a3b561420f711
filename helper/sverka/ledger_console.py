"""What the ledger holds, as a person reads it in a terminal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from rich.console import Console
from rich.table import Table

from sverka.advice.vocabulary import Risk
from sverka.advice.words import advice_words
from sverka.known import Change, Proof, State, StateInfo
from sverka.ledger.runs import RunSummary
from sverka.ledger.wording import proof_words, reason_words, risk_words, state_words
from sverka.ledger.worklist import WorkItem, WorkPage
from sverka.pairing.clients import local_text
from sverka.terminal import literal, people_console
from sverka.texts import text

_WORK = ("group", "state", "person", "organisation", "advice", "overlap", "risk", "days")
_RUNS = ("run", "seen", "title", "period", "authority", "rows", "groups", "by")
_NOTHING = "—"


def print_work_page(page: WorkPage) -> None:
    """Print one page of the work list, and how many groups there are in every state."""
    console = people_console()
    if page.items:
        console.print(_work(page.items))
    counts = [
        text("worklist.count", state=text(f"words.state.{state}"), count=count)
        for state, count in page.counts.items()
        if count
    ]
    shown = text("worklist.shown", total=page.total, page=page.page, pages=page.pages)
    console.print(literal(shown, style="bold"))
    if counts:
        console.print(literal(text("worklist.counts", counts=", ".join(counts))))


def print_runs(runs: Sequence[RunSummary]) -> None:
    """Print every report that was seen, the newest first."""
    console = people_console()
    if not runs:
        console.print(literal(text("runs.none")))
        return
    table = _table(text(f"runs.columns.{column}") for column in _RUNS)
    for run in runs:
        period = " – ".join(f"{day:%d.%m.%Y}" for day in run.period or ())
        cells = (
            *(str(run.id), local_text(run.captured_at), run.title, period or _NOTHING),
            *(run.authority or _NOTHING, str(run.rows), str(run.groups), run.by),
        )
        table.add_row(*map(literal, cells))
    console.print(table)


def print_difference(proof: Proof, groups: Mapping[Change, Sequence[WorkItem]]) -> None:
    """Print what became of the groups, and whether a disappearance proves anything (D-28)."""
    console = people_console()
    for change, items in groups.items():
        _print_changed(console, change, items)
    if groups.get(Change.GONE):
        console.print(literal(_proved(proof)))


def _proved(proof: Proof) -> str:
    match proof:
        case Proof.COMPARABLE:
            return text("diff.same-parameters")
        case Proof.OTHER_PERIOD:
            return text("diff.other-parameters")
        case _:
            return proof_words(proof)


def _print_changed(console: Console, change: Change, items: Sequence[WorkItem]) -> None:
    console.print(literal(text(f"diff.{change.value}", count=len(items)), style="bold"))
    if items:
        console.print(_work(items))


def _table(headings: Iterable[str]) -> Table:
    table = Table(show_lines=True)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def _work(items: Sequence[WorkItem]) -> Table:
    table = _table(text(f"worklist.columns.{column}") for column in _WORK)
    for item in items:
        style = "bold red" if item.risk is Risk.HIGH else ""
        table.add_row(*(literal(cell, style) for cell in _cells(item)))
    return table


def _cells(item: WorkItem) -> tuple[str, ...]:
    born = f"{item.birth_date:%d.%m.%Y}" if item.birth_date else ""
    return (
        item.id,
        state_told(item.state),
        "\n".join(filter(None, (*item.names, born, ", ".join(item.numbers)))) or _NOTHING,
        "\n".join(item.organisations) or _NOTHING,
        _NOTHING
        if item.state.state is State.RESOLVED
        else advice_words(item.advice, item.confidence),
        _NOTHING if item.overlap_days is None else str(item.overlap_days),
        risk_words(item.risk),
        str(item.age_days),
    )


def state_told(state: StateInfo) -> str:
    """The state with who has to do something by when, or why nothing can be done."""
    lines = [state_words(state.state)]
    if state.reason:
        lines.append(reason_words(state.state, state.reason))
    if state.organisation:
        lines.append(state.organisation)
    if state.due:
        overdue = state.state is State.ASSIGNED and state.due < datetime.now().astimezone().date()
        lines.append(text(f"worklist.{'overdue' if overdue else 'due'}", due=state.due))
    if state.state is State.RESOLVED and state.at:
        lines.append(text("worklist.day", at=state.at.astimezone()))
    if state.still_seen:
        lines.append(text("worklist.still-seen", at=state.still_seen.astimezone()))
    return "\n".join(lines)
