"""Children that reports, cards and lists have named, looked up while somebody types one anew."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import bindparam, or_, select
from sqlalchemy.orm import Session

from sverka.ledger.relatives import pupils_born
from sverka.ledger.tables import Account, Enrolment, Organisation, Person
from sverka.matching.family import Relative
from sverka.matching.forms import forms_of
from sverka.matching.scoring import shipped_scorer
from sverka.matching.vocabulary import Verdict
from sverka.people.accounts import NO_INSTALLATION, PUPIL_PREFIX, AccountKeys, AccountNumber
from sverka.people.folding import fold_name
from sverka.people.names import PersonName
from sverka.seen import KnownChild

#: Sorts behind every letter: what begins with a text lies between it and the text with this.
_BEHIND_LETTERS = "\uffff"

#: The names that begin with surname and first name, by the index of folded names.
CALLED = (
    select(
        Account.key,
        Account.number,
        Person.surname,
        Person.name,
        Person.patronymic,
        Organisation.name.label("organisation"),
        Enrolment.departed,
    )
    .select_from(Person)
    .join(Account, Account.id == Person.account_id)
    .join(Enrolment, Enrolment.account_id == Account.id)
    .join(Organisation, Organisation.id == Enrolment.organisation_id)
    .where(
        or_(
            Person.folded == bindparam("start"),
            Person.folded.between(bindparam("first"), bindparam("last")),
        ),
        Person.birth_date == bindparam("born"),
        Enrolment.run_id == Account.last_run_id,
    )
    .order_by(Account.key, Enrolment.id)
)


def children_called(
    session: Session, keys: AccountKeys, name: PersonName, born: date
) -> Sequence[KnownChild]:
    """The accounts of one installation whose owners may be the child asked for."""
    start = fold_name(f"{name.surname} {name.name}")
    asked = {"start": start, "first": f"{start} ", "last": f"{start} {_BEHIND_LETTERS}"}
    rows = session.execute(CALLED, asked | {"born": born}).all()
    place = f"{keys.installation or NO_INSTALLATION}:"
    own = [row for row in rows if row.key.startswith(place)]
    reported = {row.key for row in own}
    seen = [one for one in pupils_born(session, name, born, keys) if one.key not in reported]
    return [*_children(own, name, born), *_seen_children(seen, name, born)]


def _children(rows: Sequence[Any], name: PersonName, born: date) -> Iterator[KnownChild]:
    for key, found in groupby(rows, attrgetter("key")):
        stays = list(found)
        # Of several stays the one that is not over tells where the child is.
        stay = next((stay for stay in stays if stay.departed is None), stays[-1])
        number = AccountNumber.read(stay.number) if stay.number else None
        if number and number.prefix != PUPIL_PREFIX:
            continue
        owner = PersonName(stay.surname or "", stay.name or "", stay.patronymic or "")
        if _may_be(owner, name, born):
            yield KnownChild(
                key=key,
                number=number,
                name=owner,
                organisation=stay.organisation,
                departed=stay.departed is not None,
                certain=owner.folded() == name.folded(),
            )


def _seen_children(
    people: Sequence[Relative], name: PersonName, born: date
) -> Iterator[KnownChild]:
    """Those of whom only cards and lists tell, which may not say where the child is."""
    for one in people:
        if one.birth_date == born and _may_be(one.name, name, born):
            yield KnownChild(
                key=one.key,
                number=one.number,
                name=one.name,
                organisation=one.organisation,
                departed=one.departed,
                certain=one.name.folded() == name.folded(),
            )


def _may_be(owner: PersonName, name: PersonName, born: date) -> bool:
    asked, known = (forms_of(one, born, None, None) for one in (name, owner))
    return shipped_scorer().score(asked, known).verdict is not Verdict.DIFFERENT
