"""A card of the stand must show what its people typed, and its truth what the card shows."""

import pytest
from bs4 import BeautifulSoup, Tag

from tests.stand.school.cases import CASES
from tests.stand.school.form import captions
from tests.stand.school.model import Field, Role
from tests.stand.school.plot import CardScenario, CardVariant, Generation, Language, Loading
from tests.stand.school.render import LINK_ELEMENTS, render_saved_card
from tests.stand.school.truth import card_truth, every_card, links_shown, shown_cards
from tests.stand.school.world import school

PRINTED_OTHERWISE = {Field.SEX, Field.DOCUMENT_SERIES, Field.DOCUMENT_NUMBER}
UNREADABLE = [
    CardVariant(language=Language.UKRAINIAN),
    CardVariant(second_card=True),
]
generations = pytest.mark.parametrize("generation", Generation)


def soup(scenario: CardScenario) -> BeautifulSoup:
    return BeautifulSoup(render_saved_card(scenario), "lxml")


def said(page: Tag) -> list[str]:
    """Everything that a reader of the card sees or could type over."""
    typed = [str(field["value"]) for field in page.select("input[type=text]")]
    chosen = [option.get_text() for option in page.select("option[selected]")]
    return typed + chosen + list(page.stripped_strings)


def linked_numbers(page: Tag) -> set[str]:
    places = "[href*=gotoParentEdit], [href*=gotoUserEdit], .people a"
    return {"".join(filter(str.isdigit, str(link["href"]))) for link in page.select(places)}


@generations
def test_a_card_shows_every_field_as_it_was_typed(generation: Generation) -> None:
    for scenario in every_card(generation):
        card = shown_cards(scenario)[0]
        shown = said(soup(scenario))
        typed = {value for field, value in card.values.items() if field not in PRINTED_OTHERWISE}
        assert {value for value in typed if value} <= set(shown), scenario


@generations
def test_a_card_links_to_its_own_people_and_no_others(generation: Generation) -> None:
    for scenario in every_card(generation):
        numbers = {str(number) for number in shown_cards(scenario)[0].links}
        assert linked_numbers(soup(scenario)) == numbers, scenario


def test_a_link_is_told_on_both_cards() -> None:
    people = school().by_number
    for card in people.values():
        assert all(card.number in people[other].links for other in card.links), card


def test_a_name_with_markup_stays_text() -> None:
    for generation in Generation:
        page = soup(CardScenario("html_in_name", generation=generation))
        assert not page.select("img")


def test_every_rule_of_links_and_fields_has_a_card() -> None:
    told = {finding.rule for findings in school().truth.values() for finding in findings}
    links = {f"L-0{n}" for n in range(1, 10)} - {"L-06"}
    assert told == links | {f"C-0{n}" for n in range(1, 9)}


def test_every_finding_is_about_a_card_of_its_household() -> None:
    for name, household in school().households:
        assert set(household.truth) <= {card.number for card in household.cards}, name


def test_the_school_tells_every_case_once() -> None:
    assert [name for name, _ in school().households] == [case.__name__ for case in CASES]


@pytest.mark.parametrize("variant", UNREADABLE)
@generations
def test_nothing_may_be_said_of_an_unreadable_page(
    generation: Generation, variant: CardVariant
) -> None:
    scenario = CardScenario("unlinked_pair", generation=generation, variant=variant)
    assert card_truth(scenario, family_seen=True) == ()


@pytest.mark.parametrize(
    ("generation", "variant"),
    [
        (Generation.EDITABLE, CardVariant(without_links=True)),
        (Generation.READ_ONLY, CardVariant(without_links=True)),
        (Generation.CURRENT, CardVariant(loading=Loading.LINKS_NEVER)),
        (Generation.CURRENT, CardVariant(loading=Loading.NEVER)),
    ],
)
def test_no_link_is_missed_where_the_links_are_not_shown(
    generation: Generation, variant: CardVariant
) -> None:
    scenario = CardScenario("pupil_without_parent", generation=generation, variant=variant)
    assert not links_shown(scenario)
    assert captions("ru")["field"]["parents"] not in said(soup(scenario))
    assert card_truth(scenario, family_seen=True) == ()


def test_a_family_finding_needs_the_other_cards() -> None:
    scenario = CardScenario("grandmother", Role.PARENT)
    assert card_truth(scenario) == ()
    assert [finding.rule for finding in card_truth(scenario, family_seen=True)] == ["L-07"]


def test_a_hidden_login_is_no_empty_login() -> None:
    hidden = CardScenario("required_empty", variant=CardVariant(without_login=True))
    assert [finding.field for finding in card_truth(hidden)] == [Field.DISPLAY_NAME]
    assert captions("ru")["field"]["login"] not in said(soup(hidden))


def test_an_element_that_is_never_filled_is_there_and_empty() -> None:
    never = CardVariant(loading=Loading.NEVER)
    page = soup(CardScenario("everything_right", generation=Generation.CURRENT, variant=never))
    assert page.select_one("user-info") is not None
    assert page.select("user-info *, student-parents *") == []


def test_a_typed_password_stands_in_password_fields_alone() -> None:
    canary = "Только-для-бумаги-7"
    html = render_saved_card(
        CardScenario("everything_right", variant=CardVariant(typed_password=canary))
    )
    fields = BeautifulSoup(html, "lxml").select("input[type=password]")
    assert [str(field["value"]) for field in fields] == [canary, canary]
    assert html.count(canary) == len(fields)


def test_a_card_in_another_language_has_no_russian_caption() -> None:
    for generation in Generation:
        variant = CardVariant(language=Language.UKRAINIAN)
        shown = said(
            soup(CardScenario("pupil_without_parent", generation=generation, variant=variant))
        )
        russian, ukrainian = captions("ru"), captions("uk")
        for table in ("title", "panel", "field", "word"):
            assert not (set(russian[table].values()) - set(ukrainian[table].values())) & set(shown)


def test_two_cards_of_a_page_are_two_accounts() -> None:
    page = soup(CardScenario("everything_right", variant=CardVariant(second_card=True)))
    assert len({str(field["value"]) for field in page.select("[name=UID]")}) == 2


def test_a_large_school_has_people_of_their_own() -> None:
    pupils = school(2000).cards(Role.PUPIL)
    people = {(card.full_name, card.values[Field.BIRTH_DATE]) for card in pupils}
    assert len(pupils) >= 2000
    assert len(people) > 0.9 * len(pupils)


@pytest.mark.parametrize("role", Role)
def test_each_role_has_its_own_late_element(role: Role) -> None:
    scenario = CardScenario("everything_right", role, generation=Generation.CURRENT)
    links = soup(scenario).select(f"{LINK_ELEMENTS[role]} a")
    assert len(links) == len(shown_cards(scenario)[0].links)
