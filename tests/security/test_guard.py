"""Each rule of the guard by name: take one away and its rows fail."""

from dataclasses import dataclass
from itertools import product

import pytest

from sverka.pairing.extension_id import EXTENSION_ID
from sverka.web.guard import RULES, Knock, refusal
from tests.api.extension import CHROMIUM, FIREFOX, PORT, Send, worker_headers

PATHS = ("/api/v1/hello", "/api/v1/pages", "/", "/uix", "/no/such/path", "//ui/", "//api/v1/hello")
UI_PATHS = ("/ui", "/ui/", "/ui/enter", "/ui/code", "/ui/static/ui.css", "/ui/no/such/path")
OWN = f"http://127.0.0.1:{PORT}"


@dataclass(frozen=True)
class Row:
    """A worker's request with one thing changed; an empty header is not sent."""

    attack: str
    rule: str
    method: str = "POST"
    host: str = f"127.0.0.1:{PORT}"
    fetch_site: str = "none"
    origin: str = CHROMIUM
    content_type: str = "application/json"
    marker: str = "1"

    @property
    def headers(self) -> dict[str, str]:
        sent = {
            "Host": self.host,
            "Sec-Fetch-Site": self.fetch_site,
            "Origin": self.origin,
            "Content-Type": self.content_type,
            "X-Sverka": self.marker,
        }
        return {name: value for name, value in sent.items() if value}


def opened(attack: str, rule: str, **changes: str) -> Row:
    """The operator opens a page of the helper, with one thing changed."""
    usual = {"method": "GET", "origin": "", "content_type": "", "marker": ""}
    return Row(attack, rule, **(usual | changes))


def pressed(attack: str, rule: str, **changes: str) -> Row:
    """A page of the helper sends an action, with one thing changed."""
    return Row(attack, rule, **({"fetch_site": "same-origin", "origin": OWN} | changes))


REFUSED = (
    Row("rebound domain name", "host", host=f"sgo.example.test:{PORT}"),
    Row("localhost in place of the address", "host", host=f"localhost:{PORT}"),
    Row("other port", "host", host="127.0.0.1:80"),
    Row("address without port", "host", host="127.0.0.1"),
    Row("longer host that begins alike", "host", host=f"127.0.0.1:{PORT}.example.test"),
    Row("preflight", "options", method="OPTIONS"),
    Row("another site", "fetch-site", fetch_site="cross-site"),
    Row("another port of this host", "fetch-site", fetch_site="same-site"),
    Row("page of this very origin", "fetch-site", fetch_site="same-origin"),
    Row("unknown value", "fetch-site", fetch_site="nested"),
    Row("Firefox from another site", "fetch-site", origin=FIREFOX, fetch_site="cross-site"),
    Row("address bar, image, link", "post-only", method="GET"),
    Row("HEAD", "post-only", method="HEAD"),
    Row("PUT", "post-only", method="PUT"),
    Row("DELETE", "post-only", method="DELETE"),
    Row("local program without Origin", "origin", origin=""),
    Row("page", "origin", origin="https://sgo.example.test"),
    Row("sandboxed frame", "origin", origin="null"),
    Row("foreign extension", "origin", origin="chrome-extension://" + "a" * 32),
    Row("our id with a tail", "origin", origin=f"chrome-extension://{EXTENSION_ID}.example"),
    Row("our id in capitals", "origin", origin=f"chrome-extension://{EXTENSION_ID.upper()}"),
    Row("Firefox origin that is no UUID", "origin", origin="moz-extension://sverka"),
    Row("Firefox origin with a tail", "origin", origin=f"{FIREFOX}.example"),
    Row("no-cors post of a page", "content-type", content_type="text/plain;charset=UTF-8"),
    Row("form", "content-type", content_type="application/x-www-form-urlencoded"),
    Row("no content type", "content-type", content_type=""),
    Row("content type that begins alike", "content-type", content_type="application/json-seq"),
    Row("no own header", "marker", marker=""),
    Row("other value of the own header", "marker", marker="2"),
)

