"""Rules about the link of a pupil with the parents."""

from collections.abc import Iterator

from sverka.advice.cards.facts import CardFacts
from sverka.advice.cards.remark import Remark, doubt, error, hint
from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.matching.family import Candidate, Relative, likely_children, likely_parents
from sverka.pages.vocabulary import CardField, LinkState
from sverka.people.accounts import number_in
from sverka.people.contacts import phone_key
from sverka.people.dates import PARENT_MINIMUM_AGE, age_on
from sverka.people.organisations import OrgKind, kind_of, may_be_one
from sverka.people.snils import SnilsProblem, read_snils

_ADULT = 18
_OLDEST_PARENT = 65
_LOGIN_BY_LINK = {
    LinkState.LINKED: "linked",
    LinkState.NOBODY: "nobody",
    LinkState.UNREAD: "unread",
}
#: Who may have enrolled a child before additional education did.
_ENROL_FIRST = frozenset({OrgKind.SCHOOL, OrgKind.KINDERGARTEN})


def l01_pupil_without_parent(facts: CardFacts) -> Iterator[Remark]:
    """A pupil under age to whom nobody is linked; a parent's card may say that somebody is."""
    grown = facts.age is not None and facts.age >= _ADULT
    if not facts.is_pupil or grown or facts.card.departed or not _links_nobody(facts):
        return
    if facts.family.naming:
        yield _review("L-01", "named", CardField.PARENTS, list(facts.family.naming))
        return
    likely = likely_parents(facts.person, facts.family.strangers)
    yield _missing("L-01", "found" if likely else "none", CardField.PARENTS, likely)


def l02_parent_without_children(facts: CardFacts) -> Iterator[Remark]:
    """A parent to whom no child is linked; perhaps the children are linked to another card."""
    if facts.is_pupil or not _links_nobody(facts):
        return
    doubles = [other for other in _same_parent(facts) if other.linked]
    if doubles:
        yield _review("L-02", "doubled", CardField.CHILDREN, doubles)
        return
    likely = likely_children(facts.person, facts.family.strangers)
    yield _missing("L-02", "found" if likely else "none", CardField.CHILDREN, likely)


def l03_only_departed_children(facts: CardFacts) -> Iterator[Remark]:
    """A parent all of whose children have departed; it takes having seen every one of them."""
    children = _linked(facts)
    departed = children and all(one.departed for one in children)
    if not facts.is_pupil and departed and _saw_all_linked(facts):
        yield _review("L-03", "departed", CardField.CHILDREN)


def l04_two_cards_of_one_parent(facts: CardFacts) -> Iterator[Remark]:
    """A parent with two cards, as when a second one was made for the second child."""
    if facts.is_pupil or facts.card.links.state is not LinkState.LINKED:
        return
    for other in _same_parent(facts):
        if _has_other_children(facts, other) and not _born_apart(facts.person, other):
            yield _merge(facts, other)
        else:
            yield _review("L-04", "same-children", CardField.CHILDREN, [other])


def l05_parent_without_snils(facts: CardFacts) -> Iterator[Remark]:
    """A parent whose СНИЛС is missing or wrong cannot enter through Госуслуги."""
    if facts.is_pupil or not facts.shows(CardField.SNILS):
        return
    written = facts.value(CardField.SNILS)
    read = read_snils(written)
    if not written:
        yield doubt("L-05", "empty", CardField.SNILS)
    elif read.problem and read.problem is not SnilsProblem.UNCHECKED:
        yield error("L-05", "wrong", CardField.SNILS)


def l06_credentials(facts: CardFacts) -> Iterator[Remark]:
    """In additional education: who may give the parent the login, and whether the link is there.

    It is the organisation that enrolled the child first, not the one that chose it from a list.
    """
    if facts.is_pupil or not facts.in_additional_education:
        return
    studying = [one for one in _linked(facts) if not one.departed]
    elsewhere = [one for one in studying if kind_of(one.organisation) in _ENROL_FIRST]
    if elsewhere:
        reason = "elsewhere"
    elif _saw_all_linked(facts) and _all_are_of_this_place(facts):
        reason = "own"
    else:
        reason = _LOGIN_BY_LINK[facts.card.links.state]
    advice = FindingAdvice.INFO if reason == "own" else FindingAdvice.REFUSE
    yield Remark(
        rule="L-06",
        reason=reason,
        advice=advice,
        severity=Severity.INFO,
        field=CardField.LOGIN if facts.shows(CardField.LOGIN) else CardField.CHILDREN,
        names={"organisations": ", ".join(dict.fromkeys(one.organisation for one in elsewhere))},
        candidates=tuple(Candidate(child, ()) for child in elsewhere),
    )


