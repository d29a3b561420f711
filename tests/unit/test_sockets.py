"""Who stands at a port, from Linux's tables of sockets."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from sverka.sockets import is_of_another_user, listening_program, rows_of

# As the kernel prints it: our helper on 8765, and a connection to it by user 1001.
TABLE = """\
  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:223D 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 0
   1: 0100007F:A2C4 0100007F:223D 01 00000000:00000000 00:00000000 00000000  1001        0 4712 1 0
"""


@contextmanager
def program_at_a_port(then: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Another program that holds a port and goes on with `then`."""
    # The file that is there before the port is looked at before it, too.
    code = "import socket\nfile = open('/dev/null')\ns = socket.create_server(('127.0.0.1', 0))\n"
    code += f"print(s.getsockname()[1], flush=True)\n{then}"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            yield process, int(process.stdout.readline())
        finally:
            process.kill()


def test_table_of_the_kernel_is_read() -> None:
    listening, connected = rows_of(TABLE)
    assert (listening.local_port, listening.state, listening.inode) == (8765, "0A", 4711)
    assert (connected.remote_port, connected.local_port, connected.user) == (8765, 41668, 1001)


def test_program_that_listens_is_named() -> None:
    with program_at_a_port("input()") as (process, port):
        program = listening_program(port)
    assert program is not None
    assert program.pid == process.pid
    assert program.name.startswith("python")


def test_program_that_listens_is_named_while_it_closes_its_files() -> None:
    closing = "file.close()\nwhile True: open('/dev/null').close()"
    with program_at_a_port(closing) as (process, port):
        programs = [listening_program(port) for _ in range(50)]
    assert {program and program.pid for program in programs} == {process.pid}


def test_free_port_is_nobodys() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    assert listening_program(port) is None


def test_own_connection_is_told_from_another_users(monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        ends = client.getsockname(), server.getsockname()
        assert not is_of_another_user(*ends)
        ours = os.getuid()
        monkeypatch.setattr(os, "getuid", lambda: ours + 1)
        assert is_of_another_user(*ends)


def test_connection_that_nobody_holds_is_not_taken_for_our_own() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        assert is_of_another_user(server.getsockname(), server.getsockname())


def test_a_connection_is_told_apart_where_linux_answers_no_question_about_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sverka.sockets.user_of", lambda *_: None)
    test_own_connection_is_told_from_another_users(monkeypatch)
    test_connection_that_nobody_holds_is_not_taken_for_our_own()
