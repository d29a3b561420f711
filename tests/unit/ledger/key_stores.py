"""Key stores that stand in for the system's: named in `PYTHON_KEYRING_BACKEND`, as keyring does."""

from typing import ClassVar

import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked, PasswordSetError


class Working(KeyringBackend):
    """Keeps what it is given as long as the tests run."""

    priority = 5
    kept: ClassVar[dict[tuple[str, str], str]] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class Locked(Working):
    """Asks for its owner's password, which nobody types."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(service, username)

    def set_password(self, service: str, username: str, _password: str) -> None:
        raise PasswordSetError(service, username)


class Silent(Working):
    """Is there, and does not answer."""

    def get_password(self, service: str, username: str) -> str | None:
        raise InitError(service, username)


def choose(store: type[KeyringBackend], patch: pytest.MonkeyPatch) -> None:
    """Make `store` the key store of this computer."""
    patch.setenv("PYTHON_KEYRING_BACKEND", f"{store.__module__}.{store.__name__}")
