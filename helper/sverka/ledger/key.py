"""The key of the database: in the system's key store, or in a private file where there is none."""

import secrets
from enum import StrEnum

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError
from msgspec import Struct

from sverka.datadir import DataDir, write_private
from sverka.errors import ErrorCode, SverkaError

KEY_BYTES = 32
_SERVICE = "sverka"
# Backends below this keep nothing safe: `fail` has 0, plain-text files ½.
_SAFE = 1


class KeyPlace(StrEnum):
    """Where the key lies."""

    KEY_STORE = "key-store"
    FILE = "file"


class DatabaseKey(Struct, frozen=True):
    """The key and where it was found."""

    value: bytes
    place: KeyPlace


def find_key(data_dir: DataDir) -> DatabaseKey | None:
    """The key of this data directory's database, if it has one.

    Raises `SverkaError` (`ledger-no-key-store`) where the key store does not let it be read.
    """
    if data_dir.key_file.exists():
        return DatabaseKey(bytes.fromhex(data_dir.key_file.read_text("ascii")), KeyPlace.FILE)
    store = _key_store()
    try:
        kept = store.get_password(_SERVICE, data_dir.server_id()) if store else None
    except KeyringError:
        raise SverkaError(ErrorCode.CONFLICT, "ledger-no-key-store") from None
    return DatabaseKey(bytes.fromhex(kept), KeyPlace.KEY_STORE) if kept else None


def make_key(data_dir: DataDir) -> DatabaseKey:
    """A new key for a database that does not exist yet."""
    value = secrets.token_bytes(KEY_BYTES)
    return DatabaseKey(value, keep_key(data_dir, value))


def keep_key(data_dir: DataDir, value: bytes) -> KeyPlace:
    """Put the key away; a key store that refuses it is as good as none."""
    if store := _key_store():
        try:
            store.set_password(_SERVICE, data_dir.server_id(), value.hex())
        except KeyringError:
            pass
        else:
            return KeyPlace.KEY_STORE
    write_private(data_dir.key_file, value.hex())
    return KeyPlace.FILE


def _key_store() -> KeyringBackend | None:
    store = keyring.get_keyring()
    return store if store.priority >= _SAFE else None
