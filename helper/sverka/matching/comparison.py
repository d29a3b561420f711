"""Two accounts held side by side, field by field."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sverka.matching.accounts import Account
from sverka.matching.vocabulary import Level
from sverka.people.folding import fold_name
from sverka.people.names import PersonName
from sverka.people.organisations import org_key


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """How one field agrees; `left` and `right` as printed, dates in ISO form.

    `bits` is the field's weight, `None` as long as no model gives weights.
    """

    field: str
    level: Level
    bits: float | None
    left: str | None
    right: str | None


def compare(a: Account, b: Account) -> tuple[FieldComparison, ...]:
    """The fields of a pair in the order in which a person would compare them."""
    return tuple(_compare(a, b))


def _compare(a: Account, b: Account) -> Iterator[FieldComparison]:
    for part in ("surname", "name", "patronymic"):
        yield _field(part, _name_part(a.name, part), _name_part(b.name, part))
    yield _field("birth_date", _iso(a.birth_date), _iso(b.birth_date))
    yield _field("sex", a.sex and a.sex.value, b.sex and b.sex.value)
    left, right = a.stays[0], b.stays[0]
    yield _organisation(left.organisation, right.organisation)
    yield _field("class", ", ".join(left.classes) or None, ", ".join(right.classes) or None)
    yield _field("enrolled", _iso(left.enrolled), _iso(right.enrolled))
    yield _field("departed", _iso(left.departed), _iso(right.departed))
    yield _field("entry", left.entry and left.entry.value, right.entry and right.entry.value)


def _name_part(name: PersonName | None, part: str) -> str | None:
    return (getattr(name, part) or None) if name else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _field(field: str, left: str | None, right: str | None) -> FieldComparison:
    if left is None or right is None:
        level = Level.MISSING
    elif left == right:
        level = Level.EXACT
    elif fold_name(left) == fold_name(right):
        level = Level.FOLDED
    else:
        level = Level.DIFFERENT
    return FieldComparison(field, level, None, left, right)


def _organisation(left: str | None, right: str | None) -> FieldComparison:
    found = _field("organisation", left, right)
    if left and right and found.level is Level.DIFFERENT and org_key(left) == org_key(right):
        return FieldComparison("organisation", Level.FOLDED, None, left, right)
    return found
