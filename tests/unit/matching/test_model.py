"""The model is whole: every level is weighted, and a model that is not is refused in Russian."""

import json
from collections.abc import Callable
from math import nan
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.keys import KEY_OF, KEY_SQL, Key
from sverka.matching.levels import LEVEL_OF, LEVEL_SQL
from sverka.matching.model import (
    SHIPPED,
    Comparison,
    Fixed,
    Model,
    Weight,
    read_model,
    shipped_model,
    untrained,
)
from sverka.matching.vocabulary import Field, Level

# Two sets of levels are estimated from two samples.
_ROUNDING = 0.005
WEIGHTED = [
    (field, level) for field, levels in LEVEL_SQL.items() for level in (*levels, Level.DIFFERENT)
]


def without(field: Field, level: Level) -> Model:
    return changed(field, lambda levels: {key: levels[key] for key in levels if key is not level})


def weighted(field: Field, level: Level, weight: Weight) -> Model:
    return changed(field, lambda levels: levels | {level: weight})


def changed(field: Field, change: Callable[[dict[Level, Weight]], dict[Level, Weight]]) -> Model:
    def comparison(old: Comparison) -> Comparison:
        return replace(old, levels=change(old.levels)) if old.field is field else old

    model = shipped_model()
    return replace(model, comparisons=tuple(map(comparison, model.comparisons)))


def written(model: Model, folder: Path) -> Path:
    file = folder / "model.json"
    file.write_bytes(model.to_json())
    return file


def test_the_shipped_model_is_trained_in_every_level() -> None:
    assert untrained(shipped_model()) == []


def test_the_shipped_model_weighs_each_level_once_and_no_other() -> None:
    shipped = [
        (comparison.field, level)
        for comparison in shipped_model().comparisons
        for level in comparison.levels
    ]
    assert sorted(shipped) == sorted(WEIGHTED)


def test_every_field_has_levels_in_python_and_in_sql() -> None:
    assert set(LEVEL_OF) == set(LEVEL_SQL) == set(Field)


def test_every_key_is_read_in_python_and_in_sql() -> None:
    assert set(KEY_OF) == set(KEY_SQL) == set(Key)


@pytest.mark.parametrize(("field", "level"), WEIGHTED)
def test_a_level_without_a_weight_is_named(field: Field, level: Level) -> None:
    assert untrained(without(field, level)) == [f"{field}.{level}"]


def test_a_field_without_weights_is_named_level_by_level() -> None:
    model = shipped_model()
    without_sex = tuple(each for each in model.comparisons if each.field is not Field.SEX)
    assert untrained(replace(model, comparisons=without_sex)) == ["sex.exact", "sex.different"]


@pytest.mark.parametrize(
    ("m", "u"),
    [(0, 0.5), (0.5, 0), (nan, 0.5), (0.5, nan), (-0.1, 0.5), (0.5, -0.1), (1.1, 0.5), (0.5, 2)],
)
def test_a_weight_that_is_no_probability_is_named(m: float, u: float) -> None:
    model = weighted(Field.NAME, Level.EDIT_1, Weight(m, u))
    assert untrained(model) == ["name.edit-1"]


def test_a_model_stays_what_it_is_when_it_is_written_and_read(tmp_path: Path) -> None:
    assert read_model(written(shipped_model(), tmp_path)) == shipped_model()
    assert shipped_model().to_json() == SHIPPED.read_bytes()


@pytest.mark.parametrize(
    "model",
    [
        without(Field.NAME, Level.OTHER_NAME),
        weighted(Field.NAME, Level.OTHER_NAME, Weight(0, 0.5)),
        weighted(Field.NAME, Level.OTHER_NAME, Weight(-1, 0.5)),
    ],
)
def test_an_untrained_model_is_refused_and_the_level_is_named(model: Model, tmp_path: Path) -> None:
    with pytest.raises(SverkaError) as refused:
        read_model(written(model, tmp_path))
    assert (refused.value.code, refused.value.reason) == (ErrorCode.BAD_REQUEST, "model-untrained")
    assert "name.other-name" in refused.value.message


def nothing(_model: dict[str, Any]) -> Any:
    return None


def unknown_level(model: dict[str, Any]) -> Any:
    model["comparisons"][0]["levels"]["nearly"] = {"m": 0.5, "u": 0.5}
    return model


def unknown_key(model: dict[str, Any]) -> Any:
    model["blocking"][0]["keys"] = ["shoe-size"]
    return model


def no_number(model: dict[str, Any]) -> Any:
    model["comparisons"][0]["levels"]["exact"]["m"] = nan
    return model


@pytest.mark.parametrize("spoil", [nothing, unknown_level, unknown_key, no_number])
def test_a_file_that_holds_no_model_is_refused(
    spoil: Callable[[dict[str, Any]], Any], tmp_path: Path
) -> None:
    file = tmp_path / "model.json"
    file.write_text(json.dumps(spoil(json.loads(SHIPPED.read_bytes()))), encoding="utf-8")
    with pytest.raises(SverkaError) as refused:
        read_model(file)
    assert (refused.value.code, refused.value.reason) == (ErrorCode.BAD_REQUEST, "model-unreadable")
    assert str(file) in refused.value.message


def test_a_model_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SverkaError) as refused:
        read_model(tmp_path / "model.json")
    assert refused.value.reason == "model-unreadable"


def test_guards_have_names_of_their_own() -> None:
    names = [guard.name for guard in shipped_model().guards]
    assert len(set(names)) == len(names)


def test_guards_ask_only_for_levels_that_a_field_can_have() -> None:
    asked = {
        (field, level)
        for guard in shipped_model().guards
        for conditions in (guard.when, guard.unless)
        for field, levels in conditions.items()
        for level in levels
    }
    assert asked <= {*WEIGHTED, *((field, Level.MISSING) for field in Field)}


def test_shares_of_one_field_are_no_more_than_all_pairs() -> None:
    for comparison in shipped_model().comparisons:
        weights = comparison.levels.values()
        m = [weight.m for weight in weights if weight.fixed is not Fixed.BOTH]
        u = [weight.u for weight in weights if weight.fixed is Fixed.NOTHING]
        assert sum(m) <= 1 + _ROUNDING
        assert sum(u) <= 1 + _ROUNDING


@pytest.mark.parametrize("field", Field)
def test_an_exact_agreement_speaks_for_one_child_and_a_difference_against_it(field: Field) -> None:
    levels = {each.field: each.levels for each in shipped_model().comparisons}[field]
    assert levels[Level.EXACT].bits > 0 > levels[Level.DIFFERENT].bits
    assert max(weight.bits for weight in levels.values()) == pytest.approx(
        levels[Level.EXACT].bits, abs=6
    )


def test_the_same_child_needs_more_than_a_possible_one() -> None:
    assert shipped_model().thresholds.same > shipped_model().thresholds.possible > 0


def test_a_written_model_is_read_by_people_too() -> None:
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) < 100
    assert msgspec.json.decode(SHIPPED.read_bytes(), type=Model) == shipped_model()
