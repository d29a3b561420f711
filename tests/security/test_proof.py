"""Token, origin and proven nonce: all three, each page, or nothing is read."""

import pytest

from sverka.pairing.clients import ClientStore
from sverka.pairing.codes import PairingCodes
from sverka.pairing.proof import NONCE_SECONDS, NONCES_A_CLIENT, ProvenNonces
from tests.api.extension import FIREFOX, Extension, Send, page
from tests.clock import Clock


def test_page_is_read_with_token_and_proven_nonce(paired: Extension) -> None:
    answer = paired.send_page(paired.greet())
    assert answer.status == 200
    assert answer.json["page"]["kind"] == "unknown"


def test_page_is_read_even_if_its_time_cannot_be_noted(
    paired: Extension, clients: ClientStore
) -> None:
    lock = clients.file.with_suffix(".lock")
    lock.unlink(missing_ok=True)
    lock.mkdir()
    assert paired.send_page(paired.greet()).status == 200


def test_replayed_nonce_is_refused(paired: Extension) -> None:
    nonce = paired.greet()
    assert paired.send_page(nonce).status == 200
    replayed = paired.send_page(nonce)
    assert (replayed.status, replayed.body) == (403, b"")


def test_used_nonce_is_not_revived_by_proving_it_again(paired: Extension) -> None:
    nonce = paired.greet()
    paired.send_page(nonce)
    paired.greet(nonce)
    assert paired.send_page(nonce).status == 403


@pytest.mark.parametrize("nonce", ["", "0" * 64, "не число"])
def test_unproven_nonce_is_refused(paired: Extension, nonce: str) -> None:
    assert paired.send_page(nonce.encode().decode("latin-1")).status == 403


def test_stale_nonce_is_refused(paired: Extension, clock: Clock) -> None:
    nonce = paired.greet()
    clock.move(NONCE_SECONDS + 1)
    assert paired.send_page(nonce).status == 403


def test_clock_that_was_set_back_does_not_lengthen_the_life_of_a_nonce(
    paired: Extension, clock: Clock
) -> None:
    nonce = paired.greet()
    clock.set_back(3600)
    clock.move(NONCE_SECONDS + 1)
    assert paired.send_page(nonce).status == 403


def test_nonce_of_another_browser_is_refused(
    paired: Extension, send: Send, codes: PairingCodes
) -> None:
    other = Extension(send, origin=FIREFOX).pair(codes.make().code)
    assert paired.send_page(other.greet()).status == 403


@pytest.mark.parametrize("token", ["", "0" * 64, "x"])
def test_wrong_token_is_told_apart_from_a_refusal(paired: Extension, token: str) -> None:
    nonce = paired.greet()
    paired.token = token
    answer = paired.send_page(nonce)
    assert (answer.status, answer.code) == (401, "not-paired")


def test_token_is_taken_from_the_bearer_header_only(paired: Extension) -> None:
    nonce = paired.greet()
    for headers in ({"Authorization": f"Basic {paired.token}"}, {"Cookie": f"t={paired.token}"}):
        answer = paired.post("/api/v1/pages", page(), X_Sverka_Nonce=nonce, **headers)
        assert answer.status == 401


def test_right_token_from_a_foreign_origin_is_refused(paired: Extension) -> None:
    nonce = paired.greet()
    paired.origin = FIREFOX
    answer = paired.send_page(nonce)
    assert (answer.status, answer.body) == (403, b"")


def test_foreign_origin_gets_no_proof(paired: Extension) -> None:
    asked = {"client": paired.client, "nonce": "0" * 64}
    paired.origin = FIREFOX
    assert "proof" not in paired.post("/api/v1/hello", asked).json


def test_unknown_client_gets_no_proof(stranger: Extension) -> None:
    answer = stranger.post("/api/v1/hello", {"client": "0" * 16, "nonce": "0" * 64})
    assert answer.status == 200
    assert "proof" not in answer.json


def test_revoked_browser_is_locked_out_at_once(paired: Extension, clients: ClientStore) -> None:
    nonce = paired.greet()
    assert clients.revoke(paired.client)
    assert paired.send_page(nonce).status == 401
    asked = {"client": paired.client, "nonce": "1" * 64}
    assert "proof" not in paired.post("/api/v1/hello", asked).json


def test_proof_depends_on_the_port_that_was_dialled(paired: Extension) -> None:
    """A program on another port cannot pass our proof on as its own."""
    nonce = paired.greet()
    answer = paired.post("/api/v1/hello", {"client": paired.client, "nonce": nonce})
    paired.port += 1
    assert answer.json["proof"] != paired.expected_proof(nonce)


def test_flood_of_greetings_occupies_bounded_memory(clock: Clock) -> None:
    nonces = ProvenNonces(clock.steady)
    for number in range(NONCES_A_CLIENT * 3):
        nonces.remember("client", str(number))
    alive = [number for number in range(NONCES_A_CLIENT * 3) if nonces.take("client", str(number))]
    assert len(alive) == NONCES_A_CLIENT


def test_flood_of_greetings_does_not_revive_a_used_nonce(paired: Extension) -> None:
    nonce = paired.greet()
    assert paired.send_page(nonce).status == 200
    for number in range(NONCES_A_CLIENT):
        asked = {"client": paired.client, "nonce": f"{number:064x}"}
        answer = paired.post("/api/v1/hello", asked)
    assert "proof" not in answer.json
    paired.post("/api/v1/hello", {"client": paired.client, "nonce": nonce})
    assert paired.send_page(nonce).status == 403
