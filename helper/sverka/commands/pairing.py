"""`sverka pair`, `clients`, `revoke`: which browsers may ask."""

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sverka.commands.options import in_data_dir
from sverka.commands.russian_click import RussianCommand
from sverka.datadir import DataDir
from sverka.errors import ErrorCode, SverkaError
from sverka.texts import text

if TYPE_CHECKING:
    from sverka.pairing.clients import Client, ClientStore


@click.command("pair", cls=RussianCommand)
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


@click.command("clients", cls=RussianCommand)
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


@click.command("revoke", cls=RussianCommand)
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
