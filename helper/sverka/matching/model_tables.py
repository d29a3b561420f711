"""A model, and what a trial made of it, as a person reads them in a terminal."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table

from sverka.matching.keys import Key
from sverka.matching.model import Comparison, Fixed, Model, Weight, read_model
from sverka.matching.vocabulary import Level
from sverka.texts import text

if TYPE_CHECKING:
    from sverka.matching.contingent.trial import Told, Trial

_WIDTH_WHEN_PIPED = 140


def print_model(file: Path) -> None:
    """Print what the model of the file weighs, forbids, looks at and decides."""
    model = read_model(file)
    trained = model.trained
    click.echo(text("model.said.file", file=file))
    values = {"file": trained.file, "rows": trained.rows, "splink": trained.splink}
    click.echo(text(f"model.method.{trained.method}", **values))
    console = _console()
    console.print(_weights(model))
    console.print(_guards(model))
    console.print(_blocking(model))
    same, possible = (
        _number(value) for value in (model.thresholds.same, model.thresholds.possible)
    )
    click.echo(text("model.said.thresholds", same=same, possible=possible))


def print_trial(trial: "Trial") -> None:
    """Print how often the model was right, and where it was not."""
    click.echo(text("model.said.tried", records=trial.records, pairs=trial.pairs))
    click.echo(
        text(
            "model.said.quality",
            precision=_number(trial.precision),
            recall=_number(trial.recall),
            f1=_number(trial.f1),
        )
    )
    click.echo(text("model.said.twins", count=trial.twins))
    console = _console()
    verdicts = {text(f"link.verdict.{name}"): told for name, told in trial.verdicts.items()}
    console.print(_cases("verdicts", verdicts, trial.missed))
    guards = {text(f"matching.guard.{name}"): told for name, told in trial.guards.items()}
    console.print(_cases("guards-held", guards))
    if trial.mistaken:
        console.print(_mistaken(trial))


def _console() -> Console:
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = _WIDTH_WHEN_PIPED
    return console


def _table(name: str, *columns: str) -> Table:
    table = Table(title=text(f"model.table.{name}"), title_justify="left")
    for column in columns:
        table.add_column(text(f"model.column.{column}"), no_wrap=column == "code")
    return table


def _weights(model: Model) -> Table:
    table = _table("weights", "field", "level", "code", "m", "u", "bits", "note")
    for comparison in model.comparisons:
        field = text(f"matching.field.{comparison.field}")
        for level, weight in comparison.levels.items():
            table.add_row(
                field,
                text(f"matching.level.{level}"),
                f"{comparison.field}.{level}",
                *map(_number, (weight.m, weight.u, weight.bits)),
                "; ".join(_notes(comparison, level, weight)),
            )
        table.add_section()
    return table


def _notes(comparison: Comparison, level: Level, weight: Weight) -> Iterator[str]:
    if comparison.term_frequency and level is Level.EXACT:
        yield text("model.note.rarity")
    if weight.fixed is not Fixed.NOTHING:
        yield text(f"model.note.fixed-{weight.fixed}")


def _guards(model: Model) -> Table:
    table = _table("guards", "guard", "code", "at-most")
    for guard in model.guards:
        at_most = text(f"link.verdict.{guard.at_most}")
        table.add_row(text(f"matching.guard.{guard.name}"), guard.name, at_most)
    return table


def _blocking(model: Model) -> Table:
    table = _table("blocking", "keys", "tight")
    for rule in model.blocking:
        table.add_row(_keys(rule.keys), _keys(rule.tight))
    return table


def _keys(keys: tuple[Key, ...]) -> str:
    return ", ".join(text(f"model.key.{key}") for key in keys)


def _cases(name: str, cases: "Mapping[str, Told]", missed: int | None = None) -> Table:
    table = _table(name, "case", "own", "others")
    for case, told in cases.items():
        table.add_row(case, str(told.own), str(told.others))
    if missed is not None:
        table.add_row(text("model.case.missed"), str(missed), "")
    return table


def _mistaken(trial: "Trial") -> Table:
    table = _table("mistaken", "field", "level", "count")
    for (field, level), count in trial.mistaken.items():
        described = text(f"matching.field.{field}"), text(f"matching.level.{level}")
        table.add_row(*described, str(count))
    return table


def _number(value: float) -> str:
    return f"{value:.4g}".replace(".", ",")
