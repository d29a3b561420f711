"""Classic cards opened in turn in a Chromium that nobody debugs; the pages tell their times.

Playwright follows every request and script of a page, which takes as long as the annotations.
"""

import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright
from werkzeug.wrappers import Request, Response

from tests.e2e.browser import CHROMIUM, FLAGS, public_addresses, resolver_rule
from tests.e2e.helper import running_helper
from tests.e2e.session import HOSTS, paired_browser
from tests.loopback import serving
from tests.stand.guard import CARD
from tests.stand.plot import Mode
from tests.stand.school.plot import SchoolScenario
from tests.stand.server import Stand, create_app

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_TOLD = "/told-by-the-page"
_HEAD = b'<meta charset="utf-8">'
_PATIENCE_S = 120
# Logs in, opens the cards it is told, and tells of each how long after the last change of what is
# annotated the annotations were there.
_DRIVE = """
<script>
(() => {
  const written = [];
  const observer = new MutationObserver((records) => {
    const now = performance.now();
    for (const { type, target } of records) if (type === "childList") written.push([now, target]);
    const root = document.querySelector("[data-sverka-state=done]");
    if (!root) return;
    observer.disconnect();
    const changes = written.filter(([at, target]) => at < now && root.contains(target));
    setTimeout(() => tell(now - Math.max(...changes.map(([at]) => at))), 500);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });

  async function tell(milliseconds) {
    const answer = await fetch("TOLD", { method: "POST", body: JSON.stringify(milliseconds) });
    const card = await answer.json();
    if (!card) return;
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action: "CARD" });
    const number = document.createElement("input");
    Object.assign(number, { name: "UID", value: card });
    form.append(number);
    document.body.append(form);
    form.submit();
  }

  addEventListener("load", () => {
    const login = document.querySelector("[name=UN]");
    if (login) {
      login.value = document.querySelector("[name=PW]").value = "vymyshlennyj";
      login.form.requestSubmit(login.form.querySelector("[type=submit]"));
    } else if (!document.querySelector("form[name=UserInfo]")) {
      tell(null);
    }
  });
})();
</script>
""".replace("TOLD", _TOLD).replace("CARD", CARD)


class _Guided:
    """A stand whose pages open one card after another and tell how long each took."""

    def __init__(self, stand: "WSGIApplication", cards: Iterable[int]) -> None:
        self._stand = stand
        self._cards = iter(cards)
        self.times: list[float] = []
        self.finished = Event()

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        request = Request(environ)
        if request.path == _TOLD:
            answer = Response(self._next_card(request.get_data()))
        else:
            answer = Response.from_app(self._stand, environ)
            answer.set_data(answer.get_data().replace(_HEAD, _HEAD + _DRIVE.encode(), 1))
        return answer(environ, start_response)

    def _next_card(self, told: bytes) -> bytes:
        if (milliseconds := json.loads(told)) is not None:
            self.times.append(milliseconds)
        card = next(self._cards, None)
        if card is None:
            self.finished.set()
        return json.dumps(card).encode()


def times_of_cards(scenario: SchoolScenario, cards: Sequence[int]) -> list[float]:
    """Milliseconds from a card's last change to its annotations, for every card but the first."""
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        helper = stack.enter_context(running_helper(place / "data"))
        stand = Stand(Mode.CLASSIC)
        stand.school = scenario
        guided = _Guided(create_app(stand), cards)
        stand.url = f"http://127.0.0.1:{stack.enter_context(serving(guided))}"
        with (
            sync_playwright() as playwright,
            paired_browser(playwright, helper, {stand.mode: stand}, place / "browser"),
        ):
            pass
        stack.enter_context(_chromium(place / "browser", stand))
        if not guided.finished.wait(_PATIENCE_S):
            raise TimeoutError(f"{len(guided.times)} of {len(cards)} cards were annotated")
    return guided.times[1:]


@contextmanager
def _chromium(place: Path, stand: Stand) -> Iterator[None]:
    """A browser with what was paired and switched on there before."""
    hosts = {HOSTS[stand.mode]: stand.url}
    process = subprocess.Popen(
        [
            CHROMIUM,
            *FLAGS,
            "--headless=new",
            "--window-size=1400,900",
            resolver_rule(hosts),
            public_addresses(hosts),
            f"--disable-extensions-except={place / 'extension'}",
            f"--load-extension={place / 'extension'}",
            f"--user-data-dir={place / 'profile'}",
            f"http://{HOSTS[stand.mode]}/",
        ],
        env={**os.environ, "LANGUAGE": "ru"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()
