"""`sverka check`: the same way of the data for pages saved from the browser."""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from sverka.advice.cards.vocabulary import Severity
from sverka.advice.vocabulary import Advice
from sverka.contract import Analysis, PageContext, PageInfo
from sverka.errors import SverkaError
from sverka.pages.vocabulary import PageKind
from sverka.pipeline import analyse_tree
from sverka.saved import SavedPage, SavedPages
from sverka.settings import Settings

READ, SOMETHING_TO_DO, NOT_READ = range(3)

_NOTHING_TO_DO = frozenset({Advice.KEEP, Advice.NOT_DUPLICATE})
#: Warnings of pages that are known and still say nothing.
_NOT_THERE = frozenset({"list-not-loaded"})


class Checked(Struct, frozen=True):
    """One file: its analysis, or the error that stood in the way."""

    file: Path
    answer: Analysis | SverkaError

    @property
    def exit_code(self) -> int:
        if isinstance(self.answer, SverkaError) or _says_nothing(self.answer.page):
            return NOT_READ
        advice = {account.advice for group in self.answer.groups for account in group.accounts}
        to_correct = any(found.severity is not Severity.INFO for found in self.answer.findings)
        return SOMETHING_TO_DO if to_correct or advice - _NOTHING_TO_DO else READ


def _says_nothing(page: PageInfo) -> bool:
    return page.kind is PageKind.UNKNOWN or any(
        warning.code in _NOT_THERE for warning in page.warnings
    )


def check_pages(pages: SavedPages, settings: Settings, secret: bytes) -> list[Checked]:
    """Advise on each page; a file that cannot be read keeps none of the others back."""
    return [Checked(file, _check(page, settings, secret)) for file, page in pages]


def show(checked: Sequence[Checked], *, as_json: bool) -> None:
    """Print the answers."""
    if as_json:
        sys.stdout.buffer.writelines((_as_json(checked), b"\n"))
    else:
        # Only people need the console; a script that reads JSON does not wait for it.
        from sverka.console import print_answers

        print_answers((item.file, item.answer) for item in checked)


def _check(
    page: SavedPage | SverkaError, settings: Settings, secret: bytes
) -> Analysis | SverkaError:
    if isinstance(page, SverkaError):
        return page
    return analyse_tree(
        page.tree,
        url=page.url,
        title="",
        captured_at=page.captured_at,
        context=PageContext(),
        secret=secret,
        settings=settings,
    )


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
