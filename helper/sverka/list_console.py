"""A page of a list as a person reads it in a terminal."""

from itertools import groupby

from rich.console import Console
from rich.table import Table

from sverka.advice.cards.vocabulary import Severity
from sverka.card_console import STYLES, finding_words
from sverka.contract import Analysis, Finding, Listing
from sverka.terminal import literal
from sverka.texts import text

_COLUMNS = ("row", "person", "advice", "why")


def print_listing(console: Console, analysis: Analysis, listing: Listing) -> None:
    """The place of the page, then every row with something to do, then how many were not seen."""
    rows = len(listing.people)
    if not rows:
        return
    console.print(literal(f"{_total(listing, rows)} {_place(listing)} {_filters(listing)}"))
    told = [found for found in analysis.findings if found.severity is not Severity.INFO]
    if told:
        console.print(_table(listing, told))
    else:
        console.print(literal(text("lists.nothing"), style="bold"))
    unseen = sum(person.looked_at is None for person in listing.people)
    if unseen:
        console.print(literal(text("lists.unseen", unseen=unseen, rows=rows)))
    marked = len({found.row for found in told})
    summary = text("lists.summary", marked=marked, findings=len(told))
    console.print(literal(summary, style="bold"))


def _table(listing: Listing, told: list[Finding]) -> Table:
    names = {person.row: person for person in listing.people}
    table = Table(show_lines=True)
    for column in _COLUMNS:
        table.add_column(text(f"lists.columns.{column}"), overflow="fold")
    for row, of_row in groupby(told, key=lambda found: found.row):
        person = names[row or 0]
        for found in of_row:
            table.add_row(
                literal(str(person.row + 1)),
                literal(", ".join(filter(None, (person.name, person.account_id)))),
                literal(text(f"words.finding.{found.advice.value}"), style=STYLES[found.severity]),
                literal(finding_words(found)),
            )
    return table


def _total(listing: Listing, rows: int) -> str:
    if listing.total is None:
        return text("lists.total-unknown", rows=rows)
    return text("lists.total", rows=rows, total=listing.total)


def _place(listing: Listing) -> str:
    if listing.page is None or listing.pages is None:
        return text("lists.place-unknown")
    return text("lists.place", page=listing.page, pages=listing.pages)


def _filters(listing: Listing) -> str:
    if listing.unfiltered:
        return text("lists.unfiltered")
    if not listing.filters:
        return text("lists.filters-unknown")
    chosen = ", ".join(f"{one.caption} — {one.value}" for one in listing.filters)
    return text("lists.filtered", filters=chosen)
