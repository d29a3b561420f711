"""Click's own words in Russian: help pages, and complaints about how a command was called."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click
from click.exceptions import NoArgsIsHelpError
from click.types import OptionHelpExtra

from sverka.texts import text


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or f"{text('cli.usage')} ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(text(f"cli.section.{name.lower().replace(' ', '-')}")):
            yield


class _Context(click.Context):
    formatter_class = _Formatter


class RussianCommand(click.Command):
    """A command described by the entry `help.<name>` of `texts/cli.toml`.

    A command of a group of its own is described by the entry `described`.
    """

    context_class = _Context

    def __init__(self, name: str, *args: Any, described: str | None = None, **kwargs: Any) -> None:
        super().__init__(name, *args, **kwargs)
        self.help = text(f"cli.help.{described or name}")
        self.options_metavar = text("cli.options")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = text("cli.help.help")
        return option


class RussianOption(click.Option):
    """An option that may be required: only then click adds a word of its own."""

    def get_help_extra(self, ctx: click.Context) -> OptionHelpExtra:
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = text("cli.required")
        return extra


class RussianGroup(RussianCommand, click.Group):
    """The command that holds the others."""

    command_class = RussianCommand

    def __init__(self, name: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(name, *args, **kwargs)
        self.subcommand_metavar = text("cli.commands")


class LazyGroup(RussianGroup):
    """A group that loads a command when it is called or listed.

    `modules` says for each name which module holds the command of that name.
    """

    def __init__(self, name: str, *args: Any, modules: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(name, *args, **kwargs)
        self._modules = modules

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return sorted(self._modules)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._modules:
            return None
        held = vars(import_module(self._modules[cmd_name])).values()
        return next(c for c in held if isinstance(c, click.Command) and c.name == cmd_name)


def show_usage_error(problem: click.UsageError) -> None:
    """Say on stderr what is wrong with the call, and where the help is."""
    if isinstance(problem, NoArgsIsHelpError):
        click.echo(problem.message, err=True)
        return
    command = problem.ctx.command_path if problem.ctx else ""
    click.echo(text("cli.error", message=_complaint(problem)), err=True)
    click.echo(text("cli.see-help", command=command), err=True)


def _complaint(problem: click.UsageError) -> str:
    match problem:
        case click.NoSuchOption():
            return text("cli.usage-error.no-such-option", name=problem.option_name)
        case click.NoSuchCommand():
            return text("cli.usage-error.no-such-command", name=problem.command_name)
        case click.BadOptionUsage():
            return text("cli.usage-error.wrong-option", name=problem.option_name)
        case click.MissingParameter():
            return text("cli.usage-error.missing", name=_name(problem))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            allowed = ", ".join(map(str, choices))
            return text("cli.usage-error.wrong-choice", name=_name(problem), allowed=allowed)
        case click.BadParameter():
            return text("cli.usage-error.wrong-value", name=_name(problem))
        case _:
            return text("cli.usage-error.other")


def _name(problem: click.BadParameter) -> str:
    if problem.param is None or problem.ctx is None:
        return ""
    return problem.param.get_error_hint(problem.ctx)
