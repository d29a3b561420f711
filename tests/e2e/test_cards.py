"""Cards of pupils and parents in the three generations of СГО: what is said and what is not."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Playwright, expect

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.helper import Helper, running_helper
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.card import MODES, CardScreen
from tests.e2e.screens.options import OptionsScreen
from tests.e2e.screens.waiting import eventually
from tests.e2e.session import HOSTS, paired_browser
from tests.e2e.wire import running_wire
from tests.stand.plot import Mode
from tests.stand.school.cases import HTML_NAME
from tests.stand.school.model import Card, Field, Role
from tests.stand.school.plot import (
    CardScenario,
    CardVariant,
    Generation,
    Language,
    Loading,
    SchoolScenario,
)
from tests.stand.school.render import render_saved_card
from tests.stand.school.truth import card_truth
from tests.stand.school.world import school
from tests.stand.server import Stand

SAVED = "saved-card.html"
ADDED = """
() => [...document.querySelectorAll("*")]
  .flatMap((element) => [...element.attributes].map(({ name }) => name))
  .filter((name) => /^(data-sverka|aria-description|tabindex)/.test(name))
"""
# A script of СГО draws the card anew, elements and all.
DRAW_ANEW = """
() => {
  const root = document.querySelector("[data-sverka-state]");
  root.replaceChildren(...[...root.childNodes].map((child) => child.cloneNode(true)));
}
"""
# As soon as anything is said of the card, another one takes its place.
REPLACED_WHILE_READ = """
<template class="next">{next}</template>
<script>
  new MutationObserver((changes, observer) => {{
    if (!document.querySelector("[data-sverka-state]")) return;
    observer.disconnect();
    const next = document.querySelector(".next").content.cloneNode(true);
    document.querySelector(".container").replaceChildren(...next.querySelector(".container").childNodes);
  }}).observe(document, {{ subtree: true, attributes: true }});
