"""The program that browsers start: answers the extension's messages on stdout until stdin ends."""

import sys

from sverka.native.host import answer, complaint
from sverka.native.messages import MessageError, read_message, write_message


def main() -> None:
    """Answer every message; whatever else is printed must not get among the answers."""
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    try:
        while (message := read_message(incoming)) is not None:
            write_message(outgoing, answer(message, sys.argv[1:]))
    except MessageError:
        write_message(outgoing, complaint("native-message"))


if __name__ == "__main__":
    main()
