"""The helper's private files: where they lie and how they are written without being lost.

What only the first start or a change of a file needs is imported there: `sverka check` only reads.
"""

import os
import stat
import sys
from pathlib import Path

from msgspec import Struct

from sverka.errors import ErrorCode, SverkaError

_SECRET_BYTES = 32
_SERVER_ID_BYTES = 16
_WEAK_KEY_FILE = "weak-key.secret"
_MODE = 0o700


class DataDir(Struct, frozen=True):
    """The data directory of one user. Every file in it is readable by that user alone."""

    path: Path

    @classmethod
    def locate(cls, chosen: Path | None = None) -> "DataDir":
        """The directory that was `chosen`, else `SVERKA_DATA_DIR`, else the system's usual place.

        Raises `SverkaError` (`conflict`) where it cannot be made or is another user's.
        """
        path = chosen or _named_by_the_system()
        try:
            path.mkdir(parents=True, exist_ok=True, mode=_MODE)
            _make_private(path)
        except OSError:
            raise SverkaError(ErrorCode.CONFLICT, "data-dir-unusable", path=path) from None
        return cls(path)

    @property
    def settings_file(self) -> Path:
        return self.path / "settings.toml"

    @property
    def clients_file(self) -> Path:
        return self.path / "clients.json"

    @property
    def pairing_file(self) -> Path:
        return self.path / "pairing.json"

    @property
    def running_file(self) -> Path:
        return self.path / "running.json"

    @property
    def log_file(self) -> Path:
        return self.path / "helper.log"

    @property
    def native_folder(self) -> Path:
        return self.path / "native"

    @property
    def ledger_file(self) -> Path:
        return self.path / "ledger.db"

    @property
    def key_file(self) -> Path:
        return self.path / "ledger.key"

    @property
    def last_backup_file(self) -> Path:
        return self.path / "last-backup.json"

    @property
    def lock_file(self) -> Path:
        return self.path / "helper.lock"

    def weak_key_secret(self) -> bytes:
        """The secret of the keyed hash that names accounts which have no number (32 bytes)."""
        return bytes.fromhex(self._kept(_WEAK_KEY_FILE, _SECRET_BYTES))

    def change_weak_key_secret(self, secret: bytes) -> None:
        """Name accounts without a number as the ledger does that was brought here."""
        write_private(self.path / _WEAK_KEY_FILE, secret.hex())

    def server_id(self) -> str:
        """The lasting name of this installation of the helper, 32 hex digits."""
        return self._kept("server-id", _SERVER_ID_BYTES)

    def _kept(self, name: str, size: int) -> str:
        file = self.path / name
        try:
            return file.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            import secrets

            return self._create_once(file, secrets.token_hex(size))

    @staticmethod
    def _create_once(file: Path, value: str) -> str:
        """Write `value` unless another process was first; return what the file then holds."""
        from tempfile import NamedTemporaryFile

        with NamedTemporaryFile("w", dir=file.parent, encoding="ascii", delete=False) as draft:
            draft.write(value)
        try:
            os.link(draft.name, file)
        except FileExistsError:
            return file.read_text(encoding="ascii").strip()
        finally:
            Path(draft.name).unlink()
        return value


def _named_by_the_system() -> Path:
    """The directory that the environment names, else the usual one of this system."""
    if named := os.environ.get("SVERKA_DATA_DIR"):
        return Path(named)
    import platformdirs

    return platformdirs.user_data_path("sverka", appauthor=False)


def _make_private(folder: Path) -> None:
    """Shut a folder that was there before us to everybody else.

    Windows has no such modes; there a user's folders are that user's alone by inheritance.
    """
    if sys.platform == "win32":
        return
    found = folder.stat()
    if found.st_uid != os.getuid():
        raise SverkaError(ErrorCode.CONFLICT, "data-dir-foreign", path=folder)
    if stat.S_IMODE(found.st_mode) != _MODE:
        folder.chmod(_MODE)


def write_private(file: Path, content: str) -> None:
    """Replace `file` as a whole, mode 0600: a reader sees the old or the new text, never half."""
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile("w", dir=file.parent, encoding="utf-8", delete=False) as draft:
        draft.write(content)
        draft.flush()
        os.fsync(draft.fileno())
    Path(draft.name).replace(file)
