"""Pairs of a contingent, found and scored by Splink on DuckDB or on Spark."""

from pathlib import Path
from typing import Any, Protocol

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
from splink import DuckDBAPI, Linker
from splink.internals.database_api import DatabaseAPI
from splink.internals.splink_dataframe import SplinkDataFrame

from sverka.matching.contingent.splink_settings import LOG_LEVEL, levels_in_order, settings
from sverka.matching.frequencies import Terms, frequencies
from sverka.matching.model import Model
from sverka.matching.scoring import remembered_verdicts
from sverka.matching.vocabulary import Field, Level


class Database(Protocol):
    """Where Splink runs: how a table goes in, and how the scored pairs come out."""

    @property
    def api(self) -> DatabaseAPI[Any]: ...

    def register(self, table: pa.Table) -> SplinkDataFrame: ...

    def fetch(self, frame: SplinkDataFrame, columns: list[str]) -> pa.Table: ...


class DuckDB:
    """One computer; `folder` takes what does not fit in its memory."""

    def __init__(self, folder: Path) -> None:
        self._connection = duckdb.connect(config={"temp_directory": str(folder / "duckdb")})
        self.api = DuckDBAPI(connection=self._connection)

    def close(self) -> None:
        """Give back its memory: Splink's objects hold each other, so it would stay for long."""
        self._connection.close()

    def register(self, table: pa.Table) -> SplinkDataFrame:
        return self.api.register(table)

    def fetch(self, frame: SplinkDataFrame, columns: list[str]) -> pa.Table:
        return frame.as_duckdbpyrelation().select(*columns).to_arrow_table()


def score_pairs(
    model: Model,
    records: pa.Table,
    against: pa.Table | None,
    database: Database,
    *,
    tight: bool,
) -> pa.Table:
    """Every pair of at least `possible` bits.

    Columns: `left`, `right` (values of `row`), `score_bits`, `verdict`, `guard`, and under each
    field's name its level.

    `records` and `against` are what `comparable` makes; with `against`, pairs are between the two.
    `tight` takes the blocking keys for very large contingents.
    """
    tables = [records] if against is None else [records, against]
    frames = [database.register(table) for table in tables]
    compiled = settings(model, link=against is not None, tight=tight)
    linker = Linker(frames, compiled, log_level=LOG_LEVEL)
    for comparison in model.comparisons:
        if comparison.term_frequency:
            shares = database.register(_shares(comparison.field, tables))
            linker.table_management.register_term_frequency_lookup(shares, comparison.field)
    scored = linker.inference.predict(threshold_match_weight=model.thresholds.possible)
    fields = [comparison.field for comparison in model.comparisons]
    found = database.fetch(
        scored, ["row_l", "row_r", "match_weight", *(f"gamma_{field}" for field in fields)]
    )
    return _with_verdicts(model, found, fields)


def _shares(field: Field, tables: list[pa.Table]) -> pa.Table:
    """The share of each term that occurs, as Splink wants it."""
    known: Terms = getattr(frequencies(), field)
    terms = pc.unique(pa.chunked_array([c for t in tables for c in t[field].chunks])).drop_null()
    shares = [known.share(term) for term in terms.to_pylist()]
    return pa.table({field.value: terms, f"tf_{field.value}": pa.array(shares, pa.float64())})


def _with_verdicts(model: Model, found: pa.Table, fields: list[Field]) -> pa.Table:
    """Splink's numbers of levels → levels, and the verdict that the model draws from them."""
    levels = {field: _levels(field, found[f"gamma_{field}"]) for field in fields}
    bits = found["match_weight"].to_pylist()

    verdict = remembered_verdicts(model)
    drawn = [
        verdict(values, score)
        for values, score in zip(zip(*levels.values(), strict=True), bits, strict=True)
    ]
    return pa.table(
        {
            "left": found["row_l"],
            "right": found["row_r"],
            "score_bits": found["match_weight"],
            "verdict": pa.array([verdict for verdict, _ in drawn], pa.string()),
            "guard": pa.array([guard for _, guard in drawn], pa.string()),
            **{field.value: pa.array(values, pa.string()) for field, values in levels.items()},
        }
    )


def _levels(field: Field, numbers: pa.ChunkedArray) -> list[Level]:
    """Splink numbers missing values −1 and the levels from 0 for the weakest."""
    by_number = dict(enumerate(levels_in_order(field))) | {-1: Level.MISSING}
    return [by_number[number] for number in numbers.to_pylist()]
