"""`sverka check`: advice on saved pages."""

from pathlib import Path

import click

from sverka.commands.options import in_data_dir
from sverka.commands.russian_click import RussianCommand
from sverka.commands.worked import Worked
from sverka.datadir import DataDir
from sverka.texts import text


@click.command("check", cls=RussianCommand)
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path),
    metavar=text("cli.file"),
    help=text("cli.help.check-files"),
)
@click.option("--json", "as_json", is_flag=True, help=text("cli.help.check-json"))
@in_data_dir
def check(files: tuple[Path, ...], as_json: bool, data_dir: Path | None) -> Worked:
    """Advise on saved pages; the exit code says what was found: the worst of all files."""
    from sverka.saved import SavedPages
    from sverka.settings import load_settings

    place = DataDir.locate(data_dir)
    settings = load_settings(place.settings_file)
    pages = SavedPages(files, settings.max_page_mb)
    # The first page is being parsed while the rules are loaded, and what they ask.
    from sverka.check import check_pages, show
    from sverka.pipeline import load_tables

    load_tables()
    checked = check_pages(pages, settings, place.weak_key_secret())
    show(checked, as_json=as_json)
    return Worked(max(item.exit_code for item in checked), (checked, pages.last))
