"""The card as a form: which fields stand on which panel, as what kind of control."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from tests.stand.school.model import Card, Field, Role
from tests.stand.school.relatives import CERTIFICATE, CITIZENSHIP, PASSPORT

F = Field


class Control(StrEnum):
    """How a field is edited."""

    TEXT = "text"
    SELECT = "select"
    SEX = "sex"
    PATRONYMIC = "patronymic"
    LOGIN = "login"
    PRINTED = "printed"
    LINKS = "links"


class Panel(StrEnum):
    """The blocks of a card; the values are the ids of the classic panels."""

    COMMON = "commonInfo"
    DOCUMENTS = "identityDocuments"
    CONTACTS = "contactInfo"
    ADDITIONAL = "additionalInfo"


@dataclass(frozen=True, slots=True)
class Row:
    """One field of the form; `input` is its name in the classic form."""

    field: Field
    input: str
    control: Control = Control.TEXT
    required: bool = False
    roles: frozenset[Role] = frozenset(Role)
    options: tuple[str, ...] = ()


PUPIL = frozenset({Role.PUPIL})
PARENT = frozenset({Role.PARENT})
CITIZENSHIPS = (CITIZENSHIP, "Республика Беларусь", "Республика Казахстан", "Без гражданства")
DOCUMENTS = (CERTIFICATE, PASSPORT, "Свидетельство о рождении иностранного государства", "Иной")
HEALTH_GROUPS = ("I группа", "II группа", "III группа")
FORM: dict[Panel, tuple[Row, ...]] = {
    Panel.COMMON: (
        Row(F.SURNAME, "LN", required=True),
        Row(F.NAME, "FN", required=True),
        Row(F.PATRONYMIC, "MN", Control.PATRONYMIC),
        Row(F.BIRTH_DATE, "BDT"),
        Row(F.SEX, "Gender", Control.SEX),
        Row(F.CITIZENSHIP, "CTZ", Control.SELECT, options=CITIZENSHIPS),
        Row(F.DISPLAY_NAME, "DN", required=True),
        Row(F.LOGIN, "LON", Control.LOGIN, required=True),
        Row(F.CLASS, "CLS", Control.PRINTED, roles=PUPIL),
        Row(F.STATUS, "STS", Control.PRINTED, roles=PUPIL),
        Row(F.PARENTS, "PRN", Control.LINKS, roles=PUPIL),
        Row(F.CHILDREN, "CHD", Control.LINKS, roles=PARENT),
    ),
    Panel.DOCUMENTS: (
        Row(F.DOCUMENT_TYPE, "DOCT", Control.SELECT, options=DOCUMENTS),
        Row(F.DOCUMENT_SERIES, "DOCS"),
        Row(F.DOCUMENT_NUMBER, "DOCN"),
        Row(F.ISSUED_ON, "DOCD"),
        Row(F.SNILS, "INS"),
        Row(F.BIRTH_PLACE, "BPL", roles=PUPIL),
    ),
    Panel.CONTACTS: (
        Row(F.ADDRESS_REGISTERED, "ADR"),
        Row(F.ADDRESS_ACTUAL, "ADF"),
        Row(F.PHONE, "PHN"),
    ),
    Panel.ADDITIONAL: (Row(F.HEALTH, "HLT", Control.SELECT, roles=PUPIL, options=HEALTH_GROUPS),),
}


@cache
def captions(language: str) -> dict[str, dict[str, str]]:
    """The words of one language of the interface."""
    path = Path(__file__).with_name("captions.toml")
    words: dict[str, dict[str, str]] = tomllib.loads(path.read_text(encoding="utf-8"))[language]
    return words


def panels(card: Card, hidden: frozenset[Field]) -> Iterator[tuple[Panel, list[Row]]]:
    """The panels that this card has, without the hidden fields."""
    for panel, rows in FORM.items():
        shown = [row for row in rows if card.role in row.roles and row.field not in hidden]
        if shown:
            yield panel, shown
