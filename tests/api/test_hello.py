"""The greeting that every connection begins with."""

import pytest

from sverka import __version__
from sverka.datadir import DataDir
from tests.api.extension import Extension


def test_greeting_says_who_answers(stranger: Extension, data_dir: DataDir) -> None:
    answer = stranger.post("/api/v1/hello", {})
    assert answer.status == 200
    assert answer.json == {
        "product": "sverka",
        "api": 1,
        "server_id": data_dir.server_id(),
        "version": __version__,
    }


def test_greeting_with_a_nonce_is_answered_with_the_proof(paired: Extension) -> None:
    nonce = "a1" * 32
    answer = paired.post("/api/v1/hello", {"client": paired.client, "nonce": nonce})
    assert answer.json["proof"] == paired.expected_proof(nonce)
    assert paired.server_id == answer.json["server_id"]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", {"nonce": "short"}, {"client": 1}])
def test_malformed_greeting_is_a_bad_request(stranger: Extension, body: object) -> None:
    answer = stranger.post("/api/v1/hello", body)
    assert (answer.status, answer.code) == (400, "bad-request")


def test_greeting_of_a_newer_extension_is_told_our_version(stranger: Extension) -> None:
    answer = stranger.post("/api/v1/hello", {"more": 1})
    assert (answer.status, answer.json["version"]) == (200, __version__)


def test_answers_are_not_to_be_kept_by_the_browser(stranger: Extension) -> None:
    assert stranger.post("/api/v1/hello", {}).headers["Cache-Control"] == "no-store"
