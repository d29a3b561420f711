"""Records of the model, written as people type them."""

from datetime import date

from msgspec.structs import replace

from sverka.matching.forms import Forms, certificate_form, forms_of, snils_form
from sverka.people.names import PersonName, Sex

#: СНИЛС whose check digits fit.
SNILS, OTHER_SNILS = "112-233-445 95", "087-654-303 00"
CERTIFICATE, OTHER_CERTIFICATE = "IV-АИ № 123456", "II-МЮ № 654321"


def typed(
    full: str = "",
    born: str = "",
    *,
    sex: Sex | None = None,
    snils: str = "",
    certificate: str = "",
    enrolled: str = "",
) -> Forms:
    """«Фамилия Имя Отчество», dates in ISO form; a part with a space is written with `_`."""
    surname, name, patronymic = (*full.split(), "", "", "")[:3]
    return record(
        surname.replace("_", " "),
        name.replace("_", " "),
        patronymic.replace("_", " "),
        born,
        sex=sex,
        snils=snils,
        certificate=certificate,
        enrolled=enrolled,
    )


def record(
    surname: str,
    name: str,
    patronymic: str,
    born: str = "",
    *,
    sex: Sex | None = None,
    snils: str = "",
    certificate: str = "",
    enrolled: str = "",
) -> Forms:
    """A record whose names may hold anything."""
    person = PersonName(surname, name, patronymic)
    return replace(
        forms_of(person, _day(born), sex, _day(enrolled)),
        snils=snils_form(snils),
        certificate=certificate_form(certificate),
    )


def _day(iso: str) -> date | None:
    return date.fromisoformat(iso) if iso else None
