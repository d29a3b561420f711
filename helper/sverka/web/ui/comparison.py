"""Two accounts side by side: which fields differ, and the bar of what each of them weighs."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from sverka.contract import AccountInfo, PairInfo
from sverka.matching.comparison import FieldComparison
from sverka.matching.vocabulary import Level

#: A bar is drawn in so many units.
WIDTH = 100
_THINNEST = 1.0


class Likeness(StrEnum):
    """How a field is marked."""

    SAME = "same"
    NEAR = "near"
    OTHER = "other"
    UNKNOWN = "unknown"


_LIKENESS = {
    Level.EXACT: Likeness.SAME,
    Level.FOLDED: Likeness.SAME,
    Level.DIFFERENT: Likeness.OTHER,
    Level.OTHER_NAME: Likeness.OTHER,
    Level.MISSING: Likeness.UNKNOWN,
}


class Bar(Struct, frozen=True):
    """A weight as a part of the way from nothing to the sum; `zero` is where nothing stands."""

    zero: float
    start: float
    length: float
    is_against: bool


class ComparedField(Struct, frozen=True):
    """One row of the comparison; `bar` is missing for a field without weight."""

    told: FieldComparison
    likeness: Likeness
    bar: Bar | None


class Comparison(Struct, frozen=True):
    """Two accounts of a group with all that is compared of them."""

    pair: PairInfo
    left: AccountInfo
    right: AccountInfo
    fields: tuple[ComparedField, ...]
    total: Bar | None


def compared(pair: PairInfo, accounts: Mapping[str, AccountInfo]) -> Comparison:
    """The pair, each bar beginning where the one before it ended."""
    scale = _Scale.of(pair.fields)
    return Comparison(
        pair=pair,
        left=accounts[pair.a],
        right=accounts[pair.b],
        fields=tuple(_fields(pair, scale)),
        total=None if pair.bits is None else scale.bar(0, pair.bits),
    )


class _Scale(Struct, frozen=True):
    """From the lowest sum that is reached on the way to the highest."""

    lowest: float
    highest: float

    @classmethod
    def of(cls, fields: tuple[FieldComparison, ...]) -> "_Scale":
        reached = [0.0]
        for field in fields:
            reached.append(reached[-1] + (field.bits or 0))
        return cls(min(reached), max(reached))

    def bar(self, start: float, end: float) -> Bar:
        first, last = sorted((self._place(start), self._place(end)))
        return Bar(self._place(0), first, max(_THINNEST, round(last - first, 1)), end < start)

    def _place(self, bits: float) -> float:
        return round((bits - self.lowest) / ((self.highest - self.lowest) or 1) * WIDTH, 1)


def _fields(pair: PairInfo, scale: _Scale) -> Iterator[ComparedField]:
    reached = 0.0
    for field in pair.fields:
        bar = None
        if field.bits is not None:
            bar = scale.bar(reached, reached + field.bits)
            reached += field.bits
        yield ComparedField(field, _LIKENESS.get(field.level, Likeness.NEAR), bar)
