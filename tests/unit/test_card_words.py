"""Card, banner and work list have words for every value of the contract that they may get."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from sverka.advice.cards.vocabulary import FindingAdvice
from sverka.advice.vocabulary import Cause, Confidence, Risk
from sverka.known import Change, IrremovableReason, NotDuplicateReason, Proof, State
from sverka.ledger.remembering import ACCOUNTS
from sverka.ledger.vocabulary import Act, Event
from sverka.matching.model import shipped_model
from sverka.matching.vocabulary import Level, Verdict
from sverka.pages.vocabulary import CardField, EntryWay

LOCALES = Path(__file__).parents[2] / "extension/_locales"
# What is done with the data as a whole stands in the life of no group.
OF_ALL_DATA = {Event.EXPORTED, Event.PURGED, Event.BACKED_UP, Event.RESTORED}
FAMILIES: Mapping[str, Iterable[str]] = {
    "act": set(Act) - {Act.UNDO},
    "card_field": CardField,
    "cause": Cause,
    "cause_short": Cause,
    "change": Change,
    "changed": (ACCOUNTS, "name", "birth_date", "sex", "organisation", "enrolled"),
    "confidence": Confidence,
    "entry": EntryWay,
    "event": set(Event) - OF_ALL_DATA,
    "finding": FindingAdvice,
    "guard": [guard.name for guard in shipped_model().guards],
    "irremovable": IrremovableReason,
    "level": Level,
    "not_duplicate": NotDuplicateReason,
    "proof": Proof,
    "risk": Risk,
    "risk_short": Risk,
    "verdict": Verdict,
    "work": State,
    "work_meaning": State,
}


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("family", FAMILIES)
def test_every_value_of_the_contract_has_its_words(language: str, family: str) -> None:
    messages = json.loads((LOCALES / language / "messages.json").read_text(encoding="utf-8"))
    keys = [f"{family}_{value.replace('-', '_')}" for value in FAMILIES[family]]
    assert [key for key in keys if key not in messages] == []
