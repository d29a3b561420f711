"""`sverka run`, `stop`, `open`: the running helper."""

import time
from pathlib import Path

import click

from sverka.commands.options import in_data_dir
from sverka.commands.russian_click import RussianCommand
from sverka.datadir import DataDir
from sverka.errors import ErrorCode, SverkaError
from sverka.texts import text


@click.command("run", cls=RussianCommand)
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

    def announce(port: int) -> None:
        click.echo(text("cli.said.started", port=port))

    def ledger_opened() -> None:
        if place.key_file.exists():
            click.echo(text("cli.said.key-in-file", file=place.key_file))

    chosen = settings.port if port is None else port
    run_helper(place, settings, chosen, announce, ledger_opened)


@click.command("stop", cls=RussianCommand)
@in_data_dir
def stop(data_dir: Path | None) -> None:
    """End the running helper."""
    from sverka.process import stop as stop_helper

    was_running = stop_helper(DataDir.locate(data_dir))
    click.echo(text("cli.said.stopped" if was_running else "cli.said.not-running"))


@click.command("open", cls=RussianCommand)
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
