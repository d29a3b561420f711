"""What the server does before the application sees a request: it keeps little and tells nothing."""

import http.client
import socket
from contextlib import closing
from pathlib import Path

import pytest

from sverka.settings import Settings
from tests.api.extension import Answer, through_socket, worker_headers
from tests.api.helper_process import HelperProcess

MEGABYTE = 1024 * 1024
LONGEST_HEAD = MEGABYTE // 4
BODY = b"x" * (Settings().max_page_mb * MEGABYTE)
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


def test_body_of_a_refused_request_is_not_kept(helper_process: HelperProcess) -> None:
    before = most_memory(helper_process)
    answer = send(helper_process, "/api/v1/pages", Origin="https://sgo.example.test")
    assert (answer.status, answer.body) == (403, b"")
    assert most_memory(helper_process) - before < len(BODY) / 2


@pytest.mark.parametrize("path", ["/api/v1/hello", "/api/v1/pair"])
def test_long_body_is_taken_for_a_page_alone(helper_process: HelperProcess, path: str) -> None:
    before = most_memory(helper_process)
    answer = send(helper_process, path)
    assert (answer.status, answer.code) == (413, "too-large")
    assert most_memory(helper_process) - before < len(BODY) / 2


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
