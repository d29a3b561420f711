"""`python -m benchmarks.ledger`: the helper with its ledger, loaded with work and with years of it.

`--seconds` is how long the clients send (60); `--people` how many the full base holds (200,000).
"""

import argparse
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, print_figures
from benchmarks.helper_side import first_answer, idle_memory
from benchmarks.ledger_base import GROUPS, base_figures
from benchmarks.ledger_load import load_figures
from benchmarks.ledger_writing import writing_figures
from sverka.datadir import DataDir


def ledger_figures(seconds: float, people: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as place:
        yield first_answer(DataDir.locate(Path(place) / "start"))
        yield idle_memory(DataDir.locate(Path(place) / "idle"), 130)
        yield from load_figures(DataDir.locate(Path(place) / "load"), seconds)
        yield from writing_figures(Path(place))
        yield from base_figures(Path(place), people)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--people", type=int, default=200_000)
    asked = options.parse_args()
    title = f"Ledger; the full base: {asked.people} people, {GROUPS} groups"
    print_figures(title, list(ledger_figures(asked.seconds, asked.people)))
