"""The proof, held against a value worked out by hand, and the life of a nonce."""

from datetime import UTC, datetime

import pytest

from sverka.pairing.clients import Client, token_sha256
from sverka.pairing.proof import NONCE_SECONDS, NONCES_A_CLIENT, TURN_SECONDS, ProvenNonces, proof
from tests.clock import Clock

# More than a browser may have proven at once, over longer than a used nonce is remembered.
PAGES = 2 * NONCES_A_CLIENT
CLIENT = Client(
    id="00112233aabbccdd",
    origin="chrome-extension://any",
    label="Браузер",
    token_sha256=token_sha256("a" * 64),
    created=datetime(2026, 1, 1, tzinfo=UTC),
)


def test_proof_is_the_documented_hmac() -> None:
    """printf 'sverka-proof-v1|00112233aabbccdd|ff00|beef|8765' | openssl dgst -sha256 -mac hmac

    with -macopt hexkey:$(printf 'a%.0s' $(seq 64) | sha256sum | cut -d' ' -f1)
    """
    expected = "e42b423b1ecc807400cc48d5758658c58bab0574ed689b35bf8c7383dc4033ec"
    assert proof(CLIENT, "ff00", "beef", 8765) == expected


@pytest.mark.parametrize(
    ("nonce", "server_id", "port"),
    [("ff01", "beef", 8765), ("ff00", "bee0", 8765), ("ff00", "beef", 1)],
)
def test_proof_depends_on_everything_it_names(nonce: str, server_id: str, port: int) -> None:
    assert proof(CLIENT, nonce, server_id, port) != proof(CLIENT, "ff00", "beef", 8765)


def test_page_without_a_nonce_that_may_be_taken_may_not_come(clock: Clock) -> None:
    nonces = ProvenNonces(clock.steady)
    assert not nonces.arrive("a", "1")
    nonces.remember("a", "1")
    assert nonces.arrive("a", "1")
    assert not nonces.arrive("b", "1")
    assert nonces.take("a", "1")
    assert not nonces.arrive("a", "1")


def test_nonce_lives_ten_seconds(clock: Clock) -> None:
    nonces = ProvenNonces(clock.steady)
    nonces.remember("client", "early")
    nonces.remember("client", "late")
    clock.move(NONCE_SECONDS)
    assert nonces.take("client", "early")
    clock.move(1)
    assert not nonces.take("client", "late")


def test_page_that_arrived_in_time_may_wait_for_its_turn(clock: Clock) -> None:
    nonces = ProvenNonces(clock.steady)
    nonces.remember("client", "1")
    clock.move(NONCE_SECONDS)
    assert nonces.arrive("client", "1")
    clock.move(TURN_SECONDS)
    assert nonces.take("client", "1")


def test_turn_is_no_longer_for_a_page_that_arrives_again(clock: Clock) -> None:
    nonces = ProvenNonces(clock.steady)
    nonces.remember("client", "1")
    assert nonces.arrive("client", "1")
    clock.move(TURN_SECONDS)
    assert nonces.arrive("client", "1")
    clock.move(1)
    assert not nonces.take("client", "1")


def test_pages_that_wait_for_their_turn_leave_room_for_greetings(clock: Clock) -> None:
    nonces = ProvenNonces(clock.steady)
    for number in range(PAGES):
        assert nonces.remember("client", str(number))
        assert nonces.arrive("client", str(number))


def test_pages_that_had_their_turn_leave_room_for_greetings(clock: Clock) -> None:
    nonces = ProvenNonces(clock.steady)
    for second in range(PAGES):
        assert nonces.remember("client", str(second))
        assert nonces.arrive("client", str(second))
        assert nonces.take("client", str(second))
        clock.move(NONCE_SECONDS / 10)
