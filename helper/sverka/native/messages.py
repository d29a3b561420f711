"""How browsers and native programs talk: a length of four bytes, then so many bytes of JSON."""

import struct
from typing import BinaryIO

_LENGTH = struct.Struct("=I")
# The only command takes some forty bytes; whoever announces more is no extension of ours.
LONGEST_MESSAGE = 4096


class MessageError(Exception):
    """What came in is no message; nothing after it can be read either."""


def read_message(incoming: BinaryIO) -> bytes | None:
    """The next message, or None at the end.

    Raises `MessageError` for one that is too long or cut off.
    """
    head = incoming.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise MessageError
    (length,) = _LENGTH.unpack(head)
    if length > LONGEST_MESSAGE:
        raise MessageError
    body = incoming.read(length)
    if len(body) < length:
        raise MessageError
    return body


def write_message(outgoing: BinaryIO, body: bytes) -> None:
    """Send one answer; browsers take up to a megabyte, ours are a few hundred bytes."""
    outgoing.write(_LENGTH.pack(len(body)) + body)
    outgoing.flush()
