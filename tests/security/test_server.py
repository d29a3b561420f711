"""What the server does before the application sees a request: it keeps little and tells nothing."""

import http.client
import json
import socket
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from sverka.datadir import DataDir
from sverka.settings import Settings
from sverka.sockets import rows_of
from sverka.web.server import LARGEST_PAGES
from tests.api.browsers import report_of
from tests.api.extension import FIREFOX, Answer, Extension, page, through_socket, worker_headers
from tests.api.helper_process import HelperProcess, command, running_helper

MEGABYTE = 1024 * 1024
PATIENCE_S = 15
PAGE = page("<p>Это не отчёт.</p>" * 2000)
LENGTH = len(json.dumps(PAGE).encode())
THREADS = 4
# A helper that begins pages and does not end them until a file lies beside its data.
BEGUN, GO_ON = "begun", "go-on"
HOLDING_PAGES = f"""
import os, time
from pathlib import Path
from sverka.cli import main
from sverka.web import api
place, analyse = Path(os.environ["SVERKA_DATA_DIR"]), api.analyse_page
def held(*arguments, **named):
    with place.with_name("{BEGUN}").open("a") as begun:
        begun.write("x")
    while not place.with_name("{GO_ON}").exists():
        time.sleep(0.02)
    return analyse(*arguments, **named)
api.analyse_page = held
main()
"""
# A helper with less patience, so that the test need not wait long.
IMPATIENT = """
from sverka.cli import main
from sverka.web import server
server.IDLE_SECONDS = server.LOOK_SECONDS = 1
main()
"""
MORE_THAN_FIT = 120
MANY = 50
LONGEST_HEAD = MEGABYTE // 4
BODY = b"x" * (Settings().max_page_mb * MEGABYTE)
LARGEST = len(BODY)
MALFORMED = (
    b"NONSENSE\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n",
    b"GET / HTTP/1.1\r\nX: ".ljust(LONGEST_HEAD, b"x"),
    b"POST /api/v1/pages HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
    b"POST / HTTP/1.1\r\nExpect: 100-continue\r\nTransfer-Encoding: chunked\r\n\r\n",
)


