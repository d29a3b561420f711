"""Trains the weights of the model on a contingent, by known children or by Splink's EM."""

from typing import Any

import pyarrow as pa
import splink
from msgspec.structs import replace
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

from sverka.matching.contingent.splink_settings import LOG_LEVEL, levels_in_order, settings
from sverka.matching.model import Comparison, Fixed, Model, Training, Weight
from sverka.matching.vocabulary import Level

#: The column that tells the children apart, where somebody knows them.
CHILD = "child"
_SAMPLED_PAIRS = 5e6
# Further digits are the order in which threads add up, another one at every run.
_DIGITS = 6
_SEED = 1
# Nearly all pairs of these blocks are one child's, so EM is not led astray by relatives; the field
# that one block holds equal is learned in the other.
_EM_BLOCKS = ("snils", "certificate")

#: Of each level what Splink found; `None` where the records do not show it.
Found = dict[Level, tuple[float | None, float | None]]


def train(
    base: Model, records: pa.Table, file: str, *, sampled_pairs: float = _SAMPLED_PAIRS
) -> Model:
    """`base` with the weights that `records` show; what is fixed stays.

    `records` is what `comparable` makes. With a column `child` m is counted, else Splink's EM
    estimates it. A level that the records do not show gets weights of 0, so that `untrained` names
    it. u is counted in `sampled_pairs` of any two records.
    """
    labelled = CHILD in records.column_names
    database = DuckDBAPI()
    linker = Linker(database.register(records), _blank(base), log_level=LOG_LEVEL)
    linker.training.estimate_u_using_random_sampling(max_pairs=sampled_pairs, seed=_SEED)
    if labelled:
        linker.training.estimate_m_from_label_column(CHILD)
    else:
        for column in _EM_BLOCKS:
            if _has_pairs(records[column]):
                linker.training.estimate_parameters_using_expectation_maximisation(block_on(column))
    found = linker.misc.save_model_to_json()["comparisons"]
    training = Training(
        method="labels" if labelled else "em",
        rows=records.num_rows,
        splink=splink.__version__,
        file=file,
    )
    comparisons = tuple(
        _trained(comparison, _found(comparison, trained))
        for comparison, trained in zip(base.comparisons, found, strict=True)
    )
    return replace(base, trained=training, comparisons=comparisons)


def _has_pairs(values: pa.ChunkedArray) -> bool:
    """Whether two records share a value; Splink gives up where none do."""
    known = values.drop_null()
    return len(known.unique()) < len(known)


def _blank(base: Model) -> SettingsCreator:
    """The settings of `base` without the weights that are to be found."""
    blank = settings(base, link=False, tight=False)
    for comparison, compiled in zip(base.comparisons, blank.comparisons, strict=True):
        for level, written in _by_level(comparison, compiled).items():
            fixed = comparison.levels[level].fixed
            written["fix_m_probability"] = fixed is Fixed.BOTH
            written["fix_u_probability"] = fixed is not Fixed.NOTHING
            if fixed is not Fixed.BOTH:
                del written["m_probability"]
            if fixed is Fixed.NOTHING:
                del written["u_probability"]
    return blank


def _by_level(comparison: Comparison, written: Any) -> dict[Level, dict[str, Any]]:
    """Splink's levels of one comparison; the first, for missing values, has no weights."""
    strongest_first = reversed(levels_in_order(comparison.field))
    return dict(zip(strongest_first, written["comparison_levels"][1:], strict=True))


def _found(comparison: Comparison, written: Any) -> Found:
    return {
        level: (found.get("m_probability"), found.get("u_probability"))
        for level, found in _by_level(comparison, written).items()
    }


def _trained(comparison: Comparison, found: Found) -> Comparison:
    levels = {
        level: Weight(_rounded(m), _rounded(u), comparison.levels[level].fixed)
        for level, (m, u) in found.items()
    }
    return replace(comparison, levels=levels)


def _rounded(probability: float | None) -> float:
    return float(f"{probability or 0.0:.{_DIGITS}g}")
