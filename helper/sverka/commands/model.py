"""`sverka model`: trains, shows and checks the model by which pairs are weighed."""

from pathlib import Path

import click

from sverka.commands.options import Command
from sverka.commands.russian_click import RussianGroup, RussianOption
from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent.vocabulary import EngineName
from sverka.texts import text


@click.group(name="model", cls=RussianGroup)
def model() -> None:
    """Hold the commands of the model."""


def known_children(command: Command) -> Command:
    """Give the command `--labels`, and `--map` for the other columns of its files."""
    with_map = click.option(
        "--map",
        "renames",
        multiple=True,
        metavar=text("cli.rename"),
        help=text("cli.help.link-map"),
    )
    with_labels = click.option(
        "--labels", metavar=text("cli.column"), help=text("cli.help.model-labels")
    )
    return with_labels(with_map(command))


def which_model(command: Command) -> Command:
    """Give the command a file with a model; without one it takes the shipped model."""
    return click.argument(
        "model_file",
        required=False,
        type=click.Path(path_type=Path),
        metavar=text("cli.model"),
        help=text("cli.help.model-file"),
    )(command)


@model.command(described="model-train")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.link-files"),
)
@known_children
@click.option(
    "--out",
    cls=RussianOption,
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("cli.model"),
    help=text("cli.help.model-out"),
)
def train(files: tuple[Path, ...], labels: str | None, renames: tuple[str, ...], out: Path) -> None:
    """Train a model on contingents."""
    from sverka.matching.contingent.installed import require_packages

    require_packages(EngineName.DUCKDB)

    from sverka.matching.contingent.known_children import Source
    from sverka.matching.contingent.model_door import train_model

    train_model(Source(files, labels, renames), out)


@model.command(described="model-show")
@which_model
def show(model_file: Path | None) -> None:
    """Show what a model weighs and forbids."""
    from sverka.matching.model import SHIPPED
    from sverka.matching.model_tables import print_model

    print_model(model_file or SHIPPED)


@model.command(described="model-check")
@which_model
@click.option(
    "--on",
    "contingent",
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.model-on"),
)
@known_children
def check(
    model_file: Path | None,
    contingent: Path | None,
    labels: str | None,
    renames: tuple[str, ...],
) -> None:
    """Say whether a model may be used and, on known children, how well it decides."""
    from sverka.matching.model import SHIPPED, read_model

    if (contingent is None) != (labels is None):
        raise SverkaError(ErrorCode.BAD_REQUEST, "model-on-what")
    file = model_file or SHIPPED
    checked = read_model(file)
    click.echo(text("model.said.trained", file=file))
    if contingent is None:
        return

    from sverka.matching.contingent.installed import require_packages

    require_packages(EngineName.DUCKDB)

    from sverka.matching.contingent.known_children import Source
    from sverka.matching.contingent.model_door import try_model

    try_model(checked, Source((contingent,), labels, renames))
