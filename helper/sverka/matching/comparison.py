"""Two accounts held side by side, field by field, with what each field weighs."""

from datetime import date

from msgspec import Struct

from sverka.matching.accounts import Account
from sverka.matching.forms import Forms, forms_of
from sverka.matching.scoring import FieldScore, Score
from sverka.matching.vocabulary import Field, Level
from sverka.people.organisations import org_key

_FIELDS = (
    *("surname", "name", "patronymic", "birth_date", "sex"),
    *("organisation", "class", "enrolled", "departed", "entry"),
)
#: The fields that the model weighs, under the names they are shown by.
_WEIGHED = {field.value: field for field in Field}


class FieldComparison(Struct, frozen=True, gc=False):
    """How one field agrees; `left` and `right` as printed, dates in ISO form.

    `bits` is what the agreement weighs by the model, `None` for fields that it does not compare.
    """

    field: str
    level: Level
    bits: float | None
    left: str | None
    right: str | None


def forms_of_account(account: Account) -> Forms:
    """The account as the model sees it; of several stays it takes the first."""
    return forms_of(account.name, account.birth_date, account.sex, account.stays[0].enrolled)


def compare(a: Account, b: Account, score: Score) -> tuple[FieldComparison, ...]:
    """The fields that at least one side prints, in the order a person would compare them."""
    fields = [
        _compared(field, left, right, score)
        for field, left, right in zip(_FIELDS, _printed(a), _printed(b), strict=True)
        if left is not None or right is not None
    ]
    return tuple(fields)


def _compared(field: str, left: str | None, right: str | None, score: Score) -> FieldComparison:
    weighed = score.fields.get(_WEIGHED[field]) if field in _WEIGHED else None
    if weighed is None:
        return FieldComparison(field, _level(field, left, right), None, left, right)
    return FieldComparison(field, _shown(field, weighed, left, right), weighed.bits, left, right)


def _shown(field: str, weighed: FieldScore, left: str | None, right: str | None) -> Level:
    """The model's level, and whether what it takes for equal is printed the same."""
    if left is None or right is None or weighed.level is not Level.EXACT or left == right:
        return weighed.level
    return Level.SAME_YEAR if field == Field.ENROLLED else Level.FOLDED


def _printed(account: Account) -> tuple[str | None, ...]:
    """The values of `_FIELDS`, `None` where nothing is printed."""
    name, stay = account.name, account.stays[0]
    return (
        (name.surname or None) if name else None,
        (name.name or None) if name else None,
        (name.patronymic or None) if name else None,
        _iso(account.birth_date),
        account.sex,
        stay.organisation,
        ", ".join(stay.classes) or None,
        _iso(stay.enrolled),
        _iso(stay.departed),
        stay.entry,
    )


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _level(field: str, left: str | None, right: str | None) -> Level:
    """The level of a field that the model does not weigh."""
    if left is None or right is None:
        return Level.MISSING
    if left == right:
        return Level.EXACT
    one_organisation = field == "organisation" and org_key(left) == org_key(right)
    return Level.FOLDED if one_organisation else Level.DIFFERENT
