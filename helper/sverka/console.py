"""The answers of `sverka check` as a person reads them in a terminal."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sverka.advice.vocabulary import Advice, Confidence, Risk
from sverka.advice.words import advice_words
from sverka.card_console import print_findings
from sverka.contract import AccountInfo, Analysis, GroupInfo, PageWarning
from sverka.errors import SverkaError
from sverka.list_console import print_listing
from sverka.movement_console import print_movement
from sverka.pages.vocabulary import PageKind
from sverka.terminal import literal, people_console
from sverka.texts import text

_STYLES = {
    Advice.KEEP: "green",
    Advice.DELETE: "bold red",
    Advice.UNDECIDED: "yellow",
    Advice.NOT_DUPLICATE: "cyan",
    Advice.FIX_DATES: "magenta",
}
_CARDS = frozenset({PageKind.STUDENT_CARD, PageKind.PARENT_CARD})
_PRELIMINARY = "dim italic"
_COLUMNS = ("row", "person", "account", "organisation", "dates", "advice", "why")


def print_answers(answers: Iterable[tuple[Path, Analysis | SverkaError]]) -> None:
    """Print what is to be done for every file; page text is never read as markup."""
    console = people_console()
    for file, answer in answers:
        console.rule(literal(str(file)))
        if isinstance(answer, SverkaError):
            console.print(literal(text("cli.error", message=answer.message), style="bold red"))
            console.print(literal(text("cli.hint", hint=answer.hint)))
        else:
            _print_analysis(console, answer)


def _print_analysis(console: Console, analysis: Analysis) -> None:
    page = analysis.page
    console.print(literal(page.title or text("check.untitled"), style="bold"))
    if page.period:
        start, end = page.period
        console.print(literal(text("check.period", start=start, end=end)))
    for warning in page.warnings:
        console.print(literal(_warning(warning), style="yellow"))
    _print_groups(console, analysis.groups)
    if analysis.listing:
        print_listing(console, analysis, analysis.listing)
    elif page.kind in _CARDS:
        print_findings(console, analysis.findings)
    elif analysis.movement:
        print_movement(console, analysis.movement)
    elif page.kind is PageKind.ORDER_DIALOG:
        _print_order(console, analysis)
    elif page.kind is not PageKind.UNKNOWN:
        console.print(literal(_summary(analysis.groups), style="bold"))


def _print_order(console: Console, analysis: Analysis) -> None:
    if analysis.findings:
        print_findings(console, analysis.findings)
    children = text("check.order-summary", children=analysis.page.rows)
    console.print(literal(children, style="bold"))


def _print_groups(console: Console, groups: Sequence[GroupInfo]) -> None:
    for number, group in enumerate(groups, start=1):
        console.print(_heading(number, group))
        console.print(_accounts(group))
        if group.steps:
            console.print(Padding(_steps(group), (0, 0, 1, 2)))


def _warning(warning: PageWarning) -> str:
    if warning.row is None:
        where = warning.column or ""
    elif warning.column is None:
        where = text("check.row", row=warning.row + 1)
    else:
        where = text("check.row-column", row=warning.row + 1, column=warning.column)
    return f"⚠ {where}: {warning.message}" if where else f"⚠ {warning.message}"


def _heading(number: int, group: GroupInfo) -> Text:
    days = "—" if group.overlap_days is None else str(group.overlap_days)
    line = text(
        "check.group",
        number=number,
        cause=text(f"words.cause.{group.cause.value}"),
        days=days,
        risk=text(f"words.risk.{group.risk.value}"),
    )
    return literal(line, style="bold red" if group.risk is Risk.HIGH else "bold")


def _accounts(group: GroupInfo) -> Table:
    table = Table(show_lines=True)
    for column in _COLUMNS:
        table.add_column(text(f"check.columns.{column}"), overflow="fold")
    for account in group.accounts:
        table.add_row(*(literal(cell) for cell in _cells(account)), _advice(account), _why(account))
    return table


def _cells(account: AccountInfo) -> tuple[str, ...]:
    born = f"{account.birth_date:%d.%m.%Y}" if account.birth_date else ""
    return (
        str(account.row + 1),
        "\n".join(filter(None, (account.name, born))),
        account.account_id or "—",
        "\n".join(filter(None, (account.organisation, account.class_))),
        _stay(account),
    )


def _stay(account: AccountInfo) -> str:
    """Only what the report prints: no date of departure does not say that there was none."""
    lines = []
    if account.enrolled:
        lines.append(text("check.enrolled", day=account.enrolled))
    if account.departed:
        lines.append(text("check.departed", day=account.departed))
    return "\n".join(lines) or "—"


def _advice(account: AccountInfo) -> Text:
    low = account.confidence is Confidence.LOW
    style = _PRELIMINARY if low else _STYLES[account.advice]
    return literal(advice_words(account.advice, account.confidence), style=style)


def _why(account: AccountInfo) -> Text:
    return literal(f"{account.why} [{', '.join(account.rules)}]")


def _steps(group: GroupInfo) -> Text:
    lines = []
    for step in group.steps:
        condition = text("check.if", condition=step.condition) if step.condition else ""
        due = text("check.due", due=step.due) if step.due else ""
        lines.append(f"{step.n}. {step.who}{condition}: {step.text}{due}")
    return literal("\n".join(lines))


def _summary(groups: Sequence[GroupInfo]) -> str:
    """The counts of the report; a preliminary removal is not counted as one."""
    counts: Counter[Advice] = Counter()
    preliminary = 0
    for account in (account for group in groups for account in group.accounts):
        if account.confidence is Confidence.LOW and account.advice is Advice.DELETE:
            preliminary += 1
        else:
            counts[account.advice] += 1
    return text(
        "check.summary",
        groups=len(groups),
        delete=counts[Advice.DELETE],
        preliminary=preliminary,
        undecided=counts[Advice.UNDECIDED],
        high=sum(group.risk is Risk.HIGH for group in groups),
    )
