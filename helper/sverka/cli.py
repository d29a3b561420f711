"""The command `sverka`: one thin function for each command.

What a command needs is imported inside it: `sverka check` must not wait for the HTTP door.
"""

import gc
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sverka import __version__
from sverka.care_commands import backup, doctor, restore
from sverka.common_options import Command, in_data_dir
from sverka.datadir import DataDir
from sverka.decide_commands import decide
from sverka.errors import ErrorCode, SverkaError
from sverka.ledger_commands import diff, journal, runs, worklist
from sverka.matching.contingent.vocabulary import EngineName
from sverka.model_commands import model
from sverka.native.browsers import browsers
from sverka.purge_command import purge
from sverka.russian_click import RussianGroup, RussianOption, show_usage_error
from sverka.texts import text

if TYPE_CHECKING:
    from sverka.native.install import Done
    from sverka.pairing.clients import Client, ClientStore

FAILED = 2
# A page becomes a hundred thousand objects that all live until it is answered: looking through
# them for cycles after every 700 new ones finds nothing and takes a tenth of the time.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000
_CHECKOUT = Path(__file__).resolve().parents[2]


class Worked(NamedTuple):
    """What a command ended with, and what it worked on, kept until the process is gone."""

    code: int
    kept: object


def main() -> None:
    """Run the command line and end with its exit code."""
    outcome = _run()
    sys.exit(outcome.code if isinstance(outcome, Worked) else outcome)


def entry() -> None:
    """The same for a process of its own.

    What a page became is not taken to pieces object by object: the system takes it back at once.
    """
    outcome = _run()
    if not isinstance(outcome, Worked):
        sys.exit(outcome)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(outcome.code)


def _run() -> Worked | int | None:
    """Run the command line; every fault is told in Russian and ends with exit code 2."""
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS)
    try:
        outcome: Worked | int | None = sverka.main(prog_name="sverka", standalone_mode=False)
    except SverkaError as problem:
        click.echo(text("cli.error", message=problem.message), err=True)
        click.echo(text("cli.hint", hint=problem.hint), err=True)
        return FAILED
    except click.UsageError as problem:
        show_usage_error(problem)
        return FAILED
    except click.Abort:
        return FAILED
    return outcome


@click.group(name="sverka", cls=RussianGroup)
@click.version_option(__version__, message="%(version)s", help=text("cli.help.version"))
def sverka() -> None:
    """Hold the commands."""


@sverka.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar=text("cli.number"),
    help=text("cli.help.run-port"),
)
@click.option("--log", "to_file", is_flag=True, help=text("cli.help.run-log"))
@in_data_dir
def run(port: int | None, to_file: bool, data_dir: Path | None) -> None:
    """Serve the extension until stopped."""
    from sverka.process import log_to_file, log_to_terminal
    from sverka.process import run as run_helper
    from sverka.settings import load_settings

    place = DataDir.locate(data_dir)
    settings = load_settings(place.settings_file)
    if to_file:
        log_to_file(place)
    else:
        log_to_terminal()
    run_helper(place, settings, settings.port if port is None else port, _announce)


def _announce(port: int) -> None:
    click.echo(text("cli.said.started", port=port))


@sverka.command()
@in_data_dir
def stop(data_dir: Path | None) -> None:
    """End the running helper."""
    from sverka.process import stop as stop_helper

    was_running = stop_helper(DataDir.locate(data_dir))
    click.echo(text("cli.said.stopped" if was_running else "cli.said.not-running"))


@sverka.command(name="open")
@click.option("--print", "only_print", is_flag=True, help=text("cli.help.open-print"))
@in_data_dir
def open_pages(only_print: bool, data_dir: Path | None) -> None:
    """Let the operator into the helper's own pages."""
    import webbrowser

    from sverka.pairing.tickets import make_ticket
    from sverka.process import find_answering
    from sverka.web.ui.entrance import entrance

    running = find_answering(DataDir.locate(data_dir))
    if running is None:
        raise SverkaError(ErrorCode.CONFLICT, "not-running")
    ticket = make_ticket(bytes.fromhex(running.ticket_secret), time.time())
    address = entrance(running.port, ticket)
    if only_print:
        click.echo(address)
    elif webbrowser.open(address):
        click.echo(text("cli.said.opened"))
    else:
        raise SverkaError(ErrorCode.NOT_FOUND, "no-browser")


@sverka.command()
@click.option("--json", "as_json", is_flag=True, help=text("cli.help.pair-json"))
@in_data_dir
def pair(as_json: bool, data_dir: Path | None) -> None:
    """Make a pairing code and show it."""
    import json

    from sverka.pairing.codes import PairingCodes
    from sverka.process import find_answering

    place = DataDir.locate(data_dir)
    made = PairingCodes(place.pairing_file, time.time).make()
    if as_json:
        click.echo(json.dumps({"code": made.code, "expires_at": made.expires_at.isoformat()}))
        return
    # A code that is typed while another program holds the port would be that program's.
    running = find_answering(place)
    click.echo(
        text("cli.said.runs-on", port=running.port) if running else text("cli.said.run-first")
    )
    until = made.expires_at.astimezone().strftime("%H:%M:%S")
    click.echo(text("cli.said.code", code=made.code))
    click.echo(text("cli.said.code-how", until=until))


@sverka.command()
@in_data_dir
def clients(data_dir: Path | None) -> None:
    """List the paired browsers."""
    paired = _client_store(data_dir).all()
    if not paired:
        click.echo(text("cli.said.no-clients"))
        return
    heading = tuple(text(f"cli.clients.{key}") for key in ("id", "label", "created", "last-used"))
    rows = [heading, *(_client_row(client) for client in paired)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(cells).rstrip())


