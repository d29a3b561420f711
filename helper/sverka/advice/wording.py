"""The names, dates and numbers that fill the sentences of a rule. Persons are never among them."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from string import Formatter

from sverka.advice.catalogue import catalogue
from sverka.advice.facts import came_quickly
from sverka.matching.accounts import Account
from sverka.pages.records import Stay
from sverka.people.organisations import org_key

_DAYS_REMEMBERED = 4096
_ORGANISATIONS_REMEMBERED = 4096
_SENTENCES_REMEMBERED = 512


def names_of(
    earlier: Account, earlier_stay: Stay, later: Account, later_stay: Stay
) -> dict[str, str]:
    """The placeholders that every sentence about two accounts may use."""
    words = catalogue().words
    earlier_id = str(earlier.number) if earlier.number else words["earlier_account"]
    later_id = str(later.number) if later.number else words["later_id"]
    earlier_org = _in_a_sentence(earlier_stay.organisation)
    later_org = _in_a_sentence(later_stay.organisation)
    later_account = words["later_account"]
    if later.number:
        later_account = words["account"].format(id=later_id)
    return {
        "earlier_org": earlier_org,
        "later_org": later_org,
        "quick_org": later_org if came_quickly(later_stay) else earlier_org,
        "earlier_date": day(earlier_stay.enrolled),
        "later_date": day(later_stay.enrolled),
        "earlier_departed": day(earlier_stay.departed),
        "id": earlier_id,
        "earlier_id": earlier_id,
        "later_id": later_id,
        "later_account": later_account,
    }


def fill(sentence: str, names: Mapping[str, str]) -> str:
    """`sentence.format_map(names)`, but a sentence of the catalogue is taken apart only once."""
    told, wanted = _taken_apart(sentence)
    if not wanted:
        return told[0]
    pieces = list(told)
    pieces[1::2] = map(names.__getitem__, wanted)
    return "".join(pieces)


@lru_cache(_SENTENCES_REMEMBERED)
def _taken_apart(sentence: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands around the placeholders, with room for what fills each, and their names."""
    told = [""]
    wanted = []
    for words, name, _, _ in Formatter().parse(sentence):
        told[-1] += words
        if name is not None:
            told += ("", "")
            wanted.append(name)
    return tuple(told), tuple(wanted)


def organisation(stay: Stay) -> str:
    return stay.organisation or catalogue().words["no_organisation"]


@lru_cache(_ORGANISATIONS_REMEMBERED)
def _in_a_sentence(organisation: str | None) -> str:
    """A name that nobody declines, to stand behind the word «организация» in any case."""
    words = catalogue().words
    if organisation is None:
        return words["unnamed_organisation"]
    quoted = words["named_organisation"].format(name=organisation)
    # Two quotes of one kind side by side are written as one.
    return quoted.replace("««", "«").replace("»»", "»")


def distinct_organisations(accounts: Iterable[Account]) -> list[str]:
    """The organisations of the accounts, each once, in the page's order."""
    named = {}
    for account in accounts:
        for stay in account.stays:
            if stay.organisation:
                named[org_key(stay.organisation)] = stay.organisation
    return list(named.values())


@lru_cache(_DAYS_REMEMBERED)
def day(value: date | None) -> str:
    return f"{value.day:02}.{value.month:02}.{value.year}" if value else "—"
