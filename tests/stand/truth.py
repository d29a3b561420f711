"""The families a scenario shows and the right advice for each of their accounts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import count

from sverka.advice.vocabulary import Advice
from tests.stand.cases import CASES
from tests.stand.cast import Cast
from tests.stand.model import Family, Layout
from tests.stand.movement.cases import MOVEMENTS
from tests.stand.movement.model import Movement
from tests.stand.plot import Outcome, Scenario
from tests.stand.table import Column, named_rows


@dataclass(frozen=True, slots=True)
class ExpectedAccount:
    """The right advice for one account of the report.

    `row` counts data rows from 0; `rows` has one entry for each cell that names the account.
    `name` is None where the report never prints it (a mere double of "periods").
    """

    account_id: str | None
    name: str | None
    row: int
    advice: Advice
    rule: str
    rows: tuple[int, ...]
    case: str


def families(scenario: Scenario) -> list[tuple[str, Family]]:
    """The families the report shows, each with the name of its case."""
    told = []
    rows = 0
    for name, family in _stories(scenario):
        size = len(named_rows(scenario.layout, family))
        if scenario.rows is not None and rows + size > scenario.rows:
            break
        rows += size
        told.append((name, family))
    return told


def _stories(scenario: Scenario) -> Iterator[tuple[str, Family]]:
    builders = _builders(scenario)
    index = count()
    while True:
        shown = False
        for name, build in builders.items():
            family = build(Cast(next(index)))
            if scenario.sight in family.truth:
                shown = True
                yield name, family
        if scenario.rows is None or not shown:
            return


def _builders(scenario: Scenario) -> dict[str, Callable[[Cast], Family]]:
    """The cases of the report; the families of movements only where they are asked for."""
    families_of = {case.__name__: case for case in CASES}
    if not scenario.cases:
        return families_of
    for movement in MOVEMENTS:
        families_of[movement.__name__] = partial(_family_of, movement)
    return {name: families_of[name] for name in families_of if name in scenario.cases}


def _family_of(movement: Callable[[Cast], Movement], cast: Cast) -> Family:
    return movement(cast).family


def truth(scenario: Scenario) -> list[ExpectedAccount]:
    """The right advice for every account, in the order of the accounts' first places."""
    if scenario.outcome is not Outcome.TABLE:
        return []
    expected: list[ExpectedAccount] = []
    start = 0
    for case, family in families(scenario):
        expected += _family_truth(scenario, case, family, start)
        start += len(named_rows(scenario.layout, family))
    return sorted(expected, key=lambda account: account.row)


def _family_truth(
    scenario: Scenario, case: str, family: Family, start: int
) -> list[ExpectedAccount]:
    """Lines with one number are one account, where numbers are printed."""
    ids_printed = Column.ID not in scenario.variant.table.missing
    prefix = "p" if scenario.layout is Layout.POOL else "s"
    rows: dict[int, list[int]] = {}
    named: set[int] = set()
    for row, shown in enumerate(named_rows(scenario.layout, family), start):
        for index in (shown.main, shown.double):
            if index is not None:
                account = _first_of_number(family, index) if ids_printed else index
                rows.setdefault(account, []).append(row)
        if shown.main is not None:
            named.add(shown.main)
    return [
        ExpectedAccount(
            account_id=f"{prefix}{family.lines[index].number}" if ids_printed else None,
            name=family.lines[index].child.name if index in named else None,
            row=places[0],
            advice=family.truth[scenario.sight][index].advice,
            rule=family.truth[scenario.sight][index].rule,
            rows=tuple(places),
            case=case,
        )
        for index, places in rows.items()
    ]


def _first_of_number(family: Family, index: int) -> int:
    numbers = [line.number for line in family.lines]
    return numbers.index(numbers[index])
