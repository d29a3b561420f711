"""`sverka check`: advice on saved pages."""

from contextlib import suppress
from pathlib import Path
from threading import Thread

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
    # The page is read here, because it takes more memory than the rules, and glibc enlarges that of
    # any other thread by 4 KB at a time.
    loading = Thread(target=_load_rules, daemon=True)
    loading.start()
    pages = SavedPages(files, settings.max_page_mb)
    loading.join()
    from sverka.check import check_pages, show

    checked = check_pages(pages, settings, place.weak_key_secret())
    show(checked, as_json=as_json)
    return Worked(max(item.exit_code for item in checked), (checked, pages.last))


def _load_rules() -> None:
    """Import the rules with their tables, while the first page is being read."""
    # What cannot be loaded is missed again, and told of, where it is used.
    with suppress(Exception):
        from sverka.pipeline import load_tables

        load_tables()
