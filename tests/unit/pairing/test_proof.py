"""The proof, held against a value worked out by hand, and the life of a nonce."""

from datetime import UTC, datetime

import pytest

from sverka.pairing.clients import Client, token_sha256
from sverka.pairing.proof import NONCE_SECONDS, ProvenNonces, proof
from tests.clock import Clock

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


def test_nonce_that_was_taken_or_never_proven_may_not_be_taken(clock: Clock) -> None:
    nonces = ProvenNonces(clock.steady)
    assert not nonces.may_be_taken("a", "1")
    nonces.remember("a", "1")
    assert nonces.may_be_taken("a", "1")
    assert not nonces.may_be_taken("b", "1")
    assert nonces.take("a", "1")
    assert not nonces.may_be_taken("a", "1")


def test_nonce_lives_ten_seconds(clock: Clock) -> None:
    nonces = ProvenNonces(clock.steady)
    nonces.remember("client", "early")
    nonces.remember("client", "late")
    clock.move(NONCE_SECONDS)
    assert nonces.take("client", "early")
    clock.move(1)
    assert not nonces.take("client", "late")
