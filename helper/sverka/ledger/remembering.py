"""Remembers what a group looked like when somebody called it no duplicate (rule D-23)."""

import hashlib
import hmac
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from sverka.known import State
from sverka.ledger.bulk import add
from sverka.ledger.identify import among_listed, listed
from sverka.ledger.tables import Group, RememberedFact
from sverka.matching.accounts import Account
from sverka.matching.groups import Group as SeenGroup
from sverka.people.organisations import org_key

#: Named where a group has another account than it had.
ACCOUNTS = "accounts"

_REMEMBERED_OF = (
    select(RememberedFact)
    .join(Group, Group.id == RememberedFact.group_id)
    .where(Group.state == State.NOT_DUPLICATE, among_listed(Group.id))
)


class Remembered:
    """The facts of those groups that are called no duplicate, by the groups' numbers."""

    def __init__(self, facts: Mapping[int, Mapping[tuple[str, str], str]], secret: bytes) -> None:
        self._facts = facts
        self._secret = secret

    @classmethod
    def of(cls, session: Session, numbers: Collection[int], secret: bytes) -> "Remembered":
        if not numbers:
            return cls({}, secret)
        facts: dict[int, dict[tuple[str, str], str]] = defaultdict(dict)
        for fact in session.scalars(_REMEMBERED_OF, {"listed": listed(numbers)}):
            facts[fact.group_id][fact.account_key, fact.field] = fact.digest
        return cls(facts, secret)

    def changed(self, number: int, group: SeenGroup) -> tuple[str, ...]:
        """The fields in which the group is another than it was; none where nothing is remembered.

        A field that one of the two reports does not print is no change.
        """
        facts = self._facts.get(number)
        if facts is None:
            return ()
        accounts = {key for key, _ in facts}
        fields = {ACCOUNTS} if any(a.key not in accounts for a in group.accounts) else set()
        for account in group.accounts:
            for field, digest in _digests(account, self._secret):
                if facts.get((account.key, field), digest) != digest:
                    fields.add(field)
        return tuple(sorted(fields))


def remember(session: Session, number: int, accounts: Iterable[Account], secret: bytes) -> None:
    """Keep what the accounts of a group look like now, by hashes that nobody can read back."""
    forget(session, number)
    rows = (
        {"group_id": number, "account_key": account.key, "field": field, "digest": digest}
        for account in accounts
        for field, digest in _digests(account, secret)
    )
    add(session, RememberedFact, rows)


def forget(session: Session, number: int) -> None:
    """Keep nothing of the group any more."""
    session.execute(delete(RememberedFact).where(RememberedFact.group_id == number))


def _digests(account: Account, secret: bytes) -> Iterator[tuple[str, str]]:
    for field, value in _facts(account):
        told = f"{field}|{value}".encode()
        yield field, hmac.new(secret, told, hashlib.sha256).hexdigest()


def _facts(account: Account) -> Iterator[tuple[str, Any]]:
    """What a page tells of an account that does not change by the mere passing of a school year."""
    # Said of every account, so that one of which nothing else is printed is remembered too.
    yield ACCOUNTS, account.key
    if account.name:
        yield "name", account.name.folded()
    if account.birth_date:
        yield "birth_date", account.birth_date
    if account.sex:
        yield "sex", account.sex.value
    places = sorted({org_key(stay.organisation) for stay in account.stays if stay.organisation})
    if places:
        yield "organisation", "|".join(places)
    enrolled = sorted({str(stay.enrolled) for stay in account.stays if stay.enrolled})
    if enrolled:
        yield "enrolled", "|".join(enrolled)
