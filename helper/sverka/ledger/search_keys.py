"""By what people are found again: keyed hashes of their facts, so that no table tells the facts."""

import hmac
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from sverka.matching.family import Relative
from sverka.people.accounts import AccountKeys
from sverka.people.contacts import address_key, phone_key
from sverka.people.fathers import patronymics_of
from sverka.people.names import Sex, patronymic_root, surname_root

_DIGEST_BYTES = 16


class By(StrEnum):
    """What two people have in common who are found by one another."""

    PHONE = "phone"
    ADDRESS = "address"
    #: The surname without its gender, with the patronymic that the father gives.
    FATHER = "father"
    NAME = "name"
    NAME_AND_BIRTH = "name-and-birth"
    NAME_AND_SNILS = "name-and-snils"
    NAME_AND_PHONE = "name-and-phone"
    #: The surname without its gender, and the birth date.
    SURNAME_AND_BIRTH = "surname-and-birth"


class SearchKeys:
    """Makes the keys of the parents or of the pupils of one installation."""

    def __init__(self, accounts: AccountKeys, *, of_parents: bool) -> None:
        self._secret = accounts.secret
        self._whose = f"{accounts.installation}|{'parent' if of_parents else 'pupil'}"

    def found_by(self, person: Relative, *, is_parent: bool) -> frozenset[bytes]:
        """Every key under which somebody is kept."""
        return self.by(tuple(By), person, is_parent=is_parent)

    def by(self, wanted: Iterable[By], person: Relative, *, is_parent: bool) -> frozenset[bytes]:
        """The keys of those who have what is `wanted` in common with a parent or a pupil."""
        told = _told(person, is_parent)
        return frozenset(
            self._digest(by, facts) for by in wanted for facts in told[by] if all(facts)
        )

    def _digest(self, by: By, facts: Iterable[object]) -> bytes:
        words = "|".join((self._whose, by, *map(str, facts)))
        return hmac.digest(self._secret, words.encode(), "sha256")[:_DIGEST_BYTES]


def compared_address(written: str) -> str | None:
    """An address in the form in which it is compared; to compare that form again is the same."""
    words = address_key(written)
    return " ".join(sorted(words)) if words else None


def _told(person: Relative, is_parent: bool) -> Mapping[By, Sequence[tuple[object, ...]]]:
    """What could be in common; facts of which one is missing are in common with nobody."""
    name, phone = person.name.identity(), phone_key(person.phone)
    surname = surname_root(person.name.surname)
    return {
        By.PHONE: [(phone,)],
        By.ADDRESS: [(compared_address(person.address),)],
        By.FATHER: [(surname, patronymic) for patronymic in _patronymics(person, is_parent)],
        By.NAME: [(name,)],
        By.NAME_AND_BIRTH: [(name, person.birth_date)],
        By.NAME_AND_SNILS: [(name, person.snils)],
        By.NAME_AND_PHONE: [(name, phone)],
        By.SURNAME_AND_BIRTH: [(surname, person.birth_date)],
    }


def _patronymics(person: Relative, is_parent: bool) -> Iterable[str]:
    """A pupil's own, or those that the children of a man bear."""
    if not is_parent:
        return (patronymic_root(person.name.patronymic),)
    return patronymics_of(person.name.name) if person.name.sex() is Sex.MALE else ()
