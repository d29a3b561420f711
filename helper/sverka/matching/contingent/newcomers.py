"""Who of the newcomers has an account already, and which way of enrolment follows from it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from pyarrow import compute, dataset

from sverka.matching.contingent.interface import FIELDS
from sverka.matching.contingent.reading import RECORDS, Read, records_at
from sverka.matching.contingent.tabular import cells_at, score_text, write_csv
from sverka.matching.contingent.vocabulary import Outcome
from sverka.matching.vocabulary import Verdict
from sverka.people.dates import DateRole, read_date
from sverka.people.names import PersonName
from sverka.spreadsheets.book import MOST_ROWS, Row, write_book
from sverka.texts import text

OWN = ("id", "outcome", "account_id", "organisation", "departed", "others", "score_bits", "enrol")
_FOUND = (Verdict.SAME.value, Verdict.POSSIBLE.value)

Record = Mapping[str, str | None]


class _Account(Struct, frozen=True):
    """An account with all the stays that the list has of it: a school, a club."""

    id: str
    organisations: str | None
    #: When the child has left; `None` while any stay lasts.
    departed: str | None

    @property
    def named(self) -> str:
        return f"{self.id} ({self.organisations})" if self.organisations else self.id


class _Match(Struct, frozen=True):
    """A newcomer's account and how sure it is."""

    outcome: Outcome
    account: _Account
    score: float


def newcomer_rows(pairs: pa.Table, read: Read, folder: Path, today: date) -> pa.Table:
    """One row for each newcomer, as they stand in the file: our own columns, then the file's."""
    rows = pa.array(range(read.against_from), pa.int64())
    newcomers = records_at(folder, rows, ["id", *FIELDS]).sort_by("row").to_pylist()
    matches = _matches(pairs, read.against_from, folder, today)
    told = [_told(newcomer, matches.get(newcomer["row"], ())) for newcomer in newcomers]
    own = [pa.array(column, pa.string()) for column in zip(*told, strict=True)]
    cells = cells_at(read, folder, rows, OWN).sort_by("row")
    return pa.table([*own, *cells.columns[1:]], names=[*OWN, *cells.column_names[1:]])


def _matches(
    pairs: pa.Table, against_from: int, folder: Path, today: date
) -> dict[int, list[_Match]]:
    """The accounts of each newcomer that has any, the surest first."""
    found = pairs.filter(compute.is_in(pairs["verdict"], value_set=pa.array(_FOUND)))
    rows = pa.concat_arrays([found["left"].combine_chunks(), found["right"].combine_chunks()])
    people = {
        person["row"]: person
        for person in records_at(folder, compute.unique(rows), ["id", *FIELDS]).to_pylist()
    }
    accounts = _accounts(
        folder, against_from, {people[row]["id"] for row in found["right"].to_pylist()}
    )
    matches: dict[int, list[_Match]] = {}
    for pair in found.sort_by([("score_bits", "descending"), ("right", "ascending")]).to_pylist():
        newcomer, stay = people[pair["left"]], people[pair["right"]]
        outcome = _outcome(Verdict(pair["verdict"]), newcomer, stay, today)
        match = _Match(outcome, accounts[stay["id"]], pair["score_bits"])
        matches.setdefault(pair["left"], []).append(match)
    return {row: _each_account_once(told) for row, told in matches.items()}


def _accounts(folder: Path, against_from: int, ids: set[str]) -> dict[str, _Account]:
    """The accounts of these numbers, with the rows that are no newcomer's match too."""
    known = pa.array(sorted(ids), pa.string())
    wanted = (dataset.field("row") >= against_from) & dataset.field("id").isin(known)
    columns = ["row", "id", "organisation", "departed"]
    records = dataset.dataset(folder / RECORDS).to_table(columns, filter=wanted).sort_by("row")
    stays: dict[str, list[Record]] = {}
    for stay in records.to_pylist():
        stays.setdefault(stay["id"], []).append(stay)
    return {account: _account(account, rows) for account, rows in stays.items()}


def _account(account: str, stays: Sequence[Record]) -> _Account:
    left = all(stay["departed"] for stay in stays)
    return _Account(
        account,
        _listed(stay["organisation"] for stay in stays),
        _listed(stay["departed"] for stay in stays) if left else None,
    )


def _listed(words: Iterable[str | None]) -> str | None:
    return "; ".join(filter(None, dict.fromkeys(words))) or None


def _each_account_once(matches: list[_Match]) -> list[_Match]:
    """The surest match of each account; `matches` of one outcome stand in their order."""
    surest: dict[str, _Match] = {}
    for match in sorted(matches, key=lambda match: tuple(Outcome).index(match.outcome)):
        surest.setdefault(match.account.id, match)
    return list(surest.values())


def _outcome(verdict: Verdict, newcomer: Record, account: Record, today: date) -> Outcome:
    if verdict is Verdict.POSSIBLE:
        return Outcome.POSSIBLE
    identity = _identity(newcomer, today)
    same = identity is not None and identity == _identity(account, today)
    return Outcome.EXACT if same else Outcome.PROBABLE


def _identity(person: Record, today: date) -> tuple[str, date] | None:
    """Name and birth date; `None` without the date, because namesakes are many."""
    parts = (person[field] or "" for field in ("surname", "name", "patronymic"))
    birth = read_date(person["birth_date"] or "", DateRole.PUPIL_BIRTH, today)
    return (PersonName.from_parts(*parts).folded(), birth.value) if birth.value else None


def _told(newcomer: Record, matches: Sequence[_Match]) -> tuple[str | None, ...]:
    """The cells of `OWN`."""
    if not matches:
        none = Outcome.NONE
        return (newcomer["id"], none.value, *(None,) * 5, text(f"link.enrol.{none.value}"))
    best, *others = matches
    return (
        newcomer["id"],
        best.outcome.value,
        best.account.id,
        best.account.organisations,
        best.account.departed,
        _listed(match.account.named for match in others),
        score_text(best.score),
        _enrol(best),
    )


def _enrol(match: _Match) -> str:
    if match.outcome is Outcome.POSSIBLE:
        return text("link.enrol.possible")
    return text("link.enrol.departed" if match.account.departed else "link.enrol.enrolled")


def write_newcomers(rows: pa.Table, folder: Path) -> dict[str, int]:
    """Write `newcomers.csv` and `newcomers.xlsx`; the answer counts the outcomes."""
    write_csv(rows, folder / "newcomers.csv")
    legend = [text(f"link.outcome-means.{outcome.value}") for outcome in Outcome]
    if rows.num_rows > MOST_ROWS:
        counts = {"shown": MOST_ROWS, "rows": rows.num_rows}
        legend.insert(0, text("link.legend.newcomers-cut", **counts))
    write_book(
        folder / "newcomers.xlsx",
        text("link.book.newcomers"),
        [*(text(f"link.newcomer.{name}") for name in OWN), *rows.column_names[len(OWN) :]],
        _for_people(rows.slice(0, MOST_ROWS)),
        legend,
    )
    counts = Counter(rows["outcome"].to_pylist())
    return {outcome.value: counts[outcome.value] for outcome in Outcome}


def _for_people(rows: pa.Table) -> Iterator[Row]:
    for row in rows.to_pylist():
        identity, outcome, *rest = row.values()
        yield Row([identity, text(f"link.outcome.{outcome}"), *rest])
