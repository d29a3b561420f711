"""Training finds again the weights that are shipped, and owns up to those it could not find."""

from collections.abc import Sequence
from functools import cache

import pyarrow as pa
import pytest
from msgspec.structs import replace

from benchmarks.contingent import Child
from sverka.matching.contingent.training import CHILD, train
from sverka.matching.model import Fixed, Model, Weight, shipped_model, untrained
from sverka.matching.vocabulary import Field, Level
from tests.unit.matching.contingent.pupils import children, compared

# More time than `make test` may take.
pytestmark = pytest.mark.slow

ROWS, SEED = 8_000, 21
PAIRS = 1e6
METHODS = ("labels", "em")
#: Levels that eight thousand pupils show often enough, and how far a weight may be off in bits.
MAIN = [
    *((field, Level.EXACT) for field in Field),
    *((field, Level.DIFFERENT) for field in (Field.SURNAME, Field.SEX, Field.SNILS)),
    *((field, Level.EDIT_1) for field in (Field.SURNAME, Field.NAME, Field.PATRONYMIC)),
    *((Field.SURNAME, level) for level in (Level.SWAPPED, Level.PART)),
    *((Field.BIRTH_DATE, level) for level in (Level.DAY_MONTH, Level.EDIT_1, Level.TWO_PARTS)),
]
CLOSE = 2.5


def trained_on(lines: Sequence[Child], method: str) -> Model:
    records = compared(lines)
    if method == "labels":
        records = records.append_column(CHILD, pa.array([line.child for line in lines]))
    return train(shipped_model(), records, "contingent.csv", sampled_pairs=PAIRS)


@cache
def model_of(method: str) -> Model:
    return trained_on(children(ROWS, SEED), method)


def weights(model: Model) -> dict[tuple[Field, Level], Weight]:
    return {
        (comparison.field, level): weight
        for comparison in model.comparisons
        for level, weight in comparison.levels.items()
    }


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("field", "level"), MAIN)
def test_a_small_contingent_gives_nearly_the_shipped_weights(
    method: str, field: Field, level: Level
) -> None:
    found = weights(model_of(method))[field, level].bits
    shipped = weights(shipped_model())[field, level].bits
    assert found == pytest.approx(shipped, abs=CLOSE)
    assert found * shipped > 0


@pytest.mark.parametrize("method", METHODS)
def test_what_is_fixed_is_left_as_it_is(method: str) -> None:
    found = weights(model_of(method))
    for key, shipped in weights(shipped_model()).items():
        assert found[key].fixed is shipped.fixed
        if shipped.fixed is not Fixed.NOTHING:
            assert found[key].u == shipped.u
        if shipped.fixed is Fixed.BOTH:
            assert found[key] == shipped


@pytest.mark.parametrize("method", METHODS)
def test_training_changes_nothing_but_the_weights(method: str) -> None:
    found, shipped = model_of(method), shipped_model()
    assert (found.guards, found.blocking, found.thresholds) == (
        shipped.guards,
        shipped.blocking,
        shipped.thresholds,
    )
    assert [(each.field, each.term_frequency, *each.levels) for each in found.comparisons] == [
        (each.field, each.term_frequency, *each.levels) for each in shipped.comparisons
    ]


@pytest.mark.parametrize("method", METHODS)
def test_a_model_tells_where_its_weights_come_from(method: str) -> None:
    trained = model_of(method).trained
    assert (trained.method, trained.rows, trained.file) == (method, ROWS, "contingent.csv")
    assert trained.splink.startswith("5.")


@pytest.mark.parametrize("method", METHODS)
def test_a_level_that_no_pair_shows_is_named(method: str) -> None:
    lines = [replace(line, certificate="") for line in children(ROWS, SEED)]
    named = untrained(trained_on(lines, method))
    levels = ("exact", "neighbour", "edit-1", "different")
    assert {f"certificate.{level}" for level in levels} <= set(named)
    assert "surname.exact" not in named


def test_a_contingent_without_any_identifier_trains_nothing_unnoticed() -> None:
    lines = [replace(line, certificate="", snils="") for line in children(500, SEED)]
    assert "surname.exact" in untrained(trained_on(lines, "em"))


def test_training_prints_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    trained_on(children(500, SEED), "labels")
    assert capfd.readouterr() == ("", "")
