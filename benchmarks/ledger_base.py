"""The ledger after years: its work list, and a report on it beside one on an empty ledger."""

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from benchmarks.figures import Figure, in_turn, milliseconds
from benchmarks.ledger_pages import rerun_report, unseen_report
from benchmarks.ledger_writing import new_desk
from sverka.advice.vocabulary import Advice, Cause, Confidence, Risk
from sverka.datadir import DataDir
from sverka.known import Change, Proof, State
from sverka.ledger import bulk, tables
from sverka.ledger.ledger import Ledger
from sverka.ledger.vocabulary import Event, Order
from sverka.ledger.worklist import WorkFilter, work_list
from sverka.matching.vocabulary import Verdict
from sverka.pages.vocabulary import Layout as PageLayout
from sverka.pages.vocabulary import PageKind, Role, Source
from sverka.people.folding import fold_name
from sverka.people.organisations import OrgKind, org_key
from tests.api.browsers import paired_browser
from tests.api.extension import Extension
from tests.api.helper_process import running_helper
from tests.unit.ledger.seen import Desk

GROUPS = 5_000
RUNS = 7
ROWS = 1_000
REPORTS = 40
ORGANISATIONS = 300
_LIST_LIMIT = 100.0
_SLOWER_THAN_EMPTY = 1.3
_SEEN = datetime(2025, 9, 1, 9, tzinfo=UTC)
_SURNAMES = ("Иванов", "Петров", "Сидоров", "Кузнецов", "Смирнов", "Попов", "Волков", "Зайцев")
_NAMES = ("Иван", "Пётр", "Олег", "Алексей", "Дмитрий", "Михаил", "Сергей", "Андрей")

#: The first page of each is shown to both bases before anything is measured.
_REPORTS: Mapping[str, Callable[[int, int], str]] = {
    "new report": unseen_report,
    "report that comes again": rerun_report,
}
_LISTS: Mapping[str, WorkFilter] = {
    "first page": WorkFilter(),
    "of one state, by overlap": WorkFilter(states=(State.FOUND,), order=Order.OVERLAP),
    "of one organisation": WorkFilter(organisation="МБОУ СОШ № 7"),
    "found by name": WorkFilter(search="Иванов Пётр"),
    "last page": WorkFilter(page=GROUPS),
}


def base_figures(place: Path, people: int) -> Iterator[Figure]:
    with new_desk(place) as full, new_desk(place) as empty:
        with full.ledger.database.writing() as session:
            fill(session, people)
        yield from _list_figures(full.ledger)
        for what, page_of in _REPORTS.items():
            yield from _report_figures(full, empty, what, page_of)
    yield _list_over_http(full.data_dir)


def _list_figures(ledger: Ledger) -> Iterator[Figure]:
    def show(wanted: WorkFilter) -> None:
        with ledger.settled() as session:
            assert work_list(session, wanted).items

    for what, wanted in _LISTS.items():
        (ours,) = in_turn(RUNS, partial(milliseconds, partial(show, wanted)))
        yield Figure(f"work list, {what}", ours, "ms", _LIST_LIMIT)


def _report_figures(
    full: Desk, empty: Desk, what: str, page_of: Callable[[int, int], str]
) -> Iterator[Figure]:
    """Reports of one kind on both bases in turn; then the telling of them."""
    read: list[list[float]] = [[], []]
    tell: list[list[float]] = [[], []]
    for number in range(RUNS + 1):
        page = page_of(ROWS, number)
        for at, desk in enumerate((full, empty)):
            read[at].append(milliseconds(partial(desk.open, page)))
            tell[at].append(milliseconds(desk.ledger.settle))
    for done, (ours, peer) in ((what, read), (f"telling a {what}", tell)):
        limit = _SLOWER_THAN_EMPTY
        told = f"{done}, {ROWS} rows"
        yield Figure(told, ours[1:], "ms", limit, peer[1:], "on a base that knows no others")


def _list_over_http(data_dir: DataDir) -> Figure:
    with running_helper(data_dir) as helper:
        browser = paired_browser(data_dir, helper.port, "Браузер")
        (ours,) = in_turn(RUNS, partial(milliseconds, partial(_ask, browser)))
    return Figure("work list over HTTP, first page", ours, "ms", _LIST_LIMIT)


def _ask(browser: Extension) -> None:
    asked = {"Authorization": f"Bearer {browser.token}"}
    answer = browser.post("/api/v1/worklist", {"schema": 1}, **asked)
    assert len(answer.json["items"]) > 1, answer.body


# --- what stands in the full base -----------------------------------------------------------------


