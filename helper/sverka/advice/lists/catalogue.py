"""The texts, quotes, reasons and steps of the rules for lists, as `rules.toml` holds them."""

from collections.abc import Mapping
from functools import cache

from sverka.advice.cards.catalogue import CardRule, rules_in
from sverka.tables import table_beside


@cache
def list_rules() -> Mapping[str, CardRule]:
    """Every rule by its number."""
    return rules_in(table_beside(__file__, "rules.toml"))
