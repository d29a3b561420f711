"""The words of the pages for values of the contract that nothing else puts into words."""

from datetime import date, datetime

from sverka.known import State
from sverka.ledger.vocabulary import Event
from sverka.ledger.wording import reason_words
from sverka.matching.vocabulary import Field
from sverka.texts import text

_DATES = frozenset({Field.BIRTH_DATE.value, Field.ENROLLED.value, "departed"})
_NOTHING = "—"
_STATE_OF = {
    Event.IRREMOVABLE: State.IRREMOVABLE,
    Event.NOT_DUPLICATE: State.NOT_DUPLICATE,
}


def day_text(value: date) -> str:
    """A date as it is written in Russian; of a moment, that of the operator's clock."""
    local = value.astimezone() if isinstance(value, datetime) else value
    return local.strftime("%d.%m.%Y")


def signed_text(bits: float) -> str:
    """A weight with its sign: «+8,1», «−3,0»."""
    return f"{bits:+.1f}".replace("-", "−").replace(".", ",")


def printed_value(field: str, value: str | None) -> str:
    """A value of a compared field as people write it."""
    if not value:
        return _NOTHING
    if field in _DATES:
        return day_text(date.fromisoformat(value))
    if field == "sex":
        return text(f"ui.sex.{value}")
    return text(f"ui.entry.{value}") if field == "entry" else value


def reason_of(event: Event, reason: str | None) -> str | None:
    """Why somebody decided so, for the decisions that need a reason."""
    state = _STATE_OF.get(event)
    return reason_words(state, reason) if state and reason else None
