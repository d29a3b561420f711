"""Tells in tables what people and organisations are called; each name is written once."""

import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from sverka.ledger.bulk import add, add_missing
from sverka.ledger.identify import among
from sverka.ledger.tables import Organisation, Person
from sverka.people.names import PersonName, Sex
from sverka.people.organisations import kind_of, org_key

_PERSON_KEY_BYTES = 16
_COLUMNS = ("surname", "name", "patronymic", "birth_date", "sex")

#: What is told of a person: surname, name and patronymic as typed, birth date, sex.
Told = tuple[str | None, str | None, str | None, date | None, Sex | None]


def told_of(name: PersonName | None, birth_date: date | None, sex: Sex | None) -> Told | None:
    """What is told of a person, if anything is."""
    if name is None and birth_date is None and sex is None:
        return None
    if name is None:
        return None, None, None, birth_date, sex
    return name.surname, name.name, name.patronymic, birth_date, sex


def people_numbers(
    session: Session, named: Mapping[tuple[int, Told], str]
) -> Mapping[tuple[int, Told], int]:
    """The numbers of people by account and by what is told of them; `named` folds their names."""
    accounts = {account for account, _ in named}
    known = {identity for identity, _ in _people_of(session, accounts)}
    add(
        session,
        Person,
        (
            {
                "key": secrets.token_hex(_PERSON_KEY_BYTES),
                "account_id": account,
                "folded": folded,
                **dict(zip(_COLUMNS, told, strict=True)),
            }
            for (account, told), folded in named.items()
            if (account, told) not in known
        ),
    )
    return dict(_people_of(session, accounts))


def _people_of(session: Session, accounts: Iterable[int]) -> Iterator[tuple[tuple[int, Told], int]]:
    query = select(
        Person.account_id,
        Person.surname,
        Person.name,
        Person.patronymic,
        Person.birth_date,
        Person.sex,
        Person.id,
    ).where(among(Person.account_id, accounts))
    for account, surname, name, patronymic, birth_date, sex, number in session.execute(query):
        yield (account, (surname, name, patronymic, birth_date, sex)), number


def organisation_numbers(session: Session, names: Collection[str]) -> Mapping[str, int]:
    """The numbers of organisations by their names as printed."""
    rows = [{"name": n, "key": org_key(n), "kind": kind_of(n)} for n in sorted(names)]
    add_missing(session, Organisation, rows)
    query = select(Organisation.name, Organisation.id).where(among(Organisation.name, names))
    return dict(session.execute(query).all())
