"""The key of the database: in the system's key store, or in a private file where there is none."""

import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from functools import partial

from keyring import core
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError
from msgspec import Struct

from sverka.datadir import DataDir, write_private
from sverka.errors import ErrorCode, SverkaError

KEY_BYTES = 32
_SERVICE = "sverka"
# Backends below this keep nothing safe: `fail` has 0, plain-text files ½.
_SAFE = 1
# The key stores of each system, the best first. Left to itself keyring loads those of the other
# systems too, which call a compiler and write temporary files to find their libraries.
_STORES = {
    "linux": ("keyring.backends.SecretService.Keyring", "keyring.backends.kwallet.DBusKeyring"),
    "win32": ("keyring.backends.Windows.WinVaultKeyring",),
    "darwin": ("keyring.backends.macOS.Keyring",),
}


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
    """The key store that was chosen for keyring, else the system's own."""
    loads: list[Callable[[], KeyringBackend | None]] = [core.load_env, core.load_config]
    loads += [partial(core.load_keyring, name) for name in _STORES.get(sys.platform, ())]
    for load in loads:
        # What a store raises that cannot be used here: the last where nobody answers on its bus.
        with suppress(ImportError, RuntimeError, OSError):
            if store := load():
                return store if store.priority >= _SAFE else None
    return None
