"""Cards in a few words, and the way from them to what is said of them."""

from datetime import date

from msgspec.structs import replace

from sverka.advice.cards.facts import facts_of
from sverka.advice.cards.findings import findings_of
from sverka.advice.cards.remark import Remark
from sverka.matching.family import Relative
from sverka.pages.records import Card, Document, Filled, LinkedPerson, Links
from sverka.pages.vocabulary import CardField, DocumentKind, LinkState, PageKind
from sverka.people.accounts import AccountNumber
from sverka.people.names import PersonName
from sverka.seen import NOBODY_SEEN, SeenFamily

TODAY = date(2025, 9, 30)
NOBODY, UNREAD = Links(LinkState.NOBODY), Links(LinkState.UNREAD)
CERTIFICATE = Document(DocumentKind.CERTIFICATE, "IV-АИ № 123456", "20.05.2015")
PASSPORT = Document(DocumentKind.PASSPORT, "64 15 № 123456", "20.05.2015")
PUPIL = {
    CardField.SURNAME: "Петрова",
    CardField.NAME: "Анна",
    CardField.PATRONYMIC: "Сергеевна",
    CardField.BIRTH_DATE: "07.05.2015",
    CardField.BIRTH_PLACE: "г. Томари",
    CardField.SEX: "Женский",
    CardField.SNILS: "112-233-445 95",
    CardField.CITIZENSHIP: "РФ",
    CardField.ADDRESS_REGISTERED: "г. Томари, ул. Ленина, д. 5",
    CardField.ADDRESS_ACTUAL: "г. Томари, ул. Ленина, д. 5",
    CardField.DISPLAY_NAME: "Петрова Анна",
    CardField.LOGIN: "петроваа",
    CardField.PHONE: "+7 914 123-45-67",
}
PARENT = PUPIL | {
    CardField.NAME: "Ольга",
    CardField.PATRONYMIC: "Ивановна",
    CardField.BIRTH_DATE: "7.05.85",
    CardField.SNILS: "087-654-303 00",
}
CHILD_NUMBER, PARENT_NUMBER = 5, 7


def linked_to(prefix: str, *numbers: int) -> Links:
    people = tuple(LinkedPerson("Петрова", AccountNumber(prefix, n)) for n in numbers)
    return Links(LinkState.LINKED, people)


TO_PARENT, TO_CHILD = linked_to("r", PARENT_NUMBER), linked_to("s", CHILD_NUMBER)


def pupil(
    fields: dict[CardField, str] | None = None,
    links: Links = TO_PARENT,
    documents: tuple[Document, ...] = (CERTIFICATE,),
) -> Card:
    """The card of a pupil on which everything is right, but for what is told."""
    return Card(
        kind=PageKind.STUDENT_CARD,
        number=AccountNumber("s", CHILD_NUMBER),
        fields=PUPIL | (fields or {}),
        required=frozenset(),
        no_patronymic=False,
        documents=documents,
        links=links,
        health=Filled(),
        foreign_citizen=False,
    )


def parent(
    fields: dict[CardField, str] | None = None,
    links: Links = TO_CHILD,
    documents: tuple[Document, ...] = (PASSPORT,),
) -> Card:
    """The card of a mother on which everything is right, but for what is told."""
    return replace(
        pupil(PARENT | (fields or {}), links, documents),
        kind=PageKind.PARENT_CARD,
        number=AccountNumber("r", PARENT_NUMBER),
    )


def without(card: Card, *fields: CardField) -> Card:
    """The card without these fields on it."""
    return replace(card, fields={f: v for f, v in card.fields.items() if f not in fields})


def relative(key: str, name: str, born: date | None = None, phone: str = "") -> Relative:
    """Somebody seen on another card; the key is the number with its prefix."""
    return Relative(
        key=key,
        number=AccountNumber.read(key),
        name=PersonName.from_full(name),
        birth_date=born,
        phone=phone,
    )


def remarks(card: Card, family: SeenFamily = NOBODY_SEEN) -> tuple[Remark, ...]:
    """All that is said of a card."""
    return findings_of(facts_of(card, str(card.number or ""), TODAY, family))


def said(card: Card, family: SeenFamily = NOBODY_SEEN) -> list[tuple[str, str, str]]:
    """Rule, reason and field of all that is said of a card."""
    return [(r.rule, r.reason, r.field.value) for r in remarks(card, family)]
