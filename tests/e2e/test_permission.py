"""The shipped manifest: the browser asks, the operator agrees, the report is annotated."""

import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.e2e.browser import EXTENSION, browser_with
from tests.e2e.helper import running_helper
from tests.e2e.screens.options import OptionsScreen
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.waiting import eventually
from tests.e2e.session import HOSTS
from tests.e2e.truths import assert_report_true
from tests.stand.scenarios import Scenario
from tests.stand.server import Stand

# A dialog of the browser takes no keys at first, lest a person agree to it by accident.
DIALOG_IS_DEAF_MS = 2_000
GRANTED = "async (pattern) => await chrome.permissions.contains({ origins: [pattern] })"


@pytest.mark.slow
def test_the_operator_agrees_to_the_browsers_question(
    playwright: Playwright, stand: Stand, running: ExitStack, tmp_path: Path
) -> None:
    # One of its own: a helper takes only so many codes a minute.
    helper = running.enter_context(running_helper(tmp_path / "data"))
    host = HOSTS[stand.mode]
    stand.scenario = Scenario(cases=("not_departed", "attached"))
    hosts = {host: stand.url}
    with virtual_display() as display:
        opened = browser_with(playwright, EXTENSION, tmp_path / "profile", hosts, display=display)
        with opened as browser:
            options = OptionsScreen(browser.open("ui/options.html"))
            options.pair(helper.port, helper.pairing_code())
            options.ask_to_switch_on(f"http://{host}")
            agree(options, display, f"http://{host}/*")
            options.wait_until_on(f"http://{host}")
            report = ReportScreen(browser.context.new_page(), stand.mode, host)
            report.open()
            report.generate()
            assert_report_true(report, stand.scenario)


def agree(options: OptionsScreen, display: str, pattern: str) -> None:
    """Press «Разрешить» in the browser's own dialog, which no page can reach."""
    page = options.page
    assert not page.evaluate(GRANTED, pattern)
    page.wait_for_timeout(DIALOG_IS_DEAF_MS)
    press(display, "Left")
    press(display, "Return")
    assert eventually(page, lambda: page.evaluate(GRANTED, pattern), bool)


def press(display: str, key: str) -> None:
    subprocess.run(["xdotool", "key", key], env={"DISPLAY": display}, check=True)


@contextmanager
def virtual_display() -> Iterator[str]:
    """An X server of its own that shows nothing to anybody."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f":{server.stdout.readline().strip()}"
        finally:
            server.terminate()
