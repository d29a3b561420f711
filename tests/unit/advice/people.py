"""Accounts of one child in a few words, and the way from them to the advice."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sverka.advice.advise import GroupAdvice, RiskDays, advise
from sverka.advice.facts import PairFacts, pair_facts
from sverka.advice.steps import Terms
from sverka.advice.vocabulary import Advice, Cause, Confidence
from sverka.known import KnownGroup
from sverka.matching.groups import Group
from sverka.pages.records import NO_PAPERS, Mention, Papers
from sverka.pages.vocabulary import EntryWay
from sverka.people.names import Sex
from tests.unit.matching.people import BORN, IVANOV, grouped, line, linked, side_by_side, stay

TODAY = date(2025, 9, 30)
TERMS = Terms.counted_from(TODAY, depart_days=3, delete_days=5)
RISK_DAYS = RiskDays(watch=30, high=90)
NOTHING_KNOWN = KnownGroup()

SCHOOL, OTHER_SCHOOL, THIRD_SCHOOL = "МБОУ СОШ № 1", "МБОУ СОШ № 2", "МАОУ лицей № 4"
KINDERGARTEN = "МБДОУ детский сад № 11"
ADDITIONAL, OTHER_ADDITIONAL = "МБУ ДО «Дом детского творчества»", "ДЮСШ № 1"
COLLEGE = "Заречный колледж"
EARLY, LATE = "2024-09-02", "2025-09-05"
PAPERS = Papers(snils="112-233-445 95", certificate="IV-АИ № 123456")
QUICK, IMPORT, ORDER = EntryWay.QUICK, EntryWay.IMPORT, EntryWay.ORDER

Overlaps = tuple[tuple[int, int, str | None, str | None], ...]
#: Two lines of which the first is linked to the second by the report itself.
LINKED: Overlaps = ((0, 1, "2025-09-05", "2025-09-30"),)


def account(
    number: str | None,
    place: str | None = SCHOOL,
    enrolled: str | None = EARLY,
    departed: str | None = None,
    class_: str = "4а",
    *,
    entry: EntryWay | None = None,
    departure_known: bool = True,
    doubtful: bool = False,
    attached: bool = False,
    left: bool = False,
    papers: Papers = NO_PAPERS,
    name: str | None = IVANOV,
    born: str | None = BORN,
    sex: Sex | None = None,
) -> Mention:
    """The line of one account: who has it, where, since when, how it was entered."""
    stayed = stay(
        place,
        enrolled,
        departed,
        class_,
        entry=entry,
        departure_known=departure_known,
        doubtful=doubtful,
        attached=attached,
        left=left,
    )
    return line(number, stayed, name=name, born=born, sex=sex, papers=papers)


def clone(number: str, place: str, *, left: bool = False, **told: Any) -> Mention:
    """A line of the registry of clones: no dates, no class, but papers."""
    facts: dict[str, Any] = {"papers": PAPERS} | told
    return account(number, place, None, class_="", departure_known=False, left=left, **facts)


def group_of(*lines: Mention, overlaps: Overlaps = (), registry: bool = False) -> Group:
    """The one group these lines make, in a report or in the registry of clones."""
    if registry:
        (group,) = side_by_side(*lines)
    else:
        (group,) = linked(lines, *overlaps) if overlaps else grouped(*lines)
    return group


def advised(
    *lines: Mention,
    overlaps: Overlaps = (),
    known: KnownGroup = NOTHING_KNOWN,
    registry: bool = False,
) -> GroupAdvice:
    """The advice for the one group these lines make."""
    group = group_of(*lines, overlaps=overlaps, registry=registry)
    return advise(group, TERMS, RISK_DAYS, known)


def facts_of(*lines: Mention, overlaps: Overlaps = ()) -> PairFacts:
    """What the rules are asked about two accounts."""
    (pair,) = group_of(*lines, overlaps=overlaps).pairs
    return pair_facts(pair)


@dataclass(frozen=True, slots=True)
class Expected:
    """What is to be advised; `advice` of each account in turn, or the same for all."""

    rule: str
    reason: str
    advice: tuple[Advice, ...]
    cause: Cause
    confidence: Confidence = Confidence.MEDIUM


@dataclass(frozen=True, slots=True)
class Case:
    """The lines of a report and what is to be advised on them."""

    expected: Expected
    title: str
    lines: tuple[Mention, ...]
    overlaps: Overlaps = ()
    registry: bool = False


def case(
    expected: Expected,
    title: str,
    *lines: Mention,
    overlaps: Overlaps = (),
    registry: bool = False,
) -> Case:
    return Case(expected, title, lines, overlaps, registry)
