"""`python -m benchmarks.cards`: cards in the browser, and among many people seen.

`--people` is how many were seen (100,000).
"""

import argparse
import random
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path

from benchmarks.card_pages import card_page_figures
from benchmarks.figures import Figure, in_turn, milliseconds, print_figures
from benchmarks.ledger_writing import new_desk
from benchmarks.person_names import Names
from sverka.ledger.actor import Actor
from sverka.ledger.seen_people import CardSaid, PeopleSeen, SeenPerson
from sverka.matching.family import Candidate, Relative, likely_parents
from sverka.pages.records import Card, Filled, Links
from sverka.pages.vocabulary import LinkState, PageKind
from sverka.people.accounts import PARENT_PREFIX, PUPIL_PREFIX, AccountNumber
from sverka.people.names import PersonName
from tests.unit.ledger.people import PLACE, key, pupil
from tests.unit.ledger.seen import Desk

RUNS = 31
ROWS = 50
CHILDREN = 40
SCHOOLS = 300
_CANDIDATES_LIMIT = 50.0
_CARD_LIMIT = 100.0
_LIST_LIMIT = 50.0
#: Of the time of comparing with everybody who is in memory already.
_OF_A_SCAN = 0.2
_AT_ONCE = 5_000
_NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def card_figures(place: Path, people: int) -> Iterator[Figure]:
    seen = list(_people(people))
    with new_desk(place) as desk:
        for start in range(0, people, _AT_ONCE):
            page = PeopleSeen(PLACE, _NOW, tuple(seen[start : start + _AT_ONCE]))
            desk.ledger.receive(page, Actor("clerk", "Chrome"))
        desk.ledger.settle()
        yield from _candidates(desk, seen)
        yield _whole_card(desk)
        yield _list(desk)


def _candidates(desk: Desk, seen: Sequence[SeenPerson]) -> Iterator[Figure]:
    """For one child after another, beside comparing with every parent."""
    parents = [_relative(one) for one in seen if one.is_parent]
    children = [_relative(one) for one in seen if not one.is_parent][:CHILDREN]
    memory = desk.memory()

    def found(child: Relative) -> tuple[Candidate, ...]:
        return likely_parents(child, memory.family(_card(child), child).strangers)

    for child in children[:3]:
        scanned = [one.points for one in likely_parents(child, parents)]
        assert [one.points for one in found(child)] == scanned
    own, scan = cycle(children), cycle(children)
    ours, peer = in_turn(
        RUNS,
        lambda: milliseconds(partial(found, next(own))),
        lambda: milliseconds(partial(likely_parents, next(scan), parents)),
    )
    yield Figure("candidates for a parent", ours, "ms", _CANDIDATES_LIMIT)
    yield Figure("the same", ours, "ms", _OF_A_SCAN, peer, "comparing with all, in memory")


def _whole_card(desk: Desk) -> Figure:
    """Read, judged with everybody seen, and kept."""
    page = pupil(2)
    (ours,) = in_turn(RUNS, lambda: milliseconds(partial(desk.open, page)))
    return Figure("a card from its HTML to the answer", ours, "ms", _CARD_LIMIT)


def _list(desk: Desk) -> Figure:
    """What a list asks of the people of its rows."""
    keys = [key(f"{PUPIL_PREFIX}{number}") for number in range(1, ROWS + 1)]
    memory = desk.memory()

    def ask() -> None:
        assert len(memory.looked_at(keys)) > 1
        memory.group_of(keys)

    (ours,) = in_turn(RUNS, partial(milliseconds, ask))
    return Figure(f"what is known of {ROWS} rows of a list", ours, "ms", _LIST_LIMIT)


def _people(count: int) -> Iterator[SeenPerson]:
    """As many pupils as parents; every household has one telephone and one address."""
    chance = random.Random(1)  # noqa: S311
    names = Names(chance)
    for household in range(1, count // 2 + 1):
        for prefix, born in ((PARENT_PREFIX, 1985), (PUPIL_PREFIX, 2015)):
            yield SeenPerson(
                number=AccountNumber(prefix, household),
                name=PersonName(*names.person(chance.choice("мж"))),
                birth_date=date(born, 1, 1) + timedelta(days=household % 2000),
                organisation=f"МБОУ СОШ № {household % SCHOOLS}",
                class_name="4а",
                status="Обучается",
                departed=False,
                card=_said(household),
            )


def _said(household: int) -> CardSaid:
    return CardSaid(
        links=LinkState.NOBODY,
        linked=(),
        all_linked=True,
        findings=1,
        snils=None,
        phone=f"9{household:09}",
        address=f"{household % 150} садовая {household // 150}",
    )


def _relative(one: SeenPerson) -> Relative:
    said = one.card
    return Relative(
        key=key(str(one.number)),
        number=one.number,
        name=one.name,
        birth_date=one.birth_date,
        phone=said.phone or "" if said else "",
        address=said.address or "" if said else "",
        organisation=one.organisation,
    )


def _card(child: Relative) -> Card:
    return Card(
        kind=PageKind.STUDENT_CARD,
        number=child.number,
        fields={},
        required=frozenset(),
        no_patronymic=False,
        documents=(),
        links=Links(LinkState.NOBODY),
        health=Filled(),
    )


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--people", type=int, default=100_000)
    asked = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = [*card_figures(Path(folder), asked.people), *card_page_figures()]
    print_figures(f"Cards among {asked.people} people seen", figures)
