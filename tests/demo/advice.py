"""The helper's answer as a table for the terminal."""

from collections.abc import Mapping
from typing import Any

from rich.table import Table
from rich.text import Text

ADVICE = {
    "keep": ("оставить", "green"),
    "delete": ("удалить", "red"),
    "undecided": ("не решено", "yellow"),
    "not-duplicate": ("не дубль", "cyan"),
    "fix-dates": ("исправить даты", "blue"),
}
COLUMNS = {"Организация": 4, "Запись": 2, "Совет": 3, "Причина": 8}
PRELIMINARY = ("предварительно: ", "magenta")


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
                advice_words(account["advice"], account["confidence"]),
                f"{account['rules'][0]} {account['why']}",
                end_section=account is group["accounts"][-1],
            )
    return table


def advice_words(advice: str, confidence: str) -> Text:
    """The advice as the page shows it: preliminary where only account numbers speak."""
    words, colour = ADVICE[advice]
    if confidence == "low" and advice in ("keep", "delete"):
        before, colour = PRELIMINARY
        words = before + words
    return Text(words, style=f"bold {colour}")
