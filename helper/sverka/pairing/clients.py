"""Which browsers are paired: who they are, and the hash of the token each was given."""

import hashlib
import hmac
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
from filelock import BaseFileLock, FileLock
from msgspec import Struct
from msgspec.structs import replace

from sverka.datadir import write_private
from sverka.errors import ErrorCode, SverkaError

_ID_BYTES = 8
_TOKEN_BYTES = 32
# `last_used` is for people to read; writing it oftener would only wear the disk.
_LAST_USED_STEP_SECONDS = 60


class Client(Struct, frozen=True):
    """One paired browser. The token itself is never kept."""

    id: str
    origin: str
    label: str
    token_sha256: str
    created: datetime
    last_used: datetime | None = None


class _Contents(Struct, frozen=True):
    """What the file held when it was last read, and the version of it that this was."""

    version: tuple[int, int, int] | None
    clients: tuple[Client, ...]


def local_text(moment: datetime) -> str:
    """A moment as lists of browsers show it."""
    return moment.astimezone().strftime("%d.%m.%Y %H:%M")


def token_sha256(token: str) -> str:
    """The SHA-256 of the token's text, in hex."""
    return hashlib.sha256(token.encode()).hexdigest()


class ClientStore:
    """The paired browsers of one data directory, shared by the helper and the command line."""

    def __init__(self, file: Path, now: Callable[[], float]) -> None:
        self.file = file
        self._now = now
        self._last = _Contents(None, ())

    def all(self) -> tuple[Client, ...]:
        """Every paired browser, the oldest first; one that was just revoked is not among them."""
        last = self._last
        version = self._version()
        if version != last.version:
            # The version is the older of the two: what is written meanwhile is read the next time.
            last = self._last = _Contents(version, self._read())
        return last.clients

    def find(self, client_id: str) -> Client | None:
        """The browser of that id, unless it was revoked."""
        return next((client for client in self.all() if client.id == client_id), None)

    def holder(self, token: str) -> Client | None:
        """The browser that was given `token`; the comparison tells nothing by its duration."""
        shown = token_sha256(token)
        matches = [c for c in self.all() if hmac.compare_digest(c.token_sha256, shown)]
        return matches[0] if matches else None

    def add(self, origin: str, label: str) -> tuple[Client, str]:
        """Pair a browser; returns it with its token, which cannot be had a second time."""
        token = secrets.token_hex(_TOKEN_BYTES)
        client = Client(
            id=secrets.token_hex(_ID_BYTES),
            origin=origin,
            label=label,
            token_sha256=token_sha256(token),
            created=self._moment(),
        )
        with self._locked():
            self._write((*self._read(), client))
        return client, token

    def note_use(self, client: Client) -> None:
        """Remember that `client` was here, to the minute."""
        moment = self._moment()
        if client.last_used is not None:
            # A use that lies ahead was noted before the clock was set back.
            ago = (moment - client.last_used).total_seconds()
            if 0 <= ago < _LAST_USED_STEP_SECONDS:
                return
        with self._locked():
            self._write(
                tuple(
                    replace(c, last_used=moment) if c.id == client.id else c for c in self._read()
                )
            )

    def revoke(self, client_id: str) -> bool:
        """Forget the browser of that id; False if there is none."""
        with self._locked():
            kept = tuple(client for client in self._read() if client.id != client_id)
            found = len(kept) < len(self._read())
            if found:
                self._write(kept)
        return found

    def revoke_all(self) -> int:
        """Forget every browser; returns how many there were."""
        with self._locked():
            count = len(self._read())
            self._write(())
        return count

    def _version(self) -> tuple[int, int, int] | None:
        """Another one whenever somebody has written the file, by whichever process."""
        try:
            found = self.file.stat()
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_size, found.st_ino

    def _read(self) -> tuple[Client, ...]:
        try:
            return msgspec.json.decode(self.file.read_bytes(), type=tuple[Client, ...])
        except FileNotFoundError:
            return ()
        except msgspec.DecodeError:
            raise SverkaError(ErrorCode.INTERNAL, "clients-unreadable", file=self.file) from None

    def _moment(self) -> datetime:
        return datetime.fromtimestamp(self._now(), UTC).replace(microsecond=0)

    def _write(self, clients: tuple[Client, ...]) -> None:
        write_private(self.file, msgspec.json.encode(clients).decode())

    def _locked(self) -> BaseFileLock:
        return FileLock(self.file.with_suffix(".lock"), mode=0o600)
