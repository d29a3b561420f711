"""The names, dates and numbers that fill the sentences of a rule. Persons are never among them."""

from collections.abc import Iterable
from datetime import date

from sverka.advice.catalogue import catalogue
from sverka.advice.facts import came_quickly
from sverka.matching.accounts import Account
from sverka.pages.records import Stay
from sverka.people.organisations import org_key


def names_of(
    earlier: Account, earlier_stay: Stay, later: Account, later_stay: Stay
) -> dict[str, str]:
    """The placeholders that every sentence about two accounts may use."""
    words = catalogue().words
    quick = later_stay if came_quickly(later_stay) else earlier_stay
    return {
        "earlier_org": organisation(earlier_stay),
        "later_org": organisation(later_stay),
        "quick_org": organisation(quick),
        "earlier_date": day(earlier_stay.enrolled),
        "later_date": day(later_stay.enrolled),
        "earlier_departed": day(earlier_stay.departed),
        "id": _id(earlier, words["earlier_account"]),
        "earlier_id": _id(earlier, words["earlier_account"]),
        "later_id": _id(later, words["later_account"]),
        "later_account": _account(later, words["later_account"]),
    }


def organisation(stay: Stay) -> str:
    return stay.organisation or catalogue().words["no_organisation"]


def distinct_organisations(accounts: Iterable[Account]) -> list[str]:
    """The organisations of the accounts, each once, in the page's order."""
    named = (stay.organisation for account in accounts for stay in account.stays)
    return list({org_key(name): name for name in named if name}.values())


def day(value: date | None) -> str:
    return f"{value.day:02}.{value.month:02}.{value.year}" if value else "—"


def _id(account: Account, otherwise: str) -> str:
    return str(account.number) if account.number else otherwise


def _account(account: Account, otherwise: str) -> str:
    if account.number is None:
        return otherwise
    return catalogue().words["account"].format(id=account.number)
