"""The movement of an account as a person reads it in a terminal."""

from rich.console import Console
from rich.table import Table

from sverka.contract import MovementDocumentInfo, MovementInfo
from sverka.terminal import literal
from sverka.texts import text

_COLUMNS = ("day", "kind", "number", "organisation", "source", "target", "programme")


def print_movement(console: Console, movement: MovementInfo) -> None:
    """Whose movement it is, and its documents in the order of the page."""
    owner = movement.account_id
    whose = text("check.movement-of", number=owner) if owner else text("check.movement-of-unknown")
    console.print(literal(whose, style="bold"))
    if not movement.documents:
        return
    table = Table(show_lines=True)
    for column in _COLUMNS:
        table.add_column(text(f"check.movement-columns.{column}"), overflow="fold")
    for document in movement.documents:
        table.add_row(*map(literal, _cells(document)))
    console.print(table)
    summary = text("check.movement-summary", documents=len(movement.documents))
    console.print(literal(summary, style="bold"))


def _cells(document: MovementDocumentInfo) -> tuple[str, ...]:
    return (
        f"{document.day:%d.%m.%Y}" if document.day else "—",
        text(f"words.movement.{document.kind.value}"),
        document.number,
        document.organisation,
        "\n".join(document.source),
        "\n".join(document.target),
        document.programme,
    )
