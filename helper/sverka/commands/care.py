"""The commands that look after the ledger: `backup`, `restore`, `doctor`."""

import sys
from contextlib import suppress
from pathlib import Path

import click

from sverka.commands.options import Command, in_data_dir
from sverka.commands.russian_click import RussianCommand
from sverka.datadir import DataDir
from sverka.errors import ErrorCode, SverkaError
from sverka.texts import text

_SHORTEST_PASSPHRASE = 8


def with_passphrase(command: Command) -> Command:
    """Give the command the file that it works on, and `--password-file`."""
    the_file = click.argument(
        "file",
        type=click.Path(path_type=Path),
        metavar=text("cli.file"),
        help=text("cli.help.backup-file"),
    )
    its_passphrase = click.option(
        "--password-file",
        type=click.Path(path_type=Path),
        metavar=text("cli.file"),
        help=text("cli.help.backup-password"),
    )
    return the_file(its_passphrase(command))


@click.command(cls=RussianCommand)
@with_passphrase
@click.option("--force", is_flag=True, help=text("cli.help.backup-force"))
@in_data_dir
def backup(file: Path, password_file: Path | None, force: bool, data_dir: Path | None) -> None:
    """Write an encrypted copy of the ledger."""
    from sverka.ledger.backup import back_up
    from sverka.ledger.ledger import Ledger
    from sverka.settings import load_settings

    place = DataDir.locate(data_dir)
    settings = load_settings(place.settings_file)
    passphrase = _read(password_file) if password_file else _new_passphrase()
    if len(passphrase) < _SHORTEST_PASSPHRASE:
        raise SverkaError(ErrorCode.BAD_REQUEST, "passphrase-short", shortest=_SHORTEST_PASSPHRASE)
    with Ledger.open(place, settings) as ledger:
        back_up(ledger, place, file, passphrase, force)
    click.echo(text("cli.said.backed-up", file=file))


@click.command(cls=RussianCommand)
@with_passphrase
@in_data_dir
def restore(file: Path, password_file: Path | None, data_dir: Path | None) -> None:
    """Work with the ledger of a copy from now on."""
    from sverka.ledger.purge_papers import chosen_words
    from sverka.ledger.restore import restore as restore_ledger
    from sverka.settings import load_settings

    place = DataDir.locate(data_dir)
    settings = load_settings(place.settings_file)
    passphrase = _read(password_file) if password_file else _ask("cli.ask.passphrase")
    restored = restore_ledger(place, settings, file, passphrase)
    click.echo(text("cli.said.restored"))
    if restored.kept:
        click.echo(text("cli.said.kept-aside", file=restored.kept))
    if restored.purges:
        chosen = "; ".join(map(chosen_words, restored.purges))
        click.echo(text("purge.said.purges-due", chosen=chosen))
    if not restored.all_purges:
        click.echo(text("purge.said.purges-unknown"))


@click.command(cls=RussianCommand)
@click.option("--json", "as_json", is_flag=True, help=text("cli.help.doctor-json"))
@in_data_dir
def doctor(as_json: bool, data_dir: Path | None) -> int:
    """Look at everything the helper stands on; the exit code says how bad it is."""
    import msgspec

    from sverka.doctor.findings import Level, worst
    from sverka.doctor.of_computer import examine_computer
    from sverka.doctor.of_ledger import examine_ledger
    from sverka.doctor.report import show
    from sverka.settings import Settings, load_settings

    place = DataDir.locate(data_dir)
    # Settings that cannot be read are a finding of their own.
    settings = Settings()
    with suppress(SverkaError):
        settings = load_settings(place.settings_file)
    findings = [*examine_ledger(place, settings), *examine_computer(place)]
    if as_json:
        click.echo(msgspec.json.encode(findings).decode())
    else:
        show(findings)
    return tuple(Level).index(worst(findings))


def _read(file: Path) -> str:
    """The first line of the file."""
    try:
        return file.read_text(encoding="utf-8-sig").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        raise SverkaError(ErrorCode.BAD_REQUEST, "passphrase-file", file=file) from None


def _new_passphrase() -> str:
    first, second = _ask("cli.ask.new-passphrase"), _ask("cli.ask.passphrase-again")
    if first != second:
        raise SverkaError(ErrorCode.BAD_REQUEST, "passphrase-differs")
    return first


def _ask(key: str) -> str:
    """What is typed, unseen; without a terminal, the next line of the input."""
    if not sys.stdin.isatty():
        if line := sys.stdin.readline():
            return line.rstrip("\r\n")
        raise SverkaError(ErrorCode.BAD_REQUEST, "passphrase-nowhere-to-ask")
    answer: str = click.prompt(text(key), hide_input=True, default="", show_default=False)
    return answer
