"""All that is to be said of a card: the rules asked one after another, in the card's order."""

from collections.abc import Callable, Iterator

from sverka.advice.cards.facts import CardFacts
from sverka.advice.cards.remark import Remark
from sverka.advice.cards.rules.fields import (
    c01_child_fields,
    c02_parent_fields,
    c07_names,
    c08_required_fields,
)
from sverka.advice.cards.rules.links import (
    l01_pupil_without_parent,
    l02_parent_without_children,
    l03_only_departed_children,
    l04_two_cards_of_one_parent,
    l05_parent_without_snils,
    l06_credentials,
    l07_ages_apart,
    l08_shared_snils,
    l09_namesake,
)
from sverka.advice.cards.rules.papers import (
    c03_snils,
    c04_certificate,
    c05_document,
    c06_birth_date,
)

CARD_RULES: tuple[Callable[[CardFacts], Iterator[Remark]], ...] = (
    l01_pupil_without_parent,
    l02_parent_without_children,
    l03_only_departed_children,
    l04_two_cards_of_one_parent,
    l09_namesake,
    l06_credentials,
    l07_ages_apart,
    l08_shared_snils,
    l05_parent_without_snils,
    c08_required_fields,
    c07_names,
    c06_birth_date,
    c03_snils,
    c04_certificate,
    c05_document,
    c01_child_fields,
    c02_parent_fields,
)


def findings_of(facts: CardFacts) -> tuple[Remark, ...]:
    """What every rule says of the card; several may speak of one field."""
    return tuple(remark for rule in CARD_RULES for remark in rule(facts))
