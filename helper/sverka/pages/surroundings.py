"""What a report says outside its table: heading, period, state, version, authority."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.pages.labels import Labels
from sverka.pages.vocabulary import PageKind
from sverka.people.dates import DATE_IN_TEXT, DateRole, read_date
from sverka.people.folding import collapse, fold_caption

_DATE = DATE_IN_TEXT.pattern
# «с 01.09.2025 по 30.09.2025», «Период: 01.09.2025 – 30.09.2025», two fields one after another:
# two dates with few characters and no digit between them; the second may begin another pair. Dates
# that are enumerated are no period.
_PERIOD = re.compile(rf"(?P<start>{_DATE})(?=[^\d,;]{{1,40}}?(?P<end>{_DATE}))")
_TIME = re.compile(r"\s*(\d{1,2}:\d{2}(?::\d{2})?)")
# A report is made in one of these; what is printed otherwise is no moment to count from.
_YEARS = range(2000, 2100)
_VERSION = re.compile(r"(\d+(?:\.\d+){2,3})")
TEXT_INPUTS = frozenset({"", "text", "date", "search"})
NEVER_SHOWN = frozenset({"script", "style", "template", "noscript"})
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "caption", "legend", "title"})
_MAY_BE_HEADING = frozenset({*_HEADING_TAGS, "div", "span", "b", "p", "strong", "td", "th"})
_LONGEST_HEADING = 300


class Surroundings(Struct, frozen=True):
    """The facts that stand around the table of a report."""

    kind: PageKind | None
    title: str
    period: tuple[date, date] | None
    generated_at: datetime | None
    version: str | None
    authority: str | None
    says_empty: bool


def read_surroundings(
    root: Element, table: Element | None, given_title: str, labels: Labels
) -> Surroundings:
    """Read everything of the page but the data table itself.

    `given_title` is the title the sender saw, used where the sent part holds none.
    """
    kind, title = _heading(root, table, given_title, labels)
    lines = list(_lines(root, table))
    text = collapse(" ".join(lines))
    return Surroundings(
        kind=kind,
        title=title,
        period=_period(text, labels),
        generated_at=_generated_at(text, labels),
        version=_version(text, labels),
        authority=_authority(lines, labels),
        says_empty=any(phrase in text.casefold() for phrase in labels.empty),
    )


def _outside(root: Element, table: Element | None) -> Iterator[Element | str]:
    """Elements and pieces of text in order, without the data table and what is never shown."""
    waiting: list[Element | str] = [root]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            yield piece
        elif piece is not table and piece.tag not in NEVER_SHOWN:
            yield piece
            waiting += reversed(list(content_of(piece)))


def content_of(element: Element) -> Iterator[Element | str]:
    """What stands in an element, in its order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def _heading(
    root: Element, table: Element | None, given_title: str, labels: Labels
) -> tuple[PageKind | None, str]:
    for element in _outside(root, table):
        if not isinstance(element, str) and element.tag in _MAY_BE_HEADING:
            text = short_text(element)
            if kind := labels.title(text):
                return kind, text
    title = collapse(given_title)
    return labels.title(title), title


def short_text(element: Element) -> str:
    """The text of an element that may be a heading; nothing of one that is too long for it."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(str(part))
        length += len(part)
        if length > _LONGEST_HEADING:
            return ""
    return collapse(" ".join(parts))


def _lines(root: Element, table: Element | None) -> Iterator[str]:
    """The pieces of text outside the table, values of text fields included."""
    for piece in _outside(root, table):
        if isinstance(piece, str):
            yield piece
        elif piece.tag == "input" and (piece.get("type") or "").lower() in TEXT_INPUTS:
            yield piece.get("value") or ""


def _period(text: str, labels: Labels) -> tuple[date, date] | None:
    for found in _PERIOD.finditer(text):
        between = text[found.end("start") : found.start("end")]
        if fold_caption(between) in labels.enumeration:
            continue
        start = _event(found["start"])
        end = _event(found["end"])
        if start and end and start <= end:
            return start, end
    return None


def _generated_at(text: str, labels: Labels) -> datetime | None:
    _, marker, after = text.partition(labels.state_on)
    written = DATE_IN_TEXT.match(after.lstrip()) if marker else None
    day = _event(written.group()) if written else None
    if written is None or day is None or day.year not in _YEARS:
        return None
    time = _TIME.match(after.lstrip(), written.end())
    clock = time[1].zfill(8 if time[1].count(":") == 2 else 5) if time else "00:00"
    try:
        return datetime.fromisoformat(f"{day.isoformat()}T{clock}")
    except ValueError:
        return datetime.fromisoformat(day.isoformat())


def _version(text: str, labels: Labels) -> str | None:
    _, marker, after = text.rpartition(labels.product)
    found = _VERSION.search(after, 0, 20) if marker else None
    return found[1] if found else None


def _authority(lines: list[str], labels: Labels) -> str | None:
    """The text behind the caption «Орган управления»."""
    filled = [line for line in map(collapse, lines) if line]
    for index, line in enumerate(filled):
        caption, _, value = line.partition(":")
        if fold_caption(caption) in labels.authority:
            return collapse(value) or (filled[index + 1] if index + 1 < len(filled) else None)
    return None


def _event(text: str) -> date | None:
    return read_date(text, DateRole.EVENT, date.max).value
