"""Mentions of one account joined into the account."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from sverka.pages.records import Mention, Stay
from sverka.people.accounts import AccountKeys, AccountNumber
from sverka.people.names import PersonName, Sex
from sverka.people.organisations import org_key


class Account(Struct, frozen=True, gc=False):
    """One account of the site, with everything the page says of it.

    A fact on which two mentions disagree is named in `contradictions` and has no value here.
    """

    key: str
    weak_key: bool
    number: AccountNumber | None
    mentions: tuple[Mention, ...]
    name: PersonName | None
    birth_date: date | None
    sex: Sex | None
    stays: tuple[Stay, ...]
    contradictions: frozenset[str]
    #: What makes two accounts those of one child: whole name and birth date, folded.
    identity: tuple[str, date] | None

    @property
    def row(self) -> int:
        return self.mentions[0].row

    def first_enrolled(self) -> date | None:
        """The earliest enrolment, `None` where a stay does not tell it."""
        dates = [stay.enrolled for stay in self.stays]
        known = [day for day in dates if day is not None]
        return min(known) if known and len(known) == len(dates) else None


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


def _account(key: str, mentions: tuple[Mention, ...]) -> Account:
    names = {mention.name.folded(): mention.name for mention in mentions if mention.name}
    births = {mention.birth_date for mention in mentions if mention.birth_date}
    sexes = {mention.sex for mention in mentions if mention.sex}
    facts = {"name": names, "birth_date": births, "sex": sexes}
    folded, name = next(iter(names.items())) if len(names) == 1 else ("", None)
    birth = next(iter(births)) if len(births) == 1 else None
    return Account(
        key=key,
        weak_key=mentions[0].number is None,
        number=mentions[0].number,
        mentions=mentions,
        name=name,
        birth_date=birth,
        sex=next(iter(sexes)) if len(sexes) == 1 else None,
        stays=_stays(mentions) if len(mentions) > 1 else (mentions[0].stay,),
        contradictions=frozenset(fact for fact, values in facts.items() if len(values) > 1),
        identity=(folded, birth) if name and birth and name.is_told_in_full() else None,
    )


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
