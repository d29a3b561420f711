"""The 8-digit pairing code: made in the operator's terminal, redeemed once by the extension.

`sverka pair` and the running helper are two processes, so what they share lies in a private file:
a salted slow hash of the code, never the code.
"""

import hashlib
import hmac
import math
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

CODE_DIGITS = 8
LIFETIME_SECONDS = 120
WRONG_TRIES_ALLOWED = 3
TRIES_A_MINUTE = 5
_MINUTE = 60.0
_SALT_BYTES = 16


class MadeCode(Struct, frozen=True):
    """A fresh code, for the operator's eyes."""

    code: str
    expires_at: datetime


class _LiveCode(Struct, frozen=True):
    salt: str
    digest: str
    expires_at: float
    wrong_tries: int = 0


class _State(Struct, frozen=True):
    live: _LiveCode | None = None
    tries: tuple[float, ...] = ()


class TooManyTriesError(SverkaError):
    """More tries within a minute than allowed; `wait_seconds` says when to come again."""

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(ErrorCode.TOO_MANY, "pair-too-many", seconds=wait_seconds)
        self.wait_seconds = wait_seconds


class PairingCodes:
    """The one code that may be live in a data directory."""

    def __init__(self, file: Path, now: Callable[[], float]) -> None:
        self.file = file
        self._now = now

    def make(self) -> MadeCode:
        """Make a code; an earlier one is void from then on."""
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
        salt = secrets.token_hex(_SALT_BYTES)
        expires_at = self._now() + LIFETIME_SECONDS
        live = _LiveCode(salt, _digest(code, salt), expires_at)
        with self._locked():
            self._write(replace(self._read(), live=live))
        return MadeCode(code, datetime.fromtimestamp(expires_at, UTC).replace(microsecond=0))

    def redeem(self, code: str) -> None:
        """Use up the live code if `code` is it.

        Raises `TooManyTriesError`, or `SverkaError` (`not-paired`) for a wrong code and where no
        code is live: never made, expired, used, or tried wrongly too often.
        """
        with self._locked():
            state = self._count_try(self._read())
            live = state.live
            if live is None or self._now() >= live.expires_at:
                raise SverkaError(ErrorCode.NOT_PAIRED, "pair-no-code")
            if hmac.compare_digest(_digest(code, live.salt), live.digest):
                self._write(replace(state, live=None))
                return
            self._count_wrong(state, live)
            raise SverkaError(ErrorCode.NOT_PAIRED, "pair-wrong-code")

    def _count_try(self, state: _State) -> _State:
        now = self._now()
        recent = tuple(moment for moment in state.tries if now - moment < _MINUTE)
        if len(recent) >= TRIES_A_MINUTE:
            raise TooManyTriesError(math.ceil(recent[0] + _MINUTE - now))
        counted = replace(state, tries=(*recent, now))
        self._write(counted)
        return counted

    def _count_wrong(self, state: _State, live: _LiveCode) -> None:
        tried = replace(live, wrong_tries=live.wrong_tries + 1)
        void = tried.wrong_tries >= WRONG_TRIES_ALLOWED
        self._write(replace(state, live=None if void else tried))

    def _read(self) -> _State:
        try:
            return msgspec.json.decode(self.file.read_bytes(), type=_State)
        except (FileNotFoundError, msgspec.DecodeError):
            # A lost or damaged file costs the operator one more `sverka pair`.
            return _State()

    def _write(self, state: _State) -> None:
        write_private(self.file, msgspec.json.encode(state).decode())

    def _locked(self) -> BaseFileLock:
        return FileLock(self.file.with_suffix(".lock"), mode=0o600)


def _digest(code: str, salt: str) -> str:
    """Slow on purpose: eight digits are few enough to try them all against a fast hash."""
    return hashlib.scrypt(code.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()
