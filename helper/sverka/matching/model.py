"""The one model: how much each level of agreement says, which pairs to look at, where to decide.

A page and a contingent are scored by the same file, `model.json`.
"""

from enum import StrEnum
from functools import cache
from math import log2
from pathlib import Path

import msgspec
from msgspec import Struct

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.keys import Key
from sverka.matching.levels import LEVEL_SQL
from sverka.matching.vocabulary import Field, Level, Verdict

#: The file that «Сверка» is delivered with.
SHIPPED = Path(__file__).with_name("model.json")


class Fixed(StrEnum):
    """Which of a weight's two numbers are set by hand."""

    NOTHING = "nothing"
    U = "u"
    BOTH = "both"


class Weight(Struct, frozen=True):
    """m: how often a child's two records agree so far; u: how often two children's do.

    Training leaves what is `fixed` as it is: agreements so rare by chance that no sample shows
    them.
    """

    m: float
    u: float
    fixed: Fixed = Fixed.NOTHING

    @property
    def bits(self) -> float:
        return log2(self.m / self.u)


class Comparison(Struct, frozen=True):
    """The weights of one field; `term_frequency` weighs an exact agreement by its rarity."""

    field: Field
    levels: dict[Level, Weight]
    term_frequency: bool = False


class Guard(Struct, frozen=True):
    """A combination of levels that forbids a verdict, whatever the score.

    It holds where every field of `when` has one of its levels and no field of `unless` has.
    """

    name: str
    at_most: Verdict
    when: dict[Field, tuple[Level, ...]]
    unless: dict[Field, tuple[Level, ...]] = {}


class BlockingRule(Struct, frozen=True):
    """Pairs are compared that agree on all keys; `tight` are added in very large contingents."""

    keys: tuple[Key, ...]
    tight: tuple[Key, ...] = ()


class Thresholds(Struct, frozen=True):
    """The bits from which a pair is the same child, or possibly is."""

    same: float
    possible: float


class Training(Struct, frozen=True):
    """Where the weights come from."""

    method: str
    rows: int
    splink: str
    file: str


class Model(Struct, frozen=True):
    """The whole model; `untrained` must have nothing to say of it."""

    trained: Training
    comparisons: tuple[Comparison, ...]
    guards: tuple[Guard, ...]
    blocking: tuple[BlockingRule, ...]
    thresholds: Thresholds

    def to_json(self) -> bytes:
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


def untrained(model: Model) -> list[str]:
    """Every level without a weight of its own, as `field.level`: such a model must not be used."""
    found = []
    weights = {comparison.field: comparison.levels for comparison in model.comparisons}
    for field, levels in LEVEL_SQL.items():
        for level in (*levels, Level.DIFFERENT):
            weight = weights.get(field, {}).get(level)
            if weight is None or not (0 < weight.m <= 1 and 0 < weight.u <= 1):
                found.append(f"{field}.{level}")
    return found


@cache
def shipped_model() -> Model:
    return msgspec.json.decode(SHIPPED.read_bytes(), type=Model)


def read_model(file: Path) -> Model:
    """A model of one's own.

    Raises `SverkaError` (`bad-request`) where the file is no model or a level has no weight.
    """
    try:
        model = msgspec.json.decode(file.read_bytes(), type=Model)
    except (OSError, msgspec.DecodeError):
        raise SverkaError(ErrorCode.BAD_REQUEST, "model-unreadable", file=file) from None
    require_trained(model, file)
    return model


def require_trained(model: Model, file: Path) -> None:
    """Raise `SverkaError` (`bad-request`) where a level has no weight; `file` is the model's."""
    if missing := untrained(model):
        raise SverkaError(
            ErrorCode.BAD_REQUEST, "model-untrained", file=file, levels=", ".join(missing)
        )
