"""A card as captions and what stands behind each, whatever elements it is made of."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.pages.html import text_of
from sverka.pages.markup import content_text, is_content, is_control, is_custom, is_tick
from sverka.pages.wrapping import TEXT, wrap_texts
from sverka.people.folding import fold_caption

_REQUIRED = "***"
_LONGEST_CAPTION = 120
#: Elements that are captions by their nature, whether or not their words are known.
_CAPTION_TAGS = frozenset({"label", "dt", "th", "legend", "h1", "h2", "h3", "h4", "h5", "h6"})
#: «Снилс: 112…», with a caption that need not be known.
_FIELD_IN_A_LINE = re.compile(r"[^\W\d][^:]*: *\S")
_FEWEST_COLUMNS = 2
_PAIR = 2


class Caption(Struct, frozen=True, eq=False):
    """The words before a value; `known` where the lists of captions hold them."""

    element: Element
    text: str
    required: bool
    known: bool


class Outline:
    """The captions of a tree in their order. The tree is the outline's own: texts get elements."""

    def __init__(self, root: Element, is_known: Callable[[str], bool]) -> None:
        self._is_known = is_known
        wrap_texts(root, is_known)
        # lxml makes an element's Python object anew unless somebody holds it.
        self._elements = list(root.iter("*"))
        self._by_id = _by_unique_id(self._elements)
        self._tick_labels = set(_labels_of_ticks(self._elements))
        self._columns = {table for table in root.iter("table") if _has_columns(table)}
        found = tuple(self._find(root))
        self._all = _count(found)
        answers = set(self._answers(found))
        self.captions = tuple(caption for caption in found if caption not in answers)
        self._all = _count(self.captions)
        self._known = _count(caption for caption in self.captions if caption.known)

    def value_parts(self, caption: Caption) -> tuple[Element, ...]:
        """The elements in which the value stands; none where the layout does not tell."""
        control = self._by_id.get(caption.element.get("for") or "")
        if control is not None and is_control(control) and not is_tick(control):
            return (control,)
        row, beside = self._row(caption, self._all)
        if beside:
            return beside
        following = list(_until_caption(row, self._all))
        if any(_holds_control(element) for element in following):
            return tuple(following)
        return tuple(_first_value(following))

    def block_parts(self, caption: Caption) -> tuple[Element, ...]:
        """Everything from a caption to the next known one, for blocks with inner captions."""
        panel = self._panel(caption.element)
        if panel is not None:
            return (panel,) if not self._known[panel] else ()
        row, beside = self._row(caption, self._known)
        return beside or tuple(_until_caption(row, self._known))

    def is_tick_label(self, element: Element) -> bool:
        """Whether the element names a tick or a choice, not a field."""
        return element in self._tick_labels

    def label_of(self, tick: Element) -> str:
        """The words beside a tick: around it, for it, or behind it."""
        for ancestor in tick.iterancestors("label"):
            return text_of(ancestor)
        name = tick.get("id")
        for element in self._tick_labels if name else ():
            if element.get("for") == name:
                return text_of(element)
        behind = tick.getnext()
        return text_of(behind) if behind is not None else ""

    def _answers(self, captions: Sequence[Caption]) -> Iterator[Caption]:
        """Captions that answer the one before: «Паспорт» behind «Тип документа»."""
        for asked, answer in pairwise(captions):
            if not (asked.known and answer.known) or self._parts_of_either(asked, answer):
                continue
            pair = next(e for e in answer.element.iterancestors() if self._all[e] > 1)
            if self._all[pair] == _PAIR or asked.element.getnext() is answer.element:
                yield answer

    def _parts_of_either(self, *captions: Caption) -> bool:
        return any(self.value_parts(caption) for caption in captions)

    def _panel(self, element: Element) -> Element | None:
        """The element that a heading opens and closes."""
        for anchor in (element, *element.iterancestors("a"), *element.iter("a")):
            href = anchor.get("href") or ""
            if href.startswith("#") and (panel := self._by_id.get(href[1:])) is not None:
                return panel
        return None

    def _row(
        self, caption: Caption, counts: Counter[Element]
    ) -> tuple[Element, tuple[Element, ...]]:
        """The largest element with this caption alone, and what stands behind it in there."""
        row = caption.element
        beside: list[Element] = []
        while (parent := row.getparent()) is not None and counts[parent] <= 1:
            if parent.tag in ("body", "html", "form"):
                break
            beside += (e for e in row.itersiblings() if not _is_mark(e))
            row = parent
        return row, tuple(beside)

    def _find(self, element: Element) -> Iterator[Caption]:
        if not is_content(element) or is_control(element) or element in self._columns:
            return
        caption = self._as_caption(element)
        if caption:
            yield caption
            return
        for child in element:
            yield from self._find(child)

    def _as_caption(self, element: Element) -> Caption | None:
        words = _short_text(element)
        if not words or (element in self._tick_labels and not self._is_known(words)):
            return None
        known = self._is_known(words)
        natural = element.tag in _CAPTION_TAGS or words.find(":") == len(words) - 1
        if (not known and not natural) or _leads_away(element):
            return None
        if any(is_control(e) or is_tick(e) or is_custom(e) for e in element.iter()):
            return None
        if any(_says_it_alone(child, words) for child in element):
            return None
        required = _REQUIRED in words or _is_marked(element)
        return Caption(element, words.replace(_REQUIRED, "").strip(" :"), required, known)


