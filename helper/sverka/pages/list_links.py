"""Whether the cell of a list for parents or children names somebody, nobody, or does not tell."""

from lxml.etree import _Element as Element

from sverka.pages.card_labels import card_labels
from sverka.pages.markup import content_text, is_busy
from sverka.people.folding import fold_caption

_DASHES = "-–— "
#: What only lays text out: anything else in a cell without text may show somebody by a script.
_LAYOUT = frozenset({"b", "br", "div", "font", "nobr", "p", "small", "span", "strong"})
_UNFILLED = "{{"


def names_somebody(cell: Element) -> bool | None:
    """`None` where the cell may not have been filled yet, or shows what is no name."""
    if any(map(is_busy, cell.iter())):
        return None
    text = content_text(cell)
    if not text.strip(_DASHES) or fold_caption(text) in card_labels().nobody:
        return None if _may_show_more(cell) else False
    if _UNFILLED in text:
        return None
    # «0» may be a number of people, or a value that nothing is shown for.
    return True if any(sign.isalpha() or sign in "123456789" for sign in text) else None


def _may_show_more(cell: Element) -> bool:
    return any(element.tag not in _LAYOUT for element in cell.iterdescendants())
