"""Where a browser is told of the host: a folder on Linux, a key of the registry on Windows."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from sverka.datadir import DataDir
from sverka.native.browsers import Browser
from sverka.native.manifests import MANIFEST_NAME, launcher_of, manifest, names_launcher
from sverka.native.names import HOST_NAME
from sverka.native.registry import Registry


class Places(Protocol):
    """One system's way to tell browsers of the host."""

    def has(self, browser: Browser) -> bool:
        """Whether the browser is there: installed and started once."""
        ...

    def place(self, browser: Browser) -> str:
        """The file or key, as the operator is shown it."""
        ...

    def tell(self, browser: Browser) -> None:
        """Lead the browser to the launcher."""
        ...

    def is_told(self, browser: Browser) -> bool:
        """Whether the browser is led to this launcher, not to another installation's."""
        ...

    def forget(self, browser: Browser) -> None:
        """Take back what `tell` did."""
        ...


class LinuxPlaces:
    """A manifest in a folder of the browser's profile."""

    def __init__(self, home: Path, launcher: Path) -> None:
        self._home = home
        self._launcher = launcher

    def has(self, browser: Browser) -> bool:
        return self._file(browser).parent.parent.is_dir()

    def place(self, browser: Browser) -> str:
        return str(self._file(browser))

    def tell(self, browser: Browser) -> None:
        file = self._file(browser)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(manifest(self._launcher, browser.family), encoding="utf-8")

    def is_told(self, browser: Browser) -> bool:
        return names_launcher(self._file(browser), self._launcher)

    def forget(self, browser: Browser) -> None:
        file = self._file(browser)
        file.unlink()
        # The folder may hold the hosts of other programs.
        with suppress(OSError):
            file.parent.rmdir()

    def _file(self, browser: Browser) -> Path:
        return self._home / browser.linux / MANIFEST_NAME


class WindowsPlaces:
    """A manifest beside the launcher, and a key of the browser that names it."""

    def __init__(self, registry: Registry, launcher: Path) -> None:
        self._registry = registry
        self._launcher = launcher

    def has(self, browser: Browser) -> bool:
        return self._registry.has(browser.windows.rpartition("\\")[0])

    def place(self, browser: Browser) -> str:
        return f"HKEY_CURRENT_USER\\{self._key(browser)}"

    def tell(self, browser: Browser) -> None:
        file = self._manifest(browser)
        file.write_text(manifest(self._launcher, browser.family), encoding="utf-8")
        self._registry.write(self._key(browser), str(file))

    def is_told(self, browser: Browser) -> bool:
        return self._registry.read(self._key(browser)) == str(self._manifest(browser))

    def forget(self, browser: Browser) -> None:
        self._registry.delete(self._key(browser))

    def _key(self, browser: Browser) -> str:
        return f"{browser.windows}\\{HOST_NAME}"

    def _manifest(self, browser: Browser) -> Path:
        return self._launcher.with_name(f"{browser.family}.json")


def places_of(data_dir: DataDir) -> Places:
    """The way of the system we run on."""
    launcher = launcher_of(data_dir)
    if sys.platform == "win32":
        from sverka.native.registry import WindowsRegistry

        return WindowsPlaces(WindowsRegistry(), launcher)
    return LinuxPlaces(Path.home(), launcher)
