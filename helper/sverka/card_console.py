"""The findings of a card as a person reads them in a terminal."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from sverka.advice.cards.vocabulary import Severity
from sverka.contract import Finding
from sverka.terminal import literal
from sverka.texts import text

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "dim"}
_COLUMNS = ("field", "advice", "why", "proposed")


def print_findings(console: Console, findings: Sequence[Finding]) -> None:
    """Each finding with what to do, why and how, and the form to write."""
    if not findings:
        console.print(literal(text("check.nothing-to-correct"), style="bold"))
        return
    table = Table(show_lines=True)
    for column in _COLUMNS:
        table.add_column(text(f"check.finding-columns.{column}"), overflow="fold")
    for found in findings:
        table.add_row(
            literal(text(f"cards.field.{found.field.value}")),
            literal(text(f"words.finding.{found.advice.value}"), style=STYLES[found.severity]),
            literal(finding_words(found)),
            literal(found.proposed or ""),
        )
    console.print(table)
    to_do = sum(found.severity is not Severity.INFO for found in findings)
    summary = text("check.card-summary", findings=len(findings), to_do=to_do)
    console.print(literal(summary, style="bold"))


def finding_words(found: Finding) -> str:
    """Why, then the steps, then the people it may be about."""
    steps = (f"{number}. {step}" for number, step in enumerate(found.steps, start=1))
    people = (
        text(
            "check.candidate" if person.account_id else "check.candidate-without-number",
            name=person.name,
            number=person.account_id,
            why=person.why,
        )
        for person in found.candidates
    )
    return "\n".join((f"{found.why} [{found.rule}]", *steps, *people))
