"""Every route stands behind a door, and a route that names none is shut."""

import pytest
from flask import Flask

from sverka.pairing.clients import ClientStore
from sverka.web.doors import Door, door_of
from sverka.web.services import services_of
from tests.api.extension import PORT, Extension, Send, through_flask, worker_headers
from tests.api.ui.visitor import Visitor

# What can be reached by whoever passes the guard; anything more is a decision to be made here.
OPEN_TO_ALL_THE_GUARD_ADMITS = {"api.hello", "api.pair", "ui.enter"}


@pytest.fixture
def send_without_cookies(app: Flask) -> Send:
    return through_flask(app.test_client(use_cookies=False))


@pytest.fixture
def visitor(app: Flask, send_without_cookies: Send) -> Visitor:
    return Visitor(send_without_cookies).enter(services_of(app).tickets.make())


def test_every_route_has_its_door(app: Flask) -> None:
    doors = {rule.endpoint: door_of(app, rule.endpoint) for rule in app.url_map.iter_rules()}
    assert None not in doors.values()
    assert {name for name, door in doors.items() if door is Door.GUARD} == (
        OPEN_TO_ALL_THE_GUARD_ADMITS
    )
    assert {name for name, door in doors.items() if door is Door.PAIRED} == {
        name for name in doors if name.startswith(("api.", "api_ledger."))
    } - OPEN_TO_ALL_THE_GUARD_ADMITS


def test_route_without_a_door_is_refused(app: Flask, send: Send) -> None:
    for path in ("/api/v1/forgotten", "/ui/forgotten"):
        app.add_url_rule(path, path, lambda: "data", methods=["GET", "POST"])
    forgotten = send("POST", "/api/v1/forgotten", b"{}", worker_headers())
    assert (forgotten.status, forgotten.body) == (403, b"")
    forgotten = send("GET", "/ui/forgotten", b"", {})
    assert (forgotten.status, forgotten.body) == (403, b"")


def test_route_without_a_door_is_refused_to_a_visitor_too(
    app: Flask, send_without_cookies: Send
) -> None:
    app.add_url_rule("/ui/forgotten", "forgotten", lambda: "data")
    visitor = Visitor(send_without_cookies).enter(services_of(app).tickets.make())
    assert visitor.get("/ui/forgotten").status == 403


@pytest.mark.parametrize(
    "path", ["/ui", "/ui/", "/ui/static/ui.css", "/ui/code", "/ui/none", "/ui/clients/1/revoke"]
)
def test_without_a_visit_every_page_is_the_same_bare_refusal(
    path: str, send_without_cookies: Send
) -> None:
    for method in ("GET", "POST"):
        visitor = Visitor(send_without_cookies)
        answer = visitor.get(path) if method == "GET" else visitor.post(path)
        assert (answer.status, answer.body) == (403, b"")
        assert set(answer.headers) == {"Content-Length"}


def test_cookie_of_a_visit_opens_nothing_of_the_extensions_door(
    visitor: Visitor, send_without_cookies: Send
) -> None:
    headers = worker_headers() | {"Cookie": visitor.cookie, "X-Sverka-Csrf": visitor.csrf}
    for path in ("/api/v1/pages", "/api/v1/ticket"):
        assert send_without_cookies("POST", path, b"{}", headers).status == 401


def test_token_opens_none_of_the_operators_pages(
    paired: Extension, send_without_cookies: Send, clients: ClientStore
) -> None:
    headers = {"Authorization": f"Bearer {paired.token}"}
    assert send_without_cookies("GET", "/ui/", b"", headers).status == 403
    assert Visitor(send_without_cookies).post("/ui/code", **headers).status == 403
    assert len(clients.all()) == 1


def test_host_is_checked_a_second_time_behind_the_guard(app: Flask) -> None:
    statuses = []
    for host in ("sgo.example.test", f"127.0.0.1:{PORT}"):
        at = {"base_url": f"http://{host}", "method": "POST", "data": b"{}"}
        with app.test_request_context("/api/v1/hello", **at):
            statuses.append(app.full_dispatch_request().status_code)
    assert statuses == [400, 200]
