"""What a card or a list says of people, as far as it is kept; never the page itself.

Nothing is taken of documents, health or passwords.
"""

from collections.abc import Iterable
from datetime import date, datetime

from msgspec import Struct

from sverka.ledger.search_keys import compared_address
from sverka.matching.family import Relative
from sverka.pages.records import Card, Links
from sverka.pages.vocabulary import CardField, LinkState
from sverka.people.accounts import PARENT_PREFIX, AccountNumber
from sverka.people.contacts import phone_key
from sverka.people.names import PersonName
from sverka.seen import ListedPerson


class CardSaid(Struct, frozen=True):
    """What only a card tells. `all_linked`: those linked to its owner are all among `linked`."""

    links: LinkState
    linked: tuple[AccountNumber, ...]
    all_linked: bool
    findings: int
    snils: str | None
    phone: str | None
    address: str | None


class SeenPerson(Struct, frozen=True, kw_only=True):
    """Somebody as a page shows him."""

    number: AccountNumber
    name: PersonName
    birth_date: date | None
    organisation: str
    class_name: str
    status: str
    departed: bool
    card: CardSaid | None = None

    @property
    def is_parent(self) -> bool:
        return self.number.prefix == PARENT_PREFIX


class PeopleSeen(Struct, frozen=True):
    """The people of one page, with where and when."""

    installation: str | None
    captured_at: datetime
    people: tuple[SeenPerson, ...]


def person_of_card(
    card: Card, person: Relative, number: AccountNumber, findings: int
) -> SeenPerson:
    """The owner of a card; `findings` of it ask for something."""
    return SeenPerson(
        number=number,
        name=person.name,
        birth_date=person.birth_date,
        organisation=person.organisation,
        class_name=card.fields.get(CardField.CLASS, "").strip(),
        status=card.fields.get(CardField.STATUS, "").strip(),
        departed=person.departed,
        card=_said(card.links, person, findings),
    )


def _said(links: Links, person: Relative, findings: int) -> CardSaid:
    numbers = [one.number for one in links.people]
    return CardSaid(
        links=links.state,
        linked=tuple(number for number in numbers if number),
        all_linked=links.state is not LinkState.UNREAD and links.complete and all(numbers),
        findings=findings,
        snils=person.snils,
        phone=phone_key(person.phone),
        address=compared_address(person.address),
    )


def people_of_list(people: Iterable[ListedPerson]) -> tuple[SeenPerson, ...]:
    """Those rows of a list that name a number, each account once."""
    numbered = {one.number: one for one in people if one.number}
    return tuple(
        SeenPerson(
            number=number,
            name=one.name,
            birth_date=one.birth_date,
            organisation=one.organisation,
            class_name=one.class_name,
            status=one.status,
            departed=one.departed,
        )
        for number, one in numbered.items()
    )
