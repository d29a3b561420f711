"""The people whom a finding names are printed with the reasons, with a number and without."""

import pytest
from rich.console import Console

from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.card_console import print_findings
from sverka.contract import Finding, FindingCandidate
from sverka.pages.vocabulary import CardField


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("r9", "Иванов Пётр, r9: та же фамилия"),
        (None, "Иванов Пётр: та же фамилия"),
    ],
)
def test_a_candidate_is_printed_with_the_reason(number: str | None, printed: str) -> None:
    finding = Finding(
        row=None,
        account_key=None,
        field=CardField.PARENTS,
        severity=Severity.ERROR,
        rule="L-01",
        advice=FindingAdvice.LINK,
        why="К ученику не привязан ни один родитель.",
        steps=("Сверьте людей с документами.",),
        proposed=None,
        candidates=(FindingCandidate("key", number, "Иванов Пётр", "та же фамилия"),),
    )
    console = Console(width=140)
    with console.capture() as captured:
        print_findings(console, [finding])
    assert printed in captured.get()
    assert "1. Сверьте людей с документами." in captured.get()