def l07_ages_apart(facts: CardFacts) -> Iterator[Remark]:
    """Parent and child whose ages do not go together."""
    for relative in _linked(facts):
        child, parent = (facts.person, relative) if facts.is_pupil else (relative, facts.person)
        if child.birth_date is None or parent.birth_date is None:
            continue
        years = age_on(parent.birth_date, child.birth_date)
        if years < 0:
            yield error("L-07", "older", CardField.BIRTH_DATE, name=relative.name.full)
        elif years < PARENT_MINIMUM_AGE:
            yield error("L-07", "young", CardField.BIRTH_DATE, name=relative.name.full, years=years)
        elif years > _OLDEST_PARENT:
            yield hint("L-07", "old", CardField.BIRTH_DATE, name=relative.name.full, years=years)


def l08_shared_snils(facts: CardFacts) -> Iterator[Remark]:
    """One СНИЛС on the cards of parent and child."""
    for relative in _linked(facts):
        if facts.person.snils and facts.person.snils == relative.snils:
            yield error("L-08", "shared", CardField.SNILS, name=relative.name.full)


def l09_namesake(facts: CardFacts) -> Iterator[Remark]:
    """A link to a child who has a namesake: the other one may be meant."""
    children = [facts.person] if facts.is_pupil else _linked(facts)
    if facts.card.links.state is not LinkState.LINKED:
        return
    for child in children:
        namesakes = [other for other in facts.family.pupils if _is_namesake(child, other)]
        if namesakes:
            yield Remark(
                rule="L-09",
                reason="namesake",
                advice=FindingAdvice.UNDECIDED,
                severity=Severity.WARNING,
                field=CardField.PARENTS if facts.is_pupil else CardField.CHILDREN,
                names={"name": child.name.full},
                candidates=tuple(Candidate(other, ()) for other in namesakes),
            )


def _missing(rule: str, reason: str, field: CardField, likely: tuple[Candidate, ...]) -> Remark:
    return Remark(
        rule=rule,
        reason=reason,
        advice=FindingAdvice.LINK,
        severity=Severity.ERROR,
        field=field,
        candidates=likely,
    )


def _review(
    rule: str, reason: str, field: CardField, others: list[Relative] | None = None
) -> Remark:
    return Remark(
        rule=rule,
        reason=reason,
        advice=FindingAdvice.REVIEW,
        severity=Severity.WARNING,
        field=field,
        candidates=tuple(Candidate(other, ()) for other in others or ()),
    )


def _merge(facts: CardFacts, other: Relative) -> Remark:
    """The card that was created first, that with the lower number, takes all the children."""
    own, others = facts.person.number, other.number
    reason = "order-unknown"
    if own and others:
        reason = "keep-this" if own < others else "keep-other"
    return Remark(
        rule="L-04",
        reason=reason,
        advice=FindingAdvice.MERGE_CARDS,
        severity=Severity.WARNING,
        field=CardField.CHILDREN,
        candidates=(Candidate(other, ()),),
    )


def _links_nobody(facts: CardFacts) -> bool:
    return facts.card.links.state is LinkState.NOBODY


def _linked(facts: CardFacts) -> list[Relative]:
    """Those linked people who were seen."""
    numbers = {person.number for person in facts.card.links.people if person.number}
    return [one for one in facts.family.linked if one.number in numbers]


def _all_are_of_this_place(facts: CardFacts) -> bool:
    """Whether the children study where the parent's card is kept, in additional education."""
    own = facts.person.organisation
    children = _linked(facts)
    if not children or kind_of(own) is not OrgKind.ADDITIONAL:
        return False
    return all(may_be_one(own, one.organisation) and not one.departed for one in children)


def _saw_all_linked(facts: CardFacts) -> bool:
    links = facts.card.links
    return links.complete and len(_linked(facts)) == len(links.people)


def _same_parent(facts: CardFacts) -> list[Relative]:
    """Other cards of this parent; where this one's number is unread, a card with other children."""
    return [
        other
        for other in facts.family.same_parent
        if _is_same_parent(facts.person, other)
        and (facts.person.number or _has_other_children(facts, other))
    ]


def _has_other_children(facts: CardFacts, other: Relative) -> bool:
    """Whether both cards name children and none in common; the numbers of the links tell."""
    own = {str(person.number) for person in facts.card.links.people if person.number}
    theirs = set(map(number_in, other.linked))
    return bool(own and theirs) and own.isdisjoint(theirs)


def _is_same_parent(one: Relative, other: Relative) -> bool:
    """One name, and the СНИЛС or another thing that two people do not share by chance.

    One phone may be the family's: mother and grandmother of one name differ in the birth date.
    """
    if one.key == other.key or one.name.folded() != other.name.folded():
        return False
    if one.snils and other.snils:
        return one.snils == other.snils
    if one.birth_date and other.birth_date:
        return one.birth_date == other.birth_date
    phone = phone_key(one.phone)
    return bool(phone) and phone == phone_key(other.phone)


def _born_apart(one: Relative, other: Relative) -> bool:
    return bool(one.birth_date and other.birth_date and one.birth_date != other.birth_date)


def _is_namesake(child: Relative, other: Relative) -> bool:
    """Another child of the same name: one born on the same day may be the child's own double."""
    if child.key == other.key or child.name.folded() != other.name.folded():
        return False
    return _born_apart(child, other)
