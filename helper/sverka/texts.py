"""The one place that gives the helper's Russian texts, kept in `texts.toml`."""

from functools import cache

from sverka.tables import table_beside


@cache
def _catalogue() -> dict[str, str]:
    return dict(_flatten("", table_beside(__file__, "texts.toml")))


def _flatten(prefix: str, table: dict[str, object]) -> list[tuple[str, str]]:
    flat: list[tuple[str, str]] = []
    for name, value in table.items():
        if isinstance(value, dict):
            flat += _flatten(f"{prefix}{name}.", value)
        else:
            flat.append((prefix + name, str(value)))
    return flat


def text(key: str, /, **values: object) -> str:
    """Return the text of `key` with its `{placeholders}` filled.

    Raises `KeyError` for a key or a placeholder that is not there: both are mistakes in the code.
    """
    return _catalogue()[key].format(**values)


def keys() -> frozenset[str]:
    """Every key of the catalogue, for the tests that keep it tidy."""
    return frozenset(_catalogue())
