"""The pages have words for every value that they may have to show."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

import pytest

from sverka.advice.vocabulary import Advice, Cause, Confidence, Risk
from sverka.known import Change, State
from sverka.ledger.vocabulary import Event, Order
from sverka.matching.model import shipped_model
from sverka.matching.vocabulary import Level, Verdict
from sverka.pages.vocabulary import EntryWay
from sverka.people.names import Sex
from sverka.texts import keys
from sverka.web.ui.wording import day_text, printed_value, reason_of, signed_text

FAMILIES: Mapping[str, Iterable[str]] = {
    "words.advice": Advice,
    "words.cause": Cause,
    "words.risk": Risk,
    "matching.level": Level,
    "matching.guard": [guard.name for guard in shipped_model().guards],
    "ui.confidence": Confidence,
    "ui.verdict": Verdict,
    "ui.entry": EntryWay,
    "ui.sex": Sex,
    "ui.worklist.states": State,
    "ui.worklist.orders": Order,
    "ui.difference.parts": Change,
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_value_has_its_words(family: str) -> None:
    assert {f"{family}.{value}" for value in FAMILIES[family]} <= keys()


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("surname", "Иванов", "Иванов"),
        ("surname", None, "—"),
        ("birth_date", "2015-05-07", "07.05.2015"),
        ("departed", "2025-09-30", "30.09.2025"),
        ("sex", "female", "женский"),
        ("entry", "quick", "быстрый ввод"),
    ],
)
def test_value_is_shown_as_people_write_it(field: str, value: str | None, shown: str) -> None:
    assert printed_value(field, value) == shown


@pytest.mark.usefixtures("far_east")
def test_day_of_a_moment_is_that_of_the_clock_on_the_wall() -> None:
    assert day_text(datetime(2025, 10, 6, 21, tzinfo=UTC)) == "07.10.2025"
    assert day_text(date(2025, 10, 6)) == "06.10.2025"


@pytest.mark.parametrize(("bits", "shown"), [(8.14, "+8,1"), (-3.0, "−3,0"), (0.0, "+0,0")])
def test_weight_is_shown_with_its_sign(bits: float, shown: str) -> None:
    assert signed_text(bits) == shown


def test_only_decisions_that_need_a_reason_show_one() -> None:
    assert reason_of(Event.IRREMOVABLE, "technical") == "техническая причина"
    assert reason_of(Event.NOT_DUPLICATE, "other") == "другое"
    assert reason_of(Event.ASSIGNED, None) is None
