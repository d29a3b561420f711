"""The model compiled to Splink's settings: the same levels, weights and keys in SQL."""

import logging
from typing import Any

from splink import SettingsCreator

from sverka.matching.keys import KEY_SQL
from sverka.matching.levels import LEVEL_SQL
from sverka.matching.model import BlockingRule, Comparison, Model
from sverka.matching.vocabulary import Field, Level

#: The column that identifies a record.
ROW = "row"
#: What Splink may say on the operator's screen; its remarks are for those who write models.
LOG_LEVEL = logging.ERROR
# Splink adds the prior to the sum of bits; even odds add nothing.
_EVEN_ODDS = 0.5


def settings(model: Model, *, link: bool, tight: bool) -> SettingsCreator:
    """Settings for pairs within one table or, with `link`, between two.

    `tight` adds the keys that keep blocks small in very large contingents.
    """
    return SettingsCreator(
        link_type="link_only" if link else "dedupe_only",
        unique_id_column_name=ROW,
        probability_two_random_records_match=_EVEN_ODDS,
        comparisons=[_comparison(comparison) for comparison in model.comparisons],
        blocking_rules_to_generate_predictions=[
            {"blocking_rule": blocking_sql(rule, tight=tight)} for rule in model.blocking
        ],
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=True,
    )


def blocking_sql(rule: BlockingRule, *, tight: bool) -> str:
    """The rule as the condition of a join of `l` and `r`."""
    keys = (*rule.keys, *rule.tight) if tight else rule.keys
    return " AND ".join(
        f"{KEY_SQL[key].format(t='l')} = {KEY_SQL[key].format(t='r')}" for key in keys
    )


def levels_in_order(field: Field) -> list[Level]:
    """The levels of a field as Splink numbers them: from 0 for the weakest."""
    return [Level.DIFFERENT, *reversed(LEVEL_SQL[field])]


def _comparison(comparison: Comparison) -> dict[str, Any]:
    column = comparison.field.value
    missing = {
        "sql_condition": f"{column}_l IS NULL OR {column}_r IS NULL",
        "label_for_charts": Level.MISSING.value,
        "is_null_level": True,
    }
    levels = [
        _level(comparison, level, LEVEL_SQL[comparison.field].get(level, "ELSE"))
        for level in reversed(levels_in_order(comparison.field))
    ]
    return {"output_column_name": column, "comparison_levels": [missing, *levels]}


def _level(comparison: Comparison, level: Level, sql: str) -> dict[str, Any]:
    weight = comparison.levels[level]
    found: dict[str, Any] = {
        "sql_condition": sql,
        "label_for_charts": level.value,
        "m_probability": weight.m,
        "u_probability": weight.u,
    }
    if comparison.term_frequency and level is Level.EXACT:
        found["tf_adjustment_column"] = comparison.field.value
    return found
