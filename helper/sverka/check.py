"""`sverka check`: the same way of the data for pages saved from the browser."""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from sverka.advice.vocabulary import Advice
from sverka.contract import SCHEMA, Analysis, PageRequest
from sverka.errors import ErrorCode, SverkaError
from sverka.pages.html import decode_saved, saved_from
from sverka.pages.vocabulary import PageKind, Source
from sverka.pipeline import analyse_page
from sverka.settings import Settings
from sverka.texts import text

READ, SOMETHING_TO_DO, NOT_READ = range(3)

_MEGABYTE = 1024 * 1024
_NOTHING_TO_DO = frozenset({Advice.KEEP, Advice.NOT_DUPLICATE})
_PROBLEMS: dict[type[OSError], str] = {
    FileNotFoundError: "missing",
    IsADirectoryError: "folder",
    PermissionError: "forbidden",
}


class Checked(Struct, frozen=True):
    """One file: its analysis, or the error that stood in the way."""

    file: Path
    answer: Analysis | SverkaError

    @property
    def exit_code(self) -> int:
        if isinstance(self.answer, SverkaError) or self.answer.page.kind is PageKind.UNKNOWN:
            return NOT_READ
        advice = {account.advice for group in self.answer.groups for account in group.accounts}
        return SOMETHING_TO_DO if advice - _NOTHING_TO_DO else READ


def check_files(files: Sequence[Path], as_json: bool, settings: Settings, secret: bytes) -> int:
    """Check the files, print the answers and return the exit code: the worst of all files."""
    checked = [_check(file, settings, secret) for file in files]
    if as_json:
        sys.stdout.buffer.writelines((_as_json(checked), b"\n"))
    else:
        # Only people need the console; a script that reads JSON does not wait for it.
        from sverka.console import print_answers

        print_answers((item.file, item.answer) for item in checked)
    return max(item.exit_code for item in checked)


def _check(file: Path, settings: Settings, secret: bytes) -> Checked:
    try:
        request = _request(file, settings.max_page_mb)
        return Checked(file, analyse_page(request, secret=secret, settings=settings))
    except SverkaError as error:
        return Checked(file, error)


def _request(file: Path, max_mb: int) -> PageRequest:
    """A saved page as a request; the day of capture is the day the file was saved."""
    try:
        status = file.stat()
        if status.st_size > max_mb * _MEGABYTE:
            size = status.st_size // _MEGABYTE
            raise SverkaError(ErrorCode.TOO_LARGE, "page-too-large", size=size, limit=max_mb)
        page = decode_saved(file.read_bytes())
    except OSError as problem:
        raise SverkaError(
            ErrorCode.NOT_FOUND, "file-unreadable", file=file, problem=_in_words(problem)
        ) from None
    return PageRequest(
        schema=SCHEMA,
        url=saved_from(page) or "",
        html=page,
        captured_at=datetime.fromtimestamp(status.st_mtime).astimezone(),
        source=Source.FILE,
    )


def _in_words(problem: OSError) -> str:
    return text(f"check.problem.{_PROBLEMS.get(type(problem), 'other')}")


def _as_json(checked: Sequence[Checked]) -> bytes:
    """One file: its object. Several: an array of objects with `file`."""
    if len(checked) == 1:
        return _body(checked[0])
    return b"[" + b",\n".join(map(_named_body, checked)) + b"]"


def _body(checked: Checked) -> bytes:
    if isinstance(checked.answer, SverkaError):
        return msgspec.json.encode(checked.answer.as_json())
    return checked.answer.to_json()


def _named_body(checked: Checked) -> bytes:
    name = msgspec.json.encode(str(checked.file))
    return b'{"file":' + name + b"," + _body(checked)[1:]
