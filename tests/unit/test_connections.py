"""Whose a connection is, asked of Linux itself."""

import os
import socket
from collections.abc import Iterator

import pytest

from sverka.connections import user_of


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def test_the_end_of_a_connection_is_its_users(server: socket.socket) -> None:
    with socket.create_connection(server.getsockname()) as client:
        assert user_of(client.getsockname(), server.getsockname()) == os.getuid()


def test_a_connection_by_another_family_of_addresses_is_found(server: socket.socket) -> None:
    host, port = server.getsockname()
    with socket.create_connection((f"::ffff:{host}", port)):
        ours, peer = server.accept()
        ours.close()
        assert user_of(peer, (host, port)) == os.getuid()


def test_whoever_only_listens_is_connected_to_nobody(server: socket.socket) -> None:
    assert user_of(server.getsockname(), ("127.0.0.1", 9)) is None


def test_an_address_that_is_none_is_nobodys(server: socket.socket) -> None:
    assert user_of(("here", 1), server.getsockname()) is None
