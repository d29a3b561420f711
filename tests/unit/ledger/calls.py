"""Commands on a ledger, called as from a terminal."""

from click.testing import CliRunner, Result

from sverka.cli import sverka
from sverka.datadir import DataDir
from sverka.errors import SverkaError


def call(data_dir: DataDir, *arguments: object, typed: str = "") -> Result:
    """Call `sverka` with these words; what it asks for is answered by `typed`."""
    return CliRunner().invoke(
        sverka, [*map(str, arguments), "--data-dir", str(data_dir.path)], input=typed
    )


def said(data_dir: DataDir, *arguments: object, typed: str = "") -> str:
    """What a call printed that went well."""
    result = call(data_dir, *arguments, typed=typed)
    assert result.exit_code == 0, result.exception
    return result.stdout


def refusal(data_dir: DataDir, *arguments: object, typed: str = "") -> str:
    """The reason for which a call was refused."""
    result = call(data_dir, *arguments, typed=typed)
    assert isinstance(result.exception, SverkaError), result.output
    return result.exception.reason