def _by_unique_id(elements: Iterable[Element]) -> dict[str, Element]:
    """Elements by their ids; an id that two elements bear tells nothing."""
    named = [(name, element) for element in elements if (name := element.get("id"))]
    times = Counter(name for name, _ in named)
    return {name: element for name, element in named if times[name] == 1}


def _labels_of_ticks(elements: Iterable[Element]) -> Iterator[Element]:
    """Labels around a tick, for one, or behind one."""
    ticks = {name for e in elements if is_tick(e) and (name := e.get("id"))}
    for element in elements:
        if element.tag == "label":
            before = element.getprevious()
            behind = before is not None and is_tick(before)
            around = any(is_tick(inner) for inner in element.iter("input"))
            if behind or around or element.get("for") in ticks:
                yield element


def _has_columns(table: Element) -> bool:
    """Whether a table has a row of headings: what stands below them is behind none of them."""
    return any(
        len(row) >= _FEWEST_COLUMNS and all(cell.tag == "th" for cell in row)
        for row in table.iter("tr")
    )


def _count(captions: Iterable[Caption]) -> Counter[Element]:
    counts: Counter[Element] = Counter()
    for caption in captions:
        counts[caption.element] += 1
        counts.update(caption.element.iterancestors())
    return counts


def _until_caption(row: Element, counts: Counter[Element]) -> Iterator[Element]:
    for element in row.itersiblings():
        if counts[element]:
            return
        if not _is_mark(element):
            yield element


def _first_value(following: list[Element]) -> Iterator[Element]:
    """The first element that follows, if it is no field itself; of texts parted by breaks all."""
    if following and following[0].tag != TEXT:
        if not _FIELD_IN_A_LINE.match(_short_text(following[0])):
            yield following[0]
        return
    for element in following:
        if element.tag not in (TEXT, "br"):
            return
        yield element


def _holds_control(element: Element) -> bool:
    return any(is_control(inner) or is_tick(inner) for inner in element.iter())


def _says_it_alone(child: Element, words: str) -> bool:
    """Whether a child is the caption by itself, so that the rest may be the value: «Отчество -»."""
    own = _short_text(child)
    rest = words.replace(own, "", 1).strip("* :")
    return own == words or (bool(rest) and fold_caption(own) == fold_caption(words))


def _is_mark(element: Element) -> bool:
    return bool(_short_text(element)) and not _short_text(element).strip("* :")


def _is_marked(element: Element) -> bool:
    """Whether the mark of a required field stands beside the caption."""
    beside = (element.getprevious(), element.getnext())
    return any(e is not None and _REQUIRED in _short_text(e) and _is_mark(e) for e in beside)


def _leads_away(element: Element) -> bool:
    anchors = (element, *element.iterancestors("a"), *element.iter("a"))
    return any(
        anchor.tag == "a" and not (anchor.get("href") or "#").startswith("#") for anchor in anchors
    )


def _short_text(element: Element) -> str:
    """The text of an element that may be a caption, nothing of one that is too long for it."""
    length = 0
    for part in element.itertext():
        length += len(part.strip())
        if length > _LONGEST_CAPTION:
            return ""
    return content_text(element)
