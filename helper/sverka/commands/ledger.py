"""The commands that show what the ledger holds, and write its journal to a file."""

from pathlib import Path
from typing import Any

import click

from sverka.advice.vocabulary import Cause, Risk
from sverka.commands.choices import OneOf
from sverka.commands.options import as_json, in_data_dir
from sverka.commands.russian_click import RussianCommand
from sverka.known import State
from sverka.ledger.vocabulary import Order
from sverka.ledger.wording import cause_words, order_words, risk_words, state_words
from sverka.texts import text

_STATES = OneOf(State, state_words)
_CAUSES = OneOf(Cause, cause_words)
_RISKS = OneOf(Risk, risk_words)
_ORDERS = OneOf(Order, order_words)


@click.command(cls=RussianCommand)
@click.option(
    "--state",
    "states",
    multiple=True,
    type=_STATES,
    metavar=text("cli.state"),
    help=text("cli.help.worklist-state", states=_STATES.told()),
)
@click.option(
    "--organisation",
    metavar=text("cli.organisation"),
    help=text("cli.help.worklist-organisation"),
)
@click.option(
    "--cause",
    type=_CAUSES,
    metavar=text("cli.reason"),
    help=text("cli.help.worklist-cause", causes=_CAUSES.told()),
)
@click.option(
    "--risk",
    type=_RISKS,
    metavar=text("cli.risk"),
    help=text("cli.help.worklist-risk", risks=_RISKS.told()),
)
@click.option("--search", default="", metavar=text("cli.words"), help=text("cli.help.search"))
@click.option(
    "--order",
    type=_ORDERS,
    default=Order.RISK,
    metavar=text("cli.order"),
    help=text("cli.help.worklist-order", orders=_ORDERS.told()),
)
@click.option(
    "--page",
    type=click.IntRange(min=1),
    default=1,
    metavar=text("cli.number"),
    help=text("cli.help.worklist-page"),
)
@as_json
@in_data_dir
def worklist(as_json: bool, data_dir: Path | None, **wanted: Any) -> None:
    """Show the groups that wait for somebody; `wanted` are the fields of `WorkFilter`."""
    from sverka.ledger.opened import open_ledger
    from sverka.ledger.retention import reminder
    from sverka.ledger.worklist import WorkFilter, work_list
    from sverka.ledger_console import print_work_page

    with open_ledger(data_dir) as ledger, ledger.settled() as session:
        found = work_list(session, WorkFilter(**wanted))
        old = reminder(session, ledger.settings)
    if as_json:
        _print_json(found)
    else:
        print_work_page(found)
        _remind(old)


@click.command(cls=RussianCommand)
@as_json
@in_data_dir
def runs(as_json: bool, data_dir: Path | None) -> None:
    """List the reports that were seen."""
    from sverka.ledger.opened import open_ledger
    from sverka.ledger.retention import reminder
    from sverka.ledger.runs import list_runs
    from sverka.ledger_console import print_runs

    with open_ledger(data_dir) as ledger, ledger.settled() as session:
        found = list_runs(session)
        old = reminder(session, ledger.settings)
    if as_json:
        _print_json(found)
    else:
        print_runs(found)
        _remind(old)


@click.command(cls=RussianCommand)
@click.argument("first", type=int, metavar=text("cli.report"), help=text("cli.help.diff-first"))
@click.argument(
    "second", type=int, metavar=text("cli.other-report"), help=text("cli.help.diff-second")
)
@as_json
@in_data_dir
def diff(first: int, second: int, as_json: bool, data_dir: Path | None) -> None:
    """Tell what became of the groups between two reports."""
    from sverka.ledger.opened import open_ledger
    from sverka.ledger.runs import difference
    from sverka.ledger.worklist import items_of
    from sverka.ledger_console import print_difference

    with open_ledger(data_dir) as ledger, ledger.settled() as session:
        # Reports are numbered as they came, so their numbers tell which is the earlier.
        found = difference(session, *sorted((first, second)))
        items = {change: items_of(session, keys) for change, keys in found.groups.items()}
    if as_json:
        _print_json({"proof": found.proof, "groups": items})
    else:
        print_difference(found.proof, items)


@click.command(cls=RussianCommand)
@click.argument(
    "file",
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.journal-file"),
)
@click.option("--unmasked", is_flag=True, help=text("cli.help.journal-unmasked"))
@click.option("--force", is_flag=True, help=text("cli.help.journal-force"))
@in_data_dir
def journal(file: Path, unmasked: bool, force: bool, data_dir: Path | None) -> None:
    """Write which accounts were removed and which kept."""
    from sverka.ledger.actor import Actor
    from sverka.ledger.exports import export_removals
    from sverka.ledger.opened import open_ledger

    with open_ledger(data_dir) as ledger:
        done = export_removals(ledger, file, Actor.here(), masked=not unmasked, replacing=force)
    click.echo(text("journal.said.written", rows=done.rows, file=file.absolute()))
    if done.untold:
        click.echo(text("journal.said.untold", groups=done.untold))


def _print_json(told: object) -> None:
    import msgspec

    click.echo(msgspec.json.encode(told))


def _remind(old: str | None) -> None:
    if old:
        click.echo(old, err=True)
