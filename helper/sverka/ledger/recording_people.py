"""Tells in tables what a card or a list said of people: who they are, by what they are found again,
and whom their cards link them to.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Delete, delete, exists, select
from sqlalchemy.orm import Session

from sverka.ledger.bulk import add, add_or_replace
from sverka.ledger.identify import among
from sverka.ledger.naming import organisation_numbers, people_numbers, told_of
from sverka.ledger.relatives import relatives
from sverka.ledger.search_keys import SearchKeys
from sverka.ledger.seen_people import CardSaid, PeopleSeen, SeenPerson
from sverka.ledger.tables import (
    Account,
    Arrival,
    Enrolment,
    Kinship,
    Organisation,
    Person,
    Profile,
    SearchKey,
)
from sverka.people.accounts import AccountKeys, AccountNumber
from sverka.people.names import PersonName

#: What lists tell, too; a list leaves what only a card has told.
_LISTED = ("person_id", "organisation_id", "class_name", "status", "departed", "user")
_OF_CARD = ("snils", "phone", "address", "links", "findings", "card_seen_at")

_People = Mapping[int, SeenPerson]


def record_people(session: Session, seen: PeopleSeen, arrival: Arrival, secret: bytes) -> None:
    """Everything that the page says of people; what a list does not tell stays as it was."""
    keys = AccountKeys(seen.installation, secret)
    numbers = _accounts(session, seen, arrival.received_at, keys)
    people = _completed(session, {numbers[one.number]: one for one in seen.people})
    _record_profiles(session, people, seen.captured_at, arrival.user)
    _record_search_keys(session, people, keys)
    _record_links(session, people, numbers, seen.captured_at)


def _accounts(
    session: Session, seen: PeopleSeen, at: datetime, keys: AccountKeys
) -> Mapping[AccountNumber, int]:
    """The accounts of these people and of whom their cards name, by their numbers."""
    linked = (number for one in seen.people if one.card for number in one.card.linked)
    named = {keys.strong(n): n for n in (*(one.number for one in seen.people), *linked)}
    rows = [
        {"key": key, "number": str(number), "weak": False, "seen_at": at}
        for key, number in named.items()
    ]
    add_or_replace(session, Account, rows, "seen_at")
    query = select(Account.key, Account.id).where(among(Account.key, named))
    return {named[key]: number for key, number in session.execute(query)}


def _completed(session: Session, people: _People) -> _People:
    """A row of a list with what was known of its person and the list does not show."""
    listed = [account for account, one in people.items() if one.card is None]
    query = (
        select(Profile, Person, Organisation.name)
        .join(Person, Person.id == Profile.person_id)
        .outerjoin(Organisation, Organisation.id == Profile.organisation_id)
        .where(among(Profile.account_id, listed))
    )
    known = {
        profile.account_id: _with_known(people[profile.account_id], profile, person, organisation)
        for profile, person, organisation in session.execute(query)
    }
    return {**people, **known}


def _with_known(
    one: SeenPerson, profile: Profile, person: Person, organisation: str | None
) -> SeenPerson:
    name = PersonName(person.surname or "", person.name or "", person.patronymic or "")
    return replace(
        one,
        name=one.name if one.name.is_told_in_full() else name,
        birth_date=one.birth_date or person.birth_date,
        organisation=one.organisation or organisation or "",
        class_name=one.class_name or profile.class_name or "",
        status=one.status or profile.status or "",
        departed=one.departed if one.status else profile.departed,
    )


def _record_profiles(session: Session, people: _People, at: datetime, user: str) -> None:
    persons = _persons(session, people)
    printed = {one.organisation for one in people.values() if one.organisation}
    organisations = organisation_numbers(session, printed)
    listed, of_cards = [], []
    for account, one in people.items():
        row = {
            "account_id": account,
            "person_id": persons[account],
            "organisation_id": organisations.get(one.organisation),
            "class_name": one.class_name or None,
            "status": one.status or None,
            "departed": one.departed,
            "user": user,
        }
        if one.card:
            of_cards.append(row | _of_card(one.card, at))
        else:
            listed.append(row)
    add_or_replace(session, Profile, listed, *_LISTED)
    add_or_replace(session, Profile, of_cards, *_LISTED, *_OF_CARD)
    session.execute(_forget_former_names(people))


def _persons(session: Session, people: _People) -> Mapping[int, int]:
    """The numbers of the names by those of the accounts."""
    named = {
        (account, told): one.name.folded()
        for account, one in people.items()
        if (told := told_of(one.name, one.birth_date, None))
    }
    numbers = people_numbers(session, named)
    return {account: numbers[account, told] for account, told in named}


def _forget_former_names(accounts: Iterable[int]) -> Delete:
    """What somebody was called before a correction, where no report has called him so."""
    used = exists().where(Profile.person_id == Person.id) | exists().where(
        Enrolment.person_id == Person.id
    )
    return delete(Person).where(among(Person.account_id, accounts), ~used)


def _of_card(card: CardSaid, at: datetime) -> dict[str, Any]:
    return {
        "snils": card.snils,
        "phone": card.phone,
        "address": card.address,
        "links": card.links,
        "findings": card.findings,
        "card_seen_at": at,
    }


def _record_search_keys(session: Session, people: _People, accounts: AccountKeys) -> None:
    keys = {whose: SearchKeys(accounts, of_parents=whose) for whose in (True, False)}
    session.execute(delete(SearchKey).where(among(SearchKey.account_id, people)))
    add(
        session,
        SearchKey,
        (
            {"digest": digest, "account_id": account}
            for account, person in relatives(session, people).items()
            for whose in [people[account].is_parent]
            for digest in keys[whose].found_by(person, is_parent=whose)
        ),
    )


def _record_links(
    session: Session, people: _People, numbers: Mapping[AccountNumber, int], at: datetime
) -> None:
    """What the newest card says of its owner's links takes the place of what was said before."""
    for own, one in people.items():
        if one.card is None:
            continue
        if one.card.all_linked:
            side = Kinship.parent_id if one.is_parent else Kinship.child_id
            session.execute(delete(Kinship).where(side == own))
        others = (numbers[number] for number in one.card.linked)
        rows = (_link(own, other, one.is_parent) | {"seen_at": at} for other in others)
        add_or_replace(session, Kinship, rows, "seen_at")


def _link(own: int, other: int, own_is_parent: bool) -> dict[str, Any]:
    parent, child = (own, other) if own_is_parent else (other, own)
    return {"parent_id": parent, "child_id": child}
