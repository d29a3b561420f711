"""Waiting for what Playwright's own assertions cannot see."""

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

Seen = TypeVar("Seen")
PATIENCE_S = 15
PAUSE_MS = 40


def eventually(page: Page, look: Callable[[], Seen], wanted: Callable[[Seen], bool]) -> Seen:
    """Look again and again until what is seen is wanted; the last look is the answer."""
    until = time.monotonic() + PATIENCE_S
    seen = look()
    while not wanted(seen) and time.monotonic() < until:
        page.wait_for_timeout(PAUSE_MS)
        seen = look()
    return seen
