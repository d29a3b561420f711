"""Which record a link of СГО opens: in a call, or at the end of an address."""

import re

from lxml.etree import _Element as Element

_NUMBER = re.compile(r"\(\s*['\"]?(\d{1,18})['\"]?\s*[,)]|[/=](\d{1,18})/?$")


def record_of(anchor: Element) -> int | None:
    """The number of the record that a press on the link opens."""
    found = _NUMBER.search(action_of(anchor))
    return int(found[1] or found[2]) if found else None


def action_of(anchor: Element) -> str:
    """What a press on the link does; `#` alone leads nowhere."""
    href, onclick = anchor.get("href") or "", anchor.get("onclick") or ""
    return onclick if onclick and not _NUMBER.search(href.rstrip("; ")) else href.rstrip("; ")
