"""The value of one field of a card: what its controls hold, or what is printed there."""

from collections.abc import Iterator, Sequence

from lxml.etree import _Element as Element
from msgspec import Struct

from sverka.pages.card_labels import card_labels
from sverka.pages.html import selected, text_of
from sverka.pages.markup import input_type, is_busy, is_content, is_control, is_custom, is_tick
from sverka.pages.outline import Outline
from sverka.people.folding import fold_caption

_MARK = "***"
_MASKS = ("**", "••", "●●")


class _Found(Struct):
    """What is met behind one caption."""

    values: list[str]
    texts: list[str]
    has_control: bool = False
    unreadable: bool = False


def read_value(outline: Outline, parts: Sequence[Element]) -> str | None:
    """The value in `parts`: empty where nothing is filled in, `None` where that is not told.

    Controls count before texts, which may be hints. What a script has not filled yet is not told.
    """
    found = _Found([], [])
    for part in parts:
        _look(outline, part, found)
    said = found.values if found.has_control else found.texts
    value = " ".join(words for words in said if words.strip())
    if _is_withheld(value):
        return None
    is_told = bool(parts) and not found.unreadable
    return value if value or is_told else None


def is_typed(parts: Sequence[Element]) -> bool:
    """Whether a control stands in `parts`; else the value is printed."""
    return any(is_control(inner) for part in parts for inner in part.iter())


def _is_withheld(value: str) -> bool:
    """Whether something stands there that the operator may not see: «***-***-*** 95»."""
    written = value.strip().removeprefix(f"{_MARK} ")
    return any(mask in written for mask in _MASKS) or fold_caption(value) in card_labels().withheld


def words_of(option: Element | None) -> str:
    """The words of an option, empty for those that say that nothing is chosen."""
    words = text_of(option) if option is not None else ""
    return "" if fold_caption(words) in card_labels().unset else words


def _look(outline: Outline, element: Element, found: _Found) -> None:
    if not is_content(element) or (outline.is_tick_label(element) and not _holds_radio(element)):
        return
    if is_busy(element):
        found.unreadable = True
    elif is_tick(element):
        _look_at_tick(outline, element, found)
    elif is_control(element):
        found.has_control = True
        found.values.append(control_value(element))
    elif len(element) == 0:
        found.texts += _printed(element)
        found.unreadable |= is_custom(element) and not text_of(element)
    else:
        for child in _inner(outline, element):
            _look(outline, child, found)


def _inner(outline: Outline, element: Element) -> Iterator[Element]:
    """The children that may hold the value: of the label around a choice only the choice."""
    if outline.is_tick_label(element):
        return element.iter("input")
    return iter(element)


def _holds_radio(element: Element) -> bool:
    return any(input_type(inner) == "radio" for inner in element.iter("input"))


def _look_at_tick(outline: Outline, tick: Element, found: _Found) -> None:
    if input_type(tick) == "radio":
        found.has_control = True
        if tick.get("checked") is not None:
            found.values.append(outline.label_of(tick))


def control_value(control: Element) -> str:
    """What a control of a card holds."""
    if control.tag == "select":
        return words_of(selected(control))
    if control.tag == "textarea":
        return "".join(map(str, control.itertext()))
    return control.get("value") or ""


def _printed(element: Element) -> list[str]:
    words = text_of(element)
    return [words] if words and words != _MARK else []
