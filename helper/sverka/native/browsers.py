"""The browsers that can be told of the host, as `browsers.toml` lists them."""

import tomllib
from enum import StrEnum
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct

from sverka.texts import text


class Family(StrEnum):
    """Browsers of one family read the same manifest."""

    CHROMIUM = "chromium"
    FIREFOX = "firefox"


class Browser(Struct, frozen=True, forbid_unknown_fields=True):
    """One browser; `linux` and `windows` are where it looks for hosts."""

    id: str
    family: Family
    linux: str
    windows: str

    @property
    def name(self) -> str:
        """What the operator calls it."""
        return text(f"native.browser.{self.id}")


@cache
def browsers() -> dict[str, Browser]:
    """Every known browser by its id."""
    source = resources.files("sverka.native").joinpath("browsers.toml").read_text(encoding="utf-8")
    listed = tomllib.loads(source)
    return {name: msgspec.convert({"id": name, **row}, Browser) for name, row in listed.items()}
