"""Every word that the ledger keeps has a Russian one."""

import pytest

from sverka.advice.vocabulary import Cause, Risk
from sverka.known import IrremovableReason, NotDuplicateReason, Proof, State
from sverka.ledger.vocabulary import Event, Order
from sverka.ledger.wording import (
    cause_words,
    event_words,
    order_words,
    proof_words,
    reason_words,
    risk_words,
    state_words,
)


@pytest.mark.parametrize("state", State)
def test_every_state_has_a_word(state: State) -> None:
    assert state_words(state)


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_words(cause: Cause) -> None:
    assert cause_words(cause)


@pytest.mark.parametrize("risk", Risk)
def test_every_risk_has_a_word(risk: Risk) -> None:
    assert risk_words(risk)


@pytest.mark.parametrize("order", Order)
def test_every_order_of_the_work_list_has_words(order: Order) -> None:
    assert order_words(order)


@pytest.mark.parametrize("event", Event)
def test_every_event_has_a_word(event: Event) -> None:
    assert event_words(event)


@pytest.mark.parametrize("proof", Proof)
def test_every_proof_has_a_sentence(proof: Proof) -> None:
    assert proof_words(proof).endswith(".")


@pytest.mark.parametrize("reason", IrremovableReason)
def test_every_reason_why_nothing_can_be_removed_has_words(reason: IrremovableReason) -> None:
    assert reason_words(State.IRREMOVABLE, reason)


@pytest.mark.parametrize("reason", NotDuplicateReason)
def test_every_reason_why_it_is_no_duplicate_has_words(reason: NotDuplicateReason) -> None:
    assert reason_words(State.NOT_DUPLICATE, reason)
