"""Finds accounts by what people call them: a number as on the page, or a key."""

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from sverka.ledger.tables import Account, Group, Member, Person
from sverka.people.accounts import AccountNumber


def accounts_called(session: Session, called: str) -> Sequence[Account]:
    """The accounts with this number or key, or of the person with this key."""
    called = called.strip()
    number = AccountNumber.read(called)
    owned = select(Person.account_id).where(Person.key == called)
    names = [Account.key == called, Account.id.in_(owned)]
    if number:
        names.append(Account.number == str(number))
    return session.scalars(select(Account).where(or_(*names))).all()


def member_key(session: Session, group: Group, called: str) -> str:
    """The key of the group's account of that name; what no account bears is left as it is."""
    members = set(session.scalars(select(Member.account_id).where(Member.group_id == group.id)))
    found = (account.key for account in accounts_called(session, called) if account.id in members)
    return next(found, called)
