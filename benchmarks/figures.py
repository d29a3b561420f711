"""One measured figure beside its peer, and how several runs become one number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Figure:
    """A median with its spread; `limit` bounds the ratio to the peer, or the value itself.

    `ours` and `peer` come from the same rounds.
    """

    what: str
    ours: Sequence[float]
    unit: str
    limit: float
    peer: Sequence[float] = ()
    peer_name: str = ""

    @property
    def measured(self) -> float:
        """The median of the rounds' ratios where there is a peer, else the median.

        A machine that is busy for a while slows both sides of a round; the medians of either side
        would be taken from different moments.
        """
        if not self.peer:
            return median(self.ours)
        return median([ours / peer for ours, peer in zip(self.ours, self.peer, strict=True)])


def milliseconds(action: Callable[[], object]) -> float:
    start = perf_counter()
    action()
    return (perf_counter() - start) * 1000


def in_turn(runs: int, *actions: Callable[[], float]) -> list[list[float]]:
    """The figures of each action, taken A B A B …, after one round that does not count."""
    for action in actions:
        action()
    rounds = [[action() for action in actions] for _ in range(runs)]
    return [list(column) for column in zip(*rounds, strict=True)]


def print_figures(title: str, figures: Sequence[Figure]) -> None:
    table = Table(title=title)
    for column in (
        "what",
        "ours: median (min–max)",
        "peer: median (min–max)",
        "ratio of a round",
        "limit",
    ):
        table.add_column(column, overflow="fold")
    for figure in figures:
        limit = f"× {figure.limit:g}" if figure.peer else f"{figure.limit:g} {figure.unit}"
        table.add_row(
            figure.what,
            _spread(figure.ours, figure.unit),
            f"{figure.peer_name}: {_spread(figure.peer, figure.unit)}" if figure.peer else "—",
            f"× {figure.measured:.2f}" if figure.peer else "—",
            f"{limit} {'ok' if figure.measured <= figure.limit else 'MISSED'}",
        )
    Console(width=150).print(table)


def _spread(values: Sequence[float], unit: str) -> str:
    return f"{median(values):.0f} {unit} ({min(values):.0f}–{max(values):.0f})"
