"""Whose a TCP connection of this computer is, by one question to Linux; elsewhere not to be used.

The table of all connections, which `sockets.py` reads, takes the longer the more of them there are
or have just ended. sock_diag(7) tells of layout and meaning.
"""

import socket
import struct

_SOCK_DIAG = 4
_BY_FAMILY = 20
_REQUEST = 1
_LISTENS = 10
_ANY = 0xFFFFFFFF
_LONGEST_ANSWER = 4096

_HEADER = struct.Struct("=IHHII")
#: Family, protocol, what else is wanted, states: of `inet_diag_req_v2`.
_WANTED = struct.Struct("=BBBxI")
#: Both ports and both addresses: of `inet_diag_sockid`, whose interface and cookie follow.
_ENDS = struct.Struct("!HH4s12x4s12x")
_NO_MORE_OF_IT = struct.pack("=III", 0, _ANY, _ANY)
#: Family, state and ports, then the user: of `inet_diag_msg`.
_FOUND = struct.Struct("!BB2xHH")
_USER = struct.Struct("=I")
_USER_AT = 4 + _ENDS.size + len(_NO_MORE_OF_IT) + 12

#: One end of a connection: IPv4 address and port.
End = tuple[str, int]


def user_of(own: End, peer: End) -> int | None:
    """The user who holds the end `own` of the connection to `peer`.

    `None` where there is no such connection, or where this system answers no such question.
    """
    try:
        ends = _ENDS.pack(own[1], peer[1], *(socket.inet_aton(end[0]) for end in (own, peer)))
        return _user_in(_ask(ends), own[1], peer[1])
    except (OSError, struct.error):
        return None


def _ask(ends: bytes) -> bytes:
    question = _WANTED.pack(socket.AF_INET, socket.IPPROTO_TCP, 0, _ANY) + ends + _NO_MORE_OF_IT
    header = _HEADER.pack(_HEADER.size + len(question), _BY_FAMILY, _REQUEST, 0, 0)
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, _SOCK_DIAG) as kernel:
        kernel.send(header + question)
        return kernel.recv(_LONGEST_ANSWER)


def _user_in(answer: bytes, own_port: int, peer_port: int) -> int | None:
    _, kind, *_ = _HEADER.unpack_from(answer)
    if kind != _BY_FAMILY:
        return None
    _, state, *ports = _FOUND.unpack_from(answer, _HEADER.size)
    # Where nobody is connected Linux tells of whoever listens.
    if state == _LISTENS or ports != [own_port, peer_port]:
        return None
    user: int
    (user,) = _USER.unpack_from(answer, _HEADER.size + _USER_AT)
    return user
