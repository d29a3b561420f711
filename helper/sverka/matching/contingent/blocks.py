"""How many pairs the blocking rules would make, before anything is compared."""

import duckdb
import pyarrow as pa

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.keys import KEY_SQL
from sverka.matching.model import BlockingRule, Model
from sverka.texts import text

# A contingent has one to two pairs a row; a column that holds one value everywhere has thousands.
_PAIRS_A_ROW = 20
_ALWAYS_ALLOWED = 20_000_000
_TIGHT_BEYOND_ROWS = 3_000_000


def choose_tightness(model: Model, records: pa.Table, against: pa.Table | None) -> bool:
    """Whether the rules have to be tightened.

    Raises `SverkaError` (`too-large`) where even tight rules make more pairs than can be compared:
    then a column holds the same value in too many rows.
    """
    tables = [records] if against is None else [records, against]
    rows = sum(table.num_rows for table in tables)
    allowed = max(_ALWAYS_ALLOWED, _PAIRS_A_ROW * rows)
    if rows <= _TIGHT_BEYOND_ROWS and _largest(model, tables, tight=False)[0] <= allowed:
        return False
    pairs, rule = _largest(model, tables, tight=True)
    if pairs > allowed:
        keys = ", ".join(text(f"matching.key.{key}") for key in rule.keys)
        raise SverkaError(ErrorCode.TOO_LARGE, "link-too-many-pairs", pairs=pairs, keys=keys)
    return True


def _largest(model: Model, tables: list[pa.Table], *, tight: bool) -> tuple[int, BlockingRule]:
    """The rule that makes most pairs, and how many."""
    with duckdb.connect() as database:
        for number, table in enumerate(tables):
            database.register(f"t{number}", table)
        counted = [(_pairs(database, rule, len(tables), tight), rule) for rule in model.blocking]
    return max(counted, key=lambda found: found[0])


def _pairs(
    database: duckdb.DuckDBPyConnection, rule: BlockingRule, tables: int, tight: bool
) -> int:
    keys = [KEY_SQL[key] for key in (*rule.keys, *(rule.tight if tight else ()))]
    blocks = [_blocks_sql(keys, f"t{number}") for number in range(tables)]
    if tables == 1:
        query = f"SELECT sum(n * (n - 1) / 2) FROM ({blocks[0]})"  # noqa: S608
    else:
        names = ", ".join(f"k{number}" for number in range(len(keys)))
        query = f"SELECT sum(a.n * b.n) FROM ({blocks[0]}) a JOIN ({blocks[1]}) b USING ({names})"  # noqa: S608
    found = database.execute(query).fetchone()
    return int(found[0] or 0) if found else 0


def _blocks_sql(keys: list[str], table: str) -> str:
    names = [f"k{number}" for number in range(len(keys))]
    columns = ", ".join(
        f"{key.format(t=table)} AS {name}" for key, name in zip(keys, names, strict=True)
    )
    known = " AND ".join(f"{name} IS NOT NULL" for name in names)
    shared = ", ".join(names)
    return (
        f"SELECT count(*) AS n, {shared} FROM (SELECT {columns} FROM {table})"  # noqa: S608
        f" WHERE {known} GROUP BY {shared}"
    )
