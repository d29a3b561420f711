"""What a web page, a foreign extension or a content script can send to the helper is refused.

Every test looks at the wire to the helper: a refusal that only the page sees proves nothing.
"""

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Playwright, Worker, expect

from tests.api.extension import page as page_request
from tests.e2e.browser import EXTENSION, ExtensionBrowser
from tests.e2e.helper import Helper, running_helper
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.session import HOSTS, paired_browser
from tests.e2e.sites import site_of
from tests.e2e.truths import assert_report_true
from tests.e2e.wire import Wire, running_wire
from tests.loopback import serving
from tests.stand.plot import Mode
from tests.stand.scenarios import Scenario
from tests.stand.server import Stand

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

pytestmark = pytest.mark.slow

# Sites as near to the helper as this computer: only there nothing but the guard stops a page.
NEAR, SWITCHED_ON, REBOUND = "near.example.test", "on.example.test", "rebound.example.test"
LURE = "/lure"
FOREIGN_SITE = site_of("<!doctype html><link rel=icon href='data:,'><p>чужая страница")
API_DOORS = ("hello", "pair", "pages", "ticket", "unknown")

SEND = """
async ([url, options]) => {
  try {
    return (await fetch(url, options)).type;
  } catch (error) {
    return error.name;
  }
}
"""
POST_FORM = """
([action, target]) => {
  const form = Object.assign(document.createElement("form"), { action, target, method: "post" });
  form.enctype = "text/plain";
  form.append(Object.assign(document.createElement("input"), { name: '{"a":"', value: '"}' }));
  document.body.append(form);
  form.submit();
}
"""
EMBED = """
([tag, src]) => new Promise((resolve) => {
  const embedded = document.createElement(tag);
  embedded.onload = embedded.onerror = resolve;
  document.body.append(Object.assign(embedded, { src }));
})
"""
SEND_MESSAGE = """
async ([id, message]) => {
  window.postMessage(message, "*");
  try {
    return await chrome.runtime.sendMessage(id, message);
  } catch {
    return "refused";
  }
}
"""
SEND_MESSAGE_OF_EXTENSION = SEND_MESSAGE.replace('window.postMessage(message, "*");', "")
OVERHEAR = """
globalThis.overheard = [];
chrome.webRequest.onBeforeSendHeaders.addListener(
  ({ initiator }) => { overheard.push(initiator); },
  { urls: ["http://127.0.0.1/*"] },
  ["requestHeaders", "extraHeaders"],
);
"""
FORGE_ORIGIN = """
async (value) => await chrome.declarativeNetRequest.updateSessionRules({
  removeRuleIds: [1],
  addRules: value ? [{
    id: 1,
    condition: { urlFilter: "127.0.0.1", resourceTypes: ["xmlhttprequest", "other"] },
    action: {
      type: "modifyHeaders",
      requestHeaders: [
        { header: "Origin", operation: "set", value },
        { header: "X-Forged", operation: "set", value: "1" },
      ],
    },
  }] : [],
})
"""
READABLE = """
async (addresses) => {
  const readable = [];
  for (const address of addresses) {
    try {
      await fetch(address);
      readable.push(address);
    } catch { /* out of reach */ }
  }
  return readable;
}
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """A paired browser, the helper it is paired with, and the wire between the two."""

    browser: ExtensionBrowser
    helper: Helper
    wire: Wire

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.helper.port}{path}"

    def refused(self) -> list[str]:
        """Method and path of what has reached the helper; all of it was turned away bare."""
        for exchange in self.wire.seen:
            assert (exchange.status, exchange.answer) == (403, b""), exchange
            names = {name.lower() for name in exchange.answered}
            assert not [name for name in names if name.startswith("access-control")]
        return sorted(f"{exchange.method} {exchange.path}" for exchange in self.wire.seen)

    def pairing(self) -> dict[str, str]:
        """Client and token, as only the extension's worker knows them."""
        stored = "async () => (await chrome.storage.local.get('pairing')).pairing"
        pairing: dict[str, str] = self.browser.worker.evaluate(stored)
        return pairing


