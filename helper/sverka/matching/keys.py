"""The keys by which pairs worth comparing are found, in Python and in SQL."""

from collections.abc import Callable
from enum import StrEnum

from sverka.matching.forms import Forms


class Key(StrEnum):
    """What two records must share."""

    SNILS = "snils"
    CERTIFICATE = "certificate"
    BIRTH = "birth"
    BIRTH_YEAR = "birth-year"
    SURNAME = "surname"
    SURNAME_INITIAL = "surname-initial"
    SURNAME_START = "surname-start"
    NAME_KEY = "name-key"
    NAME_START = "name-start"
    PATRONYMIC_KEY = "patronymic-key"
    PATRONYMIC_INITIAL = "patronymic-initial"
    NAMES_EITHER_WAY = "names-either-way"


KEY_OF: dict[Key, Callable[[Forms], str | None]] = {
    Key.SNILS: lambda forms: forms.snils,
    Key.CERTIFICATE: lambda forms: forms.certificate,
    Key.BIRTH: lambda forms: forms.birth_date,
    Key.BIRTH_YEAR: lambda forms: forms.birth_date and forms.birth_date[:4],
    Key.SURNAME: lambda forms: forms.surname,
    Key.SURNAME_INITIAL: lambda forms: forms.surname and forms.surname[:1],
    Key.SURNAME_START: lambda forms: forms.surname and forms.surname[:3],
    Key.NAME_KEY: lambda forms: forms.name_key,
    Key.NAME_START: lambda forms: forms.name and forms.name[:3],
    Key.PATRONYMIC_KEY: lambda forms: forms.patronymic_key,
    Key.PATRONYMIC_INITIAL: lambda forms: forms.patronymic and forms.patronymic[:1],
    Key.NAMES_EITHER_WAY: lambda forms: (
        forms.surname and forms.name and "|".join(sorted((forms.surname, forms.name)))
    ),
}

#: The same of a table with the alias `t`.
KEY_SQL: dict[Key, str] = {
    Key.SNILS: "{t}.snils",
    Key.CERTIFICATE: "{t}.certificate",
    Key.BIRTH: "{t}.birth_date",
    Key.BIRTH_YEAR: "substr({t}.birth_date, 1, 4)",
    Key.SURNAME: "{t}.surname",
    Key.SURNAME_INITIAL: "substr({t}.surname, 1, 1)",
    Key.SURNAME_START: "substr({t}.surname, 1, 3)",
    Key.NAME_KEY: "{t}.name_key",
    Key.NAME_START: "substr({t}.name, 1, 3)",
    Key.PATRONYMIC_KEY: "{t}.patronymic_key",
    Key.PATRONYMIC_INITIAL: "substr({t}.patronymic, 1, 1)",
    Key.NAMES_EITHER_WAY: (
        "CASE WHEN {t}.surname < {t}.name THEN {t}.surname || '|' || {t}.name"
        " ELSE {t}.name || '|' || {t}.surname END"
    ),
}
