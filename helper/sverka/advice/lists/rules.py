"""The rules for a row of a list, one function each, in the order in which they are told."""

from collections.abc import Callable, Iterator

from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.advice.lists.facts import RowFacts
from sverka.advice.lists.remark import RowRemark
from sverka.known import State
from sverka.matching.alike import Likeness
from sverka.pages.vocabulary import CardField

_ADULT = 18
_SETTLED = frozenset({State.RESOLVED, State.NOT_DUPLICATE})


def s01_pupil_without_parent(facts: RowFacts) -> Iterator[RowRemark]:
    """A pupil under age, still here, to whom nobody is linked."""
    if facts.is_pupil and facts.nobody_by and _needs_parent(facts):
        yield _link("S-01", facts.nobody_by, CardField.PARENTS)


def s02_parent_without_children(facts: RowFacts) -> Iterator[RowRemark]:
    """A parent to whom no child is linked."""
    if not facts.is_pupil and facts.nobody_by:
        yield _link("S-02", facts.nobody_by, CardField.CHILDREN)


def s03_known_double(facts: RowFacts) -> Iterator[RowRemark]:
    """An account of a group of duplicates that is not settled yet."""
    if facts.group and facts.group.state.state not in _SETTLED:
        yield RowRemark(
            rule="S-03",
            reason="group",
            advice=FindingAdvice.REVIEW,
            severity=Severity.ERROR,
            field=CardField.ACCOUNT_ID,
            names={"why": facts.group.why},
        )


def s04_alike(facts: RowFacts) -> Iterator[RowRemark]:
    """Another account with the same or nearly the same name and birth date."""
    for likeness in Likeness:
        others = tuple(other for other in facts.alike if other.likeness is likeness)
        if others:
            yield RowRemark(
                rule="S-04",
                reason=likeness.value if facts.is_pupil else f"{likeness.value}-parent",
                advice=FindingAdvice.REVIEW,
                severity=Severity.WARNING if likeness is Likeness.POSSIBLE else Severity.ERROR,
                field=CardField.ACCOUNT_ID,
                others=others,
            )


def s05_card_with_findings(facts: RowFacts) -> Iterator[RowRemark]:
    """The card, when it was last open, had something to correct."""
    if facts.card and facts.card.findings:
        yield RowRemark(
            rule="S-05",
            reason="findings",
            advice=FindingAdvice.CORRECT,
            severity=Severity.WARNING,
            field=CardField.ACCOUNT_ID,
            names={"findings": facts.card.findings, "day": facts.card.seen_at.astimezone()},
        )


def s06_not_looked_at(facts: RowFacts) -> Iterator[RowRemark]:
    """The card has not been open: what is on it is not known."""
    if facts.row.number and not facts.card:
        yield RowRemark(
            rule="S-06",
            reason="unseen",
            advice=FindingAdvice.INFO,
            severity=Severity.INFO,
            field=CardField.ACCOUNT_ID,
        )


def s07_list_and_card_differ(facts: RowFacts) -> Iterator[RowRemark]:
    """Nobody by the list, somebody by the card: which of them is right, only the card tells."""
    if facts.differs_from_card and facts.card and (not facts.is_pupil or _needs_parent(facts)):
        yield RowRemark(
            rule="S-07",
            reason="pupil" if facts.is_pupil else "parent",
            advice=FindingAdvice.REVIEW,
            severity=Severity.WARNING,
            field=CardField.PARENTS if facts.is_pupil else CardField.CHILDREN,
            names={"day": facts.card.seen_at.astimezone()},
        )


def _needs_parent(facts: RowFacts) -> bool:
    """Whether a pupil is under age and still here."""
    return not facts.departed and (facts.age is None or facts.age < _ADULT)


def _link(rule: str, reason: str, field: CardField) -> RowRemark:
    return RowRemark(
        rule=rule, reason=reason, advice=FindingAdvice.LINK, severity=Severity.ERROR, field=field
    )


LIST_RULES: tuple[Callable[[RowFacts], Iterator[RowRemark]], ...] = (
    s03_known_double,
    s04_alike,
    s01_pupil_without_parent,
    s02_parent_without_children,
    s07_list_and_card_differ,
    s05_card_with_findings,
    s06_not_looked_at,
)


def remarks_on(facts: RowFacts) -> Iterator[RowRemark]:
    """What every rule says of the row."""
    for rule in LIST_RULES:
        yield from rule(facts)
