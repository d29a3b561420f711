"""The list of everything that was left out or needs a look; nothing is dropped without a line."""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self, TextIO

from msgspec import Struct

from sverka.matching.contingent.vocabulary import Problem
from sverka.spreadsheets.escaping import escaped
from sverka.texts import text

HEADING = ("file", "row", "id", "problem", "column", "value", "text")


class Finding(Struct, frozen=True):
    """One thing that was left out, or is listed for a person to look at."""

    problem: Problem
    #: The file, and the sheet where there is one.
    place: str
    row: int | None = None
    id: str = ""
    column: str = ""
    value: str = ""
    #: What is wrong; empty where the problem alone says it.
    words: str = ""


class LeftOut:
    """Writes `left_out.csv` while the files are read, and counts what it writes."""

    def __init__(self, target: TextIO) -> None:
        self._rows = csv.writer(target, delimiter=";")
        self._counts: Counter[Problem] = Counter()
        self._rows.writerow(HEADING)

    @classmethod
    @contextmanager
    def into(cls, file: Path) -> Iterator[Self]:
        with file.open("w", encoding="utf-8-sig", newline="") as target:
            yield cls(target)

    def tell(self, finding: Finding) -> None:
        self._counts[finding.problem] += 1
        cells = (finding.place, finding.row, finding.id, finding.problem.value, finding.column)
        words = finding.words or text(f"link.left-out.{finding.problem.value}")
        self._rows.writerow(escaped(str(cell or "")) for cell in (*cells, finding.value, words))

    def tell_all(self, findings: Iterable[Finding]) -> None:
        for finding in findings:
            self.tell(finding)

    @property
    def counts(self) -> dict[str, int]:
        return {problem.value: self._counts[problem] for problem in Problem}
