"""Pairs as the model gives them, without those of one account with itself."""

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pyarrow as pa
from pyarrow import compute, parquet

from sverka.matching.contingent.reading import RECORDS
from sverka.matching.contingent.tabular import score_texts, write_csv
from sverka.matching.vocabulary import Verdict

# Behind every scored pair, so that none is outdone: these only say that nothing contradicts.
_WEAKEST = float("-inf")


def of_two_accounts(pairs: pa.Table, folder: Path) -> pa.Table:
    """Without pairs of rows that name one account: a pupil of a school who also attends a club."""
    accounts = parquet.read_table(folder / RECORDS, columns=["account_id"])["account_id"]
    one = compute.equal(accounts.take(pairs["left"]), accounts.take(pairs["right"]))
    return pairs.filter(compute.invert(compute.fill_null(one, False)))


def of_one_account(groups: pa.Table, schema: pa.Schema, folder: Path) -> pa.Table:
    """Pairs of rows that name one account and came into one group by links to other accounts."""
    accounts = parquet.read_table(folder / RECORDS, columns=["account_id"])["account_id"]
    stays: dict[tuple[int, str], list[int]] = defaultdict(list)
    for row, group, account in zip(
        groups["row"].to_pylist(),
        groups["group"].to_pylist(),
        accounts.take(groups["row"]).to_pylist(),
        strict=True,
    ):
        if account is not None:
            stays[group, account].append(row)
    linked = {"score_bits": _WEAKEST, "verdict": Verdict.SAME.value, "contradiction": False}
    pairs = [
        {"left": left, "right": right, **linked}
        for rows in stays.values()
        for left, right in combinations(sorted(rows), 2)
    ]
    return pa.Table.from_pylist(pairs, schema=schema)


def write_pairs(pairs: pa.Table, folder: Path, file: Path) -> None:
    """`pairs.csv`, the surest first."""
    ids = parquet.read_table(folder / RECORDS, columns=["id"])["id"]
    ordered = pairs.sort_by(
        [("score_bits", "descending"), ("left", "ascending"), ("right", "ascending")]
    )
    columns = {
        "id_left": ids.take(ordered["left"]),
        "id_right": ids.take(ordered["right"]),
        "score_bits": score_texts(ordered["score_bits"]),
        "verdict": ordered["verdict"],
        "why": ordered["why"],
    }
    write_csv(pa.table(columns), file)
