"""Names, numbers and places for a family: the same index always gives the same ones."""

import tomllib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from tests.stand.model import Child, Entry, Line, Organisation, Sex

FIRST_NUMBER = 100_000
NUMBERS_PER_FAMILY = 10


@cache
def names() -> dict[str, Any]:
    """The lists of `names.toml`."""
    return tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Cast:
    """Everything a case needs to tell its story with people of its own."""

    index: int

    def child(self, born: int = 2015) -> Child:
        """The family's child: a boy where the index is even."""
        male = self.index % 2 == 0
        surname = self.pick("surnames") + ("" if male else "а")
        first = self.pick("boys" if male else "girls")
        father = self.pick("fathers") + ("вич" if male else "вна")
        birth = date(born, 1, 1) + timedelta(days=self.index * 53 % 365)
        sex = Sex.MALE if male else Sex.FEMALE
        return Child(f"{surname} {first} {father}", sex, birth)

    def school(self, n: int) -> Organisation:
        """The family's n-th school; different n are different schools."""
        return self._place("schools", n)

    def kindergarten(self, n: int = 0) -> Organisation:
        """The family's n-th kindergarten."""
        return self._place("kindergartens", n)

    def additional(self, n: int = 0) -> Organisation:
        """The family's n-th organisation of additional education."""
        return self._place("additional", n)

    def line(
        self,
        order: int,
        place: Organisation,
        class_: str = "",
        enrolled: str | None = None,
        departed: str | None = None,
        entry: Entry = Entry.ORDER,
        child: Child | None = None,
    ) -> Line:
        """An enrolment whose account was the `order`-th to be created for this child."""
        return Line(
            number=FIRST_NUMBER + self.index * NUMBERS_PER_FAMILY + order,
            child=child or self.child(),
            place=place,
            class_=class_,
            enrolled=date.fromisoformat(enrolled) if enrolled else None,
            departed=date.fromisoformat(departed) if departed else None,
            entry=entry,
        )

    def pick(self, key: str) -> str:
        """The family's entry of the list `key`."""
        values: list[str] = names()[key]
        return values[self.index % len(values)]

    def _place(self, key: str, n: int) -> Organisation:
        places: list[str] = names()[key]
        at = (self.index + n) % len(places)
        districts, settlements = names()["districts"], names()["settlements"]
        return Organisation(
            places[at], districts[at % len(districts)], settlements[at % len(settlements)]
        )


def renamed(child: Child, name: str) -> Child:
    """The same child under another name."""
    return replace(child, name=name)
