"""The way into the helper's own pages: tickets, the cookie they give, and its secret."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask

from sverka.app import create_app
from sverka.datadir import DataDir
from sverka.pairing.sessions import IDLE_SECONDS, Sessions
from sverka.pairing.tickets import LIFETIME_SECONDS, Tickets, make_ticket
from sverka.settings import Settings
from sverka.web.services import services_of
from tests.api.extension import PORT, Answer, Send, through_flask, through_socket, worker_headers
from tests.api.helper_process import HelperProcess, command, running_helper
from tests.api.ui.visitor import Visitor
from tests.clock import Clock

# The helper runs as the user of the test until this file lies beside its data; then as another.
USERS_DIFFER = "users-differ"
AS_ANOTHER_USER = f"""
import os
from pathlib import Path
from types import SimpleNamespace
from sverka.cli import main
from sverka import sockets
sign = Path(os.environ["SVERKA_DATA_DIR"]).with_name("{USERS_DIFFER}")
sockets.os = SimpleNamespace(getuid=lambda: os.getuid() + sign.exists())
main()
"""


@pytest.fixture
def tickets(app: Flask) -> Tickets:
    return services_of(app).tickets


@pytest.fixture
def send(app: Flask) -> Send:
    """Without a cookie jar: what a visitor sends is what the test says."""
    return through_flask(app.test_client(use_cookies=False))


@pytest.fixture
def visitor(send: Send, tickets: Tickets) -> Visitor:
    return Visitor(send).enter(tickets.make())


def is_refused(answer: Answer) -> bool:
    return (answer.status, answer.body, set(answer.headers)) == (403, b"", {"Content-Length"})


def test_ticket_works_once(send: Send, tickets: Tickets) -> None:
    ticket = tickets.make()
    assert Visitor(send).try_ticket(ticket).status == 303
    assert is_refused(Visitor(send).try_ticket(ticket))


def test_of_concurrent_tries_with_one_ticket_one_wins(tickets: Tickets) -> None:
    ticket = tickets.make()
    with ThreadPoolExecutor(max_workers=8) as pool:
        assert sum(pool.map(tickets.redeem, [ticket] * 50)) == 1


def test_ticket_dies_after_thirty_seconds(send: Send, tickets: Tickets, clock: Clock) -> None:
    ticket = tickets.make()
    clock.move(LIFETIME_SECONDS)
    assert is_refused(Visitor(send).try_ticket(ticket))


def test_ticket_with_a_longer_life_is_refused(send: Send, tickets: Tickets, clock: Clock) -> None:
    later = make_ticket(tickets.secret, clock() + 3600)
    assert is_refused(Visitor(send).try_ticket(later))


def test_clock_that_was_set_back_does_not_lengthen_the_life_of_a_ticket(
    send: Send, tickets: Tickets, clock: Clock
) -> None:
    ticket = tickets.make()
    clock.set_back(3600)
    assert is_refused(Visitor(send).try_ticket(ticket))


@pytest.mark.parametrize("ticket", ["", ".", "..", "1.2.3", "x", "%00", "я"])
def test_what_is_no_ticket_is_refused(send: Send, ticket: str) -> None:
    assert is_refused(Visitor(send).try_ticket(ticket))


def test_ticket_cannot_be_changed(send: Send, tickets: Tickets) -> None:
    expires, nonce, seal = tickets.make().split(".")
    assert is_refused(Visitor(send).try_ticket(f"{int(expires) + 1}.{nonce}.{seal}"))
    assert is_refused(Visitor(send).try_ticket(f"{expires}.{nonce[::-1]}.{seal}"))


def test_ticket_holds_256_random_bits(tickets: Tickets) -> None:
    nonces = {tickets.make().split(".")[1] for _ in range(100)}
    assert len(nonces) == 100
    assert {len(bytes.fromhex(nonce)) for nonce in nonces} == {32}


def test_restart_voids_tickets_and_visits(
    visitor: Visitor, tickets: Tickets, data_dir: DataDir, clock: Clock
) -> None:
    restarted = create_app(data_dir, Settings(), PORT, now=clock, steady=clock.steady)
    visitor.send = through_flask(restarted.test_client(use_cookies=False))
    assert is_refused(visitor.get())
    assert is_refused(visitor.try_ticket(tickets.make()))


def test_cookie_is_out_of_reach_of_scripts_and_other_sites(send: Send, tickets: Tickets) -> None:
    given = Visitor(send).try_ticket(tickets.make()).headers["Set-Cookie"]
    value, *attributes = given.split("; ")
    assert value.startswith(f"sverka_{PORT}=")
    assert set(attributes) == {"HttpOnly", "Path=/ui", "SameSite=Strict"}


def test_visit_ends_after_fifteen_idle_minutes(visitor: Visitor, clock: Clock) -> None:
    clock.move(IDLE_SECONDS - 1)
    assert visitor.get().status == 200
    clock.move(IDLE_SECONDS - 1)
    assert visitor.get().status == 200
    clock.move(IDLE_SECONDS)
    assert is_refused(visitor.get())


def test_clock_that_was_set_back_does_not_lengthen_a_visit(visitor: Visitor, clock: Clock) -> None:
    clock.set_back(3600)
    clock.move(IDLE_SECONDS)
    assert is_refused(visitor.get())


def test_cookie_of_another_helper_is_refused(visitor: Visitor) -> None:
    visitor.cookie = f"sverka_{PORT}={'0' * 64}"
    assert is_refused(visitor.get())


@pytest.mark.parametrize("csrf", ["", "0" * 64, "я"])
def test_action_without_the_secret_of_the_page_is_refused(visitor: Visitor, csrf: str) -> None:
    sent = csrf.encode().decode("latin-1")
    assert is_refused(visitor.post("/ui/code", X_Sverka_Csrf=sent))


def test_secret_of_another_visit_is_refused(visitor: Visitor, send: Send, tickets: Tickets) -> None:
    other = Visitor(send).enter(tickets.make())
    assert is_refused(visitor.post("/ui/code", X_Sverka_Csrf=other.csrf))


def test_number_of_visits_is_bounded(clock: Clock) -> None:
    sessions = Sessions(clock.steady)
    cookies = []
    for _ in range(100):
        cookies.append(sessions.open())
        clock.move(1)
    alive = [cookie for cookie in cookies if sessions.find(cookie)]
    assert alive == cookies[-len(alive) :]
    assert len(alive) < 50


def test_pages_may_load_nothing_and_be_framed_by_nobody(visitor: Visitor) -> None:
    headers = visitor.get().headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy.pop("default-src") == "'none'"
    assert policy.pop("frame-ancestors") == "'none'"
    assert policy.pop("base-uri") == "'none'"
    assert set(policy.values()) == {"'self'"}
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_ticket_of_the_command_line_is_taken_by_the_running_helper(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    secret = json.loads(data_dir.running_file.read_text(encoding="utf-8"))["ticket_secret"]
    assert data_dir.running_file.stat().st_mode & 0o777 == 0o600
    printed = command(data_dir, "open", "--print").stdout.strip()
    assert printed.startswith(f"http://127.0.0.1:{helper_process.port}/ui/enter?ticket=")
    assert secret not in printed


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", "/"), ("POST", "/api/v1/hello"), ("POST", "/api/v1/pair"), ("POST", "/api/v1/pages")],
)
def test_connection_of_another_user_is_refused_whatever_it_asks(
    data_dir: DataDir, method: str, path: str
) -> None:
    data_dir.path.with_name(USERS_DIFFER).touch()
    with running_helper(data_dir, "-c", AS_ANOTHER_USER) as helper:
        answer = through_socket(helper.port)(method, path, b"{}", worker_headers())
        assert (answer.status, answer.body) == (403, b"")
        assert "refused: other-user" in helper.log.read_text(encoding="utf-8")


def test_cookie_stolen_by_another_user_opens_nothing(data_dir: DataDir) -> None:
    """A browser shows our cookie to every port of this computer, another user's included."""
    with running_helper(data_dir, "-c", AS_ANOTHER_USER) as helper:
        ticket = command(data_dir, "open", "--print").stdout.strip().partition("=")[2]
        visitor = Visitor(through_socket(helper.port), helper.port).enter(ticket)
        assert visitor.post("/ui/code").status == 200
        data_dir.path.with_name(USERS_DIFFER).touch()
        for answer in (visitor.get(), visitor.get("/ui/static/ui.css"), visitor.post("/ui/code")):
            assert (answer.status, answer.body) == (403, b"")


def test_ticket_read_off_the_process_list_by_another_user_is_refused(data_dir: DataDir) -> None:
    data_dir.path.with_name(USERS_DIFFER).touch()
    with running_helper(data_dir, "-c", AS_ANOTHER_USER) as helper:
        ticket = command(data_dir, "open", "--print").stdout.strip().partition("=")[2]
        answer = Visitor(through_socket(helper.port), helper.port).try_ticket(ticket)
        assert (answer.status, answer.body) == (403, b"")
        assert "refused: other-user" in helper.log.read_text(encoding="utf-8")
