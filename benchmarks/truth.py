"""Which accounts of a synthetic contingent are one child's, and how good found pairs are."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

_ID, _CHILD, _NAME, _BIRTH = "ИД", "Эталон", "Имя", "Дата рождения"
_SAME = "same"


class Quality(Struct, frozen=True):
    """Of found pairs; `twins` are two children born on one day under different names."""

    precision: float
    recall: float
    f1: float
    twins: int


class Truth:
    """The truth of one contingent file."""

    def __init__(self, file: Path) -> None:
        with file.open(encoding="utf-8-sig", newline="") as source:
            self._rows = {row[_ID]: row for row in csv.DictReader(source, delimiter=";")}
        children = Counter(row[_CHILD] for row in self._rows.values())
        self._pairs = sum(count * (count - 1) // 2 for count in children.values())

    def quality(self, found: Iterable[tuple[str, str]]) -> Quality:
        """Of pairs of account numbers."""
        right, wrong, twins = 0, 0, 0
        for left, right_id in found:
            one, other = self._rows[left], self._rows[right_id]
            if one[_CHILD] == other[_CHILD]:
                right += 1
            else:
                wrong += 1
                twins += one[_BIRTH] == other[_BIRTH] and one[_NAME] != other[_NAME]
        return quality_of(right, wrong, self._pairs, twins)


def quality_of(right: int, wrong: int, pairs: int, twins: int = 0) -> Quality:
    """Of so many right and wrong pairs found, where there are `pairs` to be found."""
    precision, recall = right / max(1, right + wrong), right / max(1, pairs)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return Quality(precision, recall, f1, twins)


def pairs_of_link(file: Path) -> Iterator[tuple[str, str]]:
    """The pairs that `sverka link` is sure of, from its `pairs.csv`."""
    with file.open(encoding="utf-8-sig", newline="") as source:
        for row in csv.DictReader(source, delimiter=";"):
            if row["verdict"] == _SAME:
                yield row["id_left"], row["id_right"]


def pairs_of_peer(file: Path) -> Iterator[tuple[str, str]]:
    """The pairs that a peer wrote."""
    with file.open(encoding="utf-8", newline="") as source:
        yield from ((left, right) for left, right in csv.reader(source))
