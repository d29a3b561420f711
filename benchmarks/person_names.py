"""Names drawn with the frequencies of the open package `russiannames`."""

import random
from collections import defaultdict
from collections.abc import Sequence
from importlib import resources
from itertools import accumulate
from typing import Any, Generic, NamedTuple, TypeVar

import pyarrow.parquet as pq

# Below this count a spelling is a slip of the source more often than a name.
_RARE = 20
_SEXES = {"м": "m", "ж": "f"}

Drawn = TypeVar("Drawn")


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
        surnames = [row for row in _table("surnames") if row["gender"] == "m" and row["f_form"]]
        pairs: list[tuple[str, str]] = [(row["text"], row["f_form"]) for row in surnames]
        self._surnames = _Weighted(pairs, [row["count"] for row in surnames], rng)
        self._female_surname = dict(pairs)
        self._male_surname = {female: male for male, female in pairs}
        names = [row for row in _table("names") if row["count"] >= _RARE]
        self._names: dict[str, _Weighted[str]] = {
            sex: _Weighted(
                [row["text"] for row in names if row["gender"] == code],
                [row["count"] for row in names if row["gender"] == code],
                rng,
            )
            for sex, code in _SEXES.items()
        }
        fathers = _patronymics()
        forms = [(male, female) for male, female, _ in fathers]
        self._patronymics = _Weighted(forms, [count for _, _, count in fathers], rng)
        self._patronymic_pair = {form: pair for pair in forms for form in pair}

    def person(self, sex: str) -> FullName:
        at = 0 if sex == "м" else 1
        surname, patronymic = self._surnames.draw(), self._patronymics.draw()
        return FullName(surname[at], self.name(sex), patronymic[at])

    def name(self, sex: str) -> str:
        return self._names[sex].draw()

    def surname(self, sex: str) -> str:
        return self._surnames.draw()[0 if sex == "м" else 1]

    def relative(self, surname: str, patronymic: str, sex: str) -> tuple[str, str]:
        """Surname and patronymic as a brother or sister of that sex bears them."""
        if sex == "м":
            surname = self._male_surname.get(surname, surname)
        else:
            surname = self._female_surname.get(surname, surname)
        return surname, self._patronymic_pair[patronymic][0 if sex == "м" else 1]


def _patronymics() -> list[tuple[str, str, int]]:
    """Of each father's name the most frequent forms for son and daughter, with their count."""
    forms: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for row in _table("midnames"):
        if row["fname"] and row["count"] >= _RARE:
            best = forms[row["fname"]].get(row["gender"], (0, ""))
            forms[row["fname"]][row["gender"]] = max(best, (row["count"], row["text"]))
    return [
        (form["m"][1], form["f"][1], form["m"][0] + form["f"][0])
        for form in forms.values()
        if {"m", "f"} <= form.keys()
    ]


def _table(name: str) -> list[dict[str, Any]]:
    """One of the package's tables as rows, the most frequent first."""
    with resources.as_file(resources.files("russiannames") / "data" / f"{name}.parquet") as file:
        rows: list[dict[str, Any]] = pq.read_table(file).to_pylist()
    return sorted(rows, key=lambda row: (-row["count"], row["text"]))
