"""Movements of accounts in a few words, and the advice that rests on them."""

from collections.abc import Mapping
from datetime import date

from sverka.advice.advise import GroupAdvice, advise
from sverka.advice.histories import with_movement
from sverka.known import KnownGroup, Past
from sverka.pages.records import History, Mention, MovementDocument
from sverka.pages.vocabulary import Destination, LinkState, MovementKind
from tests.unit.advice.people import EARLY, KINDERGARTEN, RISK_DAYS, SCHOOL, TERMS, TODAY, group_of
from tests.unit.matching.people import KEYS

Links = Mapping[int, LinkState]
NO_LINKS: Links = {}
FRESH: frozenset[int] = frozenset()


def document(
    kind: MovementKind,
    day: str | None,
    place: str = SCHOOL,
    class_: str = "4а",
    destination: Destination | None = None,
) -> MovementDocument:
    """One document of an organisation."""
    when = date.fromisoformat(day) if day else None
    return MovementDocument(kind, "1-у", when, place, (place, class_), (), "", destination)


def enrolled(day: str | None = EARLY, place: str = SCHOOL) -> MovementDocument:
    return document(MovementKind.ENROLMENT, day, place)


def departed(day: str, place: str = SCHOOL) -> MovementDocument:
    return document(MovementKind.DEPARTURE, day, place)


#: Some years in another organisation before the present one.
BEFORE = (
    enrolled("2018-09-03", KINDERGARTEN),
    departed("2022-05-31", KINDERGARTEN),
)


def key(number: int) -> str:
    return f"{KEYS.installation}:s{number}"


def past_of(
    histories: dict[int, History], links: Links = NO_LINKS, stale: frozenset[int] = FRESH
) -> Past:
    """What was read of the accounts of these numbers, of those of `stale` long ago."""
    return Past(
        {key(number): history for number, history in histories.items()},
        {key(number): state for number, state in links.items()},
        stale=frozenset(map(key, stale)),
    )


def advised_with(
    lines: tuple[Mention, ...],
    histories: dict[int, History],
    links: Links = NO_LINKS,
    stale: frozenset[int] = FRESH,
) -> GroupAdvice:
    """The advice for the one group these lines make, once so much was read."""
    past = past_of(histories, links, stale)
    group = with_movement(group_of(*lines), past.histories, TODAY)
    return advise(group, TERMS, RISK_DAYS, KnownGroup(past=past))
