"""СГО, the helper and a browser with the extension, put together as an operator has them."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import running_helper
from tests.e2e.session import paired_browser
from tests.stand.plot import Mode
from tests.stand.server import Stand, running_stand


@contextmanager
def browser_at_stands(
    modes: Sequence[Mode] = tuple(Mode),
) -> Iterator[tuple[ExtensionBrowser, dict[Mode, Stand]]]:
    """A paired browser, switched on for a stand of each of the modes."""
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        helper = stack.enter_context(running_helper(place / "data"))
        stands = {mode: stack.enter_context(running_stand(mode)) for mode in modes}
        browser = stack.enter_context(paired_browser(playwright, helper, stands, place / "browser"))
        yield browser, stands
