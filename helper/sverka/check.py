"""`sverka check`: the same way of the data for pages saved from the browser."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sverka.advice.cards.vocabulary import Severity
from sverka.advice.vocabulary import Advice
from sverka.contract import Analysis, PageContext, PageInfo, PageWarning
from sverka.errors import SverkaError
from sverka.pages.vocabulary import PageKind
from sverka.pipeline import FORGETFUL, analyse_tree
from sverka.saved import SavedPage, SavedPages
from sverka.settings import Settings
from sverka.texts import text

if TYPE_CHECKING:
    from sverka.together import Together

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
    """Advise on each page; a file that cannot be read keeps none of the others back.

    Where pages can tell of each other, they are read again, each with what the others say.
    """
    alone = [Checked(file, _check(page, settings, secret)) for file, page in pages]
    if not _can_tell_of_each_other(alone):
        return alone
    # One page and reports alone do not wait for the database.
    from sverka.together import kept_together

    with kept_together(settings, secret) as together:
        # Twice, so that what the last page says is known to the first.
        for _ in range(2):
            checked = [
                Checked(file, _check(page, settings, secret, together))
                for file, page in pages.again()
            ]
    return checked


def _can_tell_of_each_other(checked: Sequence[Checked]) -> bool:
    kinds = [c.answer.page.kind for c in checked if isinstance(c.answer, Analysis)]
    read = [kind for kind in kinds if kind is not PageKind.UNKNOWN]
    return len(read) > 1 and any(kind is not PageKind.DUPLICATES_REPORT for kind in read)


def show(checked: Sequence[Checked], *, as_json: bool) -> None:
    """Print the answers."""
    if as_json:
        sys.stdout.buffer.writelines(_as_json(checked))
    else:
        # Only people need the console; a script that reads JSON does not wait for it.
        from sverka.console import print_answers

        print_answers((item.file, item.answer) for item in checked)


def _check(
    page: SavedPage | SverkaError,
    settings: Settings,
    secret: bytes,
    together: "Together | None" = None,
) -> Analysis | SverkaError:
    if isinstance(page, SverkaError):
        return page
    memory, seen = together.known_to(page) if together else (FORGETFUL, None)
    analysis = analyse_tree(
        page.tree,
        url=page.url,
        title="",
        captured_at=page.captured_at,
        context=PageContext(),
        secret=secret,
        settings=settings,
        memory=memory,
        seen=seen,
    )
    return _with_limits_told(analysis) if together else analysis


def _with_limits_told(analysis: Analysis) -> Analysis:
    """Whom no other file names may be known all the same."""
    page = analysis.page
    if page.kind is not PageKind.ORDER_DIALOG:
        return analysis
    limits = PageWarning("order-among-files", text("warnings.order-among-files"))
    return replace(analysis, page=replace(page, warnings=(*page.warnings, limits)))


def _as_json(checked: Sequence[Checked]) -> Iterator[bytes]:
    """One file: its object. Several: an array of objects with `file`."""
    if len(checked) == 1:
        yield from _body(checked[0])
    else:
        for at, item in enumerate(checked):
            yield b",\n" if at else b"["
            yield from _named_body(item)
        yield b"]"
    yield b"\n"


def _body(checked: Checked) -> Iterator[bytes]:
    if isinstance(checked.answer, SverkaError):
        return iter((msgspec.json.encode(checked.answer.as_json()),))
    return checked.answer.json_pieces()


def _named_body(checked: Checked) -> Iterator[bytes]:
    """The object with the name of its file before everything else."""
    body = _body(checked)
    yield b'{"file":' + msgspec.json.encode(str(checked.file)) + b"," + next(body)[1:]
    yield from body
