"""What must never come out: permissions, versions, names in a log, pages on the disk."""

import json
import re
from pathlib import Path

import pytest
from flask import Flask

from sverka.app import create_app
from sverka.datadir import DataDir
from sverka.pairing.codes import PairingCodes
from sverka.settings import Settings
from sverka.web.doors import Door, behind
from tests.api.extension import (
    PORT,
    Answer,
    Extension,
    page,
    through_flask,
    through_socket,
    worker_headers,
)
from tests.api.helper_process import HelperProcess, command, running_helper
from tests.clock import Clock

CANARY = "Канарейкина"
QUERY_CANARY = "canary-in-query"
HEADER_CANARY = "canary-in-header"

TELL_WHAT_IS_WRITTEN = """
import os, sys

def watch(event, arguments):
    if event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR):
        print("written:", arguments[0], file=sys.stderr)

sys.addaudithook(watch)
from sverka.cli import main
main()
"""


@pytest.fixture
def app(app: Flask) -> Flask:
    """With one route that fails as a mistake in the code would, data in its message."""

    @behind(Door.GUARD)
    def fault() -> str:
        raise ValueError(CANARY)

    app.add_url_rule("/api/v1/fault", view_func=fault, methods=["POST"])
    return app


def every_kind_of_answer(paired: Extension) -> list[Answer]:
    """One answer of each status that the door can give."""
    nonce = paired.greet()
    return [
        paired.send_page(nonce),
        paired.send_page(nonce),
        paired.send_page(paired.greet(), page(schema=2)),
        paired.send_page(paired.greet(), page(url="x?y")),
        paired.post("/api/v1/pages", page()),
        paired.post("/api/v1/none", {}),
        paired.post("/api/v1/fault", {}),
        *(paired.try_code("00000000") for _ in range(6)),
        paired.send("OPTIONS", "/api/v1/pages", b"", {"Origin": "https://sgo.example.test"}),
    ]


def test_no_answer_permits_other_origins_or_names_the_server(
    paired: Extension,
) -> None:
    answers = every_kind_of_answer(paired)
    assert {answer.status for answer in answers} == {200, 400, 401, 403, 404, 409, 426, 429, 500}
    names = {name.lower() for answer in answers for name in answer.headers}
    assert not [name for name in names if name.startswith("access-control-")]
    assert not names & {"server", "via", "set-cookie", "x-powered-by"}


def test_fault_is_logged_by_kind_and_place_without_its_message(
    stranger: Extension, caplog: pytest.LogCaptureFixture
) -> None:
    answer = stranger.post("/api/v1/fault", {})
    assert (answer.status, answer.code) == (500, "internal")
    assert "ValueError" in caplog.text
    assert "test_leaks.py" in caplog.text
    assert CANARY not in caplog.text
    assert CANARY not in answer.body.decode()


def test_complaint_about_a_request_does_not_repeat_it(paired: Extension) -> None:
    answer = paired.send_page(paired.greet(), page(source=CANARY, title=[CANARY]))
    assert answer.status == 400
    assert CANARY not in answer.body.decode()


def test_running_helper_logs_and_keeps_nothing_of_a_page(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    extension = Extension(through_socket(helper_process.port), port=helper_process.port)
    extension.pair(_code(data_dir))
    html = f"<p>{CANARY}</p>" * 50_000
    extension.send_page(extension.greet(), page(html, title=CANARY))
    extension.send_page(extension.greet(), b'{"html": "' + CANARY.encode())
    extension.post(f"/api/v1/none?name={QUERY_CANARY}", {"name": CANARY})
    headers = worker_headers() | {"Sec-Fetch-Site": HEADER_CANARY}
    extension.send("GET", f"/{QUERY_CANARY}?{QUERY_CANARY}", b"", headers)
    assert command(data_dir, "stop").returncode == 0
    log = helper_process.log.read_text(encoding="utf-8")
    assert "refused: fetch-site" in log
    kept = log.encode() + b"".join(_files(data_dir.path))
    for canary in (CANARY, QUERY_CANARY, HEADER_CANARY, extension.token):
        assert canary.encode() not in kept


def test_page_in_transit_is_never_written_to_disk(data_dir: DataDir) -> None:
    """Servers move large bodies into temporary files; waitress does above half a megabyte."""
    with running_helper(data_dir, "-c", TELL_WHAT_IS_WRITTEN) as helper:
        extension = Extension(through_socket(helper.port), port=helper.port).pair(_code(data_dir))
        assert extension.send_page(extension.greet(), page("x" * 3_000_000)).status == 200
        command(data_dir, "stop")
    written = re.findall("^written: (.+)$", helper.log.read_text(encoding="utf-8"), re.MULTILINE)
    assert written
    assert [file for file in written if not Path(file).is_relative_to(data_dir.path)] == []


def test_running_helper_names_neither_itself_nor_its_version(
    helper_process: HelperProcess,
) -> None:
    send = through_socket(helper_process.port)
    answer = send("GET", "/", b"", {})
    assert (answer.status, answer.body) == (403, b"")
    assert set(answer.headers) == {"Content-Length", "Date"}


def test_page_beyond_the_limit_is_refused_with_an_answer_the_sender_can_read(
    data_dir: DataDir, settings: Settings, helper_process: HelperProcess
) -> None:
    """The sender is still writing when the limit is passed; the connection must not break."""
    extension = Extension(through_socket(helper_process.port), port=helper_process.port)
    extension.pair(_code(data_dir))
    too_much = page("x" * (settings.max_page_mb * 1024 * 1024 + 1))
    answer = extension.send_page(extension.greet(), too_much)
    assert (answer.status, answer.code) == (413, "too-large")


def test_limit_is_settable(data_dir: DataDir, codes: PairingCodes, clock: Clock) -> None:
    app = create_app(data_dir, Settings(max_page_mb=1), PORT, now=clock, steady=clock.steady)
    extension = Extension(through_flask(app.test_client())).pair(codes.make().code)
    assert extension.send_page(extension.greet(), page("x" * 1024 * 1024)).status == 413


def _code(data_dir: DataDir) -> str:
    return str(json.loads(command(data_dir, "pair", "--json").stdout)["code"])


def _files(folder: Path) -> list[bytes]:
    return [file.read_bytes() for file in folder.iterdir()]
