"""What a rule says of a card, before it is put into words."""

from collections.abc import Mapping

from msgspec import Struct

from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.matching.family import Candidate
from sverka.pages.vocabulary import CardField


class Remark(Struct, frozen=True, kw_only=True):
    """One finding; `reason` names its sentence in `rules.toml`, `names` fill it.

    `proposed` is the form in which the value should stand.
    """

    rule: str
    reason: str
    advice: FindingAdvice
    severity: Severity
    field: CardField
    names: Mapping[str, object] = {}
    proposed: str | None = None
    candidates: tuple[Candidate, ...] = ()


def error(rule: str, reason: str, field: CardField, **names: object) -> Remark:
    """Something wrong that has to be corrected."""
    return _correct(Severity.ERROR, rule, reason, field, names)


def doubt(rule: str, reason: str, field: CardField, **names: object) -> Remark:
    """Something missing or doubtful that has to be corrected."""
    return _correct(Severity.WARNING, rule, reason, field, names)


def hint(rule: str, reason: str, field: CardField, **names: object) -> Remark:
    """Something worth knowing that need not be changed."""
    return Remark(
        rule=rule,
        reason=reason,
        advice=FindingAdvice.INFO,
        severity=Severity.INFO,
        field=field,
        names=names,
    )


def _correct(
    severity: Severity, rule: str, reason: str, field: CardField, names: Mapping[str, object]
) -> Remark:
    return Remark(
        rule=rule,
        reason=reason,
        advice=FindingAdvice.CORRECT,
        severity=severity,
        field=field,
        names=names,
    )
