"""The ledger for one command, beside a running helper or without one."""

from pathlib import Path

from sverka.datadir import DataDir
from sverka.ledger.ledger import Ledger
from sverka.settings import load_settings


def open_ledger(data_dir: Path | None) -> Ledger:
    """The ledger of the chosen data folder, with the settings that stand there."""
    place = DataDir.locate(data_dir)
    return Ledger.open(place, load_settings(place.settings_file))
