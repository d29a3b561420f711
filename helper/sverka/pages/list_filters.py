"""What stands in the controls above a list: who may be left out of it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from lxml.etree import _Element as Element

from sverka.pages.card_values import words_of
from sverka.pages.html import selected, text_of
from sverka.pages.list_labels import Control, list_labels
from sverka.pages.list_records import ListFilter
from sverka.pages.markup import content_text, is_combobox, is_control, is_search, is_tick
from sverka.people.folding import fold_caption

#: What can show the choice of a drop-down of the site's own making.
_BESIDE = frozenset({"div", "span"})
_TO_PRESS = frozenset({"select", "input", "textarea"})


def read_filters(root: Element, table: Element | None) -> tuple[ListFilter, ...]:
    """The controls outside the table that can leave people out, as they are set now."""
    inside = set(table.iter("*")) if table is not None else set()
    return _filters(root, [e for e in root.iter("*") if _can_choose(e) and e not in inside])


def filters_above(root: Element, table: Element) -> tuple[ListFilter, ...]:
    """Those before the table alone: what stands below one adds to it."""
    above = takewhile(lambda element: element is not table, root.iter("*"))
    return _filters(root, list(filter(_can_choose, above)))


def _can_choose(element: Element) -> bool:
    return element.tag in _TO_PRESS or is_combobox(element)


def _filters(root: Element, controls: Sequence[Element]) -> tuple[ListFilter, ...]:
    letters = [control for control in controls if _chooses_letter(control)]
    return tuple(
        found for control in controls if (found := _filter(root, control, letters)) is not None
    )


def _filter(root: Element, control: Element, letters: list[Element]) -> ListFilter | None:
    caption = _caption(root, control)
    meaning = list_labels().controls.get(fold_caption(caption))
    if meaning is Control.PAGE or (meaning is Control.SEARCH_BY and control.tag == "select"):
        return None
    if is_tick(control):
        # What a tick does is not known: one that is set may leave somebody out.
        ticked = control.get("checked") is not None
        value = _beside(control)
        return ListFilter(caption, value, ticked and not list_labels().says_all(value))
    if is_combobox(control) and control.tag != "select":
        value = _shown(control)
        return ListFilter(caption, value, not list_labels().says_all(value))
    if not is_control(control) and not is_search(control):
        return None
    if control.tag != "select":
        typed = (control.get("value") or "".join(map(str, control.itertext()))).strip()
        return ListFilter(caption, typed, bool(typed))
    value = words_of(selected(control))
    if control in letters:
        return ListFilter(caption, value, not _is_end_of_alphabet(control, letters))
    return ListFilter(caption, value, not list_labels().says_all(value))


def _shown(combobox: Element) -> str:
    """What a drop-down of the site's own making shows, in its line or beside it."""
    own = (combobox.get("value") or "").strip() or content_text(combobox)
    beside = (combobox.getprevious(), combobox.getnext())
    texts = (content_text(e) for e in beside if e is not None and e.tag in _BESIDE)
    return own or next(filter(None, texts), "")


def _chooses_letter(control: Element) -> bool:
    options = [text_of(option) for option in control.iter("option")]
    return len(options) > 1 and all(len(option) == 1 for option in options)


def _is_end_of_alphabet(control: Element, letters: list[Element]) -> bool:
    """Of two letters «from – to» the first has to be the first one offered, the second the last."""
    options = list(control.iter("option"))
    place = letters.index(control)
    return len(letters) == 2 and selected(control) is options[-1 if place else 0]


def _caption(root: Element, control: Element) -> str:
    """The words of the label around the control or for it, else those before it."""
    for label in control.iterancestors("label"):
        return content_text(label)
    name = control.get("id")
    for label in root.iter("label") if name else ():
        if label.get("for") == name:
            return content_text(label)
    return next(_before(control), "")


def _before(control: Element) -> Iterator[str]:
    for place in (control, control.getparent()):
        earlier = place.getprevious() if place is not None else None
        words = content_text(earlier) if earlier is not None else ""
        if words:
            yield words


def _beside(tick: Element) -> str:
    for label in tick.iterancestors("label"):
        return content_text(label)
    return (tick.tail or "").strip() or next(map(text_of, tick.itersiblings()), "")
