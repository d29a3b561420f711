"""Writes many rows by one statement; the ORM would make one for every kind of empty column."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Table, bindparam, insert, update
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.orm import Session

from sverka.ledger.tables import Base

Rows = Iterable[Mapping[str, Any]]


def add(session: Session, model: type[Base], rows: Rows) -> None:
    """Add rows, each with the same columns."""
    if listed := list(rows):
        session.execute(insert(_table(model)), listed)


def add_missing(session: Session, model: type[Base], rows: Rows) -> None:
    """Add those rows whose keys are not there yet."""
    if listed := list(rows):
        session.execute(insert_or(_table(model)).on_conflict_do_nothing(), listed)


def add_or_replace(session: Session, model: type[Base], rows: Rows, *columns: str) -> None:
    """Add rows; where the key is there already, give its row the new `columns`."""
    if listed := list(rows):
        named = insert_or(_table(model))
        newest = {column: named.excluded[column] for column in columns}
        session.execute(named.on_conflict_do_update(set_=newest), listed)


def change(session: Session, model: type[Base], rows: Rows) -> None:
    """Give the rows of these `id`s these values, each row the same columns."""
    table = _table(model)
    numbered = [{"number": row["id"], **row} for row in rows]
    if numbered:
        session.execute(update(table).where(table.c.id == bindparam("number")), numbered)


def _table(model: type[Base]) -> Table:
    return Base.metadata.tables[model.__tablename__]
