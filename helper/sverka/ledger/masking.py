"""What of a person may stand in a file that is handed on: initials, and the year of birth."""

from datetime import date

from sverka.ledger.tables import Person


def initials(person: Person) -> str:
    """«И. П. С.»: first name, patronymic, surname."""
    parts = (person.name, person.patronymic, person.surname)
    return " ".join(f"{part[0].upper()}." for part in parts if part)


def full_name(person: Person) -> str:
    """As pages print it, surname first."""
    return " ".join(filter(None, (person.surname, person.name, person.patronymic)))


def birth_year(birth: date | None) -> int | None:
    """The year alone."""
    return birth.year if birth else None
