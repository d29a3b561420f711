"""The order of additional education: whoever has an account already is not entered anew."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.screens.card import MODES, CardScreen
from tests.e2e.screens.order import OrderScreen
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.session import HOSTS
from tests.e2e.truths import assert_report_true
from tests.stand.movement.world import REPORT
from tests.stand.order import Way, child_of_report, newcomers
from tests.stand.plot import Mode
from tests.stand.school.model import Role
from tests.stand.school.plot import CardVariant, Generation, SchoolScenario
from tests.stand.school.world import school
from tests.stand.server import Stand

UNKNOWN = newcomers()[2]
RIGHT_WAY = "Список обучающихся в других ОО"


@pytest.fixture
def order(page: Page, report: ReportScreen, stand: Stand) -> OrderScreen:
    """The order, after a report has named some of the children."""
    stand.scenario = REPORT
    report.generate()
    assert_report_true(report, REPORT)
    return OrderScreen(page, stand.mode, HOSTS[stand.mode])


def test_a_child_typed_anew_is_recognised_while_it_is_typed(order: OrderScreen) -> None:
    known = child_of_report()
    order.choose(Way.QUICK)
    order.type(known)
    said = order.wait_for_warning(RIGHT_WAY)
    assert "дубль" in said
    expect(order.marked()).to_have_attribute("data-sverka-finding", "D-07")
    expect(order.marked()).to_have_attribute("data-sverka-severity", "error")
    order.type(replace(known, patronymic=known.patronymic[:-3] + known.patronymic[-2:]))
    order.wait_for_warning("опечатка")
    order.type(UNKNOWN)
    order.wait_for_no_warning()
    expect(order.marked()).to_have_count(0)


def test_a_loaded_list_names_the_children_who_are_known(order: OrderScreen) -> None:
    order.choose(Way.IMPORT)
    said = order.wait_for_warning(RIGHT_WAY)
    assert child_of_report().surname in said
    assert UNKNOWN.surname not in said
    marked = order.marked().all_inner_texts()
    assert any(child_of_report().surname in row for row in marked)
    assert not any(UNKNOWN.surname in row for row in marked)


@pytest.mark.parametrize("generation", Generation)
def test_in_additional_education_the_card_of_a_parent_says_who_gives_the_login_out(
    page: Page, stands: dict[Mode, Stand], generation: Generation
) -> None:
    stand = stands[MODES[generation]]
    stand.school = SchoolScenario(
        read_only=generation is Generation.READ_ONLY, variant=CardVariant(additional=True)
    )
    stand.watch.forget()
    cards = CardScreen(page, stand.mode, HOSTS[stand.mode])
    cards.log_in()
    parent = next(
        card for card in school().household("everything_right").cards if card.role is Role.PARENT
    )
    cards.open_checked(parent)
    assert cards.rules_in_banner() == {"L-06"}
    said = cards.wait_for_banner("Логин и пароль")
    assert "сертификат" in said
    cards.print("Напечатать памятку о входе")
    stand.school = SchoolScenario()
    assert stand.violations == []
