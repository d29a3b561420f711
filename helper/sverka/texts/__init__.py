"""The one place that gives the helper's Russian texts; the rules have theirs in `advice/`.

`<area>.toml` holds the texts whose keys begin with that area. Placeholders in braces are filled by
the code; every entry of `errors` has a message and a hint.
"""

from functools import cache
from pathlib import Path

from sverka.tables import table_beside


def text(key: str, /, **values: object) -> str:
    """Return the text of `key` with its `{placeholders}` filled.

    Raises `KeyError` for a key or a placeholder that is not there: both are mistakes in the code.
    """
    area = key.partition(".")[0]
    return _texts(area)[key].format(**values)


def keys() -> frozenset[str]:
    """Every key of every area, for the tests that keep them tidy."""
    areas = (file.stem for file in Path(__file__).parent.glob("*.toml"))
    return frozenset(key for area in areas for key in _texts(area))


@cache
def _texts(area: str) -> dict[str, str]:
    """The texts of one area: a command does not read what the others say."""
    try:
        table = table_beside(__file__, f"{area}.toml")
    except FileNotFoundError:
        raise KeyError(area) from None
    return dict(_flatten(f"{area}.", table))


def _flatten(prefix: str, table: dict[str, object]) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            flat += _flatten(f"{prefix}{name}.", value)
        else:
            flat.append((prefix + name, str(value)))
    return flat
