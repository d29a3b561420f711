"""Synthetic contingents with known duplicates: real frequencies of names, invented children.

python -m benchmarks.contingent 100000 1 contingent.csv
"""

import csv
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import astuple, replace

from benchmarks.corruption import corrupt, snils_of
from benchmarks.person_names import Names
from sverka.people.variants import given_key

_DUPLICATES = 0.05
_SIBLINGS = 0.02
_NAMESAKES = 0.0002
_TWINS_AMONG_SIBLINGS = 0.5
_TWINS_WHOSE_NAMES_ARE_ALIKE = 0.3
_NO_SNILS, _NO_SNILS_IN_DUPLICATE = 0.33, 0.55
_NO_CERTIFICATE, _NO_CERTIFICATE_IN_DUPLICATE = 0.1, 0.4
_PUPILS_OF_ONE_ORGANISATION = 600
_LAST_DAY = date(2026, 11, 1)
_FIRST_DAY, _DAYS_OF_BIRTH = date(2008, 9, 1), 15 * 365
_SERIES = ("I", "II", "III", "IV", "V")
_SERIES_LETTERS = "АБВГДЕЖЗИКЛМНОПРСТУФ"

COLUMNS = (
    "ИД",
    "Эталон",
    "Фамилия",
    "Имя",
    "Отчество",
    "Дата рождения",
    "Пол",
    "СНИЛС",
    "Свидетельство о рождении",
    "Организация",
    "Дата зачисления",
)


class Child(Struct, frozen=True):
    """One line of a contingent, as typed; `child` is the truth: equal for accounts of one child."""

    child: int
    surname: str
    name: str
    patronymic: str
    birth: str
    sex: str
    snils: str
    certificate: str
    organisation: str
    enrolled: str


class Contingent:
    """Draws the children of one seed; the same seed and size give the same lines."""

    def __init__(self, rows: int, seed: int) -> None:
        self._rows = rows
        self._rng = random.Random(seed)  # noqa: S311
        self._names = Names(self._rng)
        self._organisations = max(2, rows // _PUPILS_OF_ONE_ORGANISATION)
        self._children = 0

    def lines(self) -> list[Child]:
        """All lines, shuffled."""
        rng, rows = self._rng, self._rows
        lines: list[Child] = []
        while len(lines) < rows:
            child = self._newcomer()
            lines.append(child)
            chance = rng.random()
            if chance < _SIBLINGS / 2:
                lines.append(self._sibling(child))
            elif chance < _SIBLINGS / 2 + _NAMESAKES:
                lines.append(self._namesake(child))
            elif chance < _SIBLINGS / 2 + _NAMESAKES + _DUPLICATES / (1 - _DUPLICATES):
                lines.append(self._second_account(child))
        rng.shuffle(lines)
        return lines[:rows]

    def _newcomer(self) -> Child:
        rng = self._rng
        self._children += 1
        sex = rng.choice("мж")
        person = self._names.person(sex)
        birth = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS_OF_BIRTH))
        return Child(
            child=self._children,
            surname=person.surname,
            name=person.name,
            patronymic=person.patronymic,
            birth=_typed(birth),
            sex=sex,
            snils=_snils(rng, _NO_SNILS),
            certificate=_certificate(rng, _NO_CERTIFICATE),
            organisation=self._organisation(),
            enrolled=_typed(self._enrolment(birth)),
        )

    def _sibling(self, child: Child) -> Child:
        """A brother or sister; twins share the birth date and hold neighbouring certificates."""
        rng = self._rng
        other = self._newcomer()
        surname, patronymic = self._names.relative(child.surname, child.patronymic, other.sex)
        sibling = replace(other, surname=surname, patronymic=patronymic)
        if rng.random() < _TWINS_AMONG_SIBLINGS:
            sibling = replace(sibling, name=self._name_of_twin(child, sibling.sex))
            sibling = replace(
                sibling,
                birth=child.birth,
                certificate=_next_number(child.certificate) if sibling.certificate else "",
                enrolled=child.enrolled,
            )
        return replace(sibling, organisation=child.organisation)

    def _name_of_twin(self, child: Child, sex: str) -> str:
        """Another name; often one that sounds alike, as parents of twins choose."""
        if sex == child.sex and self._rng.random() < _TWINS_WHOSE_NAMES_ARE_ALIKE:
            alike = self._names.alike(child.name, sex)
            if alike:
                return self._rng.choice(alike)
        name = self._names.name(sex)
        # Nobody names twins Наталья and Наталия.
        while given_key(name) == given_key(child.name):
            name = self._names.name(sex)
        return name

    def _namesake(self, child: Child) -> Child:
        """Another child of the same full name, born on the same day."""
        other = self._newcomer()
        return replace(
            child,
            child=other.child,
            snils=other.snils,
            certificate=other.certificate,
            organisation=other.organisation,
            enrolled=other.enrolled,
        )

    def _second_account(self, child: Child) -> Child:
        """The child entered once more elsewhere, with what goes wrong when people type."""
        rng = self._rng
        day, month, year = map(int, child.enrolled.split("."))
        later = date(year, month, day) + timedelta(days=rng.randrange(1, 900))
        later = min(later, _LAST_DAY)
        second = replace(
            child,
            organisation=self._organisation(),
            enrolled=_typed(later),
            snils=child.snils if rng.random() > _NO_SNILS_IN_DUPLICATE else "",
            certificate=child.certificate if rng.random() > _NO_CERTIFICATE_IN_DUPLICATE else "",
        )
        return corrupt(second, self._names, rng)

    def _organisation(self) -> str:
        return f"МБОУ СОШ № {self._rng.randrange(1, self._organisations + 1)}"

    def _enrolment(self, birth: date) -> date:
        """The child's first September in school or, for the youngest, in kindergarten."""
        year = min(birth.year + self._rng.choice((3, 7)), 2026)
        return date(year, 9, 1) - timedelta(days=self._rng.randrange(60))


def write_csv(file: Path, rows: int, seed: int) -> None:
    """Write a contingent as a region would export it: `;`, UTF-8 with BOM, CRLF."""
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow(COLUMNS)
        writer.writerows(_numbered(Contingent(rows, seed).lines()))


def _numbered(lines: list[Child]) -> Iterator[tuple[object, ...]]:
    for number, line in enumerate(lines, start=1):
        yield (number, *astuple(line))


def _typed(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year}"


def _snils(rng: random.Random, missing: float) -> str:
    number = snils_of(rng.randrange(1_002_000, 999_999_999))
    return "" if rng.random() < missing else number


def _certificate(rng: random.Random, missing: float) -> str:
    series = f"{rng.choice(_SERIES)}-{''.join(rng.choices(_SERIES_LETTERS, k=2))}"
    number = f"{series} № {rng.randrange(500_000, 999_990)}"
    return "" if rng.random() < missing else number


def _next_number(certificate: str) -> str:
    if not certificate:
        return ""
    series, _, number = certificate.rpartition(" ")
    return f"{series} {int(number) + 1}"


if __name__ == "__main__":
    asked_rows, asked_seed, target = sys.argv[1:]
    write_csv(Path(target), int(asked_rows), int(asked_seed))
