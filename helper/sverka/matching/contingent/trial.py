"""How well a model decides on records whose children are known."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from pyarrow import compute

from sverka.matching.contingent.blocks import choose_tightness
from sverka.matching.contingent.engine import DuckDB, score_pairs
from sverka.matching.contingent.training import CHILD
from sverka.matching.model import Model
from sverka.matching.vocabulary import Field, Level, Verdict

_AGREE = (Level.EXACT, Level.MISSING)
_VERDICTS = (Verdict.SAME, Verdict.POSSIBLE, Verdict.DIFFERENT)


class Told(Struct, frozen=True):
    """How many pairs of one child and how many of two fell to the same case."""

    own: int
    others: int


class Trial(Struct, frozen=True):
    """Pairs of known children as the model judged them; a case is told only where it occurs."""

    records: int
    #: How many pairs of records are one child's.
    pairs: int
    verdicts: dict[Verdict, Told]
    #: What each guard kept from being said.
    guards: dict[str, Told]
    #: In which levels two children differ that were taken for one.
    mistaken: dict[tuple[Field, Level], int]
    #: Pairs of two children born on one day, with different first names, that were taken for one.
    twins: int

    @property
    def missed(self) -> int:
        """Pairs of one child that were not compared or came to too few bits."""
        return self.pairs - sum(told.own for told in self.verdicts.values())

    @property
    def precision(self) -> float:
        same = self.verdicts[Verdict.SAME]
        return _share(same.own, same.own + same.others)

    @property
    def recall(self) -> float:
        return _share(self.verdicts[Verdict.SAME].own, self.pairs)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return _share(2 * self.precision * self.recall, both)


class _Case(Struct, frozen=True):
    """What pairs have in common that are counted together."""

    own: bool
    verdict: Verdict
    guard: str | None
    levels: dict[Field, Level]

    @property
    def is_mistaken(self) -> bool:
        return self.verdict is Verdict.SAME and not self.own

    @property
    def is_of_twins(self) -> bool:
        one_day = self.levels[Field.BIRTH_DATE] is Level.EXACT
        return one_day and self.levels[Field.NAME] not in (*_AGREE, Level.SWAPPED)


def trial(model: Model, records: pa.Table, folder: Path) -> Trial:
    """Judge the records that have a `child`; `folder` takes what does not fit in memory."""
    known = records.filter(compute.is_valid(records[CHILD]))
    forms = known.drop_columns([CHILD])
    tight = choose_tightness(model, forms, None)
    with closing(DuckDB(folder)) as database:
        scored = score_pairs(model, forms, None, database, tight=tight)
    cases = list(_cases(model, known, scored))
    return Trial(
        records=known.num_rows,
        pairs=_pairs(known[CHILD]),
        verdicts={verdict: _told(cases, "verdict", verdict) for verdict in _VERDICTS},
        guards={guard.name: _told(cases, "guard", guard.name) for guard in model.guards},
        mistaken=_mistaken(cases),
        twins=sum(count for case, count in cases if case.is_mistaken and case.is_of_twins),
    )


def _pairs(children: pa.ChunkedArray) -> int:
    counts = compute.value_counts(children).field("counts").to_pylist()
    return sum(count * (count - 1) // 2 for count in counts)


def _cases(model: Model, known: pa.Table, scored: pa.Table) -> Iterator[tuple[_Case, int]]:
    """Every combination of the truth, the verdict and the levels, and how often it occurs."""
    fields = [comparison.field for comparison in model.comparisons]
    left, right = (
        known[CHILD].take(compute.index_in(scored[side], value_set=known["row"].combine_chunks()))
        for side in ("left", "right")
    )
    columns = [
        compute.equal(left, right).to_pylist(),
        *(scored[name].to_pylist() for name in ("verdict", "guard", *fields)),
    ]
    for (own, verdict, guard, *levels), count in Counter(zip(*columns, strict=True)).items():
        by_field = dict(zip(fields, map(Level, levels), strict=True))
        yield _Case(own, Verdict(verdict), guard, by_field), count


def _told(cases: list[tuple[_Case, int]], what: str, value: str) -> Told:
    found = [(case.own, count) for case, count in cases if getattr(case, what) == value]
    return Told(
        own=sum(count for own, count in found if own),
        others=sum(count for own, count in found if not own),
    )


def _mistaken(cases: list[tuple[_Case, int]]) -> dict[tuple[Field, Level], int]:
    found = Counter[tuple[Field, Level]]()
    for case, count in cases:
        if case.is_mistaken:
            differing = [item for item in case.levels.items() if item[1] not in _AGREE]
            found.update(dict.fromkeys(differing, count))
    return dict(found.most_common())


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
