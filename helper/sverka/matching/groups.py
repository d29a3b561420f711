"""Accounts of one child put together, by what the layout of the report allows."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from msgspec import Struct
from msgspec.structs import replace

from sverka.matching.accounts import Account, join_mentions
from sverka.matching.comparison import FieldComparison, compare, forms_of_account
from sverka.matching.forms import Forms
from sverka.matching.overlap import largest, largest_overlap, printed_overlap
from sverka.matching.papers import papers_differ, same_paper
from sverka.matching.scoring import Score, shipped_scorer
from sverka.matching.vocabulary import Field, Level, Verdict
from sverka.pages.records import Report
from sverka.pages.vocabulary import Layout
from sverka.people.accounts import AccountKeys

_ID_LENGTH = 16
_DOUBTFUL_FIRST = (Verdict.UNKNOWN, Verdict.POSSIBLE, Verdict.SAME, Verdict.DIFFERENT)
# To name a member of an enum takes ten times what a global takes, and every pair names these.
_UNKNOWN, _SAME = Verdict.UNKNOWN, Verdict.SAME


class Pair(Struct, frozen=True, gc=False):
    """Two accounts of a group; `overlap_days` is `None` where it cannot be counted.

    `bits` is the model's sum over the fields, `None` where the page tells of one account nothing
    that it weighs.
    """

    a: Account
    b: Account
    verdict: Verdict
    bits: float | None
    guard: str | None
    fields: tuple[FieldComparison, ...]
    overlap_days: int | None


class Group(Struct, frozen=True, gc=False):
    """Accounts that the page names as one child (or, by verdict, as children easily mistaken).

    `bits` is that of the weakest pair. `incomplete`: the page says more of the child than was read,
    in another table or in columns that could not be read.
    """

    id: str
    verdict: Verdict
    bits: float | None
    accounts: tuple[Account, ...]
    pairs: tuple[Pair, ...]
    overlap_days: int | None
    incomplete: bool


class _Grouping:
    """The accounts of one report and the overlaps it prints between them."""

    def __init__(self, report: Report, keys: AccountKeys) -> None:
        self._layout = report.facts.layout
        self.accounts = join_mentions(report.mentions, keys)
        self.end = overlap_end(report)
        owner = {
            id(mention): account.key for account in self.accounts for mention in account.mentions
        }
        self._together = [
            frozenset(owner[id(report.mentions[index])] for index in indices)
            for indices in report.together
        ]
        self._scorer = shipped_scorer()
        self._forms: dict[str, Forms] = {}
        self.printed: dict[frozenset[str], list[int | None]] = defaultdict(list)
        for overlap in report.overlaps:
            main, double = report.mentions[overlap.main], report.mentions[overlap.double]
            sides = frozenset((owner[id(main)], owner[id(double)]))
            days = printed_overlap(overlap.start, overlap.end, self.end)
            self.printed[sides].append(days)

    def sets(self) -> list[list[Account]]:
        """The accounts of each child, as far as the report tells."""
        if self._together:
            return _linked(self.accounts, self._together)
        if self._layout is Layout.PERIODS:
            return _linked(self.accounts, self.printed)
        identical = _identical(self.accounts)
        if not self.printed:
            return identical
        told = (frozenset(account.key for account in accounts) for accounts in identical)
        return _linked(self.accounts, (*self.printed, *told))

    def group(self, accounts: Sequence[Account], *, incomplete: bool) -> Group:
        """The group of these accounts, with every pair compared."""
        both = list(combinations(accounts, 2))
        printed = [self._printed_of(a, b) for a, b in both] if self.printed else [None] * len(both)
        by_report = any(printed)
        pairs = [
            self._pair(a, b, told, by_report=by_report)
            for (a, b), told in zip(both, printed, strict=True)
        ]
        if pairs:
            days = largest([pair.overlap_days for pair in pairs])
        else:
            days = self._own_overlap(accounts[0])
        return Group(
            id=_group_id(accounts),
            verdict=joint_verdict(pairs),
            bits=min([pair.bits for pair in pairs if pair.bits is not None], default=None),
            accounts=tuple(accounts),
            pairs=tuple(pairs),
            overlap_days=days,
            incomplete=incomplete or True in [account.incomplete for account in accounts],
        )

    def _pair(
        self, a: Account, b: Account, printed: Sequence[int | None] | None, *, by_report: bool
    ) -> Pair:
        """Two accounts compared; `printed`: the days of overlap that the report prints of them."""
        score = self._scorer.score(self._forms_of(a), self._forms_of(b))
        days = largest(printed) if printed else None
        return Pair(
            a=a,
            b=b,
            verdict=_verdict(a, b, score, by_report=by_report),
            bits=score.bits if score.told else None,
            guard=score.guard,
            fields=compare(a, b, score),
            overlap_days=largest_overlap(a.stays, b.stays, self.end) if days is None else days,
        )

    def _printed_of(self, a: Account, b: Account) -> Sequence[int | None] | None:
        return self.printed.get(frozenset((a.key, b.key)))

    def _forms_of(self, account: Account) -> Forms:
        if account.key not in self._forms:
            self._forms[account.key] = forms_of_account(account)
        return self._forms[account.key]

    def _own_overlap(self, account: Account) -> int | None:
        printed = self.printed.get(frozenset((account.key,)))
        if printed:
            return largest(printed)
        return largest(
            [
                largest_overlap((left,), (right,), self.end)
                for left, right in combinations(account.stays, 2)
            ]
        )


def _verdict(a: Account, b: Account, score: Score, *, by_report: bool) -> Verdict:
    """Whether two accounts are one child's; `by_report`: the report calls them doubles itself."""
    if a.contradictions or b.contradictions:
        return _UNKNOWN
    told = a.identity is not None and b.identity is not None
    if told and a.identity != b.identity and not by_report:
        return _verdict_of_family(score) if _are_family(a, b) else _verdict_of_key(a, b, score)
    return _UNKNOWN if _contradict(a, b) or not (told or by_report) else _SAME


