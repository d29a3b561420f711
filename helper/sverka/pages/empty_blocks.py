"""Whether an empty block of a card says that nobody is there: only where nothing may still come."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from sverka.pages.card_labels import card_labels
from sverka.pages.card_values import control_value
from sverka.pages.html import classes_of, text_of
from sverka.pages.markup import input_type, is_control, is_custom, is_hidden
from sverka.people.folding import fold_caption

#: What shows a page or a picture of its own; a picture alone may be the sign of waiting.
_OPAQUE = frozenset({"iframe", "frame", "object", "embed", "canvas", "img", "svg"})
_CONTROLS = frozenset({"input", "select", "textarea"})
_LIST_ROLES = frozenset({"combobox", "listbox", "grid", "tree", "tablist"})
#: Beginnings of attributes by which a script fills an element.
_FILLED_BY_SCRIPT = ("ng-", "data-ng-", "data-bind", "data-url", "data-src")
#: What Bootstrap folds, and what it adds once it is unfolded.
_FOLDED = {"collapse": frozenset({"in", "show"}), "tab-pane": frozenset({"active"})}
_PRESSES = frozenset({"button", "submit", "reset", "image"})


def is_surely_empty(blocks: Sequence[Element]) -> bool:
    """Whether the blocks, which tell nobody, are shown in full and can hold nobody."""
    around = [ancestor for block in blocks for ancestor in block.iterancestors()]
    inside = [element for block in blocks for element in block.iter("*")]
    if any(is_hidden(e) or _is_folded(e) for e in (*around, *inside)):
        return False
    return not any(map(_may_hold_somebody, inside))


def holds_value(control: Element) -> bool:
    """Whether a control has something in it that may be a person."""
    return is_control(control) and bool(control_value(control).strip())


def opens_something(caption: Element) -> bool:
    """Whether a press on the caption opens what stands under it, and may fetch it then."""
    around = (caption, *caption.iterancestors(), *caption.iter("a"))
    return any(e.tag == "a" or e.get("role") == "tab" for e in around)


def _is_folded(element: Element) -> bool:
    classes = set(classes_of(element))
    return any(name in classes and not open_ & classes for name, open_ in _FOLDED.items())


def _may_hold_somebody(element: Element) -> bool:
    """A control, a link, a button that shows or opens something, or what a script fills."""
    if element.tag == "a" and not _is_button(element):
        return True
    if element.tag in _OPAQUE:
        return not any(map(_is_button, element.iterancestors()))
    if _is_button(element):
        return not _only_adds(element)
    return _is_input(element) or is_custom(element) or _is_script_filled(element)


def _is_button(element: Element) -> bool:
    pressed = element.tag == "input" and input_type(element) in _PRESSES
    return pressed or element.tag == "button" or "btn" in classes_of(element)


def _only_adds(button: Element) -> bool:
    """Whether a button is for adding somebody, or has no words, as an arrow."""
    words = text_of(button) or button.get("value") or ""
    return not any(map(str.isalpha, words)) or fold_caption(words) in card_labels().adding


def _is_input(element: Element) -> bool:
    ticks = ("checkbox", "radio")
    if element.tag == "input" and input_type(element) == "hidden":
        return bool(element.get("value"))
    is_tick = element.tag == "input" and input_type(element) in ticks
    return element.tag in _CONTROLS and not is_tick


def _is_script_filled(element: Element) -> bool:
    told = (str(name) for name in element.attrib)
    return element.get("role") in _LIST_ROLES or any(n.startswith(_FILLED_BY_SCRIPT) for n in told)
