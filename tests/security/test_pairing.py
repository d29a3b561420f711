"""The pairing code: nobody guesses it, nobody uses it twice, nobody reads it from the disk."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from sverka.datadir import DataDir
from sverka.pairing.clients import ClientStore
from sverka.pairing.codes import LIFETIME_SECONDS, TRIES_A_MINUTE, WRONG_TRIES_ALLOWED, PairingCodes
from tests.api.extension import CHROMIUM, FIREFOX, Answer, Extension, Send
from tests.clock import Clock


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**8:08d}"


def test_code_works_once(stranger: Extension, codes: PairingCodes) -> None:
    code = codes.make().code
    assert stranger.try_code(code).status == 200
    second = stranger.try_code(code)
    assert (second.status, second.code) == (409, "conflict")


def test_code_dies_after_two_minutes(
    stranger: Extension, codes: PairingCodes, clock: Clock
) -> None:
    code = codes.make().code
    clock.move(LIFETIME_SECONDS)
    assert stranger.try_code(code).status == 409


def test_code_lives_until_its_two_minutes_are_over(
    stranger: Extension, codes: PairingCodes, clock: Clock
) -> None:
    code = codes.make().code
    clock.move(LIFETIME_SECONDS - 1)
    assert stranger.try_code(code).status == 200


def test_code_dies_after_three_wrong_tries(stranger: Extension, codes: PairingCodes) -> None:
    code = codes.make().code
    statuses = [stranger.try_code(wrong(code)).status for _ in range(WRONG_TRIES_ALLOWED)]
    assert statuses == [401, 401, 409]
    assert stranger.try_code(code).status == 409


def test_wrong_code_is_told_with_the_tries_that_are_left(
    stranger: Extension, codes: PairingCodes
) -> None:
    code = codes.make().code
    for left in ("2", "1"):
        answer = stranger.try_code(wrong(code))
        assert (answer.status, answer.code) == (401, "not-paired")
        assert answer.headers["X-Sverka-Tries-Left"] == left


def test_third_wrong_try_an_ended_code_and_a_wrong_one_are_told_apart(
    stranger: Extension, codes: PairingCodes
) -> None:
    code = codes.make().code
    told = [stranger.try_code(wrong(code)).json["error"] for _ in range(WRONG_TRIES_ALLOWED)]
    told.append(stranger.try_code(code).json["error"])
    assert len({error["message"] for error in told}) == 3
    assert ["sverka pair" in error["hint"] for error in told] == [False, False, True, True]


def test_two_wrong_tries_are_forgiven(stranger: Extension, codes: PairingCodes) -> None:
    code = codes.make().code
    for _ in range(WRONG_TRIES_ALLOWED - 1):
        stranger.try_code(wrong(code))
    assert stranger.try_code(code).status == 200


def test_new_code_voids_the_earlier_one(stranger: Extension, codes: PairingCodes) -> None:
    earlier, later = codes.make().code, codes.make().code
    assert stranger.try_code(earlier).status == 401
    assert stranger.try_code(later).status == 200


def test_brute_force_meets_429_with_retry_after(
    stranger: Extension, codes: PairingCodes, clock: Clock
) -> None:
    tries: list[Answer] = []
    for _ in range(TRIES_A_MINUTE):
        tries.append(stranger.try_code(wrong(codes.make().code)))
        clock.move(1)
    refused = stranger.try_code(codes.make().code)
    assert [answer.status for answer in tries] == [401] * TRIES_A_MINUTE
    assert (refused.status, refused.code) == (429, "too-many")
    assert refused.headers["Retry-After"] == str(60 - TRIES_A_MINUTE)


def test_after_the_minute_the_right_code_works_again(
    stranger: Extension, codes: PairingCodes, clock: Clock
) -> None:
    for _ in range(TRIES_A_MINUTE + 1):
        last = stranger.try_code("00000000")
    assert last.status == 429
    clock.move(int(last.headers["Retry-After"]))
    assert stranger.try_code(codes.make().code).status == 200


def test_clock_that_was_set_back_does_not_lock_pairing(
    stranger: Extension, codes: PairingCodes, clock: Clock
) -> None:
    for _ in range(TRIES_A_MINUTE):
        stranger.try_code("00000000")
    clock.set_back(3600)
    assert stranger.try_code(codes.make().code).status == 200


def test_clock_that_was_set_back_does_not_lengthen_the_life_of_a_code(
    stranger: Extension, codes: PairingCodes, clock: Clock
) -> None:
    code = codes.make().code
    clock.set_back(3600)
    assert stranger.try_code(code).status == 409


def test_restarting_the_helper_does_not_reset_the_tries(
    stranger: Extension, data_dir: DataDir, clock: Clock
) -> None:
    for _ in range(TRIES_A_MINUTE):
        stranger.try_code("00000000")
    with pytest.raises(Exception, match="попыток"):
        PairingCodes(data_dir.pairing_file, clock).redeem("00000000")


def test_of_concurrent_tries_with_one_code_one_wins(
    stranger: Extension, codes: PairingCodes, clients: ClientStore
) -> None:
    code = codes.make().code
    with ThreadPoolExecutor(max_workers=TRIES_A_MINUTE) as pool:
        answers = list(pool.map(stranger.try_code, [code] * TRIES_A_MINUTE))
    assert sorted(answer.status for answer in answers) == [200, 409, 409, 409, 409]
    assert len(clients.all()) == 1


def test_concurrent_pairings_lose_no_client(clients: ClientStore) -> None:
    labels = [f"Браузер {number}" for number in range(20)]
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(clients.add, [CHROMIUM] * len(labels), labels))
    assert sorted(client.label for client in clients.all()) == sorted(labels)


@pytest.mark.parametrize("code", ["1234567", "123456789", "1234567a", "１２３４５６７８", ""])
def test_what_is_no_code_is_not_tried(stranger: Extension, code: str) -> None:
    answer = stranger.try_code(code)
    assert (answer.status, answer.code) == (400, "bad-request")


@pytest.mark.parametrize("label", ["", "  ", "a" * 101, "\x1b[2J", "a\nb"])
def test_label_cannot_steer_the_terminal_that_lists_it(stranger: Extension, label: str) -> None:
    assert stranger.try_code("12345678", label).status == 400


def test_firefox_pairs_from_its_own_origin(
    send: Send, codes: PairingCodes, clients: ClientStore
) -> None:
    Extension(send, origin=FIREFOX).pair(codes.make().code)
    assert [client.origin for client in clients.all()] == [FIREFOX]


def test_private_files_are_readable_by_their_owner_alone(
    paired: Extension, codes: PairingCodes, data_dir: DataDir
) -> None:
    codes.make()
    assert paired.token
    modes = {file.name: oct(file.stat().st_mode & 0o777) for file in data_dir.path.iterdir()}
    assert {"clients.json", "pairing.json", "server-id", "weak-key.secret"} <= set(modes)
    assert set(modes.values()) == {"0o600"}
    assert data_dir.path.stat().st_mode & 0o777 == 0o700


def test_neither_code_nor_token_is_on_the_disk(
    paired: Extension, codes: PairingCodes, data_dir: DataDir
) -> None:
    code = codes.make().code
    kept = b"".join(file.read_bytes() for file in data_dir.path.iterdir())
    assert paired.client.encode() in kept
    assert code.encode() not in kept
    assert paired.token.encode() not in kept
