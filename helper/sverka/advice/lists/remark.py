"""What a rule says of a row, before it is put into words."""

from collections.abc import Mapping

from msgspec import Struct

from sverka.advice.cards.vocabulary import FindingAdvice, Severity
from sverka.advice.lists.facts import Alike
from sverka.pages.vocabulary import CardField


class RowRemark(Struct, frozen=True, kw_only=True):
    """One finding; `reason` names its sentence in `rules.toml`, `names` fill it."""

    rule: str
    reason: str
    advice: FindingAdvice
    severity: Severity
    field: CardField
    names: Mapping[str, object] = {}
    others: tuple[Alike, ...] = ()
