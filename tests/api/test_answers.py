"""An answer of megabytes: it goes out in pieces, and nobody waits for what comes after it."""

import http.client
import json
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

from sverka.datadir import DataDir
from tests.api.browsers import paired_browser
from tests.api.extension import Answer, Headers, Send, page, through_socket, worker_headers
from tests.api.helper_process import HelperProcess, running_helper
from tests.stand.scenarios import Layout, Scenario, render_saved

PATIENCE_S = 15
ROWS = 400
REPORT = page(render_saved(Scenario(rows=ROWS)))
MORE_THAN_A_PIECE = 100
LONGER_THAN_A_PIECE = 100_000
MORE_THAN_IS_BUFFERED = 9000
THREADS = 4
# A helper that tells, of each answer, whether it had arrived when what it was made of was let go.
ARRIVED, LET_GO = "arrived", "let-go"
WITNESSED = f"""
import os, time
from pathlib import Path
from sverka.cli import main
from sverka.web import api
place, analyse = Path(os.environ["SVERKA_DATA_DIR"]), api.analyse_page
class Witness:
    def __del__(self):
        until = time.monotonic() + {PATIENCE_S}
        while not place.with_name("{ARRIVED}").exists() and time.monotonic() < until:
            time.sleep(0.02)
        place.with_name("{LET_GO}").write_text(str(place.with_name("{ARRIVED}").exists()))
def witnessed(*arguments, leftovers, **named):
    leftovers.append(Witness())
    return analyse(*arguments, leftovers=leftovers, **named)
api.analyse_page = witnessed
main()
"""
# A server that serves one file, as it serves the helper's pages with theirs.
SERVES_A_FILE = """
import socket, sys
from sverka.web.server import serve
listener = socket.create_server(("127.0.0.1", 0))
_, farewell = socket.socketpair()
def application(environ, start):
    start("200 OK", [("Content-Length", sys.argv[2])])
    return environ["wsgi.file_wrapper"](open(sys.argv[1], "rb"))
print(listener.getsockname()[1], flush=True)
serve(application, listener, lambda *_: True, 1, farewell)
"""


def over(connection: http.client.HTTPConnection) -> Send:
    """Ask over one connection, and never over another one."""

    def send(method: str, path: str, body: bytes, headers: Headers) -> Answer:
        connection.request(method, path, body, dict(headers))
        with connection.getresponse() as response:
            return Answer(response.status, dict(response.getheaders()), response.read())

    connection.connect()
    connection.auto_open = 0
    return send


def test_connection_serves_on_after_an_answer_in_pieces(
    data_dir: DataDir, helper_process: HelperProcess
) -> None:
    browser = paired_browser(data_dir, helper_process.port, "Браузер")
    with closing(http.client.HTTPConnection("127.0.0.1", helper_process.port)) as connection:
        browser.send = over(connection)
        answers = [browser.send_page(browser.greet(), REPORT) for _ in range(2)]
    assert min(len(answer.json["groups"]) for answer in answers) > MORE_THAN_A_PIECE
    assert [int(answer.headers["Content-Length"]) for answer in answers] == [
        len(answer.body) for answer in answers
    ]


def test_file_longer_than_a_piece_is_served(tmp_path: Path) -> None:
    file = tmp_path / "long.css"
    file.write_bytes(b"x" * LONGER_THAN_A_PIECE)
    serving = [sys.executable, "-c", SERVES_A_FILE, str(file), str(LONGER_THAN_A_PIECE)]
    with subprocess.Popen(serving, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout
            port = int(process.stdout.readline())
            assert through_socket(port)("GET", "/", b"", {}).body == file.read_bytes()
        finally:
            process.kill()


def test_who_does_not_read_the_answer_holds_up_nobody(
    data_dir: DataDir, helper_process: HelperProcess
) -> None:
    long = page(render_saved(Scenario(layout=Layout.PERIODS, rows=MORE_THAN_IS_BUFFERED)))
    browser = paired_browser(data_dir, helper_process.port, "Браузер")
    with ThreadPoolExecutor(1) as pool, ExitStack() as deaf:
        for _ in range(THREADS):
            nonce = browser.greet()
            connection = http.client.HTTPConnection("127.0.0.1", helper_process.port)
            deaf.enter_context(closing(connection))
            connection.connect()
            connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1)
            headers = worker_headers() | {
                "Authorization": f"Bearer {browser.token}",
                "X-Sverka-Nonce": nonce,
            }
            connection.request("POST", "/api/v1/pages", json.dumps(long), headers)
            assert connection.sock.recv(1) == b"H"
        assert pool.submit(browser.greet).result(PATIENCE_S)


def test_nobody_waits_until_a_page_is_taken_to_pieces(data_dir: DataDir) -> None:
    arrived, let_go = data_dir.path.with_name(ARRIVED), data_dir.path.with_name(LET_GO)
    with running_helper(data_dir, "-c", WITNESSED) as helper:
        browser = paired_browser(data_dir, helper.port, "Браузер")
        assert browser.send_page(browser.greet(), REPORT).status == 200
        arrived.touch()
        until = time.monotonic() + PATIENCE_S
        while not (let_go.exists() and let_go.read_text()):
            assert time.monotonic() < until, "it is never let go"
            time.sleep(0.02)
    assert json.loads(let_go.read_text().lower())
