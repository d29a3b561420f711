"""Who of the people seen matters for a card: found by index, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from sverka.ledger.identify import among_listed, listed
from sverka.ledger.search_keys import By, SearchKeys
from sverka.ledger.tables import Account, Kinship, Organisation, Person, Profile, SearchKey
from sverka.matching.family import Relative
from sverka.pages.records import Card
from sverka.pages.vocabulary import PageKind
from sverka.people.accounts import PARENT_PREFIX, AccountKeys, AccountNumber
from sverka.people.names import PersonName
from sverka.seen import ListedPerson, SeenFamily

#: So many are looked at who share one key: a school's own telephone is on hundreds of cards.
_MOST_OF_A_KEY = 50

_SAME_PARENT = (By.NAME_AND_BIRTH, By.NAME_AND_SNILS, By.NAME_AND_PHONE)
# Of the signs of `matching.family` no two others are enough.
_STRANGER = (By.PHONE, By.ADDRESS, By.FATHER)

_PROFILES = (
    select(Account.id, Account.key, Account.number, Profile, Person, Organisation.name)
    .join(Profile, Profile.account_id == Account.id)
    .join(Person, Person.id == Profile.person_id)
    .outerjoin(Organisation, Organisation.id == Profile.organisation_id)
    .where(among_listed(Account.id))
)
_CHILDREN_OF = (
    select(Kinship.parent_id, Account.key)
    .join(Account, Account.id == Kinship.child_id)
    .where(among_listed(Kinship.parent_id))
)
_PARENTS_OF = (
    select(Kinship.child_id, Account.key)
    .join(Account, Account.id == Kinship.parent_id)
    .where(among_listed(Kinship.child_id))
)
#: A link that the parent's card has told last: the card and the link were seen at one moment.
_NAMED_BY = (
    select(Kinship.parent_id)
    .join(Account, Account.id == Kinship.child_id)
    .join(Profile, Profile.account_id == Kinship.parent_id)
    .where(Account.key == bindparam("child"), Profile.card_seen_at == Kinship.seen_at)
)
_UNDER = select(SearchKey.account_id).where(SearchKey.digest == bindparam("digest"))


def family_of(session: Session, card: Card, person: Relative, keys: AccountKeys) -> SeenFamily:
    """The people who matter for `card`, which is that of `person`."""
    is_parent = card.kind is PageKind.PARENT_CARD
    parents, pupils = (SearchKeys(keys, of_parents=whose) for whose in (True, False))
    numbers = (one.number for one in card.links.people)
    linked = _by_key(session, [keys.strong(number) for number in numbers if number])
    children = linked if is_parent else (person,)
    others = pupils if is_parent else parents
    naming = () if is_parent else session.scalars(_NAMED_BY, {"child": person.key}).all()

    def found(digests: Iterable[bytes]) -> tuple[Relative, ...]:
        people = relatives(session, _accounts_under(session, digests)).values()
        return tuple(one for one in people if one.key != person.key)

    return SeenFamily(
        linked=linked,
        same_parent=found(parents.by(_SAME_PARENT, person, is_parent=True)) if is_parent else (),
        pupils=found(
            key for child in children for key in pupils.by([By.NAME], child, is_parent=False)
        ),
        strangers=found(others.by(_STRANGER, person, is_parent=is_parent)),
        naming=tuple(relatives(session, naming).values()) if naming else (),
    )


def born_alike(
    session: Session, people: Iterable[ListedPerson], keys: AccountKeys
) -> tuple[Relative, ...]:
    """Those seen who share birth date and surname with one of these, pupils and parents apart."""
    digests: set[bytes] = set()
    for one in people:
        if one.number:
            is_parent = one.number.prefix == PARENT_PREFIX
            person = Relative(key="", name=one.name, birth_date=one.birth_date)
            wanted = SearchKeys(keys, of_parents=is_parent)
            digests |= wanted.by([By.SURNAME_AND_BIRTH], person, is_parent=is_parent)
    return tuple(relatives(session, _accounts_under(session, digests)).values())


def pupils_born(
    session: Session, name: PersonName, born: date, keys: AccountKeys
) -> tuple[Relative, ...]:
    """The pupils of this surname, without its gender, whom cards and lists showed born that day."""
    wanted = Relative(key="", name=name, birth_date=born)
    digests = SearchKeys(keys, of_parents=False).by([By.SURNAME_AND_BIRTH], wanted, is_parent=False)
    return tuple(relatives(session, _accounts_under(session, digests)).values())


def relatives(session: Session, accounts: Iterable[int]) -> Mapping[int, Relative]:
    """Those of these accounts whose owners were seen, by the accounts' numbers in the ledger."""
    rows = session.execute(_PROFILES, {"listed": listed(accounts)}).all()
    linked = _linked(session, [account for account, *_ in rows])
    return {
        account: Relative(
            key=key,
            number=AccountNumber.read(number) if number else None,
            name=PersonName(person.surname or "", person.name or "", person.patronymic or ""),
            birth_date=person.birth_date,
            snils=profile.snils,
            phone=profile.phone or "",
            address=profile.address or "",
            organisation=organisation or "",
            departed=profile.departed,
            linked=linked[account],
        )
        for account, key, number, profile, person, organisation in rows
    }


def _by_key(session: Session, keys: Iterable[str]) -> tuple[Relative, ...]:
    query = select(Account.id).where(among_listed(Account.key))
    accounts = session.scalars(query, {"listed": listed(keys)}).all()
    return tuple(relatives(session, accounts).values())


def _accounts_under(session: Session, digests: Iterable[bytes]) -> set[int]:
    query = _UNDER.limit(_MOST_OF_A_KEY)
    return {account for digest in digests for account in session.scalars(query, {"digest": digest})}


def _linked(session: Session, accounts: Iterable[int]) -> Mapping[int, frozenset[str]]:
    """The keys of those linked to each of these accounts."""
    asked = {"listed": listed(accounts)}
    found: dict[int, set[str]] = defaultdict(set)
    for query in (_CHILDREN_OF, _PARENTS_OF):
        for account, key in session.execute(query, asked):
            found[account].add(key)
    return defaultdict(frozenset, {account: frozenset(keys) for account, keys in found.items()})
