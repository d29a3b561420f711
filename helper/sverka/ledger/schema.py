"""Brings the tables of a database to what this version of the helper works with."""

from pathlib import Path

from sqlalchemy import Connection, inspect

from sverka.errors import ErrorCode, SverkaError
from sverka.ledger.database import Database
from sverka.ledger.migrations import HEAD

_STEPS = Path(__file__).parent / "migrations"


def bring_up_to_date(database: Database) -> None:
    """Take the missing steps, all or none of them; the file as it was is kept beside it.

    Raises `SverkaError` (`ledger-newer`) for a database that a newer helper has written.
    """
    with database.reading() as session:
        found = version_of(session.connection())
    if found == HEAD:
        return
    if found is not None:
        if found > HEAD:
            raise SverkaError(ErrorCode.CONFLICT, "ledger-newer", file=database.file)
        _keep_copy(database, found)
    with database.connection() as connection:
        _upgrade(connection)


def version_of(connection: Connection) -> str | None:
    """The step at which a database stands, `None` for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.exec_driver_sql(
        "SELECT version_num FROM alembic_version"
    ).scalar()
    return found


def _keep_copy(database: Database, version: str) -> None:
    """Copy one state of the file, under its own key, whoever else is writing it."""
    draft = database.file.with_suffix(".copying.db")
    draft.unlink(missing_ok=True)
    draft.touch(mode=0o600)
    with database.bare() as connection:
        connection.execute("VACUUM INTO ?", (str(draft),))
    draft.replace(database.file.with_suffix(f".before-{version}.db"))


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_STEPS))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
