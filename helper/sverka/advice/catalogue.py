"""The rules' texts, quotes, reasons and plans, as `rules.toml` holds them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

from sverka.advice.vocabulary import Action, Advice

Who = Literal["uo", "earlier", "later"]
Due = Literal["depart", "delete", "today", "none"]


@dataclass(frozen=True, slots=True)
class StepTemplate:
    """One step before its names are filled in; `n` is its place in every plan."""

    n: int
    who: Who
    action: Action
    text: str
    due: Due
    account: Literal["earlier", "later"] | None
    condition: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; `why` maps reason and advice to a sentence, `plans` a reason to step names."""

    text: str
    quote: str
    source: str
    why: Mapping[tuple[str, Advice], str]
    plans: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything of `rules.toml`."""

    rules: Mapping[str, Rule]
    steps: Mapping[str, StepTemplate]
    words: Mapping[str, str]


@cache
def catalogue() -> Catalogue:
    source = resources.files("sverka.advice").joinpath("rules.toml").read_text(encoding="utf-8")
    table = tomllib.loads(source)
    conditions = table["conditions"]
    return Catalogue(
        rules={name: _rule(entry, table["sources"]) for name, entry in table["rules"].items()},
        steps={
            name: StepTemplate(
                n=n,
                who=entry["who"],
                action=Action(entry["action"]),
                text=entry["text"],
                due=entry["due"],
                account=entry.get("account"),
                condition=conditions[entry["condition"]] if "condition" in entry else None,
            )
            for n, (name, entry) in enumerate(table["steps"].items())
        },
        words=table["words"],
    )


def _rule(entry: dict[str, dict[str, dict[str, str]]], sources: Mapping[str, str]) -> Rule:
    return Rule(
        text=str(entry["text"]),
        quote=str(entry["quote"]),
        source=": ".join(sources[name] for name in entry["sources"]),
        why={
            (reason, Advice(advice)): sentence
            for reason, sentences in entry.get("why", {}).items()
            for advice, sentence in sentences.items()
        },
        plans={reason: tuple(names) for reason, names in entry.get("plan", {}).items()},
    )
