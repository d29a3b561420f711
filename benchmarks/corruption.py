"""What goes wrong when a child is typed a second time."""

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from benchmarks.person_names import Names

if TYPE_CHECKING:
    from benchmarks.contingent import Child

_TWO_SLIPS = 0.15
_SNILS_WEIGHTS = range(9, 0, -1)
_KEYS_BESIDE = {
    "а": "вп", "б": "ью", "в": "аы", "г": "нш", "д": "лж", "е": "кн", "з": "щх", "и": "мт",
    "к": "уе", "л": "од", "м": "си", "н": "ег", "о": "рл", "п": "ар", "р": "по", "с": "чм",
    "т": "иь", "у": "цк", "ш": "гщ", "я": "фч", "ь": "тб", "ы": "фв",
}  # fmt: skip
_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТХаеорсху", "ABEKMHOPCTXaeopcxy")
_GARBAGE = ("", "", "", "-", "нет", ".")
_OTHER_SPELLINGS = {
    "Наталья": "Наталия", "Наталия": "Наталья", "София": "Софья", "Софья": "София",
    "Данил": "Даниил", "Даниил": "Данил", "Мария": "Марья", "Юлия": "Юлья",
    "Геннадий": "Генадий", "Ксения": "Ксенья",
}  # fmt: skip
_OTHER_ENDINGS = (
    ("евич", "ич"), ("иевич", "ьевич"), ("ьевич", "иевич"), ("иевна", "ьевна"), ("ьевна", "иевна"),
    (" оглы", "-оглы"), ("оглы", " оглы"),
)  # fmt: skip


def snils_of(number: int) -> str:
    """The СНИЛС of nine digits, with its check digits."""
    digits = f"{number:09}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, _SNILS_WEIGHTS, strict=True))
    return f"{digits[:3]}-{digits[3:6]}-{digits[6:]} {total % 101 % 100:02}"


def corrupt(child: "Child", names: Names, rng: random.Random) -> "Child":
    """The line with one slip or two, or (three times in ten) with none."""
    slips = rng.choices(list(_SLIPS), weights=list(_SLIPS.values()))
    if rng.random() < _TWO_SLIPS:
        slips += rng.choices(list(_SLIPS), weights=list(_SLIPS.values()))
    for slip in slips:
        child = slip(child, names, rng)
    return child


def _none(child: "Child", _names: Names, _rng: random.Random) -> "Child":
    return child


def _yo(child: "Child", _names: Names, _rng: random.Random) -> "Child":
    surname, name = child.surname, child.name
    if "ё" in surname + name:
        return replace(child, surname=surname.replace("ё", "е"), name=name.replace("ё", "е"))
    return replace(child, surname=surname.replace("е", "ё", 1))


def _double_surname(child: "Child", names: Names, rng: random.Random) -> "Child":
    return replace(child, surname=f"{child.surname}{rng.choice('- ')}{names.surname(child.sex)}")


def _latin(child: "Child", _names: Names, rng: random.Random) -> "Child":
    at = rng.randrange(len(child.surname))
    letter = child.surname[at].translate(_LOOK_ALIKE)
    return replace(child, surname=child.surname[:at] + letter + child.surname[at + 1 :])


def _typo_in(field: str) -> Callable[["Child", Names, random.Random], "Child"]:
    def slip(child: "Child", _names: Names, rng: random.Random) -> "Child":
        return replace(child, **{field: _typo(getattr(child, field), rng)})

    return slip


def _typo(word: str, rng: random.Random) -> str:
    """A letter left out, doubled, swapped with the next, or taken from the key beside it."""
    if len(word) < 3:
        return word
    at = rng.randrange(1, len(word) - 1)
    before, letter, after = word[:at], word[at], word[at + 1 :]
    kind = rng.randrange(4)
    if kind == 0:
        return before + after
    if kind == 1:
        return before + letter * 2 + after
    if kind == 2:
        return before + after[0] + letter + after[1:]
    return before + rng.choice(_KEYS_BESIDE.get(letter, letter)) + after


def _day_and_month(child: "Child", _names: Names, _rng: random.Random) -> "Child":
    day, month, year = child.birth.split(".")
    return replace(child, birth=f"{month}.{day}.{year}") if int(day) <= 12 else child


def _one_digit(child: "Child", _names: Names, rng: random.Random) -> "Child":
    day, month, year = child.birth.split(".")
    part = rng.randrange(3)
    if part == 0:
        day = f"{rng.randrange(1, 29):02}"
    elif part == 1:
        month = f"{rng.randrange(1, 13):02}"
    else:
        year = str(int(year) + rng.choice((-1, 1, -10)))
    return replace(child, birth=f"{day}.{month}.{year}")


def _no_patronymic(child: "Child", _names: Names, rng: random.Random) -> "Child":
    return replace(child, patronymic=rng.choice(_GARBAGE))


def _spelled_otherwise(child: "Child", _names: Names, _rng: random.Random) -> "Child":
    for ending, other in _OTHER_ENDINGS:
        if child.patronymic.endswith(ending):
            stem = child.patronymic.removesuffix(ending)
            child = replace(child, patronymic=stem + other)
            break
    return replace(child, name=_OTHER_SPELLINGS.get(child.name, child.name))


def _swapped(child: "Child", _names: Names, _rng: random.Random) -> "Child":
    return replace(child, surname=child.name, name=child.surname)


def _new_surname(child: "Child", names: Names, _rng: random.Random) -> "Child":
    """A changed surname, told by the same СНИЛС: without one nobody could know."""
    return replace(child, surname=names.surname(child.sex)) if child.snils else child


def _certificate_digit(child: "Child", _names: Names, rng: random.Random) -> "Child":
    if not child.certificate:
        return child
    return replace(child, certificate=child.certificate[:-1] + str(rng.randrange(10)))


def _new_certificate(child: "Child", _names: Names, rng: random.Random) -> "Child":
    if not child.certificate:
        return child
    return replace(
        child, certificate=f"VI-{child.certificate[-10:-9]}Я № {rng.randrange(10**6):06}"
    )


def _anothers_snils(child: "Child", _names: Names, rng: random.Random) -> "Child":
    """The number of a parent in the child's field."""
    return replace(child, snils=snils_of(rng.randrange(1_002_000, 999_999_999)))


def _other_sex(child: "Child", _names: Names, _rng: random.Random) -> "Child":
    return replace(child, sex="ж" if child.sex == "м" else "м")


#: Each slip with its weight; a first slip of «none» is what the site's own report would find.
_SLIPS: dict[Callable[["Child", Names, random.Random], "Child"], int] = {
    _none: 60,
    _yo: 16,
    _double_surname: 6,
    _latin: 10,
    _typo_in("surname"): 18,
    _typo_in("name"): 14,
    _typo_in("patronymic"): 14,
    _day_and_month: 8,
    _one_digit: 12,
    _no_patronymic: 16,
    _spelled_otherwise: 10,
    _swapped: 4,
    _new_surname: 6,
    _certificate_digit: 6,
    _new_certificate: 1,
    _anothers_snils: 1,
    _other_sex: 1,
}
