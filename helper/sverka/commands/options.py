"""Options that several commands of `sverka` share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from sverka.errors import ErrorCode, SverkaError
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


def as_json(command: Command) -> Command:
    """Give the command `--json`."""
    return click.option("--json", "as_json", is_flag=True, help=text("cli.help.json"))(command)


class Day(click.ParamType[date]):
    """A day as Russian papers write it: 31.01.2026."""

    name = "day"
    _written = click.DateTime(["%d.%m.%Y"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Raises `SverkaError` (`day-unreadable`), which says how a day is written."""
        try:
            return self._written.convert(value, param, ctx).date()
        except click.BadParameter:
            raise SverkaError(ErrorCode.BAD_REQUEST, "day-unreadable", value=value) from None
