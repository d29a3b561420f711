"""The helper's answer as a table for the terminal."""

from collections.abc import Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

from sverka.advice.vocabulary import Advice, Confidence
from sverka.advice.words import advice_words

COLOURS = {
    Advice.KEEP: "green",
    Advice.DELETE: "red",
    Advice.UNDECIDED: "yellow",
    Advice.NOT_DUPLICATE: "cyan",
    Advice.FIX_DATES: "blue",
}
COLUMNS = {"Организация": 4, "Запись": 2, "Совет": 3, "Причина": 8}
PRELIMINARY = "magenta"


def advice_table(analysis: Mapping[str, Any]) -> Table:
    """One line an account, the children apart from each other."""
    table = Table(title=analysis["page"]["title"], expand=True)
    for heading, share in COLUMNS.items():
        table.add_column(heading, ratio=share)
    for group in analysis["groups"]:
        for account in group["accounts"]:
            table.add_row(
                account["organisation"],
                account["account_id"],
                coloured(Advice(account["advice"]), Confidence(account["confidence"])),
                f"{account['rules'][0]} {account['why']}",
                end_section=account is group["accounts"][-1],
            )
    return table


def coloured(advice: Advice, confidence: Confidence) -> Text:
    """The advice as the page shows it: preliminary where only account numbers speak."""
    colour = PRELIMINARY if confidence is Confidence.LOW else COLOURS[advice]
    return Text(advice_words(advice, confidence), style=colour)