def _client_row(client: "Client") -> tuple[str, ...]:
    from sverka.pairing.clients import local_text

    last = local_text(client.last_used) if client.last_used else text("cli.clients.never")
    return (client.id, client.label, local_text(client.created), last)


@sverka.command()
@click.argument(
    "client", required=False, metavar=text("cli.client"), help=text("cli.help.revoke-id")
)
@click.option("--all", "everyone", is_flag=True, help=text("cli.help.revoke-all"))
@in_data_dir
def revoke(client: str | None, everyone: bool, data_dir: Path | None) -> None:
    """Take back what pairing gave."""
    store = _client_store(data_dir)
    if everyone:
        click.echo(text("cli.said.revoked-all", count=store.revoke_all()))
    elif client is None:
        raise SverkaError(ErrorCode.BAD_REQUEST, "revoke-whom")
    elif store.revoke(client):
        click.echo(text("cli.said.revoked"))
    else:
        raise SverkaError(ErrorCode.NOT_FOUND, "no-such-client", client=client)


def _client_store(data_dir: Path | None) -> "ClientStore":
    from sverka.pairing.clients import ClientStore

    return ClientStore(DataDir.locate(data_dir).clients_file, time.time)


def which_browsers(command: Command) -> Command:
    """Give the command `--browser`, any number of times."""
    return click.option(
        "--browser",
        "chosen",
        multiple=True,
        type=click.Choice(sorted(browsers())),
        metavar=text("cli.browser"),
        help=text("cli.help.browser", names=", ".join(browsers())),
    )(command)


@sverka.command()
@which_browsers
@in_data_dir
def install_native(chosen: tuple[str, ...], data_dir: Path | None) -> None:
    """Let browsers start the helper by themselves."""
    from sverka.native.install import install
    from sverka.native.places import places_of

    place = DataDir.locate(data_dir)
    _say_done(install(place, places_of(place), chosen))


@sverka.command()
@which_browsers
@in_data_dir
def uninstall_native(chosen: tuple[str, ...], data_dir: Path | None) -> None:
    """Take back what `install-native` wrote."""
    from sverka.native.install import uninstall
    from sverka.native.places import places_of

    place = DataDir.locate(data_dir)
    _say_done(uninstall(place, places_of(place), chosen))


def _say_done(done: "Sequence[Done]") -> None:
    for item in done:
        values = {"browser": item.browser.name, "place": item.place}
        click.echo(text(f"native.outcome.{item.outcome}", **values))


@sverka.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.check-files"),
)
@click.option("--json", "as_json", is_flag=True, help=text("cli.help.check-json"))
@in_data_dir
def check(files: tuple[Path, ...], as_json: bool, data_dir: Path | None) -> "Worked":
    """Advise on saved pages; the exit code says what was found: the worst of all files."""
    from sverka.saved import SavedPages
    from sverka.settings import load_settings

    place = DataDir.locate(data_dir)
    settings = load_settings(place.settings_file)
    pages = SavedPages(files, settings.max_page_mb)
    # The first page is being parsed while the rules are loaded.
    from sverka.check import check_pages, show

    checked = check_pages(pages, settings, place.weak_key_secret())
    show(checked, as_json=as_json)
    return Worked(max(item.exit_code for item in checked), checked)


@sverka.command()
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.link-files"),
)
@click.option(
    "--out",
    cls=RussianOption,
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("cli.folder"),
    help=text("cli.help.link-out"),
)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.link-against"),
)
@click.option(
    "--engine",
    type=click.Choice([name.value for name in EngineName]),
    default=EngineName.DUCKDB.value,
    metavar=text("cli.engine"),
    help=text("cli.help.link-engine"),
)
@click.option("--master", metavar=text("cli.address"), help=text("cli.help.link-master"))
@click.option(
    "--map",
    "renames",
    multiple=True,
    metavar=text("cli.rename"),
    help=text("cli.help.link-map"),
)
@click.option(
    "--model",
    "model_file",
    type=click.Path(path_type=Path),
    metavar=text("cli.model"),
    help=text("cli.help.link-model"),
)
def link(
    files: tuple[Path, ...],
    out: Path,
    against: Path | None,
    engine: str,
    master: str | None,
    renames: tuple[str, ...],
    model_file: Path | None,
) -> int:
    """Find one child's accounts in whole files."""
    from sverka.matching.contingent.installed import require_packages

    name = EngineName(engine)
    if master is not None and name is not EngineName.SPARK:
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-master")
    require_packages(name)

    from sverka.matching.contingent.door import link_files
    from sverka.matching.contingent.interface import Engine
    from sverka.matching.contingent.run import Job
    from sverka.matching.model import SHIPPED

    job = Job(files, out, Engine(name, master), against, renames)
    return link_files(job, model_file or SHIPPED)


for command in (model, worklist, decide, runs, diff, journal, purge, backup, restore, doctor):
    sverka.add_command(command)


@sverka.command()
@click.option("--headed", is_flag=True, help=text("cli.help.demo-headed"))
def demo(headed: bool) -> None:
    """Show everything at work on synthetic data."""
    import runpy

    if not (_CHECKOUT / "tests" / "demo").is_dir():
        raise SverkaError(ErrorCode.NOT_FOUND, "no-checkout")
    sys.path.insert(0, str(_CHECKOUT))
    sys.argv[1:] = ["--headed"] if headed else []
    runpy.run_module("tests.demo", run_name="__main__", alter_sys=True)
