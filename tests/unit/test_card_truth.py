"""Every card of the stand's school is answered as its truth says, in every generation."""

from datetime import UTC, date, datetime

import pytest

from sverka.contract import SCHEMA, Analysis, PageRequest
from sverka.matching.family import Relative
from sverka.pages.records import Card as ReadCard
from sverka.pages.vocabulary import PageKind, Source
from sverka.people.accounts import PARENT_PREFIX, PUPIL_PREFIX, AccountNumber
from sverka.people.dates import DateRole, read_date
from sverka.people.names import PersonName
from sverka.pipeline import analyse_page
from sverka.seen import NobodySeen, SeenFamily
from sverka.settings import Settings
from tests.stand.school.model import Card, Field, Role, Status
from tests.stand.school.plot import CardScenario, CardVariant, Generation, Language, Loading
from tests.stand.school.render import render_saved_card
from tests.stand.school.truth import card_truth, every_card, readable
from tests.stand.school.world import school

TODAY = date(2026, 11, 22)
PREFIX = {Role.PUPIL: PUPIL_PREFIX, Role.PARENT: PARENT_PREFIX}
BIRTH = {Role.PUPIL: DateRole.PUPIL_BIRTH, Role.PARENT: DateRole.PARENT_BIRTH}
OTHER = {Role.PUPIL: Role.PARENT, Role.PARENT: Role.PUPIL}
VARIANTS = [
    CardVariant(language=Language.UKRAINIAN),
    CardVariant(second_card=True),
    CardVariant(without_links=True),
    CardVariant(without_login=True),
    CardVariant(typed_password="Canary-пароль-1"),
    *(CardVariant(loading=loading) for loading in Loading),
]
CASES = ["unlinked_pair", "required_empty", "everything_right", "shared_snils"]

Told = set[tuple[str, str]]


class WholeFamily(NobodySeen):
    """Has seen every card of one household, as it is typed."""

    def __init__(self, case: str) -> None:
        self._cards = school().household(case).cards

    def family(self, card: ReadCard, _person: Relative) -> SeenFamily:
        wanted = Role.PARENT if card.kind is PageKind.STUDENT_CARD else Role.PUPIL
        everybody = tuple(map(relative, self._cards))
        return SeenFamily(
            linked=everybody,
            same_parent=self._of(Role.PARENT),
            pupils=self._of(Role.PUPIL),
            strangers=self._of(wanted),
        )

    def _of(self, role: Role) -> tuple[Relative, ...]:
        return tuple(relative(card) for card in self._cards if card.role is role)


def key(role: Role, number: int) -> str:
    return f"file:{PREFIX[role]}{number}"


def relative(card: Card) -> Relative:
    typed = card.values
    return Relative(
        key=key(card.role, card.number),
        number=AccountNumber(PREFIX[card.role], card.number),
        name=PersonName(typed[Field.SURNAME], typed[Field.NAME], typed[Field.PATRONYMIC]),
        birth_date=read_date(typed[Field.BIRTH_DATE], BIRTH[card.role], TODAY).value,
        snils=typed[Field.SNILS],
        phone=typed[Field.PHONE],
        address=typed[Field.ADDRESS_ACTUAL],
        departed=typed.get(Field.STATUS) == Status.DEPARTED,
        linked=frozenset(key(OTHER[card.role], number) for number in card.links),
    )


def analyse(scenario: CardScenario, *, family_seen: bool = False) -> Analysis:
    request = PageRequest(
        schema=SCHEMA,
        url="",
        html=render_saved_card(scenario),
        captured_at=datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC),
        source=Source.FILE,
    )
    seen = WholeFamily(scenario.case) if family_seen else None
    return analyse_page(request, secret=b"secret", settings=Settings(), seen=seen)


def told(analysis: Analysis) -> Told:
    return {(found.rule, found.field.value) for found in analysis.findings}


def expected(scenario: CardScenario, *, family_seen: bool) -> Told:
    truth = card_truth(scenario, family_seen=family_seen)
    return {(finding.rule, finding.field.value) for finding in truth}


@pytest.mark.parametrize("family_seen", [False, True], ids=["alone", "family seen"])
@pytest.mark.parametrize("generation", Generation)
def test_the_findings_of_every_card_are_the_stands_truth(
    generation: Generation, family_seen: bool
) -> None:
    scenarios = every_card(generation)
    answered = {s: told(analyse(s, family_seen=family_seen)) for s in scenarios}
    assert answered == {s: expected(s, family_seen=family_seen) for s in scenarios}


@pytest.mark.parametrize("generation", Generation)
def test_the_proposed_forms_are_the_stands_truth(generation: Generation) -> None:
    for scenario in every_card(generation):
        proposed = {found.proposed for found in analyse(scenario).findings}
        assert {finding.proposed for finding in card_truth(scenario)} - {None} <= proposed


@pytest.mark.parametrize("role", Role)
def test_the_missing_relatives_are_named(role: Role) -> None:
    scenario = CardScenario("unlinked_pair", role)
    (truth,) = card_truth(scenario, family_seen=True)
    (found,) = analyse(scenario, family_seen=True).findings
    wanted = {key(OTHER[role], number) for number in truth.candidates}
    assert {person.account_key for person in found.candidates} == wanted


@pytest.mark.parametrize("variant", VARIANTS, ids=range(len(VARIANTS)))
@pytest.mark.parametrize("generation", Generation)
@pytest.mark.parametrize("role", Role)
def test_no_variant_of_the_page_makes_anything_be_said_that_is_not_true(
    generation: Generation, variant: CardVariant, role: Role
) -> None:
    for case in CASES:
        scenario = CardScenario(case, role, 0, generation, variant)
        analysis = analyse(scenario)
        assert told(analysis) == expected(scenario, family_seen=False)
        assert (analysis.page.kind is not PageKind.UNKNOWN) is readable(scenario)
        assert "Canary" not in analysis.to_json().decode()
