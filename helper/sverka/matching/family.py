"""Who may be a pupil's missing parent, or a parent's missing child: hints, never links."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from msgspec import Struct

from sverka.people.accounts import AccountNumber
from sverka.people.contacts import address_key, phone_key
from sverka.people.dates import PARENT_MINIMUM_AGE, age_on
from sverka.people.fathers import is_patronymic_of
from sverka.people.names import PersonName, Sex, surname_root
from sverka.people.organisations import may_be_one


class Sign(StrEnum):
    """What speaks for two people being parent and child."""

    PHONE = "phone"
    SURNAME = "surname"
    FATHER = "father"
    ADDRESS = "address"
    ORGANISATION = "organisation"


#: A surname or a school alone is shared by many, so one sign is never enough.
_POINTS = {
    Sign.PHONE: 4,
    Sign.SURNAME: 3,
    Sign.FATHER: 3,
    Sign.ADDRESS: 3,
    Sign.ORGANISATION: 1,
}
_ENOUGH = 5
_MOST = 5


class Relative(Struct, frozen=True, kw_only=True):
    """A person as far as seen on cards and lists.

    `departed`: of a pupil, whether he has left. `linked`: keys of those linked to the person.
    """

    key: str
    number: AccountNumber | None = None
    name: PersonName
    birth_date: date | None = None
    snils: str | None = None
    phone: str = ""
    address: str = ""
    organisation: str = ""
    departed: bool = False
    linked: frozenset[str] = frozenset()


class Candidate(Struct, frozen=True):
    """Somebody who may be the relative looked for, and why."""

    person: Relative
    signs: tuple[Sign, ...]

    @property
    def points(self) -> int:
        return sum(_POINTS[sign] for sign in self.signs)


def likely_parents(child: Relative, people: Iterable[Relative]) -> tuple[Candidate, ...]:
    """Those of `people` who may be the child's parents, the likeliest first."""
    return _best(Candidate(one, signs(child, one)) for one in people if _old_enough(child, one))


def likely_children(parent: Relative, people: Iterable[Relative]) -> tuple[Candidate, ...]:
    """Those of `people` who may be the parent's children, the likeliest first."""
    return _best(Candidate(one, signs(one, parent)) for one in people if _old_enough(one, parent))


def signs(child: Relative, parent: Relative) -> tuple[Sign, ...]:
    """All that speaks for the two being child and parent."""
    found = {
        Sign.PHONE: _alike(phone_key(child.phone), phone_key(parent.phone)),
        Sign.SURNAME: _alike(surname_root(child.name.surname), surname_root(parent.name.surname)),
        Sign.FATHER: _is_father(child.name, parent.name),
        Sign.ADDRESS: _alike(address_key(child.address), address_key(parent.address)),
        Sign.ORGANISATION: may_be_one(child.organisation, parent.organisation),
    }
    return tuple(sign for sign, holds in found.items() if holds)


def _best(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    likely = (one for one in candidates if one.points >= _ENOUGH)
    return tuple(sorted(likely, key=lambda one: (-one.points, one.person.key))[:_MOST])


def _old_enough(child: Relative, parent: Relative) -> bool:
    """Whether the dates allow it; a missing date allows everything."""
    if child.birth_date is None or parent.birth_date is None:
        return True
    return age_on(parent.birth_date, child.birth_date) >= PARENT_MINIMUM_AGE


def _is_father(child: PersonName, parent: PersonName) -> bool:
    return parent.sex() is Sex.MALE and is_patronymic_of(child.patronymic, parent.name)


def _alike(left: object, right: object) -> bool:
    """Whether both are told and equal."""
    return bool(left) and left == right
