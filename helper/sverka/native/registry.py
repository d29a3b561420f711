"""The few things done with the registry of Windows, below HKEY_CURRENT_USER."""

import sys
from typing import Protocol


class Registry(Protocol):
    """Keys by their path; only a key's default value is of interest."""

    def has(self, key: str) -> bool: ...

    def read(self, key: str) -> str | None: ...

    def write(self, key: str, value: str) -> None: ...

    def delete(self, key: str) -> None: ...


if sys.platform == "win32":
    import winreg

    class WindowsRegistry:
        """The registry of the user who runs the helper."""

        def has(self, key: str) -> bool:
            try:
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key).Close()
            except FileNotFoundError:
                return False
            return True

        def read(self, key: str) -> str | None:
            try:
                return winreg.QueryValue(winreg.HKEY_CURRENT_USER, key)
            except FileNotFoundError:
                return None

        def write(self, key: str, value: str) -> None:
            winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, value)

        def delete(self, key: str) -> None:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
