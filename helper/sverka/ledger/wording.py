"""The words for what the ledger keeps: the same in commands, files and pages."""

from sverka.known import Change, Proof, State
from sverka.ledger.vocabulary import Event
from sverka.texts import text


def state_words(state: State) -> str:
    """«назначен»."""
    return text(f"words.state.{state.value}")


def reason_words(state: State, reason: str) -> str:
    """Why a group cannot be removed, or is no duplicate."""
    if state is State.NOT_DUPLICATE:
        return text(f"words.not-duplicate.{reason}")
    return text(f"words.irremovable.{reason}")


def change_words(change: Change) -> str:
    """How a group stands against an earlier report."""
    return text(f"words.change.{change.value}")


def proof_words(proof: Proof) -> str:
    """Whether a disappearance proves a removal, in a sentence."""
    return text(f"words.proof.{proof.value}")


def event_words(event: Event) -> str:
    """What a line of the journal tells of."""
    return text(f"words.event.{event.value}")
