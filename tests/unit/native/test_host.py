"""The host as a browser starts it: a process with real stdin and stdout."""

import json
import os
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sverka import __version__
from sverka.datadir import DataDir
from sverka.native.names import CHROMIUM_ORIGIN, FIREFOX_ID
from sverka.process import find_running, is_running
from tests.api.extension import Extension, through_socket
from tests.api.helper_process import HelperProcess, command, environment
from tests.unit.native.talk import START, framed, host_command, talk


def test_start_answers_with_port_and_a_code_that_pairs(data_dir: DataDir, port: int) -> None:
    said = talk(data_dir, framed(START))
    (answer,) = said.answers
    assert (said.code, said.rest, said.stderr) == (0, b"", "")
    assert set(answer) == {"port", "server_id", "code", "version"}
    assert (answer["port"], answer["version"]) == (port, __version__)
    extension = Extension(through_socket(port), port=port).pair(answer["code"])
    assert extension.server_id == answer["server_id"]
    assert extension.send_page(extension.greet()).status == 200


def test_helper_outlives_the_host_in_a_session_of_its_own(data_dir: DataDir, port: int) -> None:
    with subprocess.Popen(
        host_command(),
        env=environment(data_dir),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    ) as host:
        assert host.stdin is not None
        assert host.stdout is not None
        host.stdin.write(framed(START))
        host.stdin.flush()
        length = int.from_bytes(host.stdout.read(4), sys.byteorder)
        assert json.loads(host.stdout.read(length))["port"] == port
        running = find_running(data_dir)
        assert running is not None
        assert os.getsid(running.pid) == running.pid != os.getsid(host.pid)
        assert _open_files(running.pid).isdisjoint(_open_files(host.pid) - {"/dev/null"})
        host.kill()
    assert is_running(data_dir)
    assert command(data_dir, "stop").stdout == "«Сверка» остановлена.\n"


def _open_files(pid: int) -> set[str]:
    return {str(file.readlink()) for file in Path(f"/proc/{pid}/fd").iterdir()}


def test_running_helper_is_found_not_started_again(
    data_dir: DataDir, helper_process: HelperProcess
) -> None:
    (answer,) = talk(data_dir, framed(START)).answers
    assert answer["port"] == helper_process.port


def test_two_browsers_that_start_together_find_one_helper(data_dir: DataDir, port: int) -> None:
    with ThreadPoolExecutor(max_workers=3) as pool:
        said = list(pool.map(lambda _: talk(data_dir, framed(START)), range(3)))
    assert [answer["port"] for one in said for answer in one.answers] == [port] * 3
    assert len({one.answers[0]["server_id"] for one in said}) == 1


def test_host_answers_each_message_and_ends_with_its_input(data_dir: DataDir, port: int) -> None:
    said = talk(data_dir, framed(START) * 2)
    assert [answer["port"] for answer in said.answers] == [port, port]
    assert talk(data_dir, b"").answers == []


def test_firefox_names_the_extension_second(data_dir: DataDir, port: int) -> None:
    (answer,) = talk(data_dir, framed(START), "/path/to/manifest.json", FIREFOX_ID).answers
    assert answer["port"] == port


@pytest.mark.parametrize(
    "arguments",
    [
        ("chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/",),
        ("/path/to/manifest.json", "other@sverka.example"),
        ("/path/to/manifest.json", CHROMIUM_ORIGIN),
        ("by hand",),
    ],
)
def test_foreign_caller_starts_nothing(data_dir: DataDir, arguments: tuple[str, ...]) -> None:
    (answer,) = talk(data_dir, framed(START), *arguments).answers
    assert answer["error"]["code"] == "refused"
    assert not is_running(data_dir)
    assert not data_dir.pairing_file.exists()


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (b"{", "bad-request"),
        (b"\xff", "bad-request"),
        (b"[]", "bad-request"),
        (b'{"schema": 1, "command": "stop"}', "bad-request"),
        (b'{"schema": 1, "command": "start", "more": 1}', "bad-request"),
        (b'{"schema": 2, "command": "start"}', "version"),
    ],
)
def test_unknown_message_starts_nothing(data_dir: DataDir, message: bytes, code: str) -> None:
    (answer,) = talk(data_dir, framed(message)).answers
    assert answer["error"]["code"] == code
    assert set(answer["error"]) == {"code", "message", "hint"}
    assert not is_running(data_dir)


@pytest.mark.parametrize("sent", [b"\x01", b"\xff\xff\xff\x7f{}", b"\x10\x00\x00\x00{"])
def test_broken_framing_is_answered_and_ends_the_host(data_dir: DataDir, sent: bytes) -> None:
    said = talk(data_dir, sent)
    assert said.answers[0]["error"]["code"] == "bad-request"
    assert (said.code, said.rest) == (0, b"")


def test_taken_port_is_told_with_the_program_that_has_it(data_dir: DataDir, port: int) -> None:
    with socket.create_server(("127.0.0.1", port)):
        (answer,) = talk(data_dir, framed(START)).answers
    assert answer["error"]["code"] == "conflict"
    assert f"Порт {port} занят программой" in answer["error"]["message"]
    assert str(os.getpid()) in answer["error"]["message"]


def test_unusable_settings_are_told(data_dir: DataDir) -> None:
    data_dir.settings_file.write_text("prot = 1", encoding="utf-8")
    (answer,) = talk(data_dir, framed(START)).answers
    assert "«prot»" in answer["error"]["message"]


def test_code_for_the_browser_leaves_the_operators_valid(data_dir: DataDir, port: int) -> None:
    typed = json.loads(command(data_dir, "pair", "--json").stdout)["code"]
    (answer,) = talk(data_dir, framed(START)).answers
    for code in (answer["code"], typed):
        assert Extension(through_socket(port), port=port).pair(code).token


def test_log_of_the_detached_helper_is_private_and_without_data(
    data_dir: DataDir, port: int
) -> None:
    (answer,) = talk(data_dir, framed(START)).answers
    through_socket(port)("GET", "/canary?name=canary", b"", {})
    log = data_dir.log_file.read_text(encoding="utf-8")
    assert "refused: post-only" in log
    assert "canary" not in log
    assert answer["code"] not in log
    assert data_dir.log_file.stat().st_mode & 0o777 == 0o600


def test_host_is_there_before_the_rest_of_the_helper() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sverka.native.__main__, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"flask", "waitress", "lxml", "filelock", "subprocess"} & set(loaded)
