"""`sverka demo`: everything at work on synthetic data."""

import sys
from pathlib import Path

import click

from sverka.commands.russian_click import RussianCommand
from sverka.errors import ErrorCode, SverkaError
from sverka.texts import text

_CHECKOUT = Path(__file__).resolve().parents[3]


@click.command("demo", cls=RussianCommand)
@click.option("--headed", is_flag=True, help=text("cli.help.demo-headed"))
def demo(headed: bool) -> None:
    """Show everything at work on synthetic data."""
    import runpy

    if not (_CHECKOUT / "tests" / "demo").is_dir():
        raise SverkaError(ErrorCode.NOT_FOUND, "no-checkout")
    sys.path.insert(0, str(_CHECKOUT))
    sys.argv[1:] = ["--headed"] if headed else []
    runpy.run_module("tests.demo", run_name="__main__", alter_sys=True)
