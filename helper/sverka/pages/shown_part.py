"""Whether a page shows all records of its table or a part of them, or is still loading them."""

import re

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.pages.html import classes_of, text_of
from sverka.pages.list_labels import list_labels
from sverka.pages.markup import is_busy, is_content

_LONGEST_LINE = 200
#: A pager of more pages than these digits write is none.
_MOST_DIGITS = 9
_PAGERS = ("pagination", "jtable-page-list", "pager", "paginator")
_CURRENT = frozenset({"active", "current", "selected", "jtable-page-number-active"})
#: jTable keeps these in the page and hides them while nothing is loaded.
_HIDDEN_BUSY = "jtable-busy"
_MADE_VISIBLE = re.compile(r"\bdisplay\s*:\s*(?!none\b)\w", re.IGNORECASE)


class Position(Struct, frozen=True):
    """Which page of how many, and how many records on all of them, as far as printed."""

    page: int | None
    pages: int | None
    total: int | None


def is_loading(root: Element) -> bool:
    return any(_is_at_work(e) or list_labels().says_not_loaded(_line(e)) for e in root.iter("*"))


def _is_at_work(element: Element) -> bool:
    hidden = any(name.startswith(_HIDDEN_BUSY) for name in classes_of(element))
    shown = not hidden or _MADE_VISIBLE.search(element.get("style") or "") is not None
    return is_busy(element) and shown


def read_position(root: Element, table: Element | None) -> Position:
    """What pager and counter outside the table say."""
    page, pages = _pages(root)
    inside = set(table.iter("*")) if table is not None else set()
    lines = [line for e in root.iter("*") if e not in inside and (line := _line(e))]
    words = list_labels()
    ranges = filter(None, map(words.range.search, lines))
    totals = filter(None, map(words.total.search, lines))
    found = next((_number(match[3]) for match in ranges), None)
    if found is None:
        found = next((_number(match[1]) for match in totals), None)
    return Position(page, pages, found)


def _line(element: Element) -> str:
    """The text of an element that is no more than a line."""
    if not is_content(element) or len(element) > 3:
        return ""
    text = text_of(element)
    return text if len(text) <= _LONGEST_LINE else ""


def _pages(root: Element) -> tuple[int | None, int | None]:
    """The number that is marked in the pager, and the largest one in it."""
    for pager in root.iter("*"):
        if not any(name in _PAGERS for name in classes_of(pager)):
            continue
        numbers = [(int(text), e) for e in pager.iter("*") if _is_page(text := text_of(e))]
        current = [number for number, e in numbers if not _CURRENT.isdisjoint(classes_of(e))]
        if numbers:
            return next(iter(current), None), max(number for number, _ in numbers)
    return None, None


def _is_page(text: str) -> bool:
    return text.isdecimal() and len(text) <= _MOST_DIGITS


def _number(written: str) -> int:
    return int(written.replace(" ", ""))
