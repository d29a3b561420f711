"""Names drawn with the frequencies of the open package `russiannames`."""

import random
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import Any, Generic, NamedTuple, TypeVar

import pyarrow.parquet as pq
from rapidfuzz.distance import Levenshtein

from sverka.matching.forms import is_known_name
from sverka.people.variants import given_key

# Below this count a spelling is a slip of the source more often than a name.
_RARE = 20
_SEXES = {"м": "m", "ж": "f"}

Drawn = TypeVar("Drawn")
#: As a man bears it and as a woman does.
Forms = tuple[str, str]


class FullName(NamedTuple):
    """Surname, first name, patronymic of one person."""

    surname: str
    name: str
    patronymic: str


class _Weighted(Generic[Drawn]):
    def __init__(self, items: Sequence[Drawn], counts: Sequence[int], rng: random.Random) -> None:
        self._items, self._rng = items, rng
        self._sums = list(accumulate(counts))

    def draw(self) -> Drawn:
        return self._rng.choices(self._items, cum_weights=self._sums)[0]


class Names:
    """Draws whole names, and the forms that relatives bear."""

    def __init__(self, rng: random.Random) -> None:
        pairs, counts = _surnames()
        self._surnames = _Weighted(pairs, counts, rng)
        self._female_surname = dict(pairs)
        self._male_surname = {female: male for male, female in pairs}
        self._names = {sex: _Weighted(*_first_names(code), rng) for sex, code in _SEXES.items()}
        forms, counts = _patronymics()
        self._patronymics = _Weighted(forms, counts, rng)
        self._patronymic_pair = {form: pair for pair in forms for form in pair}

    def person(self, sex: str) -> FullName:
        at = 0 if sex == "м" else 1
        surname, patronymic = self._surnames.draw(), self._patronymics.draw()
        return FullName(surname[at], self.name(sex), patronymic[at])

    def name(self, sex: str) -> str:
        return self._names[sex].draw()

    def alike(self, name: str, sex: str) -> list[str]:
        """Real names that differ from this one in a letter or two."""
        return [
            other
            for other in filter(is_known_name, _first_names(_SEXES[sex])[0])
            if given_key(other) != given_key(name)
            and Levenshtein.distance(name, other, score_cutoff=2) <= 2
        ]

    def surname(self, sex: str) -> str:
        return self._surnames.draw()[0 if sex == "м" else 1]

    def relative(self, surname: str, patronymic: str, sex: str) -> tuple[str, str]:
        """Surname and patronymic as a brother or sister of that sex bears them."""
        if sex == "м":
            surname = self._male_surname.get(surname, surname)
        else:
            surname = self._female_surname.get(surname, surname)
        return surname, self._patronymic_pair[patronymic][0 if sex == "м" else 1]


@cache
def _surnames() -> tuple[list[Forms], list[int]]:
    """A man's form and a woman's, and their counts."""
    rows = _table("surnames", "gender", "f_form")
    men = [row for row in rows if row["gender"] == "m" and row["f_form"]]
    return [(row["text"], row["f_form"]) for row in men], [row["count"] for row in men]


@cache
def _first_names(gender: str) -> tuple[list[str], list[int]]:
    rows = _table("names", "gender")
    names = [row for row in rows if row["gender"] == gender and row["count"] >= _RARE]
    return [row["text"] for row in names], [row["count"] for row in names]


@cache
def _patronymics() -> tuple[list[Forms], list[int]]:
    """Of each father's name the most frequent forms for son and daughter, and their counts."""
    forms: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for row in _table("midnames", "gender", "fname"):
        if row["fname"] and row["count"] >= _RARE:
            best = forms[row["fname"]].get(row["gender"], (0, ""))
            forms[row["fname"]][row["gender"]] = max(best, (row["count"], row["text"]))
    both = [form for form in forms.values() if {"m", "f"} <= form.keys()]
    return (
        [(form["m"][1], form["f"][1]) for form in both],
        [form["m"][0] + form["f"][0] for form in both],
    )


def _table(name: str, *columns: str) -> list[dict[str, Any]]:
    """`text`, `count` and `columns` of one of the package's tables, the most frequent first."""
    with resources.as_file(resources.files("russiannames") / "data" / f"{name}.parquet") as file:
        table = pq.read_table(file, columns=["text", "count", *columns])
    rows: list[dict[str, Any]] = table.to_pylist()
    return sorted(rows, key=lambda row: (-row["count"], row["text"]))
