"""The 8-digit pairing code: made for the operator or for a browser, redeemed once by the extension.

`sverka pair`, the native messaging host and the running helper are processes of their own, so what
they share lies in a private file: a salted slow hash of the code, never the code.
"""

import hashlib
import hmac
import math
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from enum import StrEnum
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


class CodeFor(StrEnum):
    """Who is given a code. Each has its own: a browser that starts must not void an operator's."""

    OPERATOR = "operator"
    BROWSER = "browser"


class MadeCode(Struct, frozen=True):
    """A fresh code, for no other eyes."""

    code: str
    expires_at: datetime


class _LiveCode(Struct, frozen=True):
    salt: str
    digest: str
    expires_at: float
    wrong_tries: int = 0

    def lives_at(self, now: float) -> bool:
        """A clock that was set back ends the code: it must not live longer by that."""
        return 0 < self.expires_at - now <= LIFETIME_SECONDS


class _State(Struct, frozen=True):
    live: dict[CodeFor, _LiveCode] = {}
    tries: tuple[float, ...] = ()


class TooManyTriesError(SverkaError):
    """More tries within a minute than allowed; `wait_seconds` says when to come again."""

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(ErrorCode.TOO_MANY, "pair-too-many", seconds=wait_seconds)
        self.wait_seconds = wait_seconds


class WrongCodeError(SverkaError):
    """Not the operator's code, which lives on for `tries_left` more tries."""

    def __init__(self, tries_left: int) -> None:
        super().__init__(ErrorCode.NOT_PAIRED, "pair-wrong-code", left=tries_left)
        self.tries_left = tries_left


class PairingCodes:
    """The codes that may be live in a data directory: one for the operator, one for a browser."""

    def __init__(self, file: Path, now: Callable[[], float]) -> None:
        self.file = file
        self._now = now

    def make(self, whom: CodeFor = CodeFor.OPERATOR) -> MadeCode:
        """Make a code for `whom`; an earlier one of the same is void from then on."""
        code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
        salt = secrets.token_hex(_SALT_BYTES)
        expires_at = self._now() + LIFETIME_SECONDS
        live = _LiveCode(salt, _digest(code, salt), expires_at)
        with self._locked():
            state = self._read()
            self._write(replace(state, live={**state.live, whom: live}))
        return MadeCode(code, datetime.fromtimestamp(expires_at, UTC).replace(microsecond=0))

    def redeem(self, code: str) -> None:
        """Use up the live code that `code` is.

        Raises `TooManyTriesError`, `WrongCodeError`, or `SverkaError` (`conflict`) where no code is
        live: never made, expired, used, or tried wrongly too often.
        """
        with self._locked():
            state = self._count_try(self._read())
            now = self._now()
            live = {whom: made for whom, made in state.live.items() if made.lives_at(now)}
            matching = [
                whom
                for whom, made in live.items()
                if hmac.compare_digest(_digest(code, made.salt), made.digest)
            ]
            if not matching:
                left = _after_wrong_try(live)
                self._write(replace(state, live=left))
                raise _complaint(live.get(CodeFor.OPERATOR), left.get(CodeFor.OPERATOR))
            del live[matching[0]]
            self._write(replace(state, live=live))

    def _count_try(self, state: _State) -> _State:
        now = self._now()
        # A try that lies ahead was made before the clock was set back; it must not lock for hours.
        recent = tuple(moment for moment in state.tries if 0 <= now - moment < _MINUTE)
        if len(recent) >= TRIES_A_MINUTE:
            raise TooManyTriesError(math.ceil(recent[0] + _MINUTE - now))
        counted = replace(state, tries=(*recent, now))
        self._write(counted)
        return counted

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


def _after_wrong_try(live: dict[CodeFor, _LiveCode]) -> dict[CodeFor, _LiveCode]:
    """A wrong code counts against every live one: nobody knows which of them was meant."""
    counted = {whom: replace(made, wrong_tries=made.wrong_tries + 1) for whom, made in live.items()}
    return {w: made for w, made in counted.items() if made.wrong_tries < WRONG_TRIES_ALLOWED}


def _complaint(before: _LiveCode | None, after: _LiveCode | None) -> SverkaError:
    """What a wrong try has done to the operator's code; nobody types the browser's."""
    if before is None:
        return SverkaError(ErrorCode.CONFLICT, "pair-no-code")
    if after is None:
        return SverkaError(ErrorCode.CONFLICT, "pair-code-void")
    return WrongCodeError(WRONG_TRIES_ALLOWED - after.wrong_tries)


def _digest(code: str, salt: str) -> str:
    """Slow on purpose: eight digits are few enough to try them all against a fast hash."""
    return hashlib.scrypt(code.encode(), salt=bytes.fromhex(salt), n=2**14, r=8, p=1).hex()
