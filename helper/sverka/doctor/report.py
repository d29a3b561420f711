"""The findings on the terminal: a sign, a word, what was found and what to do."""

from collections.abc import Sequence

import click

from sverka.doctor.findings import Finding, Level
from sverka.texts import text

_SIGNS = {Level.FINE: "✓", Level.NOTICE: "!", Level.FAULT: "✗"}


def show(findings: Sequence[Finding]) -> None:
    """One line for each; the sign is told in a word too."""
    for finding in findings:
        word = text(f"doctor.level.{finding.level}")
        name = text(f"doctor.check.{finding.check}")
        click.echo(f"{_SIGNS[finding.level]} {word:<10} {name}: {finding.message}")
        if finding.remedy:
            click.echo("  " + text("cli.hint", hint=finding.remedy))
