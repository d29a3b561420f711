"""Stands, helper and browser put together as an operator would: paired and switched on."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Playwright

from tests.e2e.browser import ExtensionBrowser, browser_with, copy_for_hosts
from tests.e2e.helper import Helper
from tests.e2e.screens.options import OptionsScreen
from tests.stand.plot import Mode
from tests.stand.server import Stand

HOSTS = {mode: f"{mode}.sgo.example.test" for mode in Mode}


@contextmanager
def paired_browser(
    playwright: Playwright,
    helper: Helper,
    stands: Mapping[Mode, Stand],
    place: Path,
    *,
    headless: bool = True,
) -> Iterator[ExtensionBrowser]:
    """Chromium, paired by typing the code and switched on for the stands; `place` must be empty."""
    hosts = {HOSTS[mode]: stand.url for mode, stand in stands.items()}
    extension = copy_for_hosts(place / "extension", list(hosts))
    launched = browser_with(playwright, extension, place / "profile", hosts, headless=headless)
    with launched as browser:
        options = OptionsScreen(browser.open("ui/options.html"))
        options.pair(helper.port, helper.pairing_code())
        for host in hosts:
            options.switch_on(f"http://{host}")
        options.page.close()
        yield browser
