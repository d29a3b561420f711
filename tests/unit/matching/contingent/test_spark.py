"""Spark gives the pairs, bits and verdicts that DuckDB gives, without exceptions."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from benchmarks.contingent import Contingent
from sverka.matching.contingent.comparable import comparable
from sverka.matching.contingent.engine import Database, DuckDB, score_pairs
from sverka.matching.contingent.spark import Spark, spark_session
from sverka.matching.model import shipped_model

pytestmark = pytest.mark.slow

ROWS, SEED = 4000, 5
TODAY = date(2026, 11, 21)

Scored = dict[tuple[int, int], tuple[float, str, str | None]]


def records() -> pa.Table:
    lines = Contingent(ROWS, SEED).lines()
    columns = {
        name: pa.array([getattr(line, field) or None for line in lines], pa.string())
        for name, field in (
            *((name, name) for name in ("surname", "name", "patronymic", "sex", "snils")),
            *(("birth_date", "birth"), ("certificate", "certificate"), ("enrolled", "enrolled")),
        )
    }
    return comparable(pa.table({"row": pa.array(range(ROWS), pa.int64()), **columns}), TODAY)


def scored(table: pa.Table, database: Database, *, tight: bool) -> Scored:
    found = score_pairs(shipped_model(), table, None, database, tight=tight)
    return {
        (min(pair["left"], pair["right"]), max(pair["left"], pair["right"])): (
            pair["score_bits"],
            pair["verdict"],
            pair["guard"],
        )
        for pair in found.to_pylist()
    }


@pytest.mark.parametrize("tight", [False, True])
def test_spark_scores_every_pair_as_duckdb_does(tmp_path: Path, tight: bool) -> None:
    table = records()
    expected = scored(table, DuckDB(tmp_path), tight=tight)
    with spark_session(None, tmp_path) as session:
        found = scored(table, Spark(session, tmp_path), tight=tight)
    assert len(expected) > ROWS / 50
    assert found.keys() == expected.keys()
    for pair, (bits, verdict, guard) in found.items():
        assert bits == pytest.approx(expected[pair][0], abs=1e-9)
        assert (verdict, guard) == expected[pair][1:]
