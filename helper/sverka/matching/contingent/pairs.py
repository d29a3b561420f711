"""Pairs as the model gives them, without those of one account with itself."""

from pathlib import Path

import pyarrow as pa
from pyarrow import compute, parquet

from sverka.matching.contingent.reading import RECORDS
from sverka.matching.contingent.tabular import score_texts, write_csv


def accounts_of(folder: Path) -> pa.ChunkedArray:
    """The account that each row names, null where it names none."""
    return parquet.read_table(folder / RECORDS, columns=["account_id"])["account_id"]


def of_two_accounts(pairs: pa.Table, folder: Path) -> pa.Table:
    """Without pairs of rows that name one account: a pupil of a school who also attends a club."""
    accounts = accounts_of(folder)
    one = compute.equal(accounts.take(pairs["left"]), accounts.take(pairs["right"]))
    return pairs.filter(compute.invert(compute.fill_null(one, False)))


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
