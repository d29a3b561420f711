"""What the rules may ask about a pair of accounts."""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sverka.advice.histories import Told, told_by
from sverka.known import Past
from sverka.matching.accounts import Account
from sverka.matching.groups import Group, Pair
from sverka.matching.vocabulary import Verdict
from sverka.pages.records import Stay
from sverka.pages.vocabulary import EntryWay, LinkState
from sverka.people.accounts import POOL_PREFIX
from sverka.people.organisations import OrgKind, kind_of, may_be_one

_GRADE = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
_ROMAN_GRADE = re.compile(r"\b(XI|X|IX|IV|V?I{1,3}|V)\b")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
_ROMAN |= {"IX": 9, "X": 10, "XI": 11}
_GRADES = range(1, 13)
_NO_GRADES: frozenset[int] = frozenset()
_WITHOUT_GRADES = frozenset({OrgKind.KINDERGARTEN, OrgKind.ADDITIONAL})
_CLASSES_REMEMBERED = 1024
NOTHING_PAST = Past({}, {})
NOTHING_TOLD: tuple[Told | None, Told | None] = (None, None)


class Basis(StrEnum):
    """What tells which of two accounts was entered earlier."""

    HISTORY = "history"
    DATES = "dates"
    NUMBERS = "numbers"
    NOTHING = "nothing"


# To name a member of an enum takes ten times what a global takes, and every pair names these.
_DATES, _NUMBERS, _NOTHING = Basis.DATES, Basis.NUMBERS, Basis.NOTHING
_QUICK = EntryWay.QUICK


class PairFacts(Struct, frozen=True, gc=False):
    """Two accounts in the order of their entry; where `basis` is `NOTHING`, in the page's order."""

    earlier: Account
    later: Account
    #: The stay of the earlier account that ends last: the one still open, if any is.
    earlier_stay: Stay
    #: The stay with which the later account came into the system.
    later_stay: Stay
    basis: Basis
    verdict: Verdict
    overlap_days: int | None
    kinds: tuple[OrgKind, OrgKind]
    #: Whether the names are one organisation's, or one may be short for the other.
    same_organisation: bool
    #: Whether a date of either account is unreadable or contradicts another.
    doubtful_dates: bool
    #: Whether these are records of unassigned children, enrolled nowhere yet.
    in_pool: bool
    #: Whether the page says of a stay that the child is only attached there.
    attached: bool
    #: Whether both accounts are enrolled nowhere any more: graduates, for instance.
    both_departed: bool
    #: The movement of the earlier and of the later account, where it was read.
    told: tuple[Told | None, Told | None] = NOTHING_TOLD
    #: Whether their cards told of parents, where they were seen.
    links: tuple[LinkState | None, LinkState | None] = (None, None)

    @property
    def movement_read(self) -> bool:
        """Whether the movement of both accounts was read."""
        return None not in self.told

    @property
    def later_has_history(self) -> bool:
        """Whether the later account moved on, or the earlier one went on after the later began."""
        if len(self.later.stays) > 1:
            return True
        if len(self.earlier.stays) == 1:
            return False
        enrolled = self.later_stay.enrolled
        began = [stay.enrolled for stay in self.earlier.stays[1:]]
        return any(day is None or enrolled is None or day >= enrolled for day in began)

    @property
    def organisations_known(self) -> bool:
        return bool(self.earlier_stay.organisation and self.later_stay.organisation)

    @property
    def departed_before(self) -> bool:
        """Whether the earlier account had left before the later one was enrolled."""
        departed, enrolled = self.earlier_stay.departed, self.later_stay.enrolled
        return departed is not None and enrolled is not None and departed < enrolled

    @property
    def numbers_disagree(self) -> bool:
        """Whether the dates say one order and the account numbers the other."""
        return self.basis is _DATES and later_number(self.earlier, self.later) is self.earlier


def stay_kind(stay: Stay) -> OrgKind:
    return kind_of(stay.organisation) if stay.organisation else OrgKind.OTHER


def pair_facts(pair: Pair, past: Past = NOTHING_PAST) -> PairFacts:
    """Put two accounts in the order of their entry: by history, first enrolment, or number."""
    told = _told_by(pair, past) if past.histories else NOTHING_TOLD
    basis, swapped = _order(pair, told)
    earlier, later = (pair.b, pair.a) if swapped else (pair.a, pair.b)
    stays = (_last_to_end(earlier.stays), _first_to_begin(later.stays))
    facts = _facts((earlier, later), stays, basis, pair.verdict, pair.overlap_days)
    if past is NOTHING_PAST:
        return facts
    links = (past.links.get(earlier.key), past.links.get(later.key))
    if swapped and told is not NOTHING_TOLD:
        told = told[::-1]
    return replace(facts, told=told, links=links)


