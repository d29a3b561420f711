"""`python -m benchmarks.matching`: the scorer of pages beside Splink and recordlinkage.

    pip install recordlinkage    (a peer only: without it its rows are left out)

The time is that of finding the candidates and scoring them. Reading the names of the page into the
forms of the model is measured beside it, with nothing remembered from earlier pages.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial
from importlib.util import find_spec
from typing import Any

import pyarrow as pa
from msgspec import Struct
from msgspec.structs import asdict, replace

from benchmarks.contingent import Child, Contingent
from benchmarks.figures import Figure, in_turn, milliseconds, print_figures
from sverka.matching import forms
from sverka.matching.candidates import candidate_pairs
from sverka.matching.contingent.splink_settings import LOG_LEVEL, settings
from sverka.matching.forms import Forms, forms_of
from sverka.matching.frequencies import Terms, frequencies
from sverka.matching.keys import KEY_OF
from sverka.matching.model import shipped_model
from sverka.matching.scoring import shipped_scorer
from sverka.people import variants
from sverka.people.dates import DateRole, read_date
from sverka.people.folding import fold_name
from sverka.people.names import PersonName, Sex

RUNS = 7
SEED = 4
#: How many rows a page has, and the most milliseconds that scoring it may take.
PAGES = {1_000: 10.0, 5_000: 80.0}
DENSE_ROWS, DENSE_LIMIT = 2_000, 150.0
_FREQUENT = {"м": "Иванов", "ж": "Иванова"}
_NO_SLOWER_THAN_A_PEER = 1.0
_REMEMBERED: tuple[Any, ...] = (
    *(forms.surname_form, forms.name_key_form, forms.patronymic_key_form),
    *(forms.patronymic_form, forms.is_known_name, fold_name),
    *(variants.given_key, variants.patronymic_key),
)


class Printed(Struct, frozen=True):
    """What a page prints of one child."""

    name: PersonName
    birth: date | None
    sex: Sex
    enrolled: date | None


def page_figures() -> Iterator[Figure]:
    for rows, limit in PAGES.items():
        yield from _figures(f"{rows} rows", Contingent(rows, SEED).lines(), limit)
    dense = [
        replace(line, surname=_FREQUENT[line.sex]) for line in Contingent(DENSE_ROWS, SEED).lines()
    ]
    yield from _figures(f"{DENSE_ROWS} rows of one surname", dense, DENSE_LIMIT)


def _figures(what: str, lines: Sequence[Child], limit: float) -> Iterator[Figure]:
    printed = list(map(_printed, lines))
    ready = _forms(printed)
    peers = {"Splink predict_within": _splink(ready)}
    if find_spec("recordlinkage"):
        peers["recordlinkage"] = _recordlinkage(ready)
    actions: list[Callable[[], object]] = [partial(_score, ready), partial(_forms, printed)]
    ours, reading, *theirs = in_turn(RUNS, *map(_timed, (*actions, *peers.values())))
    yield Figure(f"{what}: candidates and scores", ours, "ms", limit)
    yield Figure(f"{what}: the forms of its names", reading, "ms", limit)
    for name, peer in zip(peers, theirs, strict=True):
        yield Figure(f"{what}: beside a peer", ours, "ms", _NO_SLOWER_THAN_A_PEER, peer, name)


def _timed(action: Callable[[], object]) -> Callable[[], float]:
    return partial(milliseconds, action)


def _printed(line: Child) -> Printed:
    today = datetime.now(tz=UTC).date()
    return Printed(
        PersonName(line.surname, line.name, line.patronymic),
        read_date(line.birth, DateRole.PUPIL_BIRTH, today).value,
        Sex.MALE if line.sex == "м" else Sex.FEMALE,
        read_date(line.enrolled, DateRole.EVENT, today).value,
    )


def _forms(printed: Sequence[Printed]) -> list[Forms]:
    for remembered in _REMEMBERED:
        remembered.cache_clear()
    return [forms_of(row.name, row.birth, row.sex, row.enrolled) for row in printed]


def _score(records: Sequence[Forms]) -> None:
    scorer = shipped_scorer()
    for left, right in candidate_pairs(records, scorer.model):
        scorer.score(records[left], records[right])


def _splink(records: Sequence[Forms]) -> Callable[[], object]:
    """A linker that lives as long as the helper does, with the same model; a page goes in."""
    from splink import DuckDBAPI, Linker

    model = shipped_model()
    database = DuckDBAPI()
    page = _table(records)
    linker = Linker(
        database.register(page), settings(model, link=False, tight=False), log_level=LOG_LEVEL
    )
    for comparison in model.comparisons:
        if comparison.term_frequency:
            known: Terms = getattr(frequencies(), comparison.field)
            terms = sorted({*known.counts, *filter(None, page[comparison.field].to_pylist())})
            shares = {
                comparison.field.value: terms,
                f"tf_{comparison.field}": map(known.share, terms),
            }
            lookup = database.register(pa.table({name: list(it) for name, it in shares.items()}))
            linker.table_management.register_term_frequency_lookup(lookup, comparison.field)

    def score() -> None:
        found = linker.inference.predict_within(
            database.register(_table(records)), threshold_match_weight=model.thresholds.possible
        )
        found.as_duckdbpyrelation().fetchall()

    return score


def _table(records: Sequence[Forms]) -> pa.Table:
    rows = pa.array(range(len(records)), pa.int64())
    schema = pa.schema(
        [
            *((name, pa.string()) for name in Forms.__struct_fields__[:-2]),
            ("enrolled", pa.int32()),
            ("known_name", pa.bool_()),
        ]
    )
    return pa.Table.from_pylist(list(map(asdict, records)), schema).add_column(0, "row", rows)


def _recordlinkage(records: Sequence[Forms]) -> Callable[[], object]:
    """The same candidates by its blocks, the fields compared by its functions, and summed up."""
    import pandas as pd
    import recordlinkage

    rules = [[key.value for key in rule.keys] for rule in shipped_model().blocking]
    rows = [
        asdict(record) | {key.value: key_of(record) for key, key_of in KEY_OF.items()}
        for record in records
    ]

    def score() -> Any:
        page = pd.DataFrame(rows)
        index = recordlinkage.Index()
        for keys in rules:
            if page[keys].notna().all(axis=1).any():
                index.block(keys)
        compare = recordlinkage.Compare()
        for field in ("surname", "name", "patronymic", "birth_date"):
            compare.string(field, field, method="levenshtein")
        for field in ("sex", "enrolled"):
            compare.exact(field, field)
        return compare.compute(index.index(page), page).sum(axis=1)

    return score


if __name__ == "__main__":
    print_figures("Pairs of a page", list(page_figures()))
