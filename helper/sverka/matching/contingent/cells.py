"""Cells of spreadsheets as a person would have typed them."""

from datetime import date, datetime, time

from sverka.texts import text

_MIDNIGHT = time()


def as_typed(value: object) -> str | None:
    """A date as 07.05.2015, a whole number without its `.0`; an empty cell is `None`."""
    match value:
        case None:
            return None
        case str():
            return value if value.strip() else None
        case bool():
            return text("link.cell.true" if value else "link.cell.false")
        case datetime() if value.time() != _MIDNIGHT:
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)
