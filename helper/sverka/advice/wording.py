"""The names, dates and numbers that fill the sentences of a rule. Persons are never among them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from operator import itemgetter
from string import Formatter

from sverka.advice.catalogue import catalogue
from sverka.advice.facts import NOTHING_TOLD, PairFacts, came_quickly
from sverka.matching.accounts import Account
from sverka.pages.records import Stay
from sverka.people.organisations import org_key

_DAYS_REMEMBERED = 4096
_ORGANISATIONS_REMEMBERED = 4096
_SENTENCES_REMEMBERED = 512


def names_of(facts: PairFacts) -> dict[str, str]:
    """The placeholders that every sentence about two accounts may use."""
    words = catalogue().words
    earlier, later = facts.earlier, facts.later
    earlier_stay, later_stay = facts.earlier_stay, facts.later_stay
    earlier_id = earlier.account_id or words["earlier_account"]
    later_id = later.account_id or words["later_id"]
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
        "history": words["history"],
        "look": words["look"],
        "clash": "",
        # Most pairs are advised on without movement, thousands of them in one report.
        **({} if facts.told is NOTHING_TOLD else _told(facts, earlier_id, later_id)),
    }


def fill(sentence: str, names: Mapping[str, str]) -> str:
    """`sentence.format_map(names)`, but a sentence of the catalogue is taken apart only once."""
    form, pick = _taken_apart(sentence)
    return form % pick(names) if pick else form


@lru_cache(_SENTENCES_REMEMBERED)
def _taken_apart(sentence: str) -> tuple[str, Callable[[Mapping[str, str]], object] | None]:
    """The sentence as a form for `%`, and what picks the names that fill it, if any do."""
    told = list(Formatter().parse(sentence))
    wanted = [name for _, name, _, _ in told if name is not None]
    if not wanted:
        return "".join(words for words, _, _, _ in told), None
    form = [words.replace("%", "%%") + "%s" * (name is not None) for words, name, _, _ in told]
    return "".join(form), itemgetter(*wanted)


def _told(facts: PairFacts, earlier_id: str, later_id: str) -> dict[str, str]:
    """What was read of the movement, and where to look at what was not."""
    words = catalogue().words
    clash = _clash(facts)
    if facts.movement_read:
        return {"history": words["no_history"], "look": words["looked"], "clash": clash}
    read, unread = (earlier_id, later_id) if facts.told[0] else (later_id, earlier_id)
    return {"look": words["look_other"].format(read=read, unread=unread), "clash": clash}


def _clash(facts: PairFacts) -> str:
    """What the report and a movement say of one thing."""
    clash = next((told.clash for told in facts.told if told and told.clash), None)
    if clash is None:
        return ""
    return (
        catalogue()
        .words[f"clash_{clash.of.value}"]
        .format(
            organisation=_in_a_sentence(clash.organisation),
            printed=day(clash.printed),
            told=day(clash.told),
        )
    )


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


def named_accounts(accounts: Iterable[Account]) -> str:
    """The accounts by number and organisation, in the page's order."""
    unnumbered = catalogue().words["unnumbered"]
    return ", ".join(
        [
            f"{account.account_id or unnumbered} {_there(account.stays[0].organisation)}"
            for account in accounts
        ]
    )


@lru_cache(_ORGANISATIONS_REMEMBERED)
def _there(organisation: str | None) -> str:
    return catalogue().words["there"].format(organisation=_in_a_sentence(organisation))


@lru_cache(_DAYS_REMEMBERED)
def day(value: date | None) -> str:
    return f"{value.day:02}.{value.month:02}.{value.year}" if value else "—"
