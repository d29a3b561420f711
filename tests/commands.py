"""Every command of `sverka` with the words it is called by, those of its groups included."""

import click

from sverka.cli import sverka


def every_command(group: click.Group = sverka, *before: str) -> dict[str, click.Command]:
    """`check`, `model`, `model train`… and the commands themselves."""
    found: dict[str, click.Command] = {}
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found[" ".join((*before, name))] = command
        if isinstance(command, click.Group):
            found |= every_command(command, *before, name)
    return found
