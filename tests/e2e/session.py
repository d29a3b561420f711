"""Stands, helper and browser put together as an operator would: paired and switched on."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Playwright

from tests.e2e.browser import NO_DETOURS, ExtensionBrowser, browser_with, copy_for_hosts
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
    also_on: Sequence[str] = (),
    detours: Mapping[str, str] = NO_DETOURS,
    beside: Sequence[Path] = (),
) -> Iterator[ExtensionBrowser]:
    """Chromium, paired by typing the code and switched on for the stands; `place` must be empty.

    It is on for the hosts `also_on`, too; see `browser_with` for the rest.
    """
    hosts = {HOSTS[mode]: stand.url for mode, stand in stands.items()}
    switched_on = [*hosts, *also_on]
    launched = browser_with(
        playwright,
        copy_for_hosts(place / "extension", switched_on),
        place / "profile",
        hosts,
        headless=headless,
        detours=detours,
        beside=beside,
    )
    with launched as browser:
        options = OptionsScreen(browser.open("ui/options.html"))
        options.pair(helper.port, helper.pairing_code())
        for host in switched_on:
            options.switch_on(f"http://{host}")
        options.page.close()
        yield browser
