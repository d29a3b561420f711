"""The command `sverka`.

Only the command that is called is loaded, and what it needs is imported inside it: `sverka check`
must wait neither for the HTTP door nor for the ledger.
"""

import gc
import os
import sys

import click

from sverka import __version__
from sverka.commands.russian_click import LazyGroup, show_usage_error
from sverka.commands.worked import Worked
from sverka.errors import SverkaError
from sverka.texts import text

FAILED = 2
# A page becomes a hundred thousand objects that all live until it is answered: looking through
# them for cycles after every 700 new ones finds nothing and takes a tenth of the time.
_OBJECTS_BETWEEN_COLLECTIONS = 100_000

#: Which module of `commands` holds a command.
_ROOMS = {
    **dict.fromkeys(("run", "stop", "open"), "serving"),
    **dict.fromkeys(("pair", "clients", "revoke"), "pairing"),
    **dict.fromkeys(("install-native", "uninstall-native"), "native"),
    **dict.fromkeys(("worklist", "runs", "diff", "journal"), "ledger"),
    **dict.fromkeys(("backup", "restore", "doctor"), "care"),
    **{name: name for name in ("check", "link", "model", "decide", "purge", "demo")},
}


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


@click.group(
    name="sverka",
    cls=LazyGroup,
    modules={name: f"sverka.commands.{room}" for name, room in _ROOMS.items()},
)
@click.version_option(__version__, message="%(version)s", help=text("cli.help.version"))
def sverka() -> None:
    """Hold the commands."""
