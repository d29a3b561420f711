"""The way of the data: page → records → groups → advice → analysis."""

from sverka.contract import Analysis, PageRequest
from sverka.settings import Settings


def analyse_page(request: PageRequest, *, secret: bytes, settings: Settings) -> Analysis:
    """Read, match and advise one page.

    `secret` keys the hash that names accounts without a number (`DataDir.weak_key_secret`).
    Raises `SverkaError` (`too-large`, `unreadable-page`) when nothing of it can be read.
    """
    raise NotImplementedError
