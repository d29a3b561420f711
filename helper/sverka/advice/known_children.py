"""What rules D-07 and D-09 say where a child is entered anew whom the system may know already."""

from collections.abc import Sequence

from msgspec import Struct

from sverka.people.organisations import OrgKind, kind_of
from sverka.seen import KnownChild

_MAIN = (OrgKind.SCHOOL, OrgKind.KINDERGARTEN)


class Entered(Struct, frozen=True):
    """The rule, its reason (the words in `texts/order.toml` go by it), and which account it is of.

    `is_wrong`: entering the child would certainly make a double.
    """

    rule: str
    reason: str
    told: KnownChild
    is_wrong: bool


def entered_anew(known: Sequence[KnownChild]) -> Entered:
    """What the account that says most against entering the child has to say."""
    told = min(known, key=_rank)
    rule, reason = _rule(told)
    return Entered(rule, reason, told, is_wrong=reason == "known")


def _rank(known: KnownChild) -> tuple[bool, bool, bool]:
    """Those first who are in a school or kindergarten, for certain, and have not left."""
    return kind_of(known.organisation) not in _MAIN, not known.certain, known.departed


def _rule(known: KnownChild) -> tuple[str, str]:
    if not known.organisation:
        return "D-07", "place-unknown"
    kind = kind_of(known.organisation)
    if kind is OrgKind.ADDITIONAL:
        return "D-09", "additional"
    if not known.certain:
        return "D-07", "similar"
    if known.departed:
        return "D-07", "departed"
    return "D-07", "known" if kind in _MAIN else "kind-unknown"