def fill(session: Session, people: int) -> None:
    """Years of reports; every account was seen in one of them, the first ones in groups of two."""
    chance = random.Random(1)  # noqa: S311
    bulk.add(session, tables.Run, (_run(number) for number in range(1, REPORTS + 1)))
    bulk.add(session, tables.Organisation, map(_organisation, range(1, ORGANISATIONS + 1)))
    numbers = range(1, people + 1)
    bulk.add(session, tables.Account, map(_account, numbers))
    bulk.add(session, tables.Person, (_person(number, chance) for number in numbers))
    bulk.add(session, tables.Enrolment, (_enrolment(number, chance) for number in numbers))
    groups = range(1, GROUPS + 1)
    bulk.add(session, tables.Group, (_group(number, chance) for number in groups))
    bulk.add(session, tables.GroupKey, ({"key": f"{n:016x}", "group_id": n} for n in groups))
    bulk.add(session, tables.Member, (m for number in groups for m in _members(number)))
    bulk.add(session, tables.Sighting, map(_sighting, groups))
    bulk.add(session, tables.Entry, map(_entry, groups))


def _run_of(account: int) -> int:
    return (account - 1) // 2 % REPORTS + 1


def _run(number: int) -> dict[str, Any]:
    start = date(2023, 1, 1) + timedelta(days=7 * number)
    seen = _SEEN + timedelta(days=number)
    return {
        "id": number,
        "kind": PageKind.DUPLICATES_REPORT,
        "layout": PageLayout.PERIODS,
        "installation": "https://sgo.example.test",
        "authority": "Управление образования",
        "period_start": start,
        "period_end": start + timedelta(days=30),
        "today": start,
        "title": "Список учащихся-дублей",
        "rows": 5_000,
        "complete": True,
        "digest": str(number),
        **dict.fromkeys(("captured_at", "received_at", "seen_again_at"), seen),
        "user": "clerk",
        "source": Source.CONTENT,
        "proof": Proof.FIRST,
    }


def _organisation(number: int) -> dict[str, Any]:
    name = f"МБОУ СОШ № {number}"
    return {"id": number, "name": name, "key": org_key(name), "kind": OrgKind.SCHOOL}


def _account(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "key": f"sgo:s9{number}",
        "number": f"s9{number}",
        "weak": False,
        "last_run_id": _run_of(number),
    }


def _person(number: int, chance: random.Random) -> dict[str, Any]:
    surname, name = chance.choice(_SURNAMES), chance.choice(_NAMES)
    return {
        "key": f"{number:032x}",
        "account_id": number,
        "surname": surname,
        "name": name,
        "patronymic": "Иванович",
        "folded": fold_name(f"{surname} {name} Иванович"),
        "birth_date": date(2015, 1, 1) + timedelta(days=number % 3000),
    }


def _enrolment(number: int, chance: random.Random) -> dict[str, Any]:
    return {
        "id": number,
        "run_id": _run_of(number),
        "account_id": number,
        "person_id": number,
        "row": number % 5_000,
        "tr": number % 5_000,
        "col": 1,
        "role": Role.MAIN,
        "organisation_id": chance.randint(1, ORGANISATIONS),
        "classes": ["4а"],
        "attached": False,
        "departure_known": True,
        "doubtful": False,
        "incomplete": False,
        "enrolled": date(2024, 9, 1),
    }


def _group(number: int, chance: random.Random) -> dict[str, Any]:
    return {
        "id": number,
        "key": f"{number:016x}",
        "run_id": _run_of(2 * number),
        "first_seen": _SEEN + timedelta(days=number % 400),
        "last_seen": _SEEN + timedelta(days=number % 400),
        "state": chance.choice(tuple(State)),
        "version": 1,
        "verdict": Verdict.SAME,
        "bits": 30.0,
        "overlap_days": chance.randint(0, 300),
        "risk": chance.choice(tuple(Risk)),
        "confidence": Confidence.HIGH,
        "cause": chance.choice(tuple(Cause)),
        "advice": Advice.DELETE,
        "rule": "later-enrolment",
    }


def _members(group: int) -> Iterator[dict[str, Any]]:
    for account, advice in ((2 * group - 1, Advice.KEEP), (2 * group, Advice.DELETE)):
        yield {"group_id": group, "account_id": account, "advice": advice, "rule": "later"}


def _sighting(group: int) -> dict[str, Any]:
    return {"run_id": _run_of(2 * group), "group_id": group, "change": Change.NEW}


def _entry(group: int) -> dict[str, Any]:
    return {
        "at": _SEEN,
        "event": Event.FOUND,
        "user": "clerk",
        "group_id": group,
        "run_id": _run_of(2 * group),
        "state_after": State.FOUND,
    }
