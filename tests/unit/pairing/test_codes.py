"""The pairing code as it is made and kept; the attacks on it are in tests/security."""

from datetime import UTC, datetime

import pytest

from sverka.errors import SverkaError
from sverka.pairing.codes import LIFETIME_SECONDS, WRONG_TRIES_ALLOWED, CodeFor, PairingCodes
from tests.clock import Clock


def test_code_has_eight_digits_and_says_when_it_ends(codes: PairingCodes, clock: Clock) -> None:
    made = codes.make()
    assert len(made.code) == 8
    assert made.code.isdecimal()
    assert made.expires_at == datetime.fromtimestamp(clock() + LIFETIME_SECONDS, UTC)


def test_damaged_file_costs_no_more_than_a_new_code(codes: PairingCodes) -> None:
    codes.file.write_text("{", encoding="utf-8")
    codes.redeem(codes.make().code)


def test_code_for_a_browser_leaves_the_operators_alone(codes: PairingCodes) -> None:
    typed = codes.make(CodeFor.OPERATOR).code
    given = codes.make(CodeFor.BROWSER).code
    codes.redeem(given)
    codes.redeem(typed)


def test_each_of_two_codes_works_once(codes: PairingCodes) -> None:
    codes.make(CodeFor.OPERATOR)
    given = codes.make(CodeFor.BROWSER).code
    codes.redeem(given)
    with pytest.raises(SverkaError, match="не подошёл"):
        codes.redeem(given)


def test_operator_who_types_an_ended_code_is_not_told_of_the_browsers(codes: PairingCodes) -> None:
    codes.make(CodeFor.BROWSER)
    with pytest.raises(SverkaError, match="не действует"):
        codes.redeem("00000000")


def test_wrong_tries_count_against_both_codes(codes: PairingCodes, clock: Clock) -> None:
    made = [codes.make(whom).code for whom in CodeFor]
    for _ in range(WRONG_TRIES_ALLOWED):
        with pytest.raises(SverkaError):
            codes.redeem(f"{(int(made[0]) + 1) % 10**8:08d}")
    clock.move(60)
    for code in made:
        with pytest.raises(SverkaError, match="не действует"):
            codes.redeem(code)
