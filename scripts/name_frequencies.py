"""Writes the term frequencies of the model from the open package `russiannames` (BSD-3).

    python scripts/name_frequencies.py

Only terms that make a difference are kept; all others share one frequency, that of the rarest.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import msgspec
import pyarrow.parquet as pq
from rapidfuzz.distance import OSA

from sverka.matching.forms import name_form, patronymic_form, surname_form
from sverka.matching.frequencies import Frequencies, Terms
from sverka.people import names
from sverka.tables import table_beside

# Of a first name in the source: from how often on it is taken for one, what is frequent, and how
# much more frequent another must be for it to be that one's slip.
_SEEN, _OFTEN, _FAR_MORE = 3, 600, 200
_TARGET = Path(__file__).parents[1] / "helper/sverka/matching/frequencies.json"


def main() -> None:
    _TARGET.write_bytes(counted())


def counted() -> bytes:
    """The file as it is shipped."""
    tables = Frequencies(
        surname=_terms("surnames", surname_form, 16_000),
        name=_terms("names", name_form, 600),
        patronymic=_terms("midnames", patronymic_form, 2_000),
        known_names=frozenset(_known_names()),
    )
    return msgspec.json.format(msgspec.json.encode(tables, order="deterministic"), indent=0) + b"\n"


def _terms(table: str, form: Callable[[str], str | None], kept: int) -> Terms:
    counts = _counted(table, form)
    frequent = dict(counts.most_common(kept))
    total = counts.total()
    return Terms(rest=min(frequent.values()) / total, total=total, counts=frequent)


def _counted(table: str, form: Callable[[str], str | None]) -> Counter[str]:
    counts = Counter[str]()
    for row in _table(table):
        if spelled := form(row["text"]):
            counts[spelled] += row["count"]
    return counts


def _known_names() -> Iterator[str]:
    """The names that we list ourselves, and those of the source that are no slip of a frequent one.

    A slip is one letter, or two in the wrong order, away from a name that is far more frequent:
    Владимр, Серегй.
    """
    forms = table_beside(names.__file__, "name_forms.toml")
    yield from filter(None, map(name_form, (*forms["men"], *forms["women"])))
    counts = _counted("names", name_form)
    often = {name: count for name, count in counts.items() if count >= _OFTEN}
    for name, count in counts.items():
        if count >= _SEEN and not any(
            found > count * _FAR_MORE and OSA.distance(name, other, score_cutoff=1) == 1
            for other, found in often.items()
        ):
            yield name


def _table(name: str) -> list[dict[str, Any]]:
    with resources.as_file(resources.files("russiannames") / "data" / f"{name}.parquet") as file:
        rows: list[dict[str, Any]] = pq.read_table(file).to_pylist()
    return rows


if __name__ == "__main__":
    main()
