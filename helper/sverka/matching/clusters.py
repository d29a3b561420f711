"""Pairs → groups of records of one child, and the groups that contradict themselves."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from msgspec import Struct

from sverka.matching.vocabulary import Verdict

_NO_ACCOUNTS: Mapping[int, str | None] = {}


class Edge(Struct, frozen=True, gc=False):
    """A scored pair; `contradiction` says that identifiers forbid that the two are one child."""

    left: int
    right: int
    bits: float
    verdict: Verdict
    contradiction: bool = False


class Member(Struct, frozen=True, gc=False):
    """A record in its group, with the strongest link that holds it there.

    `flagged` groups hold a pair that contradicts itself, is not linked itself or less surely than
    its records are to others, or were kept apart from another group by a contradiction: a person
    has to look at them.
    """

    record: int
    group: int
    bits: float
    verdict: Verdict
    flagged: bool


class _Groups:
    """Groups under construction: every record knows its group, every group its records."""

    def __init__(self) -> None:
        self.group_of: dict[int, int] = {}
        self.members: dict[int, list[int]] = {}

    def of(self, record: int) -> int:
        if record not in self.group_of:
            self.group_of[record] = record
            self.members[record] = [record]
        return self.group_of[record]

    def join(self, left: int, right: int) -> None:
        large, small = sorted((left, right), key=lambda group: -len(self.members[group]))
        for record in self.members[small]:
            self.group_of[record] = large
        self.members[large] += self.members.pop(small)


def clusters(
    edges: Iterable[Edge], accounts: Mapping[int, str | None] = _NO_ACCOUNTS
) -> list[Member]:
    """The members of every group of at least two, in the order of groups and records.

    The strongest links are taken first; two groups are not joined where a pair between them is
    known to be two children. Then the transitive closure of all links is what is left. Records
    with one number in `accounts` are one account: no link between them is missed.
    """
    strongest_first = sorted(edges, key=lambda edge: (-edge.bits, edge.left, edge.right))
    links = [edge for edge in strongest_first if edge.verdict is not Verdict.DIFFERENT]
    apart = _kept_apart(strongest_first)
    groups, doubtful = _Groups(), set[int]()
    for edge in links:
        left, right = groups.of(edge.left), groups.of(edge.right)
        if left == right:
            continue
        if _contradicts(groups.members[left], groups.members[right], apart):
            doubtful |= {edge.left, edge.right}
        else:
            groups.join(left, right)
    return _members(groups, links, apart, doubtful, accounts)


def _kept_apart(edges: Iterable[Edge]) -> dict[int, set[int]]:
    """Of each record those that are known to be another child's."""
    apart: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        if edge.contradiction or edge.verdict is Verdict.DIFFERENT:
            apart[edge.left].add(edge.right)
            apart[edge.right].add(edge.left)
    return apart


def _contradicts(left: Sequence[int], right: Sequence[int], apart: Mapping[int, set[int]]) -> bool:
    """Whether joining would hold two children in one group; a pair of two alone may be shown."""
    if len(left) == len(right) == 1:
        return False
    others = set(right)
    return any(not others.isdisjoint(apart.get(record, ())) for record in left)


def _members(
    groups: _Groups,
    links: Sequence[Edge],
    apart: Mapping[int, set[int]],
    doubtful: set[int],
    accounts: Mapping[int, str | None],
) -> list[Member]:
    strongest: dict[int, Edge] = {}
    verdicts: dict[tuple[int, int], Verdict] = {}
    for edge in links:
        if groups.group_of[edge.left] == groups.group_of[edge.right]:
            verdicts[edge.left, edge.right] = verdicts[edge.right, edge.left] = edge.verdict
            strongest.setdefault(edge.left, edge)
            strongest.setdefault(edge.right, edge)

    def verdict(pair: tuple[int, int]) -> Verdict | None:
        left, right = map(accounts.get, pair)
        return Verdict.SAME if left and left == right else verdicts.get(pair)

    found = []
    for records in groups.members.values():
        if len(records) > 1:
            records.sort()
            sure = [record for record in records if strongest[record].verdict is Verdict.SAME]
            flagged = (
                any(not apart.get(record, set()).isdisjoint(records) for record in records)
                or not doubtful.isdisjoint(records)
                or any(verdict(pair) is None for pair in combinations(records, 2))
                or any(verdict(pair) is not Verdict.SAME for pair in combinations(sure, 2))
            )
            for record in records:
                edge = strongest[record]
                found.append(Member(record, records[0], edge.bits, edge.verdict, flagged))
    return sorted(found, key=lambda member: (member.group, member.record))
