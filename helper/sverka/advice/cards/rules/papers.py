"""Rules about birth dates, СНИЛС and identity documents."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from sverka.advice.cards.facts import CardFacts, told
from sverka.advice.cards.remark import Remark, doubt, error, hint
from sverka.pages.records import Document
from sverka.pages.vocabulary import CardField, DocumentKind
from sverka.people.certificates import read_certificate
from sverka.people.dates import (
    DateProblem,
    DateRole,
    is_default_date,
    read_date,
)
from sverka.people.passports import read_passport
from sverka.people.snils import SnilsProblem, read_snils
from sverka.texts import text

_PASSPORT_AGE = 14
_PASSPORTS = frozenset({DocumentKind.PASSPORT, DocumentKind.FOREIGN_PASSPORT})
_FIELD = CardField.DOCUMENT
# The number sign and spaces are punctuation: a document may stand in one field or in two.
_PUNCTUATION = re.compile(r"[\s№]+")


def c03_snils(facts: CardFacts) -> Iterator[Remark]:
    """A СНИЛС that cannot be one."""
    read = read_snils(facts.value(CardField.SNILS))
    if read.problem is SnilsProblem.UNCHECKED:
        yield hint("C-03", "unchecked", CardField.SNILS, problem=read.message)
    elif read.problem:
        yield error("C-03", "wrong", CardField.SNILS, problem=read.message)


def c04_certificate(facts: CardFacts) -> Iterator[Remark]:
    """A birth certificate that is not written as such, with the form in which it should stand."""
    for document in facts.card.documents:
        if _kind(facts, document) is not DocumentKind.CERTIFICATE or not document.written:
            continue
        read = read_certificate(document.written)
        if read.problem:
            yield error("C-04", "wrong", _FIELD, problem=read.message)
        elif read.value and _plain(read.value) != _plain(document.written):
            yield replace(doubt("C-04", "form", _FIELD), proposed=read.value)


def c05_document(facts: CardFacts) -> Iterator[Remark]:
    """A document that does not go with the age or the citizenship, or was issued impossibly."""
    for document in facts.card.documents:
        yield from _against_age(facts, document)
        yield from _against_citizenship(facts, document)
        yield from _passport_number(facts, document)
        yield from _issued(facts, document)


def c06_birth_date(facts: CardFacts) -> Iterator[Remark]:
    """A birth date that cannot be, does not fit the role, or was put in by a program."""
    field = CardField.BIRTH_DATE
    typed = facts.value(field)
    if facts.birth.problem:
        reason = facts.birth.problem.value
        if facts.birth.problem is DateProblem.OUT_OF_RANGE:
            reason = "pupil-out-of-range" if facts.is_pupil else "parent-out-of-range"
        yield error("C-06", reason, field, typed=typed)
    elif facts.birth.value and is_default_date(facts.birth.value):
        yield doubt("C-06", "default", field, typed=typed)


def _kind(facts: CardFacts, document: Document) -> DocumentKind | None:
    """The kind that the card tells, else the one as which the number can be read.

    A foreign citizen's «Паспорт» is foreign; born here, he has a certificate that can be read.
    """
    is_certificate = bool(read_certificate(document.written).value)
    kind = document.kind
    if kind is None and is_certificate:
        kind = DocumentKind.CERTIFICATE
    elif kind is None and read_passport(document.written).value:
        kind = DocumentKind.PASSPORT
    if not facts.card.foreign_citizen:
        return kind
    if kind is DocumentKind.CERTIFICATE and not is_certificate:
        return DocumentKind.FOREIGN_CERTIFICATE
    return DocumentKind.FOREIGN_PASSPORT if kind is DocumentKind.PASSPORT else kind


def _plain(written: str) -> str:
    return _PUNCTUATION.sub("", written)


def _against_age(facts: CardFacts, document: Document) -> Iterator[Remark]:
    if facts.age is None or not document.written:
        return
    kind = _kind(facts, document)
    if kind is DocumentKind.PASSPORT and facts.age < _PASSPORT_AGE:
        yield error("C-05", "passport-too-early", _FIELD)
    kinds = {_kind(facts, other) for other in facts.card.documents}
    grown = facts.age >= _PASSPORT_AGE and _PASSPORTS.isdisjoint(kinds)
    if kind is DocumentKind.CERTIFICATE and grown:
        yield hint("C-05", "passport-expected", _FIELD)


def _against_citizenship(facts: CardFacts, document: Document) -> Iterator[Remark]:
    """Nothing here is impossible: a Russian child may have been born abroad."""
    if not document.written:
        return
    foreign = (DocumentKind.FOREIGN_CERTIFICATE, DocumentKind.FOREIGN_PASSPORT)
    if document.kind in foreign and facts.card.foreign_citizen is False:
        yield hint("C-05", "foreign-document", _FIELD)
    if document.kind is DocumentKind.FOREIGN_PASSPORT and read_passport(document.written).value:
        yield doubt("C-05", "russian-number", _FIELD)


def _passport_number(facts: CardFacts, document: Document) -> Iterator[Remark]:
    if _kind(facts, document) in (DocumentKind.PASSPORT, DocumentKind.SOVIET_PASSPORT):
        read = read_passport(document.written)
        if read.problem:
            yield error("C-05", "number", _FIELD, problem=read.message)


def _issued(facts: CardFacts, document: Document) -> Iterator[Remark]:
    field = CardField.ISSUED_ON
    read = read_date(told(document.issued_on), DateRole.EVENT, facts.today)
    if read.problem:
        yield error("C-05", "issued-unread", field, typed=document.issued_on)
    elif read.value and read.value > facts.today:
        yield error("C-05", "issued-later", field, day=_written(facts.today))
    elif read.value and facts.born and read.value < facts.born:
        yield error("C-05", "issued-before-birth", field)


def _written(day: date) -> str:
    return text("cards.day", day=day)