def _told_by(pair: Pair, past: Past) -> tuple[Told | None, Told | None]:
    told = (_told_of(pair.a, past), _told_of(pair.b, past))
    return NOTHING_TOLD if told == NOTHING_TOLD else told


def _told_of(account: Account, past: Past) -> Told | None:
    history = past.histories.get(account.key)
    if history is None:
        return None
    return told_by(account, history, stale=account.key in past.stale)


def _order(pair: Pair, told: tuple[Told | None, Told | None]) -> tuple[Basis, bool]:
    """What tells the order, and whether the second account is the earlier one."""
    a, b = told
    if a and b and not (a.clash or b.clash) and {a.has_history, b.has_history} == {True, False}:
        return Basis.HISTORY, b.has_history is True
    first, second = pair.a.first_enrolled(), pair.b.first_enrolled()
    if first and second and first != second:
        return _DATES, second < first
    newer = later_number(pair.a, pair.b)
    return (_NOTHING, False) if newer is None else (_NUMBERS, newer is pair.a)


def _last_to_end(stays: tuple[Stay, ...]) -> Stay:
    return stays[0] if len(stays) == 1 else max(stays, key=lambda stay: stay.departed or date.max)


def _first_to_begin(stays: tuple[Stay, ...]) -> Stay:
    return stays[0] if len(stays) == 1 else min(stays, key=lambda stay: stay.enrolled or date.max)


def own_facts(group: Group) -> PairFacts:
    """The stays of a single account: school or kindergarten first, then additional education."""
    account = group.accounts[0]
    stays = sorted(account.stays, key=lambda stay: stay_kind(stay) is OrgKind.ADDITIONAL)
    both = (stays[0], stays[-1])
    return _facts((account, account), both, Basis.NOTHING, group.verdict, group.overlap_days)


def _facts(
    accounts: tuple[Account, Account],
    stays: tuple[Stay, Stay],
    basis: Basis,
    verdict: Verdict,
    overlap_days: int | None,
) -> PairFacts:
    earlier, later = accounts
    doubtful = attached = False
    both_departed = True
    for stay in earlier.stays + later.stays:
        doubtful |= stay.doubtful
        attached |= stay.attached
        both_departed &= stay.departed is not None or stay.left
    left, right = stays
    return PairFacts(
        earlier=earlier,
        later=later,
        earlier_stay=left,
        later_stay=right,
        basis=basis,
        verdict=verdict,
        overlap_days=overlap_days,
        kinds=(stay_kind(left), stay_kind(right)),
        same_organisation=may_be_one(left.organisation or "", right.organisation or ""),
        doubtful_dates=doubtful,
        in_pool=_is_in_pool(earlier) and _is_in_pool(later),
        attached=attached,
        both_departed=both_departed,
    )


def _is_in_pool(account: Account) -> bool:
    return account.number is not None and account.number.prefix == POOL_PREFIX


def later_number(a: Account, b: Account) -> Account | None:
    """The account created later: the higher number of one installation and one prefix."""
    if a.number is None or b.number is None or a.number.prefix != b.number.prefix:
        return None
    return b if b.number > a.number else a


def grades(account: Account) -> frozenset[int]:
    """The school grades (1–12) of an account's classes, «4а», «класс 4» or «IV а».

    Groups of a kindergarten and of additional education have none.
    """
    stays = account.stays
    if len(stays) == 1:
        classes = stays[0].classes
        return _grades(classes, stays[0].organisation) if classes else _NO_GRADES
    return frozenset().union(*[_grades(stay.classes, stay.organisation) for stay in stays])


@lru_cache(_CLASSES_REMEMBERED)
def _grades(classes: tuple[str, ...], organisation: str | None) -> frozenset[int]:
    """The grades of one stay: thousands are in the same few classes."""
    if organisation and kind_of(organisation) in _WITHOUT_GRADES:
        return _NO_GRADES
    return frozenset(grade for grade in map(grade_of, classes) if grade in _GRADES)


def grade_of(name: str) -> int:
    """The number in the name of a class, 0 where there is none."""
    if digits := _GRADE.search(name):
        return int(digits[1])
    roman = _ROMAN_GRADE.search(name)
    return _ROMAN[roman[1]] if roman else 0


def came_quickly(stay: Stay) -> bool:
    return stay.entry is _QUICK


def entered_in_bulk(stay: Stay) -> bool:
    """«Быстрый ввод» or import: the ways that make a new account instead of choosing one."""
    return stay.entry in (EntryWay.QUICK, EntryWay.IMPORT)
