"""Two accounts held side by side, field by field, with what each field weighs."""

from datetime import date
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from sverka.matching.accounts import Account
from sverka.matching.forms import Forms, certificate_form, forms_of
from sverka.matching.scoring import Score
from sverka.matching.vocabulary import Field, Level
from sverka.pages.records import NO_PAPERS
from sverka.people.organisations import org_key

_NAMES = (
    *("surname", "name", "patronymic", "birth_date", "sex", "snils", "certificate"),
    *("organisation", "class", "enrolled", "departed", "entry"),
)
_WEIGHED = {field.value: field for field in Field}
#: The fields as they are shown, each with what the model calls it, if it weighs it.
_FIELDS = tuple((name, _WEIGHED.get(name)) for name in _NAMES)
# To name a member of an enum takes ten times what a global takes, and every pair names these.
_EXACT, _MISSING = Level.EXACT, Level.MISSING
_DAYS_REMEMBERED = 4096


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
    forms = forms_of(account.name, account.birth_date, account.sex, account.stays[0].enrolled)
    papers = account.papers
    if papers is NO_PAPERS:
        return forms
    return replace(
        forms,
        snils=papers.snils,
        certificate=certificate_form(papers.certificate) if papers.certificate else None,
    )


def compare(a: Account, b: Account, score: Score) -> tuple[FieldComparison, ...]:
    """The fields that at least one side prints, in the order a person would compare them."""
    compared = []
    for (field, weighed), left, right in zip(_FIELDS, _printed(a), _printed(b), strict=True):
        if left is None and right is None:
            continue
        if weighed is not None:
            found = score.fields[weighed]
            level, bits = found.level, found.bits
            # Printed differently, though the model takes it for equal.
            if level is _EXACT and left != right:
                level = Level.SAME_YEAR if weighed is Field.ENROLLED else Level.FOLDED
        else:
            level, bits = _level(field, left, right), None
        compared.append(FieldComparison(field, level, bits, left, right))
    return tuple(compared)


def _printed(account: Account) -> tuple[str | None, ...]:
    """The values of `_NAMES`, `None` where nothing is printed."""
    name, stay = account.name, account.stays[0]
    return (
        (name.surname or None) if name else None,
        (name.name or None) if name else None,
        (name.patronymic or None) if name else None,
        _iso(account.birth_date),
        account.sex,
        account.papers.snils,
        account.papers.certificate,
        stay.organisation,
        ", ".join(stay.classes) or None,
        _iso(stay.enrolled),
        _iso(stay.departed),
        stay.entry,
    )


@lru_cache(_DAYS_REMEMBERED)
def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _level(field: str, left: str | None, right: str | None) -> Level:
    """The level of a field that the model does not weigh."""
    if left == right:
        return _EXACT
    if left is None or right is None:
        return _MISSING
    one_organisation = field == "organisation" and org_key(left) == org_key(right)
    return Level.FOLDED if one_organisation else Level.DIFFERENT
