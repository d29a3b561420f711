"""The pairing code as it is made and kept; the attacks on it are in tests/security."""

from datetime import UTC, datetime

from sverka.web.codes import LIFETIME_SECONDS, PairingCodes
from tests.clock import Clock


def test_code_has_eight_digits_and_says_when_it_ends(codes: PairingCodes, clock: Clock) -> None:
    made = codes.make()
    assert len(made.code) == 8
    assert made.code.isdecimal()
    assert made.expires_at == datetime.fromtimestamp(clock() + LIFETIME_SECONDS, UTC)


def test_damaged_file_costs_no_more_than_a_new_code(codes: PairingCodes) -> None:
    codes.file.write_text("{", encoding="utf-8")
    codes.redeem(codes.make().code)
