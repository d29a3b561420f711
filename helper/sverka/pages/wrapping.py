"""Gives every text of a tree an element of its own, so that captions and values are elements."""

from collections.abc import Callable

from lxml import etree
from lxml.etree import _Element as Element

from sverka.pages.markup import is_content, is_control

TEXT = "text"


def wrap_texts(root: Element, is_known: Callable[[str], bool]) -> None:
    """Put every text among elements into one of its own, «Фамилия: Иванов» into two."""
    for element in list(root.iter("*")):
        if not is_content(element) or is_control(element):
            continue
        children = list(element)
        parts = _split(element.text, is_known)
        if children or len(parts) > 1:
            element.text = None
            for at, words in enumerate(parts):
                element.insert(at, _wrapped(words))
        for child in children:
            behind = _split(child.tail, is_known)
            child.tail = None
            for words in reversed(behind):
                child.addnext(_wrapped(words))


def _split(words: str | None, is_known: Callable[[str], bool]) -> list[str]:
    if not words or not words.strip():
        return []
    caption, colon, value = words.partition(":")
    if colon and value.strip() and is_known(caption):
        return [caption + colon, value]
    return [words]


def _wrapped(words: str) -> Element:
    element = etree.Element(TEXT)
    element.text = words
    return element
