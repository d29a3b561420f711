"""What a report prints of the choice it was made by: one organisation, a class, a parallel …

Two reports of other choices cannot be held against one another, so nothing printed is overlooked:
where it is not certain whether a line tells of the choice, it counts as if it did.
"""

import re
from collections.abc import Iterator
from datetime import date

from lxml.etree import _Element as Element

from sverka.pages.html import classes_of, selected, text_of
from sverka.pages.labels import Labels
from sverka.pages.surroundings import NEVER_SHOWN, TEXT_INPUTS, content_of
from sverka.people.dates import DATE_IN_TEXT, DateRole, read_date
from sverka.people.folding import collapse, fold_words

#: Elements of which a report makes a line of its own.
_LINES = frozenset(
    {
        *("p", "div", "section", "article", "header", "footer", "form", "fieldset", "hr", "br"),
        *("table", "caption", "tr", "ul", "ol", "li", "dl", "dt"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    }
)
# Modern reports: a parameter each, and whose report it is.
_PARAMETER_CLASSES = frozenset({"select", "report-title-school"})
_CAPTION = re.compile(r"[^\W\d](?:[^:\d]*[^\W\d])?\s*:")
_TIME = r"\d{1,2}:\d{2}(?::\d{2})?"
_MOMENT = re.compile(rf"(?:{DATE_IN_TEXT.pattern})(?:\s*{_TIME})?")
_PARAMETER = "\0"

Period = tuple[date, date]


def read_selection(
    root: Element, table: Element | None, period: Period | None, labels: Labels
) -> tuple[str, ...]:
    """The lines outside the data table that tell of the choice, without the dates of `period`."""
    told = set()
    caption = ""
    for line in _lines(root, table):
        whole = f"{caption} {line}" if caption else line
        caption = whole if whole.endswith(":") else ""
        if not caption and (said := _said(whole, period, labels)):
            told.add(said)
    return tuple(sorted(told))


def _said(line: str, period: Period | None, labels: Labels) -> str:
    """What a line says of the choice; nothing where it says something else."""
    made = rf"{re.escape(labels.state_on)}\W*{_MOMENT.pattern}"
    text = collapse(re.sub(made, "", line.replace(_PARAMETER, "")))
    if labels.title(text):
        return ""
    plain, dates = _without_dates(text, period)
    if caption := _CAPTION.match(text):
        if dates < 2 and _is_aside(caption.group(), text[caption.end() :], labels):
            return ""
    elif dates > 1:
        # A sentence around the period may also tell when the report was made.
        plain = _MOMENT.sub("", plain)
    elif _PARAMETER not in line:
        return ""
    return "" if labels.idle.issuperset(fold_words(plain)) else plain.casefold()


def _is_aside(caption: str, value: str, labels: Labels) -> bool:
    """Whether a line signs, notes or counts: such lines differ from report to report."""
    if value.strip().isdigit():
        return labels.is_below_data(caption)
    return fold_words(caption) in labels.below_data


def _without_dates(text: str, period: Period | None) -> tuple[str, int]:
    """The text without the dates of the period, and how many of them it had."""
    dates = {
        found
        for found in DATE_IN_TEXT.findall(text)
        if period and read_date(found, DateRole.EVENT, date.max).value in period
    }
    parts = re.split(rf"\b(?:{'|'.join(map(re.escape, dates))})\b", text) if dates else [text]
    return collapse(" ".join(parts)), len(parts) - 1


def _lines(root: Element, table: Element | None) -> Iterator[str]:
    parts: list[str] = []
    for piece in _pieces(root, table):
        if piece is not None:
            parts.append(piece)
        elif line := collapse(" ".join(parts)):
            yield line
            parts = []
    if line := collapse(" ".join(parts)):
        yield line


def _pieces(root: Element, table: Element | None) -> Iterator[str | None]:
    """The pieces of text in their order, `None` where a line ends."""
    waiting: list[Element | str | None] = [root]
    while waiting:
        piece = waiting.pop()
        if piece is None or isinstance(piece, str):
            yield piece
        elif piece is table:
            yield None
        elif piece.tag == "select":
            chosen = selected(piece)
            yield text_of(chosen) if chosen is not None else ""
        elif piece.tag == "input" and (piece.get("type") or "").lower() in TEXT_INPUTS:
            yield piece.get("value") or ""
        elif piece.tag not in NEVER_SHOWN:
            waiting += reversed(_with_ends(piece))


def _with_ends(element: Element) -> list[Element | str | None]:
    content: list[Element | str | None] = list(content_of(element))
    if not _PARAMETER_CLASSES.isdisjoint(classes_of(element)):
        return [None, _PARAMETER, *content, None]
    return [None, *content, None] if element.tag in _LINES else content
