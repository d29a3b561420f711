"""Debian's Firefox with the extension as a temporary add-on, driven by Marionette.

Playwright drives only a Firefox of its own build, and there is no geckodriver in Debian.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from marionette_driver import By, Wait
from marionette_driver.addons import Addons
from marionette_driver.marionette import Marionette, WebElement

from tests.e2e.screens.waiting import PATIENCE_S, PAUSE_MS

Seen = TypeVar("Seen")
FIREFOX = "firefox-esr"
EXTENSION_ID = "sverka@sverka.example"
# Otherwise every profile gives the extension another one.
EXTENSION_UUID = "11111111-2222-4333-8444-555555555555"
CLOSED_ROOT_TEXT = """
const [host, inside] = arguments;
const root = document.querySelector(host)?.openOrClosedShadowRoot;
return root?.querySelector(inside)?.textContent ?? "";
"""


class Firefox:
    """A running Firefox with one tab."""

    def __init__(self, marionette: Marionette) -> None:
        self._marionette = marionette

    def open(self, address: str) -> None:
        self._marionette.navigate(address)

    def open_extension(self, page: str) -> None:
        """A page of the extension in the tab."""
        self.open(f"moz-extension://{EXTENSION_UUID}/{page}")

    def find(self, selector: str) -> WebElement:
        """The first element that fits, as soon as it is there."""
        return self.until(lambda: self.all(selector))[0]

    def all(self, selector: str) -> list[WebElement]:
        found: list[WebElement] = self._marionette.find_elements(By.CSS_SELECTOR, selector)
        return found

    def fill(self, selector: str, words: str) -> None:
        field = self.find(selector)
        field.clear()
        field.send_keys(words)

    def click(self, selector: str) -> None:
        self.find(selector).click()

    def run(self, function: str, *arguments: object) -> Any:
        """What a function of JavaScript gives in the page."""
        return self._marionette.execute_script(
            f"return ({function})(...arguments)", script_args=arguments
        )

    def text_in_closed_root(self, host: str, inside: str) -> str:
        """The words of an element in a closed shadow root, which no page can read."""
        words: str = self._marionette.execute_script(
            CLOSED_ROOT_TEXT, script_args=(host, inside), sandbox="system"
        )
        return words

    def until(self, look: Callable[[], Seen]) -> Seen:
        """What `look` gives, as soon as that is anything."""
        seen: Seen = Wait(self._marionette, timeout=PATIENCE_S).until(lambda _: look())
        return seen


@contextmanager
def firefox_with(extension: Path, profile: Path, hosts: list[str]) -> Iterator[Firefox]:
    """Launch Firefox with a temporary add-on; `hosts` are names of this computer."""
    profile.mkdir()
    (profile / "user.js").write_text(preferences(hosts), encoding="utf-8")
    command = [FIREFOX, "--headless", "--marionette", "-remote-allow-system-access"]
    home = {**os.environ, "HOME": str(profile)}
    with (profile / "firefox.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            [*command, "--no-remote", "--profile", str(profile)],
            env=home,
            stdout=log,
            stderr=log,
        )
    with process:
        try:
            marionette = Marionette(host="127.0.0.1", port=listening_port(profile))
            marionette.start_session()
            Addons(marionette).install(str(extension), temp=True)
            yield Firefox(marionette)
            marionette.delete_session()
        finally:
            process.terminate()


def listening_port(profile: Path) -> int:
    """The free port that Marionette has taken, as soon as it listens there."""
    told = profile / "MarionetteActivePort"
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if told.exists() and (port := told.read_text(encoding="ascii")):
            return int(port)
        time.sleep(PAUSE_MS / 1000)
    raise TimeoutError((profile / "firefox.log").read_text(encoding="utf-8"))


def preferences(hosts: list[str]) -> str:
    """The profile's `user.js`."""
    settings: dict[str, object] = {
        "marionette.port": 0,
        "network.dns.localDomains": ",".join(hosts),
        "extensions.webextensions.uuids": json.dumps({EXTENSION_ID: EXTENSION_UUID}),
        "app.normandy.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
    }
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(it)});" for name, it in settings.items())
    return "\n".join(lines)
