"""The texts, quotes, reasons and steps of the rules for cards, as `rules.toml` holds them."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from sverka.advice.cards.vocabulary import FindingAdvice
from sverka.tables import table_beside


class CardRule(Struct, frozen=True):
    """One rule; `why` maps reason and advice to a sentence, `steps` a reason to what to do."""

    text: str
    quote: str
    source: str
    why: Mapping[tuple[str, FindingAdvice], str]
    steps: Mapping[str, tuple[str, ...]]


@cache
def card_rules() -> Mapping[str, CardRule]:
    """Every rule by its number."""
    return rules_in(table_beside(__file__, "rules.toml"))


def rules_in(table: Mapping[str, Any]) -> Mapping[str, CardRule]:
    """The rules of a file written as `rules.toml` is."""
    return {name: _rule(entry, table["sources"]) for name, entry in table["rules"].items()}


def _rule(entry: Mapping[str, Any], sources: Mapping[str, str]) -> CardRule:
    return CardRule(
        text=entry["text"],
        quote=entry["quote"],
        source=": ".join(sources[name] for name in entry["sources"]),
        why={
            (reason, FindingAdvice(advice)): sentence
            for reason, sentences in entry["why"].items()
            for advice, sentence in sentences.items()
        },
        steps={reason: tuple(steps) for reason, steps in entry.get("steps", {}).items()},
    )
