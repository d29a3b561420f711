"""`sverka install-native`, `uninstall-native`: browsers that start the helper themselves."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sverka.commands.options import Command, in_data_dir
from sverka.commands.russian_click import RussianCommand
from sverka.datadir import DataDir
from sverka.native.browsers import browsers
from sverka.texts import text

if TYPE_CHECKING:
    from sverka.native.install import Done


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


@click.command("install-native", cls=RussianCommand)
@which_browsers
@in_data_dir
def install_native(chosen: tuple[str, ...], data_dir: Path | None) -> None:
    """Let browsers start the helper by themselves."""
    from sverka.native.install import install
    from sverka.native.places import places_of

    place = DataDir.locate(data_dir)
    _say_done(install(place, places_of(place), chosen))


@click.command("uninstall-native", cls=RussianCommand)
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
