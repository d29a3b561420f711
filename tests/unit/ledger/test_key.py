"""The key of the database: where it is put, and what happens where it cannot be had."""

import sys

import pytest

from sverka.datadir import DataDir
from sverka.errors import SverkaError
from sverka.ledger.key import KEY_BYTES, KeyPlace, find_key, make_key
from tests.unit.ledger.key_stores import Locked, Silent, Working, choose


def test_key_lies_in_the_key_store_and_in_no_file(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(Working, monkeypatch)
    made = make_key(data_dir)
    assert (made.place, len(made.value)) == (KeyPlace.KEY_STORE, KEY_BYTES)
    assert find_key(data_dir) == made
    assert not data_dir.key_file.exists()


def test_two_data_directories_have_keys_of_their_own(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(Working, monkeypatch)
    other = DataDir.locate(data_dir.path.parent / "other")
    assert make_key(data_dir).value != make_key(other).value
    assert find_key(data_dir) != find_key(other)


def test_without_a_key_store_the_key_lies_in_a_private_file(data_dir: DataDir) -> None:
    made = make_key(data_dir)
    assert made.place is KeyPlace.FILE
    assert find_key(data_dir) == made
    assert data_dir.key_file.stat().st_mode & 0o777 == 0o600


def test_key_store_that_refuses_is_as_good_as_none(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(Locked, monkeypatch)
    assert make_key(data_dir).place is KeyPlace.FILE
    assert find_key(data_dir) is not None


@pytest.mark.parametrize("store", [Locked, Silent])
def test_key_store_that_does_not_answer_is_not_taken_for_an_empty_one(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch, store: type[Working]
) -> None:
    choose(store, monkeypatch)
    with pytest.raises(SverkaError) as told:
        find_key(data_dir)
    assert told.value.reason == "ledger-no-key-store"


def test_no_key_store_of_another_system_is_looked_for(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They call a compiler and leave temporary files to find their libraries."""
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(sys, "platform", "linux")
    sys.modules.pop("keyring.backends.macOS", None)
    assert make_key(data_dir).place is KeyPlace.FILE
    assert "keyring.backends.macOS" not in sys.modules
