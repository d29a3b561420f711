"""`python -m benchmarks.linkage`: whole contingents beside Splink, recordlinkage and dedupe.

    pip install recordlinkage dedupe "BTrees<6.5"    (peers only; dedupe breaks with later BTrees)
    pip install --no-deps mismo                      (for its copy of RLdata10000)

Every run is a fresh process. `--rows 3000000` is for those who have the time, `--spark` adds Spark
on this computer.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct, structs
from rich.console import Console
from rich.table import Table

from benchmarks.contingent import write_csv
from benchmarks.linkage_peers import PEERS
from benchmarks.process_cost import Cost, cost_of
from benchmarks.public_data import public_sets
from benchmarks.truth import Quality, Truth, pairs_of_link, pairs_of_peer

#: Seeds that the shipped model was not trained on.
UNSEEN = (2, 3)
QUALITY_ROWS = 100_000
ROWS = (10_000, 100_000, 1_000_000)
#: How often each size is measured; larger ones once.
ROUNDS = {10_000: 3, 100_000: 3}
#: What linking a million rows may take on two cores.
LIMITED_ROWS, MOST_SECONDS, MOST_MEGABYTES = 1_000_000, 25.0, 1500.0
LEAST_PRECISION, LEAST_F1 = 0.998, 0.990
#: Peers whose pairs grow with the square of the rows are not asked for more.
PEER_ROWS = {"recordlinkage": 100_000, "dedupe": 10_000}
_PATIENCE = 240.0
_INSTALL = {
    "splink": 'pip install "sverka[linkage]"',
    "recordlinkage": "pip install recordlinkage",
    "dedupe": 'pip install dedupe "BTrees<6.5"',
}
_OURS, _SPARK = "sverka link", "sverka link --engine spark"


class Run(Struct, frozen=True):
    """One process over one contingent; without a cost it was not run, and `note` says why."""

    what: str
    rows: int
    cost: Cost | None = None
    quality: Quality | None = None
    note: str = ""


class Bench:
    """Draws each contingent once and runs ours and the peers over it."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def contingent(self, rows: int, seed: int) -> Path:
        file = self._place / f"contingent-{rows}-seed-{seed}.csv"
        if not file.exists():
            write_csv(file, rows, seed)
        return file

    def ours(self, rows: int, seed: int, *, spark: bool = False) -> Run:
        file = self.contingent(rows, seed)
        engine = ("--engine", "spark") if spark else ()
        with tempfile.TemporaryDirectory(dir=self._place) as out:
            command = ("-m", "sverka", "link", str(file), "--out", out, *engine)
            cost = cost_of((sys.executable, *command), _PATIENCE)
            assert not cost.failed, cost.failed
            quality = Truth(file).quality(pairs_of_link(Path(out) / "pairs.csv"))
        return Run(_SPARK if spark else _OURS, rows, cost, quality)

    def peer(self, name: str, rows: int, seed: int) -> Run:
        if find_spec(name) is None:
            return Run(name, rows, note=f"not installed: {_INSTALL[name]}")
        if rows > PEER_ROWS.get(name, rows):
            return Run(name, rows, note=f"not asked for more than {PEER_ROWS[name]} rows")
        file, pairs = self.contingent(rows, seed), self._place / "pairs.csv"
        command = ("-m", "benchmarks.linkage_peers", name, str(file), str(pairs))
        cost = cost_of((sys.executable, *command), _PATIENCE)
        quality = None if cost.failed else Truth(file).quality(pairs_of_peer(pairs))
        return Run(name, rows, cost, quality, cost.failed)

    def all_runs(self, sizes: Sequence[int], *, spark: bool) -> Iterator[Run]:
        for rows in sizes:
            yield from self._in_turn(rows)
            if rows == QUALITY_ROWS:
                for seed in UNSEEN[1:]:
                    run = self.ours(rows, seed)
                    yield Run(f"{run.what}, seed {seed}", rows, run.cost, run.quality)
                if spark:
                    yield self.ours(rows, UNSEEN[0], spark=True)

    def _in_turn(self, rows: int) -> list[Run]:
        """Ours and the peers, A B A B …; a peer that fails is not asked again."""
        rounds = [self._round(rows, PEERS)]
        able = [run.what for run in rounds[0][1:] if run.quality]
        rounds += [self._round(rows, able) for _ in range(1, ROUNDS.get(rows, 1))]
        return [
            _median([run for each in rounds for run in each if run.what == first.what])
            for first in rounds[0]
        ]

    def _round(self, rows: int, peers: Iterable[str]) -> list[Run]:
        seed = UNSEEN[0]
        return [self.ours(rows, seed), *(self.peer(name, rows, seed) for name in peers)]


