"""Of a page full of secrets only the report is sent, and no page ever sees the token."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.api.extension import page as page_request
from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import Helper, running_helper
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.waiting import eventually
from tests.e2e.session import paired_browser
from tests.e2e.sites import site_of
from tests.e2e.wire import Wire, running_wire
from tests.loopback import serving
from tests.stand.scenarios import Scenario, render_saved, truth

HOST = "canaries.example.test"
REPORT = Scenario(cases=("not_departed", "triple"))
TABLE_END = "</table>"

# Each stands where a secret of the operator's session or of somebody else could stand.
INSIDE_THE_REPORT = """
<form>
  <input type="password" name="PW" value="canary-password">
  <input type="PASSWORD" name="second" value="canary-second-password">
  <input type="hidden" name="AT" value="canary-at-field">
  <input type="text" name="VER" value="canary-ver-field">
  <input type="hidden" name="unlisted" value="canary-hidden">
  <input type="hidden" name="UID" value="arrives-uid">
  <input type="text" name="note" value="" data-note="canary-data-attribute" title="canary-title">
  <p style="--x: canary-style" aria-label="canary-label">arrives-paragraph</p>
  <a href="/asp/Card.asp?UID=777&AT=canary1at2href3&VER=canary1ver2href3">arrives-link</a>
  <a href="#" onclick="openCard('777', 'canary-1-bare-2-key-3'); AT='canary1at2click3'">карта</a>
  <a href="/asp/Card.asp?access_token=canary1token2&sid=canary1sid2#session=canary1session2">x</a>
</form>
<script>const inside = "canary-script";</script>
<style>.x::after { content: "canary-css"; }</style>
<noscript>canary-noscript</noscript>
<template>canary-template</template>
<iframe srcdoc="canary-srcdoc"></iframe>
<object data="data:,canary-object"></object>
<!-- canary-comment -->
"""
OUTSIDE_THE_REPORT = """
<table><tr><td>canary-other</td><td>canary-other-table</td><td>canary-third</td></tr></table>
<input type="hidden" name="AT" value="canary-outer-at">
<meta name="csrf" content="canary-meta">
<script>
  localStorage.setItem("secret", "canary-local-storage");
  sessionStorage.setItem("secret", "canary-session-storage");
  document.cookie = "secret=canary-cookie";
</script>
"""
ARRIVES = ("arrives-uid", "arrives-paragraph", "arrives-link", "arrives-typed", "UID=777")
ADDRESS = f"http://{HOST}/asp/Report.asp"
SECRETS_OF_ADDRESS = "?AT=canary-query&VER=1#canary-fragment"
REPORT_ROOT = "[data-sverka-state]"
# What a person reads there changes, so the report is read anew.
ADD_WORDS = "(root) => root.append('Дополнено.')"

EVERYTHING_STORED = """
async () => {
  const read = {};
  for (const area of ["local", "sync", "session"]) {
    try {
      read[area] = await chrome.storage[area].get();
    } catch (error) {
      read[area] = error.message;
    }
  }
  return JSON.stringify(read);
}
"""
ANSWERS_TO = """
async (messages) => JSON.stringify(
  await Promise.all(messages.map((message) => chrome.runtime.sendMessage(message))),
)
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """The page of canaries in a paired browser, and the wire to the helper."""

    browser: ExtensionBrowser
    helper: Helper
    wire: Wire
    folder: Path

    def open(self) -> Page:
        """The page, annotated."""
        page = self.browser.context.new_page()
        page.goto(ADDRESS + SECRETS_OF_ADDRESS)
        Annotations(page).wait_for("done")
        return page

    def token(self) -> str:
        stored = "async () => (await chrome.storage.local.get('pairing')).pairing.token"
        token: str = self.browser.worker.evaluate(stored)
        return token

    def inside(self, page: Page, function: str, argument: object = None) -> str:
        """What `function` gives in the content script of `page`."""
        given = json.dumps(argument)
        answer: str = self.browser.in_content_script(page, f"({function})({given})")
        return answer


def page_of_canaries() -> str:
    saved = render_saved(REPORT)
    assert "canary" not in saved
    report = saved.index("table-print")
    end = saved.index(TABLE_END, report) + len(TABLE_END)
    inside = saved[:end] + INSIDE_THE_REPORT + saved[end:]
    return inside.replace("</body>", f"{OUTSIDE_THE_REPORT}</body>")


@pytest.fixture(scope="module")
def desk(playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("privacy")
    with ExitStack() as running:
        helper = running.enter_context(running_helper(folder / "helper" / "data"))
        wire, detour = running.enter_context(running_wire(helper.port))
        site = running.enter_context(serving(site_of(page_of_canaries())))
        browser = running.enter_context(
            paired_browser(
                playwright,
                helper,
                {},
                folder / "browser",
                also_on=[HOST],
                detours={**detour, f"{HOST}:80": f"127.0.0.1:{site}"},
            )
        )
        yield Desk(browser, helper, wire, folder)


def test_only_the_report_leaves_the_page(desk: Desk) -> None:
    desk.wire.forget()
    page = desk.open()
    page.locator("[name=PW]").fill("canary-typed-password")
    page.locator("[name=note]").fill("arrives-typed")
    page.locator(REPORT_ROOT).evaluate(ADD_WORDS)
    asked = eventually(page, lambda: desk.wire.asked("pages"), lambda seen: len(seen) == 2)
    sent = "\n".join(exchange.everything_sent for exchange in desk.wire.seen)
    assert "canary" not in sent
    request = json.loads(asked[-1].body)
    assert request["url"] == ADDRESS
    persons = {account.name for account in truth(REPORT) if account.name}
    assert [word for word in (*ARRIVES, *persons) if word not in request["html"]] == []
    page.close()


def test_nothing_of_the_page_is_kept_by_the_helper(desk: Desk) -> None:
    desk.open().close()
    persons = {account.name for account in truth(REPORT) if account.name}
    kept = desk.folder / "helper"
    files = [file for file in kept.rglob("*") if file.is_file()]
    assert files
    for word in ("canary", "arrives-", HOST, *persons, desk.token()):
        assert word not in desk.helper.log
        assert [file for file in files if word.encode() in file.read_bytes()] == []


def test_content_script_cannot_read_what_the_extension_stores(desk: Desk) -> None:
    page = desk.open()
    stored = desk.inside(page, EVERYTHING_STORED)
    assert desk.token() not in stored
    assert "pairing" not in stored
    assert "Access to storage is not allowed" in json.loads(stored)["local"]
    page.close()


def test_no_answer_to_a_content_script_carries_the_token(desk: Desk) -> None:
    page = desk.open()
    payloads = {
        "analyse": {"page": page_request(), "pressed": False},
        "pair": {"code": "00000000", "label": "страница"},
        "switch-on": {"host": "http://evil.example.test"},
        "save-port": {"port": 9999},
    }
    names = ["settings", "check-connection", *payloads]
    asked = [{"command": name, "payload": payloads.get(name, {})} for name in names]
    answers = desk.inside(page, ANSWERS_TO, asked)
    assert desk.token() not in answers
    refused = [answer["problem"]["code"] for answer in json.loads(answers) if "problem" in answer]
    assert refused.count("refused") == len(names) - 1
    assert desk.wire.asked("pair")[1:] == []
    page.close()
