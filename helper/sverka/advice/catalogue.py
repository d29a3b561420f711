"""The rules' texts, quotes, reasons and plans, as `rules.toml` holds them."""

import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from sverka import __version__
from sverka.advice.vocabulary import Action, Advice
from sverka.tables import table_beside

Who = Literal["uo", "earlier", "later"]
Due = Literal["depart", "delete", "today", "none"]
_DIGEST_LENGTH = 8


class StepTemplate(Struct, frozen=True):
    """One step before its names are filled in; `order` is its place in every plan."""

    order: int
    who: Who
    action: Action
    text: str
    #: Instead of `text` where the accounts name one organisation only, and where they name none.
    one: str
    none: str
    due: Due
    account: Literal["earlier", "later"] | None
    condition: str | None
    #: Whether it speaks of the group as a whole, not of one pair.
    for_group: bool
    #: Whether it names accounts by number and organisation.
    names_accounts: bool
    #: The step that takes its place once the movement of every account was read.
    once_read: "StepTemplate | None" = None

    def sentence(self, organisations: int) -> str:
        """The text for so many organisations; «A или B» only where there is a choice."""
        if organisations > 1:
            return self.text
        return self.one if organisations else self.none


class Rule(Struct, frozen=True):
    """One rule; `why` maps reason and advice to a sentence, `plans` a reason to ordered steps."""

    text: str
    quote: str
    source: str
    rests_on: tuple[str, ...]
    why: Mapping[tuple[str, Advice], str]
    plans: Mapping[str, tuple[StepTemplate, ...]]


class Catalogue(Struct, frozen=True):
    """Everything of `rules.toml`."""

    rules: Mapping[str, Rule]
    words: Mapping[str, str]


@cache
def catalogue() -> Catalogue:
    table = table_beside(__file__, "rules.toml")
    steps = _steps(table["steps"], table["conditions"])
    rules = {name: _rule(entry, table["sources"], steps) for name, entry in table["rules"].items()}
    return Catalogue(rules, table["words"])


@cache
def rules_version() -> str:
    """Which rules advised: the helper's version with a digest of the texts and plans."""
    digest = hashlib.sha256(Path(__file__).with_name("rules.toml").read_bytes()).hexdigest()
    return f"{__version__}+{digest[:_DIGEST_LENGTH]}"


def _steps(table: Mapping[str, Any], conditions: Mapping[str, str]) -> Mapping[str, StepTemplate]:
    steps = {name: _step(at, entry, conditions) for at, (name, entry) in enumerate(table.items())}
    return {
        name: replace(step, once_read=steps.get(table[name].get("once_read")))
        for name, step in steps.items()
    }


def _step(order: int, entry: Mapping[str, Any], conditions: Mapping[str, str]) -> StepTemplate:
    return StepTemplate(
        order=order,
        who=entry["who"],
        action=Action(entry["action"]),
        text=entry["text"],
        one=entry.get("one", entry["text"]),
        none=entry.get("none", entry["text"]),
        due=entry["due"],
        account=entry.get("account"),
        condition=conditions[entry["condition"]] if "condition" in entry else None,
        for_group=entry["who"] == "uo" and "account" not in entry,
        names_accounts="accounts}" in entry["text"],
    )


def _rule(
    entry: Mapping[str, Any], sources: Mapping[str, str], steps: Mapping[str, StepTemplate]
) -> Rule:
    return Rule(
        text=entry["text"],
        quote=entry["quote"],
        source=": ".join(sources[name] for name in entry["sources"]),
        rests_on=tuple(entry.get("rests_on", ())),
        why={
            (reason, Advice(advice)): sentence
            for reason, sentences in entry.get("why", {}).items()
            for advice, sentence in sentences.items()
        },
        plans={
            reason: tuple(steps[name] for name in names)
            for reason, names in entry.get("plan", {}).items()
        },
    )
