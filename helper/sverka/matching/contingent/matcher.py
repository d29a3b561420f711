"""A model as a run asks for it: raw records in, explained pairs and groups out."""

import hashlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pyarrow as pa

from sverka.matching.clusters import Edge, clusters
from sverka.matching.contingent.blocks import choose_tightness
from sverka.matching.contingent.comparable import comparable
from sverka.matching.contingent.engine import Database, DuckDB, score_pairs
from sverka.matching.contingent.interface import Engine, Progress
from sverka.matching.contingent.vocabulary import EngineName
from sverka.matching.explanation import why
from sverka.matching.model import Model, read_model
from sverka.matching.vocabulary import Field, Level, Verdict

_IDENTIFIERS = (Field.SNILS, Field.CERTIFICATE)
_VERSION_LENGTH = 12
_READ, _COUNTED = 0.3, 0.35


class ModelMatcher:
    """The model of a file.

    Raises `SverkaError` (`bad-request`) where the file holds none that may be used.
    """

    def __init__(self, file: Path) -> None:
        self._model = read_model(file)
        self.model_version = hashlib.sha256(file.read_bytes()).hexdigest()[:_VERSION_LENGTH]

    def link_pairs(
        self,
        records: pa.Table,
        *,
        against: pa.Table | None,
        engine: Engine,
        workdir: Path,
        progress: Progress,
    ) -> pa.Table:
        """Scored pairs with `why`; `contradiction` marks those that identifiers forbid.

        Raises `SverkaError` (`too-large`) where the records make too many pairs.
        """
        model, today = self._model, datetime.now(tz=UTC).date()
        left = comparable(records, today)
        right = None if against is None else comparable(against, today)
        progress(_READ)
        tight = choose_tightness(model, left, right)
        progress(_COUNTED)
        with _database(engine, workdir) as database:
            scored = score_pairs(model, left, right, database, tight=tight)
        return _explained(scored, model)

    def clusters(self, pairs: pa.Table, accounts: pa.ChunkedArray) -> pa.Table:
        """The groups of one child that the pairs make, one row for each member."""
        edges = [
            Edge(left, right, bits, Verdict(verdict), contradiction)
            for left, right, bits, verdict, contradiction in zip(
                *(
                    pairs[name].to_pylist()
                    for name in ("left", "right", "score_bits", "verdict", "contradiction")
                ),
                strict=True,
            )
        ]
        rows = sorted({row for edge in edges for row in (edge.left, edge.right)})
        numbers = accounts.take(pa.array(rows, pa.int64())).to_pylist()
        members = clusters(edges, dict(zip(rows, numbers, strict=True)))
        return pa.table(
            {
                "row": pa.array([member.record for member in members], pa.int64()),
                "group": pa.array([member.group for member in members], pa.int64()),
                "verdict": pa.array([member.verdict.value for member in members], pa.string()),
                "score_bits": pa.array([member.bits for member in members], pa.float64()),
                "flagged": pa.array([member.flagged for member in members], pa.bool_()),
            }
        )


@contextmanager
def _database(engine: Engine, workdir: Path) -> Iterator[Database]:
    if engine.name is EngineName.DUCKDB:
        with closing(DuckDB(workdir)) as database:
            yield database
        return
    # Only who asks for Spark needs it installed.
    from sverka.matching.contingent.spark import Spark, spark_session

    with spark_session(engine.master, workdir) as session:
        yield Spark(session, workdir)


def _explained(scored: pa.Table, model: Model) -> pa.Table:
    fields = [comparison.field for comparison in model.comparisons]

    @cache
    def explain(guard: str | None, *levels: str) -> str:
        return why(dict(zip(fields, map(Level, levels), strict=True)), guard)

    columns = [scored["guard"].to_pylist(), *(scored[field].to_pylist() for field in fields)]
    told = [explain(*values) for values in zip(*columns, strict=True)]
    snils, certificates = (scored[field].to_pylist() for field in _IDENTIFIERS)
    differing = [
        number == Level.DIFFERENT or (document == Level.DIFFERENT and number != Level.EXACT)
        for number, document in zip(snils, certificates, strict=True)
    ]
    return (
        scored.select(["left", "right", "score_bits", "verdict"])
        .append_column("why", pa.array(told, pa.string()))
        .append_column("contradiction", pa.array(differing, pa.bool_()))
    )
