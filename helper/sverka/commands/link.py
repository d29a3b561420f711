"""`sverka link`: one child's accounts in whole files."""

from pathlib import Path

import click

from sverka.commands.russian_click import RussianCommand, RussianOption
from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent.vocabulary import EngineName
from sverka.texts import text


@click.command("link", cls=RussianCommand)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.link-files"),
)
@click.option(
    "--out",
    cls=RussianOption,
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("cli.folder"),
    help=text("cli.help.link-out"),
)
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.link-against"),
)
@click.option(
    "--engine",
    type=click.Choice([name.value for name in EngineName]),
    default=EngineName.DUCKDB.value,
    metavar=text("cli.engine"),
    help=text("cli.help.link-engine"),
)
@click.option("--master", metavar=text("cli.address"), help=text("cli.help.link-master"))
@click.option(
    "--map",
    "renames",
    multiple=True,
    metavar=text("cli.rename"),
    help=text("cli.help.link-map"),
)
@click.option(
    "--model",
    "model_file",
    type=click.Path(path_type=Path),
    metavar=text("cli.model"),
    help=text("cli.help.link-model"),
)
def link(
    files: tuple[Path, ...],
    out: Path,
    against: Path | None,
    engine: str,
    master: str | None,
    renames: tuple[str, ...],
    model_file: Path | None,
) -> int:
    """Find one child's accounts in whole files."""
    from sverka.matching.contingent.installed import require_packages

    name = EngineName(engine)
    if master is not None and name is not EngineName.SPARK:
        raise SverkaError(ErrorCode.BAD_REQUEST, "link-master")
    require_packages(name)

    from sverka.matching.contingent.door import link_files
    from sverka.matching.contingent.interface import Engine
    from sverka.matching.contingent.run import Job
    from sverka.matching.model import SHIPPED

    job = Job(files, out, Engine(name, master), against, renames)
    return link_files(job, model_file or SHIPPED)
