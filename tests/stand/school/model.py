"""What the school is made of: cards as they were typed, households, and the right findings."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """Whose card it is."""

    PUPIL = "pupil"
    PARENT = "parent"


class Status(StrEnum):
    """«Текущий статус» of a pupil, as СГО prints it."""

    ACTIVE = "Обучается"
    DEPARTED = "Выбыл"


class Field(StrEnum):
    """What a card holds; the values are the keys of `captions.toml`."""

    SURNAME = "surname"
    NAME = "name"
    PATRONYMIC = "patronymic"
    BIRTH_DATE = "birth_date"
    SEX = "sex"
    CITIZENSHIP = "citizenship"
    DISPLAY_NAME = "display_name"
    LOGIN = "login"
    CLASS = "class"
    STATUS = "status"
    PARENTS = "parents"
    CHILDREN = "children"
    DOCUMENT = "document"
    DOCUMENT_TYPE = "document_type"
    DOCUMENT_SERIES = "document_series"
    DOCUMENT_NUMBER = "document_number"
    ISSUED_ON = "issued_on"
    SNILS = "snils"
    BIRTH_PLACE = "birth_place"
    ADDRESS_REGISTERED = "address_registered"
    ADDRESS_ACTUAL = "address_actual"
    PHONE = "phone"
    HEALTH = "health"


@dataclass(frozen=True, slots=True)
class Card:
    """One account: its fields as somebody typed them and the accounts it is linked to."""

    number: int
    role: Role
    values: Mapping[Field, str]
    links: tuple[int, ...] = ()
    no_patronymic: bool = False

    @property
    def full_name(self) -> str:
        """Surname, name and patronymic as a list prints them."""
        parts = (Field.SURNAME, Field.NAME, Field.PATRONYMIC)
        return " ".join(self.values[part] for part in parts if self.values[part])


@dataclass(frozen=True, slots=True)
class Finding:
    """What is right to say beside one field.

    With `family` it can be known only where the cards of the household were all seen before.
    """

    rule: str
    field: Field
    family: bool = False
    proposed: str | None = None
    candidates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Household:
    """The cards of one story, with the findings of those that have any.

    `doubles` are two accounts of one pupil each.
    """

    cards: tuple[Card, ...]
    truth: Mapping[int, tuple[Finding, ...]]
    doubles: tuple[tuple[int, int], ...] = ()

    def card(self, number: int) -> Card:
        """The card of that account."""
        return next(card for card in self.cards if card.number == number)
