"""The tree of a page that is written in a test."""

from lxml.etree import _Element as Element

from sverka.pages.html import parse_utf8


def parse_page(page: str, max_mb: int = 20) -> Element:
    return parse_utf8(page.encode(), max_mb)
