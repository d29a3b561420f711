"""The people of a household: filled cards of a pupil, the mother and the father."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tests.stand.cast import Cast, names
from tests.stand.model import Child, Sex
from tests.stand.school.model import Card, Field, Role, Status
from tests.stand.table import full_date

NUMBERS_PER_HOUSEHOLD = 20
#: The school's people are others than those of the reports, who are cast from 0 on.
FIRST_CAST = 100_000
CERTIFICATE = "Свидетельство о рождении РФ"
PASSPORT = "Паспорт гражданина РФ"
CITIZENSHIP = "РФ"


@dataclass(frozen=True, slots=True)
class Relatives:
    """Makes the cards of one household; `order` tells its accounts apart."""

    cast: Cast

    def number(self, order: int) -> int:
        """The household's account number of that order."""
        return self.cast.index * NUMBERS_PER_HOUSEHOLD + order

    def pupil(self, order: int = 1, born: int = 2015) -> Card:
        """A pupil with everything filled and right, linked to nobody."""
        child = self.cast.child(born)
        if order > 1:
            child = self._sibling(child, order)
        number = self.number(order)
        values = {
            Field.BIRTH_DATE: full_date(child.birth),
            Field.CLASS: f"{min(11, 2026 - born - 6)}а",
            Field.STATUS: Status.ACTIVE,
            Field.DOCUMENT_TYPE: CERTIFICATE,
            Field.DOCUMENT_SERIES: "I-ФС",
            Field.ISSUED_ON: full_date(date(child.birth.year, 12, 31)),
            Field.BIRTH_PLACE: self.cast.pick("settlements"),
            Field.HEALTH: "II группа",
        }
        return Card(number, Role.PUPIL, self._common(number, child, "у") | values)

    def mother(self, order: int = 11, born: int = 1985) -> Card:
        """The mother, with everything filled and right, linked to nobody."""
        surname = self.cast.pick("surnames") + "а"
        name = f"{surname} {self.cast.pick('mothers')} {self.cast.pick('fathers')}вна"
        return self._parent(order, Child(name, Sex.FEMALE, self._birthday(born)), "м")

    def father(self, order: int = 12, born: int = 1983) -> Card:
        """The father, whose first name the children's patronymic comes from."""
        name = f"{self.cast.pick('surnames')} {self.cast.pick('father_names')} Петрович"
        return self._parent(order, Child(name, Sex.MALE, self._birthday(born)), "п")

    def _parent(self, order: int, person: Child, login: str) -> Card:
        number = self.number(order)
        issued = max(2015, person.birth.year + 20)
        values = {
            Field.BIRTH_DATE: full_date(person.birth),
            Field.DOCUMENT_TYPE: PASSPORT,
            Field.DOCUMENT_SERIES: f"64 {issued % 100:02}",
            Field.ISSUED_ON: full_date(date(issued, 5, 20)),
        }
        return Card(number, Role.PARENT, self._common(number, person, login) | values)

    def _common(self, number: int, person: Child, login: str) -> dict[Field, str]:
        surname, name, patronymic = person.name.split()
        address = f"{self.cast.pick('settlements')}, ул. Садовая, д. {self.cast.index % 90 + 1}"
        return {
            Field.SURNAME: surname,
            Field.NAME: name,
            Field.PATRONYMIC: patronymic,
            Field.SEX: person.sex,
            Field.CITIZENSHIP: CITIZENSHIP,
            Field.DISPLAY_NAME: f"{surname} {name}",
            Field.LOGIN: f"{login}{surname}{name[0]}{number % 100_000}",
            Field.DOCUMENT_NUMBER: f"{number % 1_000_000:06}",
            Field.SNILS: snils(number),
            Field.ADDRESS_REGISTERED: address,
            Field.ADDRESS_ACTUAL: address,
            Field.PHONE: f"+7 (000) {self.cast.index % 900 + 100}-{number % 100:02}-00",
        }

    def _sibling(self, child: Child, order: int) -> Child:
        surname, _, patronymic = child.name.split()
        given: list[str] = names()["boys" if child.sex is Sex.MALE else "girls"]
        name = given[(self.cast.index + order) % len(given)]
        return replace(child, name=f"{surname} {name} {patronymic}")

    def _birthday(self, year: int) -> date:
        return date(year, self.cast.index % 12 + 1, self.cast.index % 28 + 1)


def snils(n: int) -> str:
    """A well-formed number: weights from 1 at its end, the sum modulo 101, 100 is 00."""
    digits = f"{112_000_000 + n}"
    control = sum(
        weight * int(digit) for weight, digit in zip(range(9, 0, -1), digits, strict=True)
    )
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]} {control % 101 % 100:02}"


def with_values(card: Card, values: Mapping[Field, str]) -> Card:
    """The same card with other words in some fields."""
    return replace(card, values={**card.values, **values})


def link(parent: Card, *children: Card) -> tuple[Card, ...]:
    """The parent and the children, linked to each other."""
    linked = replace(parent, links=parent.links + tuple(child.number for child in children))
    return linked, *(replace(child, links=(*child.links, parent.number)) for child in children)