def most_memory(helper: HelperProcess) -> int:
    """The most bytes the helper ever held."""
    status = Path(f"/proc/{helper.process.pid}/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def send(helper: HelperProcess, path: str, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return through_socket(helper.port)("POST", path, BODY, worker_headers() | named)


@pytest.fixture
def sender(data_dir: DataDir, helper_process: HelperProcess) -> Extension:
    """A paired extension that speaks to the helper's own process."""
    return paired_with(data_dir, helper_process)


def paired_with(data_dir: DataDir, helper: HelperProcess) -> Extension:
    code = json.loads(command(data_dir, "pair", "--json").stdout)["code"]
    return Extension(through_socket(helper.port), port=helper.port).pair(code)


@pytest.fixture
def loaded_helper(sender: Extension, helper_process: HelperProcess) -> HelperProcess:
    """A helper whose memory no longer grows by what it opens and loads beside its first answers."""
    assert sender.send_page(sender.greet(), page(report_of(1)[1])).status == 200
    return helper_process


def test_body_of_a_refused_request_is_not_kept(loaded_helper: HelperProcess) -> None:
    before = most_memory(loaded_helper)
    answer = send(loaded_helper, "/api/v1/pages", Origin="https://sgo.example.test")
    assert (answer.status, answer.body) == (403, b"")
    assert most_memory(loaded_helper) - before < len(BODY) / 2


def without_token(sender: Extension) -> tuple[dict[str, str], int]:
    return {"X-Sverka-Nonce": sender.greet()}, 401


def with_wrong_token(sender: Extension) -> tuple[dict[str, str], int]:
    return {"Authorization": f"Bearer {'0' * 64}", "X-Sverka-Nonce": sender.greet()}, 401


def without_proven_nonce(sender: Extension) -> tuple[dict[str, str], int]:
    return {"Authorization": f"Bearer {sender.token}", "X-Sverka-Nonce": "0" * 64}, 403


def with_used_nonce(sender: Extension) -> tuple[dict[str, str], int]:
    nonce = sender.greet()
    assert sender.send_page(nonce).status == 200
    return {"Authorization": f"Bearer {sender.token}", "X-Sverka-Nonce": nonce}, 403


def from_another_origin(sender: Extension) -> tuple[dict[str, str], int]:
    shown = {"Authorization": f"Bearer {sender.token}", "X-Sverka-Nonce": sender.greet()}
    return shown | {"Origin": FIREFOX, "Sec-Fetch-Site": "none"}, 403


@pytest.mark.parametrize(
    "shown",
    [without_token, with_wrong_token, without_proven_nonce, with_used_nonce, from_another_origin],
    ids=lambda shown: shown.__name__,
)
def test_page_of_who_may_not_send_it_is_not_kept(
    loaded_helper: HelperProcess,
    sender: Extension,
    shown: Callable[[Extension], tuple[dict[str, str], int]],
) -> None:
    headers, status = shown(sender)
    before = most_memory(loaded_helper)
    assert send(loaded_helper, "/api/v1/pages", **headers).status == status
    assert most_memory(loaded_helper) - before < len(BODY) / 2


def begin_page(sender: Extension, nonce: str, length: int = LENGTH) -> http.client.HTTPConnection:
    """Announce a page that the helper may wait for, and send none of it yet."""
    connection = http.client.HTTPConnection("127.0.0.1", sender.port)
    connection.putrequest("POST", "/api/v1/pages")
    shown = {"Authorization": f"Bearer {sender.token}", "X-Sverka-Nonce": nonce}
    announced = {"Content-Length": str(length)}
    for name, value in (worker_headers() | shown | announced).items():
        connection.putheader(name, value)
    connection.endheaders()
    return connection


def test_no_more_is_held_of_pages_than_there_is_room_for(sender: Extension) -> None:
    rest = [LARGEST] * (LARGEST_PAGES - 1) + [LARGEST - LENGTH]
    with ExitStack() as begun:
        held = [
            begun.enter_context(closing(begin_page(sender, sender.greet(), length)))
            for length in (LENGTH, *rest)
        ]
        turned_away = sender.send_page(sender.greet(), PAGE)
        assert (turned_away.status, turned_away.body) == (429, b"")
        assert sender.send_page(sender.greet()).status == 200, "a short page needs no room"
        held[0].send(json.dumps(PAGE).encode())
        assert held[0].getresponse().status == 200
        assert sender.send_page(sender.greet(), PAGE).status == 200
    # Whoever leaves in the middle of a page leaves its room.
    until = time.monotonic() + PATIENCE_S
    statuses = [sender.send_page(sender.greet(), PAGE).status]
    while statuses[-1] != 200 and time.monotonic() < until:
        statuses.append(sender.send_page(sender.greet(), PAGE).status)
    assert set(statuses) <= {200, 429}
    assert statuses[-1] == 200


def test_ordinary_pages_wait_for_their_turn_and_none_is_turned_away(sender: Extension) -> None:
    nonces = [sender.greet() for _ in range(MANY)]
    with ThreadPoolExecutor(MANY) as pool:
        answers = [pool.submit(sender.send_page, nonce, PAGE) for nonce in nonces]
    assert [answer.result().status for answer in answers] == [200] * MANY


def is_let_go(port: int, left: int) -> bool:
    """Whether the helper has closed its end of the connection that came from the port `left`."""
    rows = rows_of(Path("/proc/net/tcp").read_text(encoding="ascii"))
    return not [row for row in rows if (row.local_port, row.remote_port) == (port, left)]


def wait_until(seen: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not seen():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_page_that_nobody_waits_for_any_more_is_not_worked_on(data_dir: DataDir) -> None:
    begun, go_on = data_dir.path.with_name(BEGUN), data_dir.path.with_name(GO_ON)
    with ThreadPoolExecutor() as pool, running_helper(data_dir, "-c", HOLDING_PAGES) as helper:
        sender = paired_with(data_dir, helper)
        nonces = [sender.greet() for _ in range(THREADS + 1)]
        leaver = begin_page(sender, nonces.pop())
        answers = [pool.submit(sender.send_page, nonce) for nonce in nonces]
        wait_until(lambda: begun.exists() and len(begun.read_text()) == THREADS)
        leaver.send(json.dumps(PAGE).encode())
        left = leaver.sock.getsockname()[1]
        leaver.close()
        wait_until(lambda: is_let_go(helper.port, left))
        go_on.touch()
        assert [answer.result().status for answer in answers] == [200] * THREADS
        assert sender.send_page(sender.greet()).status == 200
    assert len(begun.read_text()) == THREADS + 1


def test_silent_connections_do_not_keep_the_extension_out(data_dir: DataDir) -> None:
    with ExitStack() as silent, running_helper(data_dir, "-c", IMPATIENT) as helper:
        for _ in range(MORE_THAN_FIT):
            silent.enter_context(socket.create_connection(("127.0.0.1", helper.port)))
        greeting = through_socket(helper.port)("POST", "/api/v1/hello", b"{}", worker_headers())
        assert greeting.status == 200


@pytest.mark.parametrize("path", ["/api/v1/hello", "/api/v1/pair"])
def test_long_body_is_taken_for_a_page_alone(loaded_helper: HelperProcess, path: str) -> None:
    before = most_memory(loaded_helper)
    answer = send(loaded_helper, path)
    assert (answer.status, answer.code) == (413, "too-large")
    assert most_memory(loaded_helper) - before < len(BODY) / 2


def test_connection_serves_on_after_a_body_that_was_not_kept(
    helper_process: HelperProcess,
) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", helper_process.port)
    with closing(connection):
        statuses = []
        for body in (BODY, b"{}"):
            headers = worker_headers() | {"Host": f"127.0.0.1:{helper_process.port}"}
            connection.request("POST", "/api/v1/hello", body, headers)
            with connection.getresponse() as response:
                statuses.append((response.status, bool(response.read())))
    assert statuses == [(413, True), (200, True)]


@pytest.mark.parametrize("sent", MALFORMED, ids=range(len(MALFORMED)))
def test_malformed_request_is_told_nothing_but_a_status(
    helper_process: HelperProcess, sent: bytes
) -> None:
    with socket.create_connection(("127.0.0.1", helper_process.port)) as connection:
        connection.sendall(sent)
        answer = b"".join(iter(lambda: connection.recv(MEGABYTE), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    status, *headers = head.split(b"\r\n")
    assert status.split(b" ")[1] in (b"400", b"431", b"501")
    assert {header.partition(b":")[0] for header in headers} <= {
        *(b"Connection", b"Content-Length", b"Date")
    }
    assert body == b""
