"""Mentions of one account joined into the account."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import TypeVar

from msgspec import Struct

from sverka.pages.records import NO_PAPERS, Mention, Papers, Stay
from sverka.people.accounts import AccountKeys, AccountNumber, number_in
from sverka.people.names import PersonName, Sex
from sverka.people.organisations import org_key

Value = TypeVar("Value")

_NOTHING_CONTRADICTS: frozenset[str] = frozenset()


class Account(Struct, frozen=True, gc=False):
    """One account of the site, with everything the page says of it.

    A fact on which two mentions disagree is named in `contradictions` and has no value here.
    """

    key: str
    weak_key: bool
    number: AccountNumber | None
    #: The number as the site prints it.
    account_id: str | None
    mentions: tuple[Mention, ...]
    name: PersonName | None
    birth_date: date | None
    sex: Sex | None
    stays: tuple[Stay, ...]
    contradictions: frozenset[str]
    #: What makes two accounts those of one child: whole name and birth date, folded.
    identity: tuple[str, date] | None
    papers: Papers = NO_PAPERS

    @property
    def row(self) -> int:
        return self.mentions[0].row

    @property
    def incomplete(self) -> bool:
        """Whether a row of it says more of the child's accounts than could be read."""
        if len(self.mentions) == 1:
            return self.mentions[0].incomplete
        return True in [mention.incomplete for mention in self.mentions]

    def first_enrolled(self) -> date | None:
        """The earliest enrolment, `None` where a stay does not tell it."""
        if len(self.stays) == 1:
            return self.stays[0].enrolled
        known = [stay.enrolled for stay in self.stays if stay.enrolled]
        return min(known) if known and len(known) == len(self.stays) else None


def join_mentions(mentions: Iterable[Mention], keys: AccountKeys) -> list[Account]:
    """Accounts in the order of their first mention.

    Mentions with one number are one account; a mention without a number is an account of its own,
    because two equal rows may be one account or two.
    """
    by_key: dict[str, list[Mention]] = defaultdict(list)
    alike: Counter[str] = Counter()
    for mention in mentions:
        if mention.number is not None:
            by_key[keys.strong(mention.number)].append(mention)
        else:
            first = _weak_key(mention, keys, 0)
            by_key[_weak_key(mention, keys, alike[first])].append(mention)
            alike[first] += 1
    return [_account(key, tuple(found)) for key, found in by_key.items()]


def _weak_key(mention: Mention, keys: AccountKeys, nth: int) -> str:
    return keys.weak(
        mention.name.full if mention.name else "",
        mention.birth_date,
        mention.stay.organisation or "",
        mention.stay.enrolled,
        nth,
    )


class _Person(Struct, frozen=True, gc=False):
    """What mentions agree on; what they do not is named in `contradictions`."""

    name: PersonName | None
    birth_date: date | None
    sex: Sex | None
    contradictions: frozenset[str]


def _account(key: str, mentions: tuple[Mention, ...]) -> Account:
    first = mentions[0]
    number = first.number
    # As nearly all of the thousands in a report: mentioned once.
    person: Mention | _Person = first
    stays: tuple[Stay, ...] = (first.stay,)
    contradictions = _NOTHING_CONTRADICTS
    if len(mentions) > 1:
        person = joined = _person(mentions)
        stays, contradictions = _stays(mentions), joined.contradictions
    return Account(
        key=key,
        weak_key=number is None,
        number=number,
        account_id=number_in(key) if number else None,
        mentions=mentions,
        name=person.name,
        birth_date=person.birth_date,
        sex=person.sex,
        stays=stays,
        contradictions=contradictions,
        identity=_identity(person.name, person.birth_date),
        papers=first.papers,
    )


def _person(mentions: tuple[Mention, ...]) -> _Person:
    telling = [told for told in mentions if told.name or told.birth_date or told.sex]
    if len(telling) == 1:
        told = telling[0]
        return _Person(told.name, told.birth_date, told.sex, _NOTHING_CONTRADICTS)
    names = {mention.name.folded(): mention.name for mention in telling if mention.name}
    births = {mention.birth_date for mention in telling if mention.birth_date}
    sexes = {mention.sex for mention in telling if mention.sex}
    facts = {"name": names, "birth_date": births, "sex": sexes}
    return _Person(
        name=_only(names.values()),
        birth_date=_only(births),
        sex=_only(sexes),
        contradictions=frozenset(fact for fact, values in facts.items() if len(values) > 1),
    )


def _only(values: Collection[Value]) -> Value | None:
    return next(iter(values)) if len(values) == 1 else None


def _identity(name: PersonName | None, birth: date | None) -> tuple[str, date] | None:
    if name is None or birth is None:
        return None
    folded = name.identity()
    return (folded, birth) if folded else None


def _stays(mentions: tuple[Mention, ...]) -> tuple[Stay, ...]:
    """The distinct stays by enrolment, without those that only repeat another and say less."""
    kept: dict[tuple[str, date | None, date | None], Stay] = {}
    for mention in mentions:
        stay = mention.stay
        place = (org_key(stay.organisation or ""), stay.enrolled, stay.departed)
        if place not in kept or (stay.classes and not kept[place].classes):
            kept[place] = stay
    named = [stay for stay in kept.values() if stay.organisation]
    return tuple(sorted(named or kept.values(), key=lambda stay: stay.enrolled or date.max))
