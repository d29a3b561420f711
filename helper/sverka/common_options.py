"""Options that several commands of `sverka` share."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from sverka.texts import text

Command = TypeVar("Command", bound=Callable[..., object])


def in_data_dir(command: Command) -> Command:
    """Give the command `--data-dir`."""
    return click.option(
        "--data-dir",
        type=click.Path(path_type=Path),
        metavar=text("cli.folder"),
        help=text("cli.help.data-dir"),
    )(command)
