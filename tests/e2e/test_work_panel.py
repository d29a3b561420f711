"""The side panel lists what is to be done, finds it, and assigns several groups at once."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.browser import ExtensionBrowser
from tests.e2e.desk import Desk
from tests.e2e.helper import Helper
from tests.e2e.screens.options import OptionsScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.screens.waiting import eventually
from tests.e2e.screens.work_panel import WorkPanel
from tests.e2e.truths import assert_report_true
from tests.stand.scenarios import Scenario, truth

pytestmark = pytest.mark.slow

REPORT = Scenario(cases=("not_departed", "attached", "triple"))
GROUPS = 3
ORGANISATION = "МБОУ СОШ № 77"


@pytest.fixture
def panel(desk: Desk) -> WorkPanel:
    """The panel of a desk where one report was read."""
    desk.stand.scenario = REPORT
    desk.report.generate()
    assert_report_true(desk.report, REPORT)
    panel = WorkPanel(desk.browser.open("ui/panel.html"))
    panel.wait_for_items(GROUPS)
    return panel


def test_the_panel_finds_a_child_by_its_name(panel: WorkPanel) -> None:
    name = truth(REPORT)[0].name
    assert name is not None
    panel.search(name.split()[0])
    panel.wait_for_items(1)
    expect(panel.items()).to_contain_text(name)
    panel.search("Несуществующий")
    panel.wait_for_words("По этому отбору ничего нет")


def test_the_oldest_or_the_longest_may_stand_first(panel: WorkPanel) -> None:
    first = panel.items().first
    panel.order_by("сначала с долгим пересечением")
    longest = max(days for days in overlaps(panel) if days is not None)
    expect(first).to_contain_text(f"пересечение, дней: {longest}")
    panel.order_by("сначала давние")
    name = truth(REPORT)[0].name
    assert name is not None
    expect(first).to_contain_text(name)
    assert panel.items().count() == GROUPS


def overlaps(panel: WorkPanel) -> list[int | None]:
    """The days of overlap that the lines of the list name."""
    found = (
        re.search(r"пересечение, дней: (\d+)", line) for line in panel.items().all_inner_texts()
    )
    return [int(days[1]) if days else None for days in found]


def test_several_groups_are_assigned_at_once(panel: WorkPanel) -> None:
    panel.select(0, 1)
    panel.assign_selected(ORGANISATION, "2999-10-15")
    expect(panel.outcome()).to_contain_text("Назначено групп: 2")
    assert panel.count("назначен") == 2
    panel.show_state("назначен")
    panel.wait_for_items(2)
    expect(panel.items().first).to_contain_text(ORGANISATION)
    expect(panel.items().first).to_contain_text("15.10.2999")


def test_a_group_that_somebody_changed_is_named_and_the_others_are_assigned(
    panel: WorkPanel, desk: Desk
) -> None:
    panel.select(0, 1, 2)
    other = WorkPanel(desk.browser.open("ui/panel.html"))
    other.wait_for_items(GROUPS)
    other.select(1)
    other.assign_selected(ORGANISATION, "2999-10-15")
    expect(other.outcome()).to_contain_text("Назначено групп: 1")
    panel.assign_selected("МБОУ СОШ № 78", "2999-10-15")
    expect(panel.outcome()).to_contain_text("Назначено групп: 2")
    expect(panel.outcome().locator("li")).to_have_count(1)
    expect(panel.page.locator("#selection summary")).to_contain_text("Выбрано групп: 1")


def test_a_group_that_somebody_moved_out_of_the_list_does_not_stay_chosen(
    panel: WorkPanel, desk: Desk
) -> None:
    panel.show_state("выявлен")
    panel.select(0, 1)
    other = WorkPanel(desk.browser.open("ui/panel.html"))
    other.wait_for_items(GROUPS)
    other.select(1)
    other.assign_selected(ORGANISATION, "2999-10-15")
    expect(other.outcome()).to_contain_text("Назначено групп: 1")
    panel.assign_selected("МБОУ СОШ № 78", "2999-10-15")
    expect(panel.outcome().locator("li")).to_have_count(1)
    expect(panel.page.locator("#selection summary")).to_have_count(0)


def test_a_group_is_decided_in_the_panel_and_its_life_is_told(panel: WorkPanel) -> None:
    panel.open(0)
    panel.card().locator("summary", has_text="Невозможно устранить").click()
    form = panel.card().locator("form[data-sverka-act=irremovable]")
    form.locator("select").select_option("technical")
    form.get_by_role("button", name="Сохранить").click()
    expect(panel.card()).to_have_attribute("data-sverka-work", "irremovable")
    expect(panel.history().last).to_contain_text("техническая причина")
    panel.card().get_by_role("button", name="Отменить последнее решение").click()
    expect(panel.card()).to_have_attribute("data-sverka-work", "found")
    expect(panel.history().last).to_contain_text("решение отменено")


def test_one_goes_from_group_to_group_and_back_to_the_list(panel: WorkPanel) -> None:
    second = panel.items().nth(1).locator(".open").inner_text()
    panel.open(0)
    panel.next()
    expect(panel.title()).to_have_text(second)
    panel.back()
    expect(panel.items().nth(1).locator(".open")).to_be_focused()


def test_the_panel_says_what_to_do_when_the_helper_is_stopped(
    browser_paired: ExtensionBrowser, helper: Helper
) -> None:
    helper.stop()
    try:
        panel = WorkPanel(browser_paired.open("ui/panel.html"))
        expect(panel.problem()).to_contain_text("не запущена")
    finally:
        helper.start()
    panel.retry()
    expect(panel.problem()).to_be_empty()
    panel.wait_until_loaded()
    panel.page.close()


def test_the_panel_of_a_browser_that_is_not_paired_leads_to_the_settings(desk: Desk) -> None:
    options = OptionsScreen(desk.browser.open("ui/options.html"))
    options.forget_pairing()
    panel = WorkPanel(desk.browser.open("ui/panel.html"))
    expect(panel.problem()).to_contain_text("не сопряжено")
    expect(panel.problem().get_by_role("button", name="Настройки")).to_be_visible()


def test_the_panel_names_the_reports_on_which_the_list_rests(panel: WorkPanel) -> None:
    reports = panel.reports()
    expect(reports).to_have_count(1)
    expect(reports).to_contain_text("период с 01.09.2025 по 30.09.2025")
    expect(reports).to_contain_text(f"групп: {GROUPS}")


def test_an_empty_list_says_how_it_is_filled(desk: Desk) -> None:
    panel = WorkPanel(desk.browser.open("ui/panel.html"))
    panel.wait_for_words("Список пуст")


def test_a_press_on_the_bar_opens_the_panel_beside_the_page(desk: Desk) -> None:
    desk.stand.scenario = REPORT
    desk.report.generate()
    assert_report_true(desk.report, REPORT)
    SummaryBar(desk.report.page).open_work_list()
    assert_panel_opens(desk)


def test_a_press_in_the_popup_opens_the_panel(desk: Desk) -> None:
    desk.browser.open("ui/popup.html").get_by_role("button", name="Рабочий список").click()
    assert_panel_opens(desk)


def assert_panel_opens(desk: Desk) -> None:
    """The browser shows the panel, though no tab holds it."""
    page = desk.report.page
    session = page.context.new_cdp_session(page)
    address = f"chrome-extension://{desk.browser.extension_id}/ui/panel.html"

    def shown() -> list[str]:
        targets = session.send("Target.getTargets")["targetInfos"]
        return [target["url"] for target in targets if target["url"] == address]

    assert eventually(page, shown, bool)
    assert all(tab.url != address for tab in page.context.pages)
