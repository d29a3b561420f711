"""Scores pairs by the model in pure Python: what a page needs, without a database."""

from bisect import bisect
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from math import inf, log2
from operator import attrgetter

from msgspec import Struct

from sverka.matching.forms import Forms
from sverka.matching.frequencies import Frequencies, Terms, frequencies
from sverka.matching.levels import LEVEL_OF
from sverka.matching.model import Guard, Model, shipped_model
from sverka.matching.vocabulary import Field, Level, Verdict


class FieldScore(Struct, frozen=True, gc=False):
    """How one field agrees and how much that says; a missing value says nothing."""

    level: Level
    bits: float


class Score(Struct, frozen=True, gc=False):
    """The fields' bits and their sum, and the verdict with the guard that lowered it.

    `told`: there is a field that both records tell.
    """

    fields: dict[Field, FieldScore]
    told: bool
    bits: float
    verdict: Verdict
    guard: str | None


_MISSING = FieldScore(Level.MISSING, 0.0)
_TELLS_NOTHING = Forms()
_TERMS_REMEMBERED = 4096
_STRENGTH = (Verdict.DIFFERENT, Verdict.POSSIBLE, Verdict.SAME)


class Scorer:
    """Holds a model ready for many pairs."""

    def __init__(self, model: Model, terms: Frequencies) -> None:
        self.model = model
        self._scores = {
            comparison.field: {
                level: FieldScore(level, weight.bits) for level, weight in comparison.levels.items()
            }
            | {Level.MISSING: _MISSING}
            for comparison in model.comparisons
        }
        self._verdict = remembered_verdicts(model)
        self._rarity = lru_cache(_TERMS_REMEMBERED)(self._weigh_term)
        self._terms: dict[Field, tuple[Terms, float]] = {
            comparison.field: (getattr(terms, comparison.field), comparison.levels[Level.EXACT].m)
            for comparison in model.comparisons
            if comparison.term_frequency
        }
        self._told = attrgetter(*self._scores)
        self._levels = [
            (field, LEVEL_OF[field], scores, None if field in self._terms else scores[Level.EXACT])
            for field, scores in self._scores.items()
        ]
        self._untold = self._weigh(_TELLS_NOTHING, _TELLS_NOTHING)

    def score(self, left: Forms, right: Forms) -> Score:
        """The score of two records; it is the same when they change places."""
        # Half of a page's accounts may be known by their number alone.
        if left == _TELLS_NOTHING or right == _TELLS_NOTHING:
            return self._untold
        return self._weigh(left, right)

    def _weigh(self, left: Forms, right: Forms) -> Score:
        fields = {}
        levels = []
        bits = 0.0
        both = zip(self._levels, self._told(left), self._told(right), strict=True)
        for (field, level_of, scores, exact), a, b in both:
            # Most fields of most pairs are equal, or told of nobody.
            if a != b:
                found = scores[level_of(left, right)]
            elif a is None:
                found = _MISSING
            else:
                found = exact or self._rarity(field, a)
            fields[field] = found
            levels.append(found.level)
            bits += found.bits
        told = levels.count(_MISSING.level) < len(levels)
        verdict, guard = self._verdict(tuple(levels), bits)
        return Score(fields, told, bits, verdict, guard)

    def _weigh_term(self, field: Field, term: str) -> FieldScore:
        """An exact agreement says the more the fewer people bear the name."""
        terms, m = self._terms[field]
        return FieldScore(Level.EXACT, log2(m / terms.share(term)))


@cache
def shipped_scorer() -> Scorer:
    return Scorer(shipped_model(), frequencies())


def remembered_verdicts(
    model: Model,
) -> Callable[[tuple[Level, ...], float], tuple[Verdict, str | None]]:
    """`verdict_of` for very many pairs: levels, in the model's order, have few combinations."""
    fields = [comparison.field for comparison in model.comparisons]
    steps = (-inf, model.thresholds.possible, model.thresholds.same)

    @cache
    def remembered(levels: tuple[Level, ...], step: int) -> tuple[Verdict, str | None]:
        return verdict_of(model, dict(zip(fields, levels, strict=True)), steps[step])

    def verdict(levels: tuple[Level, ...], bits: float) -> tuple[Verdict, str | None]:
        # Between two thresholds all sums have one verdict.
        return remembered(levels, bisect(steps, bits) - 1)

    return verdict


def verdict_of(
    model: Model, levels: Mapping[Field, Level], bits: float
) -> tuple[Verdict, str | None]:
    """The verdict that the bits give, and the name of the strictest guard that lowered it."""
    if bits < model.thresholds.possible:
        return Verdict.DIFFERENT, None
    verdict = Verdict.SAME if bits >= model.thresholds.same else Verdict.POSSIBLE
    holding = [guard for guard in model.guards if _holds(guard, levels)]
    strictest = min(holding, key=lambda guard: _strength(guard.at_most), default=None)
    if strictest is None or _strength(strictest.at_most) >= _strength(verdict):
        return verdict, None
    return strictest.at_most, strictest.name


def _strength(verdict: Verdict) -> int:
    return _STRENGTH.index(verdict)


def _holds(guard: Guard, levels: Mapping[Field, Level]) -> bool:
    return all(levels[field] in wanted for field, wanted in guard.when.items()) and not any(
        levels[field] in excusing for field, excusing in guard.unless.items()
    )
