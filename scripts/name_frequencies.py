"""Writes the term frequencies of the model from the open package `russiannames` (BSD-3).

    python scripts/name_frequencies.py

Only terms that make a difference are kept; all others share one frequency, that of the rarest.
"""

from collections import Counter
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as pq

from sverka.matching.forms import name_form, patronymic_form, surname_form
from sverka.matching.frequencies import Frequencies, Terms

_TARGET = Path(__file__).parents[1] / "helper/sverka/matching/frequencies.json"


def main() -> None:
    _TARGET.write_bytes(counted())


def counted() -> bytes:
    """The file as it is shipped."""
    tables = Frequencies(
        surname=_terms("surnames", surname_form, 16_000),
        name=_terms("names", name_form, 600),
        patronymic=_terms("midnames", patronymic_form, 2_000),
    )
    return msgspec.json.format(msgspec.json.encode(tables), indent=0) + b"\n"


def _terms(table: str, form: Callable[[str], str | None], kept: int) -> Terms:
    counts = Counter[str]()
    for row in _table(table):
        if spelled := form(row["text"]):
            counts[spelled] += row["count"]
    frequent = dict(counts.most_common(kept))
    total = counts.total()
    return Terms(rest=min(frequent.values()) / total, total=total, counts=frequent)


def _table(name: str) -> list[dict[str, Any]]:
    with resources.as_file(resources.files("russiannames") / "data" / f"{name}.parquet") as file:
        rows: list[dict[str, Any]] = pq.read_table(file).to_pylist()
    return rows


if __name__ == "__main__":
    main()
