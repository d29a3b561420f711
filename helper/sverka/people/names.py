"""A person's name: its parts as typed, and the forms in which names are compared."""

import re
from enum import StrEnum
from functools import cache, lru_cache

import msgspec
from msgspec import Struct

from sverka.people.blanks import is_blank
from sverka.people.folding import collapse, fold_name
from sverka.people.variants import given_key, patronymic_key
from sverka.tables import table_beside

_PATRONYMICS_REMEMBERED = 1024
# Few children of a report share a whole name, but most of its parts are met again and again.
_PARTS_REMEMBERED = 4096


class _Forms(Struct, frozen=True, gc=False):
    surname: list[list[str]]
    patronymic: list[list[str]]
    no_name: frozenset[str]
    men: list[str]
    women: list[str]


class Sex(StrEnum):
    """As printed on a page, or told by a name."""

    MALE = "male"
    FEMALE = "female"


_LETTER = r"[^\W\d_]"
# At least two letters: an initial tells nobody's name.
_WORD = rf"(?=\S\S){_LETTER}+(?:[-'’ʼ`]{_LETTER}+)*"
_WORDS = re.compile(rf"{_WORD}(?: {_WORD})*")

_HYPHEN = re.compile("[-‐‑]")
_HYPHEN_BETWEEN_WORDS = re.compile(rf"(?<={_LETTER}) ?([-‐‑]) ?(?={_LETTER})")


@cache
def _forms() -> _Forms:
    return msgspec.convert(table_beside(__file__, "name_forms.toml"), _Forms)


@cache
def _bearers() -> dict[str, Sex]:
    men = dict.fromkeys(map(given_key, _forms().men), Sex.MALE)
    return men | dict.fromkeys(map(given_key, _forms().women), Sex.FEMALE)


class PersonName(Struct, frozen=True, gc=False):
    """Surname, first name and patronymic as typed; a missing part is an empty string."""

    surname: str
    name: str
    patronymic: str

    @classmethod
    def from_full(cls, full: str) -> "PersonName":
        """Split «Фамилия Имя Отчество»; everything after the second word is the patronymic.

        A hyphen with spaces («Салтыков - Щедрин») joins two words to one.
        """
        told = collapse(full)
        if _HYPHEN.search(told):
            told = _HYPHEN_BETWEEN_WORDS.sub(r"\1", told)
        surname, _, rest = told.partition(" ")
        name, _, patronymic = rest.partition(" ")
        return cls(surname, name, _typed_patronymic(patronymic))

    @classmethod
    def from_parts(cls, surname: str, name: str, patronymic: str) -> "PersonName":
        """Take the parts; what is typed for «no patronymic» counts as none."""
        return cls(collapse(surname), collapse(name), _typed_patronymic(collapse(patronymic)))

    @property
    def full(self) -> str:
        # Nearly all names are told in full, and all accounts of a report ask.
        if self.surname and self.name and self.patronymic:
            return f"{self.surname} {self.name} {self.patronymic}"
        return " ".join(filter(None, (self.surname, self.name, self.patronymic)))

    def is_told_in_full(self) -> bool:
        """Whether surname and first name are written out: initials and asterisks prove nobody."""
        return self.identity() is not None

    def identity(self) -> str | None:
        """The folded name, `None` where it is not told in full."""
        surname, name = _folded_words(self.surname), _folded_words(self.name)
        patronymic = _folded_words(self.patronymic) if self.patronymic else ""
        if not surname or not name or patronymic is None or " " in surname or " " in name:
            return None
        folded = f"{surname} {name} {patronymic}" if patronymic else f"{surname} {name}"
        return None if folded in _forms().no_name else folded

    def is_capitalised(self) -> bool:
        """Whether every word begins as names do: «Всего дублей» does not."""
        return all(word[0].isupper() for word in self.full.split())

    def folded(self) -> str:
        """The whole name in the form in which equal names are equal."""
        return fold_name(self.full)

    def family(self) -> tuple[str, str] | None:
        """Surname and patronymic without their gender: equal for brother and sister.

        `None` without a patronymic, because then a shared surname says too little.
        """
        if not self.patronymic:
            return None
        return surname_root(self.surname), patronymic_root(self.patronymic)

    def sex(self) -> Sex | None:
        """The sex the patronymic tells, else a first name of one sex only; `None` if neither."""
        patronymic = patronymic_key(self.patronymic)
        for masculine, feminine, _ in _forms().patronymic:
            if patronymic.endswith(feminine):
                return Sex.FEMALE
            if patronymic.endswith(masculine):
                return Sex.MALE
        return _bearers().get(given_key(self.name))


@lru_cache(_PARTS_REMEMBERED)
def _folded_words(part: str) -> str | None:
    """A part of a name, folded; `None` where a word of it is not written out."""
    return fold_name(part) if _WORDS.fullmatch(part) else None


def surname_root(surname: str) -> str:
    """A surname without its gender: equal for father and daughter."""
    return _genderless(fold_name(surname), _forms().surname)


def patronymic_root(patronymic: str) -> str:
    """A patronymic without its gender: equal for son and daughter."""
    return _genderless(patronymic_key(patronymic), _forms().patronymic)


@lru_cache(_PATRONYMICS_REMEMBERED)
def _typed_patronymic(typed: str) -> str:
    return "" if is_blank(fold_name(typed)) else typed


def _genderless(word: str, endings: list[list[str]]) -> str:
    for masculine, feminine, kind in endings:
        for ending in (feminine, masculine):
            stem = word.removesuffix(ending)
            if stem and stem != word:
                return f"{stem}|{kind}"
    return word
