"""What the rules ask of a card: its values as people's data, not as typed."""

from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from sverka.matching.family import Relative
from sverka.pages.records import Card
from sverka.pages.vocabulary import CardField, Module, PageKind
from sverka.people.blanks import is_blank
from sverka.people.dates import (
    PARENT_MINIMUM_AGE,
    DateProblem,
    DateRole,
    ReadDate,
    age_on,
    read_date,
)
from sverka.people.folding import fold_name
from sverka.people.names import PersonName
from sverka.people.organisations import OrgKind, kind_of
from sverka.people.snils import read_snils
from sverka.seen import NOBODY_SEEN, SeenFamily

_OLDEST = 110


class CardFacts(Struct, frozen=True):
    """A card with what was seen of the family; `today` is the day of the page, not of the clock.

    `module`: where the card is open, as far as the page tells.
    """

    card: Card
    today: date
    person: Relative
    birth: ReadDate
    family: SeenFamily
    module: Module | None = None

    @property
    def in_additional_education(self) -> bool:
        """Whether the card is open in the module ОДО, or says that it is of such a place."""
        own = self.person.organisation
        return self.module is Module.ODO or (bool(own) and kind_of(own) is OrgKind.ADDITIONAL)

    @property
    def is_pupil(self) -> bool:
        return self.card.kind is PageKind.STUDENT_CARD

    @property
    def born(self) -> date | None:
        """The birth date, where it is beyond doubt."""
        return None if self.birth.problem else self.birth.value

    @property
    def age(self) -> int | None:
        """Full years, where the birth date is beyond doubt."""
        return age_on(self.born, self.today) if self.born else None

    def shows(self, field: CardField) -> bool:
        """Whether the card has the field and it could be read."""
        if field is CardField.DOCUMENT:
            return bool(self.card.documents)
        return field in self.card.fields

    def value(self, field: CardField) -> str:
        """What stands in the field; empty where it says «none» in words or dashes."""
        if field is CardField.DOCUMENT:
            written = next((d.written for d in self.card.documents if d.written), "")
        else:
            written = self.card.fields.get(field, "")
        return told(written)


def told(written: str) -> str:
    """What is written; empty where a word, a dash or the mask «__.__.____» says «none»."""
    return "" if is_blank(fold_name(written)) else written


def facts_of(card: Card, key: str, today: date, family: SeenFamily = NOBODY_SEEN) -> CardFacts:
    """The facts of a card; `key` is the account's."""
    written = told(card.fields.get(CardField.BIRTH_DATE, ""))
    if card.kind is PageKind.STUDENT_CARD:
        birth = read_date(written, DateRole.PUPIL_BIRTH, today)
    else:
        birth = _parents_birth(read_date(written, DateRole.PARENT_BIRTH, today), today)
    return CardFacts(card, today, _person(card, key, birth.value), birth, family)


def _parents_birth(read: ReadDate, today: date) -> ReadDate:
    """The date with a doubt where it is a child's, or nobody's who is alive."""
    if read.value and not PARENT_MINIMUM_AGE <= age_on(read.value, today) <= _OLDEST:
        return replace(read, problem=DateProblem.OUT_OF_RANGE)
    return read


def _person(card: Card, key: str, birth: date | None) -> Relative:
    def first(*fields: CardField) -> str:
        return next(filter(None, (card.fields.get(field, "").strip() for field in fields)), "")

    return Relative(
        key=key,
        number=card.number,
        name=PersonName.from_parts(
            first(CardField.SURNAME), first(CardField.NAME), first(CardField.PATRONYMIC)
        ),
        birth_date=birth,
        snils=read_snils(first(CardField.SNILS)).value,
        phone=first(CardField.PHONE),
        address=first(CardField.ADDRESS_ACTUAL, CardField.ADDRESS_REGISTERED),
        organisation=first(CardField.ORGANISATION),
        departed=card.departed,
    )
