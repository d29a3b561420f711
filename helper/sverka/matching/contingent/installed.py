"""Whether the optional packages are there: without them the command says how to install them."""

from importlib.util import find_spec

from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent.vocabulary import EngineName

_NEEDED = {
    EngineName.DUCKDB: ("pyarrow", "openpyxl", "python_calamine", "duckdb", "splink"),
    EngineName.SPARK: ("pyarrow", "openpyxl", "python_calamine", "duckdb", "splink", "pyspark"),
}
_EXTRAS = {EngineName.DUCKDB: "sverka[linkage]", EngineName.SPARK: "sverka[linkage,spark]"}


def require_packages(engine: EngineName) -> None:
    """Raise `SverkaError` with the command that installs what `engine` needs."""
    missing = [name for name in _NEEDED[engine] if find_spec(name) is None]
    if missing:
        raise SverkaError(
            ErrorCode.NOT_FOUND,
            "link-not-installed",
            missing=", ".join(missing),
            extras=_EXTRAS[engine],
        )
