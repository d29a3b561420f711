"""The right findings of a card as a scenario shows it."""

from tests.stand.school.model import Card, Field, Finding, Role
from tests.stand.school.plot import CardScenario, Generation, Language, Loading
from tests.stand.school.world import school

LINKS = frozenset({Field.PARENTS, Field.CHILDREN})


def shown_cards(scenario: CardScenario) -> list[Card]:
    """The card of the scenario, and with `second_card` another one of the household."""
    cards = school().household(scenario.case).cards
    of_role = [card for card in cards if card.role is scenario.role]
    shown = of_role[scenario.order]
    if not scenario.variant.second_card:
        return [shown]
    return [shown, next(card for card in cards if card is not shown)]


def card_truth(scenario: CardScenario, *, family_seen: bool = False) -> tuple[Finding, ...]:
    """What is right to say of the card alone or, with `family_seen`, beside the other cards.

    Where the card cannot be read, or not told from another one, nothing may be said; where its
    links cannot be read, nothing that rests on them.
    """
    if not readable(scenario):
        return ()
    findings = school().truth.get(shown_cards(scenario)[0].number, ())
    return tuple(finding for finding in findings if _shows(scenario, finding, family_seen))


def readable(scenario: CardScenario) -> bool:
    """Whether the page shows one card in words the helper knows."""
    variant = scenario.variant
    never = scenario.generation is Generation.CURRENT and variant.loading is Loading.NEVER
    return not never and not variant.second_card and variant.language is Language.RUSSIAN


def links_shown(scenario: CardScenario) -> bool:
    """Whether the page tells whom the card is linked to."""
    late = scenario.generation is Generation.CURRENT
    missing = late and scenario.variant.loading in {Loading.NEVER, Loading.LINKS_NEVER}
    return not missing and not scenario.variant.without_links


def _shows(scenario: CardScenario, finding: Finding, family_seen: bool) -> bool:
    # A printed card may keep the login to itself: an empty place does not tell that there is none.
    printed = scenario.generation is Generation.READ_ONLY and finding.rule == "C-08"
    if finding.field is Field.LOGIN and (printed or scenario.variant.without_login):
        return False
    if not links_shown(scenario) and (finding.family or finding.field in LINKS):
        return False
    return family_seen or not finding.family


def every_card(generation: Generation) -> list[CardScenario]:
    """One scenario for each card of the school."""
    scenarios = []
    for case, household in school().households:
        for role in Role:
            cards = [card for card in household.cards if card.role is role]
            scenarios += [
                CardScenario(case, role, order, generation) for order in range(len(cards))
            ]
    return scenarios
