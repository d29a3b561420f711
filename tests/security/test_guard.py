"""Each rule of the guard by name: take one away and its rows fail."""

from dataclasses import dataclass

import pytest

from sverka.web.extension_id import EXTENSION_ID
from sverka.web.guard import RULES, Knock, refusal
from tests.api.extension import CHROMIUM, FIREFOX, PORT, Send, worker_headers

PATHS = ("/api/v1/hello", "/api/v1/pages", "/", "/ui/enter", "/no/such/path", "//api/v1/hello")


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

ADMITTED = (
    Row("Chromium's worker", ""),
    Row("browser without Sec-Fetch-Site", "", fetch_site=""),
    Row("Firefox's background page", "", origin=FIREFOX, fetch_site="same-origin"),
    Row("Firefox without a site", "", origin=FIREFOX, fetch_site="none"),
    Row("content type with charset", "", content_type="application/json; charset=utf-8"),
)


@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row.rule}: {row.attack}")
def test_rule_stops_the_attack_it_stands_for(row: Row) -> None:
    knock = Knock(
        port=PORT,
        method=row.method,
        host=row.host,
        fetch_site=row.fetch_site,
        origin=row.origin,
        content_type=row.content_type,
        marker=row.marker,
    )
    assert refusal(knock) == row.rule


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("row", REFUSED, ids=lambda row: f"{row.rule}: {row.attack}")
def test_refusal_comes_before_routing_and_tells_nothing(row: Row, path: str, send: Send) -> None:
    answer = send(row.method, path, b"{}", row.headers)
    assert answer.status == 403
    assert answer.body == b""
    assert dict(answer.headers) == {"Content-Length": "0"}


def test_every_rule_has_a_row() -> None:
    assert {rule.name for rule in RULES} == {row.rule for row in REFUSED}


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
