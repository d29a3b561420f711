"""Bytes or text of a page → an element tree, whatever the encoding and however broken."""

import re
from codecs import BOM_UTF8, getincrementaldecoder
from contextlib import suppress

from lxml import etree
from lxml.etree import _Element as Element

from sverka.errors import ErrorCode, SverkaError
from sverka.people.folding import collapse

# The encodings in which Russian pages and files are met.
_ENCODINGS = ["utf_8", "utf_16", "cp1251", "koi8_r", "cp866", "iso8859_5"]
_MEGABYTE = 1024 * 1024
_PIECE = 1 << 16
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_SAVED_FROM_WITHIN = 2000
#: The end of the document, and whether anything stands behind it.
_ENDS = re.compile(rb"</(?:body|html)\s*>", re.IGNORECASE)
_GOES_ON = re.compile(rb"</html\s*>\s*\S", re.IGNORECASE)
# The site tells of every cell that it spans the one row it stands in, tens of thousands of times.
_SPANS_ITS_OWN_ROW, _CELL = b'<td rowspan="1">', b"<td>"
_NEVER_TEXT = frozenset({"script", "style", "template", "noscript"})


def as_utf8(data: bytes) -> bytes:
    """A saved page in UTF-8: as it is, or made so by what its bytes and declarations tell.

    Raises `SverkaError` (`unreadable-page`) where no encoding fits.
    """
    try:
        _decode_in_pieces(data)
    except UnicodeDecodeError:
        return _decode_foreign(data).encode(errors="replace")
    return data.removeprefix(BOM_UTF8)


def _decode_in_pieces(data: bytes) -> None:
    """Find what is not UTF-8; each piece takes the room of the one before."""
    decoder = getincrementaldecoder("utf-8")()
    for at in range(0, len(data), _PIECE):
        decoder.decode(data[at : at + _PIECE])
    decoder.decode(b"", final=True)


def _decode_foreign(data: bytes) -> str:
    # Only a page that is not UTF-8 pays for loading the detectors.
    from bs4.dammit import EncodingDetector
    from charset_normalizer import from_bytes

    declared = EncodingDetector.find_declared_encoding(data, is_html=True)
    with suppress(LookupError, UnicodeDecodeError):
        return data.decode(declared or "")
    best = from_bytes(data, cp_isolation=_ENCODINGS).best()
    if best is None:
        raise SverkaError(ErrorCode.UNREADABLE_PAGE, "page-encoding")
    return str(best)


def parse_utf8(data: bytes, max_mb: int) -> Element:
    """The tree of a page; broken markup is mended as browsers do.

    Raises `SverkaError`: `too-large` beyond `max_mb` megabytes, `unreadable-page` where the text
    holds no element at all.
    """
    if len(data) > max_mb * _MEGABYTE:
        raise SverkaError(
            ErrorCode.TOO_LARGE, "page-too-large", size=len(data) // _MEGABYTE, limit=max_mb
        )
    if _GOES_ON.search(data):
        # The parser leaves out what stands there; browsers show it.
        data = _ENDS.sub(b"", data)
    data = data.replace(_SPANS_ITS_OWN_ROW, _CELL)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        raise SverkaError(ErrorCode.UNREADABLE_PAGE, "page-empty")
    return root


def saved_from(page: bytes) -> str | None:
    """The address that a browser notes in a page it saves, without query and fragment."""
    found = _SAVED_FROM.search(page, 0, _SAVED_FROM_WITHIN)
    return re.split(r"[?#]", found[1].decode())[0] if found else None


def text_of(element: Element) -> str:
    """The visible text of an element, white space collapsed; a `<br>` separates words."""
    if len(element) == 0:
        text = element.text
        return " ".join(text.split()) if text else ""
    return collapse(" ".join(_texts(element)))


def _texts(element: Element) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        if child.tag not in _NEVER_TEXT:
            parts += _texts(child)
        parts.append(child.tail or "")
    return parts


def selected(select: Element) -> Element | None:
    """The option that a drop-down shows; of a list in which several may be chosen, the last."""
    chosen = all_selected(select)
    return chosen[-1] if chosen else None


def all_selected(select: Element) -> list[Element]:
    """The option that a drop-down shows, or all that are chosen in a list of several."""
    options = list(select.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None]
    if select.get("multiple") is not None:
        return chosen
    return chosen[-1:] or options[:1]


def classes_of(element: Element) -> list[str]:
    return (element.get("class") or "").split()