def _median(runs: Sequence[Run]) -> Run:
    """The run of medium time, with the peak memory of all."""
    by_time = sorted(runs, key=lambda run: run.cost.seconds if run.cost else 0.0)
    medium = by_time[len(runs) // 2]
    if medium.cost is None:
        return medium
    peak = max(run.cost.megabytes for run in runs if run.cost)
    return structs.replace(medium, cost=structs.replace(medium.cost, megabytes=peak))


def print_runs(runs: Sequence[Run]) -> None:
    table = Table(title=f"Whole contingents (seed {UNSEEN[0]} where no other is named)")
    for column in ("what", "rows", "s", "of ours", "MB", "P", "R", "F1", "twins", "limits"):
        table.add_column(column, overflow="fold")
    for run in runs:
        table.add_row(run.what, f"{run.rows:,}", *_measured(run, _ours_of(runs, run.rows)))
    Console(width=150).print(table)


def _ours_of(runs: Sequence[Run], rows: int) -> Cost:
    return next(run.cost for run in runs if run.what == _OURS and run.rows == rows and run.cost)


def _measured(run: Run, ours: Cost) -> Iterator[str]:
    if run.cost is None or run.quality is None:
        yield from (*("—",) * 7, run.note)
        return
    yield f"{run.cost.seconds:.1f}"
    yield f"× {run.cost.seconds / ours.seconds:.2f}"
    yield f"{run.cost.megabytes:.0f}"
    quality = run.quality
    yield from (f"{share:.4f}" for share in (quality.precision, quality.recall, quality.f1))
    yield str(quality.twins)
    yield _judged(run, run.cost, quality) if run.what.startswith(_OURS) else ""


def _judged(run: Run, cost: Cost, quality: Quality) -> str:
    missed = []
    if run.rows == LIMITED_ROWS:
        if cost.seconds > MOST_SECONDS:
            missed.append(f"{MOST_SECONDS:g} s")
        if cost.megabytes > MOST_MEGABYTES:
            missed.append(f"{MOST_MEGABYTES:g} MB")
    if run.rows == QUALITY_ROWS:
        if quality.precision < LEAST_PRECISION:
            missed.append(f"P ≥ {LEAST_PRECISION}")
        if quality.f1 < LEAST_F1:
            missed.append(f"F1 ≥ {LEAST_F1}")
        if quality.twins:
            missed.append("no twins")
    return f"MISSED: {', '.join(missed)}" if missed else "ok"


def print_public() -> None:
    """Data nobody here wrote: other names in other letters, so only the method is checked."""
    table = Table(title="Public data, by the shipped weights: the method, not the quality")
    for column in ("data", "P", "R", "F1", "found, with «possible»", "note"):
        table.add_column(column)
    for checked in public_sets():
        quality = checked.quality
        shares = (quality.precision, quality.recall, quality.f1, checked.found) if quality else None
        cells = [f"{share:.4f}" for share in shares] if shares else ["—"] * 4
        table.add_row(checked.name, *cells, checked.note)
    Console(width=150).print(table)


def main() -> None:
    asked = argparse.ArgumentParser(prog="python -m benchmarks.linkage")
    asked.add_argument("--rows", type=int, nargs="*", default=ROWS)
    asked.add_argument("--spark", action="store_true")
    chosen = asked.parse_args()
    print_public()
    with tempfile.TemporaryDirectory() as place:
        print_runs(list(Bench(Path(place)).all_runs(chosen.rows, spark=chosen.spark)))


if __name__ == "__main__":
    main()