</script>
"""
# Each stands where a secret could stand on a card.
CANARIES = """
<input type="hidden" name="AT" value="canary-at">
<input type="hidden" name="x" value="canary-hidden">
<label>Пароль <input type="password" name="PW" value="canary-password"></label>
<input type="text" name="NEWPASSWORD" value="canary-shown-password">
<script>var x = "canary-script";</script>
<a href="/asp/x.asp?AT=canary-query" onclick="editUser(7, 'canary-call')">x</a>
"""
STORED = """
async () => JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()])
"""


def generations(at_once: list[Generation], *if_there_is_time: Generation) -> pytest.MarkDecorator:
    """What is shown alike in more than one generation; the later ones wait for the slow tests."""
    later = [pytest.param(one, marks=pytest.mark.slow) for one in if_there_is_time]
    return pytest.mark.parametrize("generation", [*at_once, *later], indirect=True)


EACH = generations([Generation.EDITABLE], Generation.READ_ONLY, Generation.CURRENT)
WHERE_ONE_TYPES = generations([Generation.EDITABLE], Generation.CURRENT)
WITH_FOLDED_BLOCKS = generations([Generation.EDITABLE], Generation.READ_ONLY)


def card_of(case: str, role: Role = Role.PUPIL) -> Card:
    return next(card for card in school().household(case).cards if card.role is role)


@pytest.fixture(params=Generation)
def generation(request: pytest.FixtureRequest) -> Generation:
    chosen: Generation = request.param
    return chosen


@pytest.fixture
def card_stand(stands: dict[Mode, Stand], generation: Generation) -> Iterator[Stand]:
    """The stand that draws cards of this generation; whoever would have written has failed."""
    stand = stands[MODES[generation]]
    stand.school = SchoolScenario(read_only=generation is Generation.READ_ONLY)
    stand.watch.forget()
    yield stand
    assert stand.violations == []


@pytest.fixture
def cards(page: Page, card_stand: Stand) -> CardScreen:
    """СГО of one generation, logged in."""
    screen = CardScreen(page, card_stand.mode, HOSTS[card_stand.mode])
    screen.log_in()
    return screen


@pytest.fixture
def classic(page: Page, stands: dict[Mode, Stand]) -> Iterator[CardScreen]:
    """Classic СГО with editable cards, logged in."""
    stand = stands[Mode.CLASSIC]
    stand.school = SchoolScenario()
    stand.watch.forget()
    screen = CardScreen(page, stand.mode, HOSTS[stand.mode])
    screen.log_in()
    yield screen
    assert stand.violations == []


@pytest.fixture
def late(page: Page, stands: dict[Mode, Stand]) -> Iterator[tuple[CardScreen, Stand]]:
    """The current generation, whose cards are filled late."""
    stand = stands[Mode.MODERN]
    stand.watch.forget()
    screen = CardScreen(page, stand.mode, HOSTS[stand.mode])
    screen.log_in()
    yield screen, stand
    stand.school = SchoolScenario()
    assert stand.violations == []


def show_saved(page: Page, html: str) -> CardScreen:
    """Put a page of its own at an address of the stand."""
    page.route(f"**/{SAVED}", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"http://{HOSTS[Mode.CLASSIC]}/{SAVED}")
    return CardScreen(page, Mode.CLASSIC, HOSTS[Mode.CLASSIC])


@pytest.mark.parametrize(
    ("case", "role"),
    [
        ("everything_right", Role.PUPIL),
        ("pupil_without_parent", Role.PUPIL),
        ("parent_without_children", Role.PARENT),
        ("many_children", Role.PARENT),
        ("parent_snils_wrong", Role.PARENT),
        ("empty_fields", Role.PUPIL),
        ("certificate_with_a_digit", Role.PUPIL),
        ("impossible_date", Role.PUPIL),
    ],
)
def test_the_card_is_told_what_is_true_of_it(
    cards: CardScreen, generation: Generation, case: str, role: Role
) -> None:
    truth = {finding.rule for finding in card_truth(CardScenario(case, role, 0, generation))}
    cards.open_checked(card_of(case, role))
    assert cards.rules_in_banner() == truth
    assert cards.rules_on_fields() == truth
    missing = bool(truth & {"L-01", "L-02"})
    assert cards.link_state() == ("missing" if missing else "present")


def test_the_linked_people_are_named(cards: CardScreen) -> None:
    child = card_of("everything_right")
    cards.open_checked(child)
    people = school().by_number
    for number in child.links:
        assert people[number].values[Field.DISPLAY_NAME] in cards.link_words()


@EACH
def test_the_text_of_the_card_stays_what_it_is_without_the_extension(
    cards: CardScreen, card_stand: Stand
) -> None:
    card = card_of("empty_fields")
    cards.open_checked(card)
    annotated = cards.words()
    # By this name of the stand the extension is not switched on.
    plain = CardScreen(cards.page, card_stand.mode, urlsplit(card_stand.url).netloc)
    plain.log_in()
    plain.go(card)
    assert annotated
    assert eventually(cards.page, plain.words, lambda words: words == annotated) == annotated
    expect(plain.marked()).to_have_count(0)


def test_a_card_that_is_drawn_anew_gets_its_marks_again(cards: CardScreen) -> None:
    cards.open_checked(card_of("empty_fields"))
    marked = cards.marked().count()
    cards.page.evaluate(DRAW_ANEW)
    expect(cards.marked()).to_have_count(marked)


def test_a_hostile_name_stays_text(cards: CardScreen) -> None:
    cards.open_checked(card_of("html_in_name"))
    cards.wait_for_banner()
    assert cards.markup_from_data() == 0
    assert cards.page.evaluate("window.hostile") is None
    assert HTML_NAME in cards.page.locator("h1.title").inner_text()


@EACH
def test_who_was_seen_before_is_named_on_the_next_card(cards: CardScreen) -> None:
    father = card_of("unlinked_pair", Role.PARENT)
    cards.open_checked(father)
    cards.open_checked(card_of("unlinked_pair"))
    said = cards.wait_for_banner(father.full_name)
    assert "отчество ребёнка образовано от имени отца" in said


@EACH
@pytest.mark.parametrize(
    ("case", "rule"),
    [
        ("parent_of_departed", "L-03"),
        ("two_cards_of_one_mother", "L-04"),
        ("namesake_children", "L-09"),
    ],
)
def test_what_only_several_cards_tell_is_told_once_they_were_seen(
    cards: CardScreen, case: str, rule: str
) -> None:
    parent, *others = sorted(school().household(case).cards, key=lambda card: card.role)
    for card in others:
        cards.open_checked(card)
    cards.open_checked(parent)
    assert rule in cards.rules_in_banner()


@WHERE_ONE_TYPES
def test_an_edit_is_judged_anew_and_another_one_takes_the_mark_away(cards: CardScreen) -> None:
    cards.open_checked(card_of("everything_right"))
    right = cards.surname().input_value()
    cards.surname().fill("Кoваленко")
    expect(cards.marked("C-07")).to_have_count(1)
    assert "C-07" in cards.rules_in_banner()
    cards.surname().fill(right)
    expect(cards.marked()).to_have_count(0)
    cards.annotations.wait_for("done")


@WHERE_ONE_TYPES
def test_a_value_that_a_script_writes_is_noticed(cards: CardScreen) -> None:
    cards.open_checked(card_of("everything_right"))
    cards.surname().evaluate("(field) => { field.value = 'Кoваленко'; }")
    expect(cards.marked("C-07")).to_have_count(1)


@EACH
def test_the_banner_leads_to_the_field_and_its_words_come_up_beside_it(cards: CardScreen) -> None:
    cards.open_checked(card_of("mixed_script"))
    cards.press("Фамилия")
    expect(cards.marked("C-07")).to_be_focused()
    note = cards.note()
    assert cards.marked("C-07").get_attribute("aria-description") == f"«Сверка»: {spoken(note)}"


def spoken(note: str) -> str:
    """What is read aloud: the note without the form it proposes."""
    return note.partition(" Запишите так:")[0]


@WITH_FOLDED_BLOCKS
def test_a_field_in_a_folded_block_is_named_and_not_unfolded(cards: CardScreen) -> None:
    cards.open_checked(card_of("certificate_with_a_digit"))
    cards.press("Документ")
    cards.wait_for_banner("Раскройте блок")
    expect(cards.page.locator("#identityDocuments")).to_be_hidden()


@WHERE_ONE_TYPES
def test_the_proposed_form_is_copied_and_not_written(cards: CardScreen) -> None:
    card = card_of("certificate_with_a_digit")
    [finding] = card_truth(CardScenario("certificate_with_a_digit"))
    cards.open_checked(card)
    assert finding.proposed
    cards.wait_for_banner(finding.proposed)
    cards.press("Скопировать")
    cards.wait_for_banner("Скопировано")
    cards.surname().clear()
    cards.surname().press("Control+V")
    assert cards.surname().input_value() == finding.proposed
    series = cards.marked(finding.rule).input_value()
    assert series.startswith(card.values[Field.DOCUMENT_SERIES])


def test_two_cards_on_one_page_are_told_and_nothing_is_said_of_either(
    page: Page, generation: Generation
) -> None:
    scenario = CardScenario(
        "unlinked_pair", generation=generation, variant=CardVariant(second_card=True)
    )
    screen = show_saved(page, render_saved_card(scenario))
    screen.annotations.wait_for("unknown-layout")
    screen.wait_for_banner("больше одной карточки")
    expect(screen.marked()).to_have_count(0)


def test_a_card_in_another_language_is_told(page: Page, generation: Generation) -> None:
    variant = CardVariant(language=Language.UKRAINIAN)
    scenario = CardScenario("empty_fields", generation=generation, variant=variant)
    screen = show_saved(page, render_saved_card(scenario))
    screen.annotations.wait_for("unknown-layout")
    screen.wait_for_banner("не на русском языке")


def test_a_missing_block_of_links_is_unread_and_never_nobody(
    page: Page, generation: Generation
) -> None:
    variant = CardVariant(without_links=True)
    scenario = CardScenario("pupil_without_parent", generation=generation, variant=variant)
    screen = show_saved(page, render_saved_card(scenario))
    screen.annotations.wait_for("done")
    assert screen.link_state() == "unread"
    assert "L-01" not in screen.rules_in_banner()


def test_a_card_that_is_replaced_while_it_is_read_is_forgotten(
    page: Page, generation: Generation
) -> None:
    first, second = (
        render_saved_card(CardScenario(case, generation=generation))
        for case in ("pupil_without_parent", "everything_right")
    )
    replacing = REPLACED_WHILE_READ.format(next=second)
    screen = show_saved(page, first.replace("</body>", f"{replacing}</body>", 1))
    screen.wait_for_banner("Привязаны родители")
    assert screen.link_state() == "present"
    assert screen.rules_in_banner() == set()
    expect(screen.marked()).to_have_count(0)


def test_links_that_never_load_are_unread_and_never_nobody(late: tuple[CardScreen, Stand]) -> None:
    screen, stand = late
    stand.school = SchoolScenario(variant=CardVariant(loading=Loading.LINKS_NEVER))
    screen.open_checked(card_of("pupil_without_parent"))
    assert screen.link_state() == "unread"
    assert "L-01" not in screen.rules_in_banner()


def test_a_card_that_never_loads_is_told(late: tuple[CardScreen, Stand]) -> None:
    screen, stand = late
    stand.school = SchoolScenario(variant=CardVariant(loading=Loading.NEVER))
    screen.open(card_of("empty_fields"))
    screen.annotations.wait_for("unknown-layout")
    screen.wait_for_banner("ещё не загрузилась")


def test_a_draft_is_not_judged_but_the_card_that_replaces_it(
    late: tuple[CardScreen, Stand],
) -> None:
    screen, stand = late
    stand.school = SchoolScenario(variant=CardVariant(loading=Loading.REPLACED))
    card = card_of("everything_right")
    screen.open(card)
    expect(screen.page.locator("user-info input").first).to_have_value(card.values[Field.SURNAME])
    screen.annotations.wait_for("done")
    assert screen.link_state() == "present"
    expect(screen.marked()).to_have_count(0)


def test_the_next_card_takes_the_place_of_the_former(late: tuple[CardScreen, Stand]) -> None:
    screen, stand = late
    stand.school = SchoolScenario()
    screen.open_checked(card_of("pupil_without_parent"))
    assert screen.link_state() == "missing"
    screen.open(card_of("everything_right"))
    screen.wait_for_banner("Привязаны родители")
    expect(screen.marked()).to_have_count(0)


def test_a_stopped_helper_is_told_and_asked_again(classic: CardScreen, helper: Helper) -> None:
    helper.stop()
    try:
        classic.open(card_of("everything_right"))
        classic.annotations.wait_for("offline")
    finally:
        helper.start()
    classic.press("Повторить")
    classic.annotations.wait_for("done")


@EACH
def test_switching_off_leaves_the_card_as_it_was(
    cards: CardScreen, card_stand: Stand, browser_paired: ExtensionBrowser
) -> None:
    cards.open_checked(card_of("empty_fields"))
    options = OptionsScreen(browser_paired.open("ui/options.html"))
    address = f"http://{HOSTS[card_stand.mode]}"
    options.switch_off(address)
    Annotations(cards.page).wait_for_none()
    cards.wait_until_banner_gone()
    assert cards.page.evaluate(ADDED) == []
    options.switch_on(address)
    cards.annotations.wait_for("done")


@EACH
def test_passwords_and_keys_of_a_card_never_leave_the_page(
    playwright: Playwright, stands: dict[Mode, Stand], generation: Generation, tmp_path: Path
) -> None:
    stand = stands[Mode.CLASSIC]
    with ExitStack() as running:
        helper = running.enter_context(running_helper(tmp_path / "data"))
        wire, detours = running.enter_context(running_wire(helper.port))
        browser = running.enter_context(
            paired_browser(
                playwright, helper, {stand.mode: stand}, tmp_path / "browser", detours=detours
            )
        )
        html = render_saved_card(CardScenario("everything_right", generation=generation))
        end = "</user-info>" if generation is Generation.CURRENT else "</form>"
        wire.forget()
        screen = show_saved(browser.context.new_page(), html.replace(end, f"{CANARIES}{end}", 1))
        screen.annotations.wait_for("done")
        [asked] = eventually(screen.page, lambda: wire.asked("pages"), bool)
        assert "canary" not in "".join(exchange.everything_sent for exchange in wire.seen)
        request = json.loads(asked.body)
        surname = card_of("everything_right").values[Field.SURNAME]
        assert surname in request["html"]
        assert "canary" not in str(browser.worker.evaluate(STORED))
