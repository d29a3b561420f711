"""Who stands at the ends of this computer's TCP connections, as Linux tells.

Other systems have no such tables; there, nothing is known.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from sverka.connections import End, user_of

_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_LISTENING = "0A"


class Program(Struct, frozen=True):
    """A running program."""

    pid: int
    name: str


class Row(Struct, frozen=True):
    """One socket of the tables; ports are what the addresses end with."""

    local_port: int
    remote_port: int
    state: str
    user: int
    inode: int


def rows_of(table: str) -> Iterator[Row]:
    """The sockets of one table, whose first line is a heading."""
    for line in table.splitlines()[1:]:
        _, local, remote, state, _, _, _, user, _, inode, *_ = line.split()
        yield Row(_port(local), _port(remote), state, int(user), int(inode))


def listening_program(port: int) -> Program | None:
    """The program of this user that listens on `port`; other users' programs cannot be seen."""
    inodes = {row.inode for row in _rows() if row.local_port == port and row.state == _LISTENING}
    sockets = {f"socket:[{inode}]" for inode in inodes}
    if not sockets:
        return None
    processes = (entry for entry in Path("/proc").iterdir() if entry.name.isdecimal())
    holders = (process for process in processes if not sockets.isdisjoint(_open_files(process)))
    holder = next(holders, None)
    try:
        return Program(int(holder.name), _name(holder)) if holder else None
    except OSError:
        # It ended meanwhile.
        return None


def is_of_another_user(remote: End, local: End) -> bool:
    """Whether the connection from `remote` to our end `local` was opened by another user.

    A connection that nobody is known to hold counts as another's: whoever sends and leaves at once
    would otherwise come in unseen.
    """
    if sys.platform != "linux":
        return False
    user = user_of(remote, local)
    users = {user} if user is not None else _users_between(remote[1], local[1])
    return users != {os.getuid()}


def _users_between(remote_port: int, local_port: int) -> set[int]:
    """Who holds the other end of our connection, by the table of all connections."""
    ports = (remote_port, local_port)
    return {row.user for row in _rows() if (row.local_port, row.remote_port) == ports}


def _rows() -> Iterator[Row]:
    for table in _TABLES:
        if table.exists():
            yield from rows_of(table.read_text(encoding="ascii"))


def _port(address: str) -> int:
    return int(address.rpartition(":")[2], 16)


def _open_files(process: Path) -> Iterator[str]:
    # It may end meanwhile, or belong to somebody else.
    with suppress(OSError):
        for file in (process / "fd").iterdir():
            # One that was closed meanwhile says nothing about the others.
            with suppress(OSError):
                yield str(file.readlink())


def _name(process: Path) -> str:
    """What the program calls itself; it could steer the terminal that shows it."""
    name = (process / "comm").read_text(encoding="utf-8", errors="replace").strip()
    return "".join(letter for letter in name if letter.isprintable())
