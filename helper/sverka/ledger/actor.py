"""Who did something: the user of this computer, and the browser it came through."""

import getpass

from msgspec import Struct


class Actor(Struct, frozen=True):
    """A user of the system; `client` is the label of the paired browser, `None` for a command."""

    user: str
    client: str | None = None

    @classmethod
    def here(cls, client: str | None = None) -> "Actor":
        """Whoever runs this process."""
        try:
            return cls(getpass.getuser(), client)
        except (KeyError, OSError):
            # A user without a name in the system's list; Python 3.13 raises the latter.
            return cls("?", client)
