"""Who of the newcomers has an account already, and which way of enrolment follows from it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pyarrow as pa
from msgspec import Struct
from pyarrow import compute

from sverka.matching.contingent.book import MOST_ROWS, Row, write_book
from sverka.matching.contingent.interface import FIELDS
from sverka.matching.contingent.reading import Read, records_at
from sverka.matching.contingent.tabular import cells_at, score_text, write_csv
from sverka.matching.contingent.vocabulary import Outcome
from sverka.matching.vocabulary import Verdict
from sverka.people.dates import DateRole, read_date
from sverka.people.names import PersonName
from sverka.texts import text

OWN = ("id", "outcome", "account_id", "organisation", "departed", "others", "score_bits", "enrol")
_FOUND = (Verdict.SAME.value, Verdict.POSSIBLE.value)

Record = Mapping[str, str | None]


class _Match(Struct, frozen=True):
    """A newcomer's account and how sure it is."""

    outcome: Outcome
    account: Record
    score: float


def newcomer_rows(pairs: pa.Table, read: Read, folder: Path, today: date) -> pa.Table:
    """One row for each newcomer, as they stand in the file: our own columns, then the file's."""
    rows = pa.array(range(read.against_from), pa.int64())
    newcomers = records_at(folder, rows, ["id", *FIELDS]).sort_by("row").to_pylist()
    matches = _matches(pairs, folder, today)
    told = [_told(newcomer, matches.get(newcomer["row"], ())) for newcomer in newcomers]
    own = [pa.array(column, pa.string()) for column in zip(*told, strict=True)]
    cells = cells_at(read, folder, rows, OWN).sort_by("row")
    return pa.table([*own, *cells.columns[1:]], names=[*OWN, *cells.column_names[1:]])


def _matches(pairs: pa.Table, folder: Path, today: date) -> dict[int, list[_Match]]:
    """The accounts of each newcomer that has any, the surest first."""
    found = pairs.filter(compute.is_in(pairs["verdict"], value_set=pa.array(_FOUND)))
    rows = pa.concat_arrays([found["left"].combine_chunks(), found["right"].combine_chunks()])
    people = {
        person["row"]: person
        for person in records_at(folder, compute.unique(rows), ["id", *FIELDS]).to_pylist()
    }
    matches: dict[int, list[_Match]] = {}
    for pair in found.sort_by([("score_bits", "descending")]).to_pylist():
        newcomer, account = people[pair["left"]], people[pair["right"]]
        outcome = _outcome(Verdict(pair["verdict"]), newcomer, account, today)
        match = _Match(outcome, account, pair["score_bits"])
        matches.setdefault(pair["left"], []).append(match)
    for accounts in matches.values():
        accounts.sort(key=lambda match: tuple(Outcome).index(match.outcome))
    return matches


def _outcome(verdict: Verdict, newcomer: Record, account: Record, today: date) -> Outcome:
    if verdict is Verdict.POSSIBLE:
        return Outcome.POSSIBLE
    same = _identity(newcomer, today) == _identity(account, today)
    return Outcome.EXACT if same else Outcome.PROBABLE


def _identity(person: Record, today: date) -> tuple[str, date | None]:
    parts = (person[field] or "" for field in ("surname", "name", "patronymic"))
    birth = read_date(person["birth_date"] or "", DateRole.PUPIL_BIRTH, today)
    return PersonName.from_parts(*parts).folded(), birth.value


def _told(newcomer: Record, matches: Sequence[_Match]) -> tuple[str | None, ...]:
    """The cells of `OWN`."""
    if not matches:
        none = Outcome.NONE
        return (newcomer["id"], none.value, *(None,) * 5, text(f"link.enrol.{none.value}"))
    best = matches[0]
    others = {match.account["id"]: _named(match.account) for match in matches}
    del others[best.account["id"]]
    return (
        newcomer["id"],
        best.outcome.value,
        best.account["id"],
        best.account["organisation"],
        best.account["departed"],
        "; ".join(others.values()) or None,
        score_text(best.score),
        _enrol(best),
    )


def _named(account: Record) -> str:
    organisation = account["organisation"]
    return f"{account['id']} ({organisation})" if organisation else str(account["id"])


def _enrol(match: _Match) -> str:
    if match.outcome is Outcome.POSSIBLE:
        return text("link.enrol.possible")
    return text("link.enrol.departed" if match.account["departed"] else "link.enrol.enrolled")


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
