"""What the native messaging host answers: where the helper is, and a code to be paired with it.

The helper's parts are imported when a start is asked for, so that the browser gets its program
quickly.
"""

import json
import sys
from collections.abc import Sequence

from sverka import __version__
from sverka.errors import ErrorCode, SverkaError
from sverka.native.names import CHROMIUM_ORIGIN, FIREFOX_ID

SCHEMA = 1


def answer(message: bytes, arguments: Sequence[str]) -> bytes:
    """The answer to one message; `arguments` are what the browser started the program with."""
    try:
        _check_caller(arguments)
        _check_command(message)
        return _as_json(_start())
    except SverkaError as problem:
        return _as_json(problem.as_json())
    except Exception as problem:
        # Its message may quote what was sent.
        sys.stderr.write(f"internal: {type(problem).__name__}\n")
        return complaint("internal", ErrorCode.INTERNAL)


def complaint(reason: str, code: ErrorCode = ErrorCode.BAD_REQUEST) -> bytes:
    """An answer in the error shape of every door."""
    return _as_json(SverkaError(code, reason).as_json())


def _check_caller(arguments: Sequence[str]) -> None:
    """Chromium names the extension's origin first; Firefox its manifest, then the extension."""
    if CHROMIUM_ORIGIN not in arguments[:1] and FIREFOX_ID not in arguments[1:2]:
        raise SverkaError(ErrorCode.REFUSED, "native-caller")


def _check_command(message: bytes) -> None:
    try:
        command = json.loads(message)
    except ValueError:
        raise SverkaError(ErrorCode.BAD_REQUEST, "native-message") from None
    if command == {"schema": SCHEMA, "command": "start"}:
        return
    if isinstance(command, dict) and command.get("schema") != SCHEMA:
        raise SverkaError(ErrorCode.VERSION, "version")
    raise SverkaError(ErrorCode.BAD_REQUEST, "native-message")


def _start() -> dict[str, object]:
    import time

    from sverka.datadir import DataDir
    from sverka.native.start import start_detached
    from sverka.pairing.codes import CodeFor, PairingCodes

    data_dir = DataDir.locate()
    running = start_detached(data_dir)
    code = PairingCodes(data_dir.pairing_file, time.time).make(CodeFor.BROWSER).code
    return {
        "port": running.port,
        "server_id": running.server_id,
        "code": code,
        "version": __version__,
    }


def _as_json(body: object) -> bytes:
    return json.dumps(body, ensure_ascii=False).encode()
