"""How many pairs the blocking rules would make, before anything is compared."""

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.keys import KEY_SQL, Key
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
        relations = [database.from_arrow(table).set_alias("t") for table in tables]
        counted = [(_pairs(relations, rule, tight), rule) for rule in model.blocking]
    return max(counted, key=lambda found: found[0])


def _pairs(relations: list[duckdb.DuckDBPyRelation], rule: BlockingRule, tight: bool) -> int:
    keys = (*rule.keys, *(rule.tight if tight else ()))
    names = [f"k{number}" for number in range(len(keys))]
    blocks = [
        _blocks(relation, keys, names).set_alias(f"b{at}") for at, relation in enumerate(relations)
    ]
    if len(blocks) == 1:
        met = blocks[0].aggregate("sum(n * (n - 1) / 2)")
    else:
        met = blocks[0].join(blocks[1], ", ".join(names)).aggregate("sum(b0.n * b1.n)")
    found = met.fetchall()
    return int(found[0][0] or 0)


def _blocks(
    relation: duckdb.DuckDBPyRelation, keys: Sequence[Key], names: Sequence[str]
) -> duckdb.DuckDBPyRelation:
    """How many records, `n`, share each combination of keys; those that lack one are left out."""
    expressions = (KEY_SQL[key].format(t="t") for key in keys)
    columns = ", ".join(f"{key} AS {name}" for key, name in zip(expressions, names, strict=True))
    known = " AND ".join(f"{name} IS NOT NULL" for name in names)
    shared = ", ".join(names)
    return relation.project(columns).filter(known).aggregate(f"count(*) AS n, {shared}", shared)