def _contradict(a: Account, b: Account) -> bool:
    """Whether name, birth date or sex are printed for both and differ."""
    if a.identity is not None and a.identity == b.identity:
        return _sex_differs(a, b) or papers_differ(a, b) is not None
    names = a.name is not None and b.name is not None and a.name.folded() != b.name.folded()
    births = a.birth_date is not None and b.birth_date is not None and a.birth_date != b.birth_date
    return names or births or _sex_differs(a, b)


def group_report(report: Report, keys: AccountKeys) -> tuple[Group, ...]:
    """The groups of a report in the order of their first row; every account is in exactly one.

    In "periods", and where a row prints the double beside the account, the report itself says who
    is whose double; elsewhere accounts are one child when whole name and birth date are equal and
    the sex does not contradict. Those left over are put beside brothers and sisters of one birth
    date, because they are easily mistaken.
    """
    grouping = _Grouping(report, keys)
    elsewhere = _told_elsewhere(report, keys, grouping)
    groups = [
        grouping.group(accounts, incomplete=_any_of(accounts, elsewhere))
        for accounts in _with_families(grouping.sets())
    ]
    return tuple(sorted(groups, key=lambda group: group.accounts[0].row))


def _told_elsewhere(report: Report, keys: AccountKeys, grouping: _Grouping) -> frozenset[str]:
    """The accounts of which, or of whose child, the tables that were not read say more."""
    if not report.others:
        return frozenset()
    known = {account.key: account for account in grouping.accounts}
    sets = {account.key: accounts for accounts in grouping.sets() for account in accounts}
    found = set()
    for accounts in _Grouping(_with_others(report), keys).sets():
        for account in accounts:
            own = known.get(account.key)
            if own and (len(accounts) > len(sets[own.key]) or _says_more(account, own)):
                found.add(own.key)
    return frozenset(found)


def _any_of(accounts: Sequence[Account], keys: frozenset[str]) -> bool:
    return bool(keys) and not keys.isdisjoint([account.key for account in accounts])


def _says_more(account: Account, known: Account) -> bool:
    return account.stays != known.stays or account.contradictions != known.contradictions