REFUSED_UI = (
    opened("rebound domain name", "host", host=f"sgo.example.test:{PORT}"),
    opened("localhost in place of the address", "host", host=f"localhost:{PORT}"),
    opened("preflight", "options", method="OPTIONS"),
    opened("link or frame of another site", "ui-fetch-site", fetch_site="cross-site"),
    opened("link or frame of another port", "ui-fetch-site", fetch_site="same-site"),
    opened("unknown value", "ui-fetch-site", fetch_site="nested"),
    opened("PUT", "ui-method", method="PUT"),
    opened("TRACE", "ui-method", method="TRACE"),
    opened("page of another origin, old browser", "ui-origin", origin="https://sgo.example.test"),
    opened("our own extension's fetch", "ui-origin", origin=CHROMIUM),
    pressed("another site's post", "ui-fetch-site", fetch_site="cross-site"),
    pressed("another port's post", "ui-fetch-site", fetch_site="same-site"),
    pressed("page of another port", "ui-origin", origin="http://127.0.0.1:80"),
    pressed("sandboxed frame", "ui-origin", origin="null"),
    pressed("local program without Origin", "ui-origin", origin=""),
    pressed("our own extension", "ui-origin", origin=CHROMIUM),
    pressed("form", "ui-content-type", content_type="application/x-www-form-urlencoded"),
    pressed("no-cors post", "ui-content-type", content_type="text/plain"),
    pressed("no own header", "ui-marker", marker=""),
)

ADMITTED = (
    Row("Chromium's worker", ""),
    Row("browser without Sec-Fetch-Site", "", fetch_site=""),
    Row("Firefox's background page", "", origin=FIREFOX, fetch_site="same-origin"),
    Row("Firefox without a site", "", origin=FIREFOX, fetch_site="none"),
    Row("content type with charset", "", content_type="application/json; charset=utf-8"),
)


ADMITTED_UI = (
    opened("typed address or `sverka open`", ""),
    opened("link of our own page", "", fetch_site="same-origin"),
    opened("browser without Sec-Fetch-Site", "", fetch_site=""),
    opened("HEAD", "", method="HEAD"),
    pressed("action of our own page", ""),
)


def name_of(row: Row) -> str:
    return f"{row.rule or 'admitted'}: {row.method} {row.attack}"


@pytest.mark.parametrize(
    ("path", "row"),
    [
        *(("/api/v1/hello", row) for row in (*REFUSED, *ADMITTED)),
        *(("/ui/", row) for row in (*REFUSED_UI, *ADMITTED_UI)),
    ],
    ids=lambda value: value if isinstance(value, str) else name_of(value),
)
def test_rule_stops_the_attack_it_stands_for(path: str, row: Row) -> None:
    knock = Knock(
        port=PORT,
        path=path,
        method=row.method,
        host=row.host,
        fetch_site=row.fetch_site,
        origin=row.origin,
        content_type=row.content_type,
        marker=row.marker,
    )
    assert refusal(knock) == (row.rule or None)


@pytest.mark.parametrize(
    ("path", "row"),
    [*product(PATHS, REFUSED), *product(UI_PATHS, REFUSED_UI)],
    ids=lambda value: value if isinstance(value, str) else name_of(value),
)
def test_refusal_comes_before_routing_and_tells_nothing(row: Row, path: str, send: Send) -> None:
    answer = send(row.method, path, b"{}", row.headers)
    assert answer.status == 403
    assert answer.body == b""
    assert dict(answer.headers) == {"Content-Length": "0"}


def test_every_rule_has_a_row() -> None:
    assert {rule.name for rule in RULES} == {row.rule for row in (*REFUSED, *REFUSED_UI)}


@pytest.mark.parametrize("row", ADMITTED, ids=lambda row: row.attack)
def test_the_extension_itself_is_admitted(row: Row, send: Send) -> None:
    answer = send(row.method, "/api/v1/hello", b"{}", row.headers)
    assert answer.status == 200
    assert answer.json["product"] == "sverka"


def test_preflight_gets_no_permission(send: Send) -> None:
    asked = {
        "Origin": "https://sgo.example.test",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type,x-sverka",
        "Access-Control-Request-Private-Network": "true",
    }
    answer = send("OPTIONS", "/api/v1/pages", b"", asked)
    assert answer.status == 403
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]


def test_twice_sent_header_is_not_taken_for_the_right_one(send: Send) -> None:
    """A server joins repeated headers with a comma; the joined value must not pass."""
    origin = worker_headers() | {"Origin": f"{CHROMIUM}, https://sgo.example.test"}
    assert send("POST", "/api/v1/hello", b"{}", origin).status == 403
