"""How frequent a surname, first name or patronymic is: two Ивановы say less than two Гурджиевы."""

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct


class Terms(Struct, frozen=True, gc=False):
    """The share of each frequent term among all people; `rest` is the share of any other one."""

    rest: float
    total: int
    counts: dict[str, int]

    def share(self, term: str) -> float:
        return max(self.counts.get(term, 0) / self.total, self.rest)


class Frequencies(Struct, frozen=True, gc=False):
    """One table for each field with term frequencies; the terms are in the model's ASCII form.

    `known_names` are first names that are none's slip.
    """

    surname: Terms
    name: Terms
    patronymic: Terms
    known_names: frozenset[str]


@cache
def frequencies() -> Frequencies:
    """The shipped tables, made by `scripts/name_frequencies.py`."""
    file = Path(__file__).with_name("frequencies.json")
    return msgspec.json.decode(file.read_bytes(), type=Frequencies)
