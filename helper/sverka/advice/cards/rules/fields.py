"""Rules about the fields of a card that must be filled, and the names in them."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from sverka.advice.cards.facts import CardFacts
from sverka.advice.cards.remark import Remark, doubt, error, hint
from sverka.pages.vocabulary import CardField
from sverka.people.blanks import is_blank
from sverka.people.folding import collapse, fold_lookalikes, fold_name, mixed_script_words
from sverka.texts import text

#: What the first stage of «Контингент» asks for, of a child and of a parent (source S2).
CHILD_FIELDS = (
    CardField.SURNAME,
    CardField.NAME,
    CardField.PATRONYMIC,
    CardField.BIRTH_DATE,
    CardField.BIRTH_PLACE,
    CardField.SEX,
    CardField.SNILS,
    CardField.CITIZENSHIP,
    CardField.DOCUMENT,
    CardField.ADDRESS_REGISTERED,
    CardField.ADDRESS_ACTUAL,
)
PARENT_FIELDS = (
    CardField.SURNAME,
    CardField.NAME,
    CardField.PATRONYMIC,
    CardField.BIRTH_DATE,
    CardField.SNILS,
    CardField.CITIZENSHIP,
    CardField.DOCUMENT,
)
#: Marked with three asterisks on the card (source S4); a printed card shows no marks.
_ALWAYS_REQUIRED = frozenset(
    {CardField.SURNAME, CardField.NAME, CardField.DISPLAY_NAME, CardField.LOGIN}
)
_NAMES = (CardField.SURNAME, CardField.NAME, CardField.PATRONYMIC)
# Letters, and between them a space, a hyphen or an apostrophe.
_NAME = re.compile(r"[^\W\d_]+(?:[ \-‐‑'’ʼ`]+[^\W\d_]+)*")


def c01_child_fields(facts: CardFacts) -> Iterator[Remark]:
    """The fields that must be filled for a child."""
    if facts.is_pupil:
        yield from _empty_fields(facts, "C-01", CHILD_FIELDS)


def c02_parent_fields(facts: CardFacts) -> Iterator[Remark]:
    """The fields that must be filled for a parent."""
    if not facts.is_pupil:
        yield from _empty_fields(facts, "C-02", PARENT_FIELDS)


def c07_names(facts: CardFacts) -> Iterator[Remark]:
    """Names with letters of two alphabets, digits, spare spaces, a dash for the patronymic."""
    for field in _NAMES:
        typed = facts.card.fields.get(field, "")
        if is_blank(fold_name(typed)):
            if field is CardField.PATRONYMIC and typed.strip() and not facts.card.no_patronymic:
                yield doubt("C-07", "dash", field, typed=typed.strip())
        elif field is CardField.PATRONYMIC and facts.card.no_patronymic:
            yield doubt("C-07", "ticked", field)
        else:
            yield from _slip_in_name(field, typed)


def c08_required_fields(facts: CardFacts) -> Iterator[Remark]:
    """The fields marked with three asterisks."""
    for field in facts.card.fields:
        if field in _required(facts) and not facts.card.fields[field].strip():
            yield error("C-08", "empty", field)


def _empty_fields(facts: CardFacts, rule: str, fields: Iterable[CardField]) -> Iterator[Remark]:
    """One remark beside each empty field, with the count of all; fields not shown do not count."""
    shown = [field for field in fields if facts.shows(field)]
    empty = [field for field in shown if not _is_filled(facts, field)]
    names = {
        "filled": len(shown) - len(empty),
        "shown": len(shown),
        "percent": round(100 * (len(shown) - len(empty)) / len(shown)) if shown else 0,
        "empty": ", ".join(text(f"cards.field.{field.value}") for field in empty),
    }
    for field in empty:
        if field not in _required(facts) and not _says_none(facts, field):
            yield doubt(rule, "empty", field, **names)


def _says_none(facts: CardFacts, field: CardField) -> bool:
    """Whether a dash or a word stands for the patronymic, which is told of by itself."""
    return field is CardField.PATRONYMIC and bool(facts.card.fields.get(field, "").strip())


def _is_filled(facts: CardFacts, field: CardField) -> bool:
    ticked = field is CardField.PATRONYMIC and facts.card.no_patronymic
    return ticked or bool(facts.value(field))


def _required(facts: CardFacts) -> frozenset[CardField]:
    return _ALWAYS_REQUIRED | facts.card.required


def _slip_in_name(field: CardField, typed: str) -> Iterator[Remark]:
    """The first slip of the keyboard in a name, with the name as it should stand."""
    tidy = collapse(typed)
    mended = fold_lookalikes(tidy)
    proposed = mended[0].upper() + mended[1:]
    if mixed_script_words(typed):
        words = ", ".join(mixed_script_words(typed))
        yield replace(error("C-07", "mixed-script", field, words=words), proposed=proposed)
    elif not _NAME.fullmatch(tidy):
        yield error("C-07", "signs", field)
    elif _begins_with_particle(tidy):
        yield hint("C-07", "particle", field)
    elif tidy[0].islower():
        is_one_word = " " not in tidy
        remark = doubt("C-07", "small-letter", field)
        yield replace(remark, proposed=proposed if is_one_word else None)
    elif tidy != typed:
        yield replace(doubt("C-07", "spaces", field), proposed=proposed)


def _begins_with_particle(name: str) -> bool:
    """Whether only the beginning is small, as in «фон Браун»: it may be right so."""
    first, _, rest = name.partition(" ")
    return first.islower() and rest[:1].isupper()