def _with_others(report: Report) -> Report:
    """The report as if all its tables were one."""
    mentions, overlaps = list(report.mentions), list(report.overlaps)
    for other in report.others:
        before = len(mentions)
        mentions += other.mentions
        overlaps += [
            replace(overlap, main=overlap.main + before, double=overlap.double + before)
            for overlap in other.overlaps
        ]
    return replace(report, mentions=tuple(mentions), overlaps=tuple(overlaps))


def overlap_end(report: Report) -> date:
    """Where an enrolment without departure ends: the report's period, else its own day."""
    return report.facts.period[1] if report.facts.period else report.today


def _linked(accounts: Sequence[Account], links: Iterable[frozenset[str]]) -> list[list[Account]]:
    """Connected accounts: swapped pairs and chains fall into one set (union–find)."""
    parent = {account.key: account.key for account in accounts}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = key = parent[parent[key]]
        return key

    for link in links:
        first, *others = link
        for other in others:
            parent[root(other)] = root(first)
    sets: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        sets[root(account.key)].append(account)
    return list(sets.values())


def _identical(accounts: Sequence[Account]) -> list[list[Account]]:
    sets: dict[object, list[Account]] = defaultdict(list)
    for account in accounts:
        sets[account.identity or account.key].append(account)
    return [part for same in sets.values() for part in _by_sex(same)]


def _by_sex(accounts: list[Account]) -> Iterator[list[Account]]:
    """Equal names and dates of different sex are parted; one without a sex then stands alone."""
    if len({account.sex for account in accounts if account.sex}) < 2:
        yield accounts
        return
    parted: dict[object, list[Account]] = defaultdict(list)
    for account in accounts:
        parted[account.sex or account.key].append(account)
    yield from parted.values()


def _with_families(sets: Sequence[list[Account]]) -> Iterator[list[Account]]:
    """Accounts without an equal are put beside each other where they are of one family and day."""
    families: dict[tuple[object, date], list[Account]] = defaultdict(list)
    bearers = Counter([account.identity for accounts in sets for account in accounts])
    for accounts in sets:
        first = accounts[0]
        # Parted from equals of both sexes, one without a sex may be the double of either.
        parted = first.sex is None and bearers[first.identity] > 1
        family = _family(first) if len(accounts) == 1 and not parted else None
        if family is None:
            yield accounts
        else:
            families[family].append(first)
    yield from families.values()


def _family(account: Account) -> tuple[object, date] | None:
    family = account.name.family() if account.name else None
    if family is None or account.birth_date is None or len(account.stays) > 1:
        return None
    return family, account.birth_date


def _are_family(a: Account, b: Account) -> bool:
    """Whether these may be brother and sister born on one day, with no paper that joins them."""
    if a.name is None or b.name is None or same_paper(a, b) or a.birth_date != b.birth_date:
        return False
    return a.name.family() is not None and a.name.family() == b.name.family()


def _verdict_of_key(a: Account, b: Account, score: Score) -> Verdict:
    """Other names or dates, put side by side by a key of the page: a slip, or nobody can say."""
    alike = score.verdict is not Verdict.DIFFERENT or same_paper(a, b) is not None
    return Verdict.POSSIBLE if alike and papers_differ(a, b) is None else Verdict.UNKNOWN


def _verdict_of_family(score: Score) -> Verdict:
    """Twins are different children; first names that are nearly one may be a slip."""
    other_sex = score.fields[Field.SEX].level is Level.DIFFERENT
    twins = other_sex or score.verdict is Verdict.DIFFERENT
    return Verdict.DIFFERENT if twins else Verdict.POSSIBLE


def _sex_differs(a: Account, b: Account) -> bool:
    return a.sex is not None and b.sex is not None and a.sex is not b.sex


def joint_verdict(pairs: Sequence[Pair]) -> Verdict:
    """The verdict of a group: that of all its pairs where they agree, else the more doubtful."""
    if len(pairs) == 1:
        return pairs[0].verdict
    verdicts = {pair.verdict for pair in pairs}
    return next((verdict for verdict in _DOUBTFUL_FIRST if verdict in verdicts), Verdict.UNKNOWN)


def _group_id(accounts: Sequence[Account]) -> str:
    told = "\n".join(sorted([account.key for account in accounts]))
    return hashlib.sha256(told.encode()).hexdigest()[:_ID_LENGTH]
