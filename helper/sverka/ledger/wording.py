"""The words for what the ledger keeps: the same in commands, files and pages."""

from sverka.advice.vocabulary import Cause, Risk
from sverka.known import Change, Proof, State
from sverka.ledger.vocabulary import Event, Order
from sverka.texts import text


def state_words(state: State) -> str:
    """«назначен»."""
    return text(f"words.state.{state.value}")


def reason_words(state: State, reason: str) -> str:
    """Why a group cannot be removed, or is no duplicate."""
    if state is State.NOT_DUPLICATE:
        return text(f"words.not-duplicate.{reason}")
    return text(f"words.irremovable.{reason}")


def cause_words(cause: Cause) -> str:
    """Why the double arose: «не выбыл вовремя»."""
    return text(f"words.cause.{cause.value}")


def risk_words(risk: Risk) -> str:
    """How near the overlap is to becoming irremovable: «высокий»."""
    return text(f"words.risk.{risk.value}")


def order_words(order: Order) -> str:
    """What comes first in the work list."""
    return text(f"words.order.{order.value}")


def change_words(change: Change) -> str:
    """How a group stands against an earlier report."""
    return text(f"words.change.{change.value}")


def proof_words(proof: Proof) -> str:
    """Whether a disappearance proves a removal, in a sentence."""
    return text(f"words.proof.{proof.value}")


def event_words(event: Event) -> str:
    """What a line of the journal tells of."""
    return text(f"words.event.{event.value}")
