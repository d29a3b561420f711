"""The browsers that can be told of the host, as `browsers.toml` lists them."""

from enum import StrEnum
from functools import cache

import msgspec
from msgspec import Struct

from sverka.tables import table_beside
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
    listed = table_beside(__file__, "browsers.toml")
    return {name: msgspec.convert({"id": name, **row}, Browser) for name, row in listed.items()}
