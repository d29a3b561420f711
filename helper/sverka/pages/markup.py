"""What the elements of a card are for, whatever page they stand on."""

import re
from collections.abc import Iterator

from lxml.etree import _Element as Element

from sverka.pages.card_labels import card_labels
from sverka.pages.html import classes_of, text_of
from sverka.people.folding import collapse, fold_caption

_NEVER_CONTENT = frozenset(
    {"head", "script", "style", "template", "noscript", "nav", "button", "option", "optgroup"}
)
# A password stays where it was typed; what presses or sends is no value.
_NO_VALUE = frozenset(
    {"hidden", "password", "button", "submit", "reset", "image", "file", "checkbox"}
)
_NO_CONTENT_CLASSES = frozenset({"btn", "navbar"})
_HIDDEN_CLASSES = frozenset({"hidden", "hide", "ng-hide", "d-none"})
_HIDDEN_STYLES = ("display:none", "visibility:hidden")
_WORDS = re.compile(r"[^a-z]+")


def is_content(element: Element) -> bool:
    """Whether an element can hold anything a card says: menus and buttons cannot."""
    if element.tag in _NEVER_CONTENT or element.get("role") == "navigation":
        return False
    return _NO_CONTENT_CLASSES.isdisjoint(classes_of(element))


def content_text(element: Element) -> str:
    """The text of an element without that of its buttons and drop-downs."""
    return collapse(" ".join(_content_texts(element)))


def _content_texts(element: Element) -> Iterator[str]:
    if is_content(element):
        yield element.text or ""
        for child in element:
            yield from _content_texts(child)
            yield child.tail or ""


def input_type(element: Element) -> str:
    return (element.get("type") or "text").strip().lower()


def is_control(element: Element) -> bool:
    """Whether the element holds a value of the card; passwords, ticks and hidden ones do not."""
    if element.tag == "input":
        return input_type(element) not in _NO_VALUE and not is_search(element)
    return element.tag in ("select", "textarea")


def is_search(element: Element) -> bool:
    """The line of a drop-down in which one searches: what is chosen stands beside it."""
    return input_type(element) == "search" or is_combobox(element)


def is_combobox(element: Element) -> bool:
    """A drop-down of the site's own making."""
    return element.get("role") == "combobox"


def is_tick(element: Element) -> bool:
    return element.tag == "input" and input_type(element) in ("checkbox", "radio")


def is_custom(element: Element) -> bool:
    """An element of the site's own making, filled by a script."""
    return "-" in str(element.tag)


def is_hidden(element: Element) -> bool:
    """Whether the element itself says that it is not shown."""
    style = "".join((element.get("style") or "").lower().split())
    by_style = any(hiding in style for hiding in _HIDDEN_STYLES)
    by_class = not _HIDDEN_CLASSES.isdisjoint(classes_of(element))
    return by_style or by_class or element.get("hidden") is not None


def is_within_hidden(element: Element) -> bool:
    return is_hidden(element) or any(map(is_hidden, element.iterancestors()))


def is_busy(element: Element) -> bool:
    """Whether the element says that something is still being loaded."""
    if element.get("aria-busy") == "true":
        return True
    classes = classes_of(element)
    if _HIDDEN_CLASSES.isdisjoint(classes):
        words = {word for name in classes for word in _WORDS.split(name.lower())}
        if not words.isdisjoint(card_labels().busy):
            return True
    return len(element) == 0 and fold_caption(text_of(element)) in card_labels().loading