def rebinding(wire: Wire) -> "WSGIApplication":
    """A name that first leads to the attacker's page and then to the helper."""

    def answer(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        behind = FOREIGN_SITE if environ["PATH_INFO"] == LURE else wire
        return behind(environ, start_response)

    return answer


@pytest.fixture(scope="module")
def shared_scene(
    playwright: Playwright,
    stands: dict[Mode, Stand],
    foreign_extension: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Scene]:
    place = tmp_path_factory.mktemp("attacks")
    with ExitStack() as running:
        helper = running.enter_context(running_helper(place / "data"))
        wire, detour = running.enter_context(running_wire(helper.port))
        site = running.enter_context(serving(FOREIGN_SITE))
        near = {f"{host}:80": f"127.0.0.1:{site}" for host in (NEAR, SWITCHED_ON)}
        name = running.enter_context(serving(rebinding(wire)))
        rebound = {f"{REBOUND}:{helper.port}": f"127.0.0.1:{name}"}
        browser = running.enter_context(
            paired_browser(
                playwright,
                helper,
                stands,
                place / "browser",
                also_on=[SWITCHED_ON],
                detours={**detour, **near, **rebound},
                beside=[foreign_extension],
            )
        )
        yield Scene(browser, helper, wire)


@pytest.fixture
def scene(shared_scene: Scene) -> Iterator[Scene]:
    """The scene with an empty wire; whatever happens, nobody else may be paired after it."""
    pairings = shared_scene.helper.pairings
    assert pairings
    shared_scene.wire.forget()
    yield shared_scene
    assert shared_scene.helper.pairings == pairings


@pytest.fixture
def page(scene: Scene) -> Iterator[Page]:
    """A tab; whatever an attack has opened is closed with it."""
    context = scene.browser.context
    page = context.new_page()
    yield page
    for opened in context.pages[1:]:
        opened.close()


@pytest.fixture
def near_page(page: Page) -> Page:
    page.goto(f"http://{NEAR}/")
    return page


@pytest.fixture(scope="module")
def foreign_extension(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another extension, which the operator has allowed everywhere; it listens to all requests."""
    folder = tmp_path_factory.mktemp("foreign")
    manifest = {
        "manifest_version": 3,
        "name": "foreign",
        "version": "1",
        "background": {"service_worker": "worker.js"},
        "permissions": ["declarativeNetRequestWithHostAccess", "webRequest"],
        "host_permissions": ["<all_urls>"],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest))
    (folder / "worker.js").write_text(OVERHEAR)
    return folder


def no_cors() -> Mapping[str, object]:
    """A post that needs no preflight."""
    return {"method": "POST", "mode": "no-cors", "body": json.dumps(page_request())}


def as_the_extension(token: str = "") -> Mapping[str, object]:
    """A request with every header of our worker that a script can set."""
    headers = {"Content-Type": "application/json", "X-Sverka": "1"}
    known = {"Authorization": f"Bearer {token}", "X-Sverka-Nonce": secrets.token_hex(32)}
    body = json.dumps(page_request())
    return {"method": "POST", "headers": headers | (known if token else {}), "body": body}


def test_no_cors_post_of_a_page_is_refused(scene: Scene, near_page: Page) -> None:
    for door in API_DOORS:
        sent = near_page.evaluate(SEND, [scene.address(f"/api/v1/{door}"), no_cors()])
        assert sent == "opaque"
    assert scene.refused() == sorted(f"POST /api/v1/{door}" for door in API_DOORS)


def test_json_of_a_page_ends_at_the_preflight(scene: Scene, near_page: Page) -> None:
    request = as_the_extension(scene.pairing()["token"])
    for door in API_DOORS:
        assert near_page.evaluate(SEND, [scene.address(f"/api/v1/{door}"), request]) == "TypeError"
    assert scene.refused() == sorted(f"OPTIONS /api/v1/{door}" for door in API_DOORS)


@pytest.mark.parametrize("path", ["/api/v1/pair", "/ui/code"])
def test_form_of_a_page_is_refused(scene: Scene, near_page: Page, path: str) -> None:
    with near_page.expect_response(scene.address(path)):
        near_page.evaluate(POST_FORM, [scene.address(path), "_self"])
    assert scene.refused() == [f"POST {path}"]


@pytest.mark.parametrize("path", ["/api/v1/pages", "/ui/"])
def test_rebound_name_reaches_the_helper_and_is_refused(
    scene: Scene, page: Page, path: str
) -> None:
    """To the browser it is one origin, so no preflight and no Sec-Fetch-Site protect the helper."""
    own = f"http://{REBOUND}:{scene.helper.port}"
    page.goto(own + LURE)
    rules = len(scene.helper.refusals)
    request = as_the_extension(scene.pairing()["token"])
    assert page.evaluate(SEND, [own + path, request]) == "basic"
    assert page.evaluate(SEND, [own + path, {}]) == "basic"
    with page.expect_response(own + path):
        page.evaluate(POST_FORM, [own + path, "_self"])
    assert scene.refused() == [f"GET {path}", f"POST {path}", f"POST {path}"]
    assert {exchange.sent["Host"] for exchange in scene.wire.seen} == {urlsplit(own).netloc}
    assert set(scene.helper.refusals[rules:]) == {"host"}


def test_public_page_cannot_reach_the_helper_where_the_extension_can(
    scene: Scene, page: Page, stands: dict[Mode, Stand]
) -> None:
    stand = stands[Mode.MODERN]
    stand.scenario = Scenario(cases=("not_departed", "attached"))
    report = ReportScreen(page, stand.mode, HOSTS[stand.mode])
    report.open()
    pages = scene.address("/api/v1/pages")
    for request in (no_cors(), as_the_extension(scene.pairing()["token"])):
        assert page.evaluate(SEND, [pages, request]) == "TypeError"
    assert scene.refused() == []
    with page.context.expect_page() as opened:
        page.evaluate(POST_FORM, [pages, "_blank"])
    opened.value.wait_for_load_state()
    assert scene.refused() == ["POST /api/v1/pages"]
    scene.wire.forget()
    report.generate()
    assert_report_true(report, stand.scenario)
    assert [exchange.status for exchange in scene.wire.asked("pages")] == [200]


def test_page_can_neither_embed_nor_open_the_operators_pages(scene: Scene, page: Page) -> None:
    own = scene.address("/ui/")
    assert page.request.get(scene.helper.entrance()).ok
    assert [cookie["sameSite"] for cookie in page.context.cookies(own)] == ["Strict"]
    page.goto(f"http://{NEAR}/")
    for tag in ("img", "iframe", "script"):
        page.evaluate(EMBED, [tag, own])
    with page.expect_popup() as opened:
        page.evaluate("(address) => { window.open(address) }", own)
    opened.value.wait_for_load_state()
    assert scene.refused() == ["GET /ui/"] * 4
    assert not [exchange for exchange in scene.wire.seen if "Cookie" in exchange.sent]


def test_foreign_extension_that_knows_the_token_is_refused(scene: Scene) -> None:
    foreign = foreign_worker(scene)
    pairing = scene.pairing()
    request = as_the_extension(pairing["token"])
    greeting = {"client": pairing["client"], "nonce": secrets.token_hex(32)}
    rules = len(scene.helper.refusals)
    foreign.evaluate(SEND, [scene.address("/api/v1/pages"), request])
    foreign.evaluate(SEND, [scene.address("/api/v1/ticket"), {**request, "body": "{}"}])
    foreign.evaluate(
        SEND, [scene.address("/api/v1/hello"), {**request, "body": json.dumps(greeting)}]
    )
    assert scene.refused() == [f"POST /api/v1/{door}" for door in ("hello", "pages", "ticket")]
    assert set(scene.helper.refusals[rules:]) == {"origin"}


def test_extension_that_forges_our_origin_can_neither_overhear_nor_change_ours(
    scene: Scene,
) -> None:
    """The browser lets it write any Origin, so the token has to be out of its reach."""
    foreign, ours = foreign_worker(scene), f"chrome-extension://{scene.browser.extension_id}"
    foreign.evaluate(FORGE_ORIGIN, ours)
    request = as_the_extension(secrets.token_hex(32))
    foreign.evaluate(SEND, [scene.address("/api/v1/pages"), request])
    [forged] = scene.wire.seen
    assert (forged.sent["Origin"], forged.status) == (ours, 401)
    options = scene.browser.open("ui/options.html")
    expect(options.locator("#connection")).to_have_attribute("data-kind", "fine")
    options.close()
    own = scene.wire.asked("hello")
    assert own
    assert not [exchange for exchange in own if "X-Forged" in exchange.sent]
    assert ours not in foreign.evaluate("() => overheard")
    foreign.evaluate(FORGE_ORIGIN, None)


def foreign_worker(scene: Scene) -> Worker:
    workers = scene.browser.context.service_workers
    [foreign] = [one for one in workers if scene.browser.extension_id not in one.url]
    return foreign


def test_content_script_cannot_speak_to_the_helper_itself(scene: Scene, page: Page) -> None:
    page.goto(f"http://{SWITCHED_ON}/")
    pages = scene.address("/api/v1/pages")
    for request in (no_cors(), as_the_extension(scene.pairing()["token"])):
        scene.browser.in_content_script(page, f"({SEND})({json.dumps([pages, request])})")
    assert scene.refused() == ["OPTIONS /api/v1/pages", "POST /api/v1/pages"]


def commands_of_a_stranger() -> list[dict[str, object]]:
    return [
        {"command": "analyse", "payload": {"page": page_request(), "pressed": False}},
        {"command": "settings", "payload": {}},
        {"command": "check-connection", "payload": {}},
        {"command": "save-port", "payload": {"port": 9999}},
        {"command": "switch-on", "payload": {"host": f"http://{NEAR}"}},
    ]


@pytest.mark.parametrize("host", [NEAR, SWITCHED_ON])
def test_message_of_a_page_moves_nothing(scene: Scene, page: Page, host: str) -> None:
    page.goto(f"http://{host}/")
    before = settings(scene)
    for message in commands_of_a_stranger():
        assert page.evaluate(SEND_MESSAGE, [scene.browser.extension_id, message]) == "refused"
    assert scene.wire.seen == []
    assert settings(scene) == before


def test_message_of_a_foreign_extension_moves_nothing(scene: Scene) -> None:
    foreign, ours = foreign_worker(scene), scene.browser.extension_id
    before = settings(scene)
    for message in commands_of_a_stranger():
        assert foreign.evaluate(SEND_MESSAGE_OF_EXTENSION, [ours, message]) == "refused"
    assert scene.wire.seen == []
    assert settings(scene) == before


def settings(scene: Scene) -> object:
    return scene.browser.worker.evaluate("async () => await chrome.storage.local.get()")


def test_page_reads_no_script_of_the_extension(scene: Scene, near_page: Page) -> None:
    base = f"chrome-extension://{scene.browser.extension_id}"
    files = (file for file in EXTENSION.rglob("*") if file.is_file())
    addresses = [f"{base}/{file.relative_to(EXTENSION).as_posix()}" for file in files]
    readable = {urlsplit(url).path for url in near_page.evaluate(READABLE, addresses)}
    assert "/styles/overlay.css" in readable
    assert [path for path in readable if not path.startswith(("/styles/", "/badges/"))] == []
    near_page.evaluate(EMBED, ["iframe", f"{base}/ui/options.html"])
    assert not [frame for frame in near_page.frames if frame.url.startswith(base)]
    assert scene.wire.seen == []
