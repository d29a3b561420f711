"""Reads the data files that lie beside the modules they belong to."""

from pathlib import Path
from typing import Any

import tomli


def table_beside(module: str, name: str) -> dict[str, Any]:
    """The TOML file `name` in the folder of `module`, which is that module's `__file__`.

    `importlib.resources` would look into archives too, and loads four of their formats for it.
    """
    return tomli.loads(Path(module).with_name(name).read_text(encoding="utf-8"))
