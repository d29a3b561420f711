"""The forms under which two spellings of one word are equal (names and captions)."""

import re
import unicodedata
from functools import lru_cache

# Letters that look alike on screen; case matters, because only capitals B, H, K, M, T do.
_LATIN = "ABCEHKMOPTXYaceopxyk"
_CYRILLIC = "АВСЕНКМОРТХУасеорхук"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)

_LATIN_LETTER = re.compile(r"[A-Za-z]")
# Stress marks, soft hyphens and marks of width zero: copied along, seen by nobody.
_UNSEEN = "\u0301\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff"
_PLAIN = str.maketrans("‐‑‒–—―−’‘ʼ`´ёЁ", "-------'''''еЕ", _UNSEEN)

_NOT_PLAIN = re.compile(rf"[ёЁ‐‑‒–—―−’‘ʼ`´{_UNSEEN}\u0300-\u036f]")
_WORD = re.compile(r"[^\W\d_]+")
_HAS_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_HAS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SPACED_HYPHEN = re.compile(r"\s*-\s*")
_NOT_CAPTION = re.compile(r"[\W_]+")
# One ASCII character for one letter; letters of other Cyrillic alphabets read as their Russian kin.
_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґәғқңөұүһҷӣӯ"
_ASCII = str.maketrans(_LETTERS, "ABVGDEJZIYKLMNOPRSTUFHC4W37QX160258GAGKNOUUH4IU")
_NOT_ASCII = re.compile(r"[^\x20-\x7e]")
_NUMBER_SIGN = "№"
NUMBER_WORD = "номер"
_CAPTIONS_REMEMBERED = 4096
# The accounts of one child stand near each other, so a few names are asked for again and again.
_NAMES_REMEMBERED = 256


def collapse(text: str) -> str:
    """`text` with every run of white space (no-break spaces too) as one space."""
    return " ".join(text.split())


def fold_lookalikes(text: str) -> str:
    """Latin letters that look Cyrillic become Cyrillic.

    Only in words that hold a Cyrillic letter already or consist of look-alikes alone, so that
    «Pecypсы» and `OO` are mended and a word that is really Latin stays.
    """
    return _WORD.sub(_fold_word, text) if _LATIN_LETTER.search(text) else text


def _fold_word(found: re.Match[str]) -> str:
    word = found.group()
    if _HAS_CYRILLIC.search(word) or all(letter in _LATIN for letter in word):
        return word.translate(_TO_CYRILLIC)
    return word


def mixed_script_words(text: str) -> tuple[str, ...]:
    """The words that hold both Latin and Cyrillic letters, as typed: a slip of the keyboard."""
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    return tuple(word for word in words if _HAS_LATIN.search(word) and _HAS_CYRILLIC.search(word))


@lru_cache(_NAMES_REMEMBERED)
def fold_name(text: str) -> str:
    """The form in which two spellings of a person's or an organisation's name are compared."""
    if _NOT_PLAIN.search(text) or not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text).translate(_PLAIN)
    folded = collapse(fold_lookalikes(text)).casefold()
    return _SPACED_HYPHEN.sub("-", folded) if "-" in folded else folded


@lru_cache(maxsize=_CAPTIONS_REMEMBERED)
def fold_words(text: str) -> tuple[str, ...]:
    """The words of a caption, folded; punctuation separates words, `№` reads as «номер»."""
    spelled = text.replace(_NUMBER_SIGN, f" {NUMBER_WORD} ")
    return tuple(word for word in _NOT_CAPTION.split(fold_name(spelled)) if word)


def fold_caption(text: str) -> str:
    """A caption without case, «ё», punctuation and spaces: the key of the synonym lists."""
    return "".join(fold_words(text))


def to_ascii(folded: str) -> str:
    """A folded name with one ASCII character for each letter, so that bytes count as letters."""
    return _NOT_ASCII.sub("?", folded.translate(_ASCII))
