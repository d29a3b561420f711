"""Cards as HTML: the whole page as a browser saves it, and the parts that come late."""

from collections.abc import Mapping
from typing import Any

from jinja2 import Template

from tests.stand.render import templates
from tests.stand.school.form import captions, panels
from tests.stand.school.model import Card, Field, Role
from tests.stand.school.plot import CardScenario, CardVariant, Generation, Loading
from tests.stand.school.truth import shown_cards
from tests.stand.school.world import school

People = Mapping[int, Card]
LINK_ELEMENTS: Mapping[Role, str] = {
    Role.PUPIL: "student-parents",
    Role.PARENT: "parent-students",
}


def render_saved_card(scenario: CardScenario) -> str:
    """The page of the card as a browser would save it, whatever came late being there."""
    people = school().by_number
    return saved_cards(shown_cards(scenario), people, scenario.generation, scenario.variant)


def saved_cards(
    cards: list[Card], people: People, generation: Generation, variant: CardVariant
) -> str:
    """The saved page of any cards whose links are among `people`."""
    shown = [_shown(card, people, variant) for card in cards]
    return _template(f"page-{generation}").render(cards=shown, **_page(variant))


def card_page(card: Card, people: People, generation: Generation, variant: CardVariant) -> str:
    """The page or view as the server sends it: custom elements are still empty."""
    name = "view-late" if generation is Generation.CURRENT else f"page-{generation}"
    shown = _shown(card, people, variant)
    return _template(name).render(card=shown, cards=[shown], **_page(variant))


def late_part(
    card: Card, people: People, variant: CardVariant, element: str, *, draft: bool
) -> str:
    """What a script puts into one custom element; a draft has the captions alone."""
    shown = _shown(card, people, variant)
    return _template("late-part").render(card=shown, element=element, draft=draft, **_page(variant))


def _template(name: str) -> Template:
    return templates().get_template(f"cards/{name}.html")


def _page(variant: CardVariant) -> dict[str, Any]:
    return {
        "words": captions(variant.language),
        "variant": variant,
        "fills_info": variant.loading is not Loading.NEVER,
        "fills_links": variant.loading in {Loading.LATE, Loading.REPLACED},
        "drafts": variant.loading is Loading.REPLACED,
    }


def _shown(card: Card, people: People, variant: CardVariant) -> dict[str, Any]:
    hidden = set()
    if variant.without_login:
        hidden.add(Field.LOGIN)
    if variant.without_links:
        hidden |= {Field.PARENTS, Field.CHILDREN}
    return {
        "own": card,
        "panels": list(panels(card, frozenset(hidden))),
        "links": [(number, people[number].values[Field.DISPLAY_NAME]) for number in card.links],
        "link_element": LINK_ELEMENTS[card.role],
        "linked_role": Role.PARENT if card.role is Role.PUPIL else Role.PUPIL,
    }
