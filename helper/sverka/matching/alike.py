"""People of lists who may be one person: the same name and birth date, or alike by the model."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from sverka.matching.candidates import candidate_pairs
from sverka.matching.forms import Forms, forms_of
from sverka.matching.scoring import shipped_scorer
from sverka.matching.vocabulary import Verdict
from sverka.people.names import PersonName, Sex


class Person(Struct, frozen=True):
    """Somebody as a list tells of him; `key` names the account."""

    key: str
    name: PersonName
    birth_date: date
    sex: Sex | None = None


class Likeness(StrEnum):
    """IDENTICAL: equal name and birth date; the others differ in little, by the model's verdict."""

    IDENTICAL = "identical"
    NEAR = "near"
    POSSIBLE = "possible"


# Whatever the day: both are held to have been born on it.
_ONE_DAY = date(2015, 1, 1)


class AlikePair(Struct, frozen=True, gc=False):
    """Two accounts that are one person's, or perhaps are."""

    left: int
    right: int
    likeness: Likeness


_OF_VERDICT = {Verdict.SAME: Likeness.NEAR, Verdict.POSSIBLE: Likeness.POSSIBLE}


def alike_pairs(people: Sequence[Person]) -> Iterator[AlikePair]:
    """The pairs by their indices; twins and people of different sex are none."""
    forms = [forms_of(one.name, one.birth_date, one.sex, None) for one in people]
    for left, right in candidate_pairs(forms, shipped_scorer().model):
        if people[left].key == people[right].key:
            continue
        if likeness := _likeness(people[left], people[right], forms[left], forms[right]):
            yield AlikePair(left, right, likeness)


def are_of_two(one: PersonName, other: PersonName) -> bool:
    """Whether two names are two people's, even if both were born on one day; a slip is none."""
    if not (one.is_told_in_full() and other.is_told_in_full()):
        return False
    forms = (forms_of(name, _ONE_DAY, None, None) for name in (one, other))
    return shipped_scorer().score(*forms).verdict is Verdict.DIFFERENT


def _likeness(one: Person, other: Person, form: Forms, other_form: Forms) -> Likeness | None:
    sexes = {_sex(one), _sex(other)} - {None}
    if len(sexes) > 1:
        return None
    folded = one.name.identity()
    if folded and folded == other.name.identity() and one.birth_date == other.birth_date:
        return Likeness.IDENTICAL
    return _OF_VERDICT.get(shipped_scorer().score(form, other_form).verdict)


def _sex(one: Person) -> Sex | None:
    return one.sex or one.name.sex()
