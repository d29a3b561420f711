"""The work list and its groups in a real browser: deciding, assigning, keys, narrow windows."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select

from sverka.datadir import DataDir
from sverka.ledger.keeper import LedgerKeeper
from sverka.ledger.tables import RecordedFate
from sverka.ledger.vocabulary import Act, Fate
from sverka.settings import Settings
from tests.api.helper_process import HelperProcess, command, running_helper
from tests.unit.ledger.seen import NAMES, Desk, pair, report

pytestmark = pytest.mark.slow

PAGES = ("", "?search=никто", "runs", "runs/difference?earlier=1&later=2", "state")
NARROW = 420
UNLABELLED = """
[...document.querySelectorAll("input:not([type=hidden]), select, textarea, button")]
  .filter((field) => !field.labels?.length && !field.ariaLabel && !field.textContent.trim())
  .map((field) => field.outerHTML)
"""
DOUBLE_IDS = """
[...document.querySelectorAll("[id]")].map(({ id }) => id)
  .filter((id, place, all) => all.indexOf(id) !== place)
"""


@pytest.fixture
def desk(data_dir: DataDir) -> Iterator[Desk]:
    """The helper's data directory, where two reports of three pairs were seen."""
    settings = Settings()
    keeper = LedgerKeeper(data_dir, settings)
    desk = Desk(keeper, data_dir, settings)
    desk.open(report(pair(0), pair(1)))
    desk.open(report(pair(0), pair(1), pair(2)))
    desk.ledger.settle()
    yield desk
    keeper.close()


@pytest.fixture
def helper(desk: Desk) -> Iterator[HelperProcess]:
    with running_helper(desk.data_dir) as process:
        yield process


@pytest.fixture
def entrance(helper: HelperProcess, data_dir: DataDir) -> str:
    assert helper.port
    return command(data_dir, "open", "--print").stdout.strip()


@pytest.fixture
def worklist(page: Page, entrance: str) -> Page:
    page.goto(entrance)
    return page


def open_group(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_group_is_assigned_on_its_page(worklist: Page) -> None:
    open_group(worklist, NAMES[1])
    worklist.get_by_text("Назначить организации").click()
    form = worklist.locator('form[data-act="assign"]')
    expect(form.get_by_label("Организация")).to_have_value("СОШ № 1")
    form.get_by_label("Организация").fill("СОШ № 2")
    form.get_by_label("Срок").fill("2999-10-06")
    form.get_by_label("Примечание").fill("<b>до пятницы</b>")
    form.get_by_role("button", name="Записать").click()
    expect(worklist.get_by_text("Решение записано.")).to_be_visible()
    state = worklist.get_by_role("region", name="Состояние и решение")
    for shown in ("Назначен", "СОШ № 2", "06.10.2999", "<b>до пятницы</b>"):
        expect(state).to_contain_text(shown)
    worklist.reload()
    expect(worklist.get_by_text("Решение записано.")).to_have_count(0)


def test_worked_group_tells_which_account_was_kept(worklist: Page, desk: Desk) -> None:
    open_group(worklist, NAMES[0])
    worklist.get_by_text("Отметить отработанным").click()
    form = worklist.locator('form[data-act="worked"]')
    form.get_by_label("Оставлена запись").select_option(label="s2, СОШ № 2")
    form.get_by_role("checkbox", name="s1, СОШ № 1").check()
    form.get_by_role("checkbox", name="s2, СОШ № 2").check()
    form.get_by_role("button", name="Записать").click()
    expect(worklist.get_by_text("Решение записано.")).to_be_visible()
    with desk.ledger.settled() as session:
        fates = {fate.organisation: fate.fate for fate in session.scalars(select(RecordedFate))}
    assert fates == {"СОШ № 1": Fate.REMOVED, "СОШ № 2": Fate.KEPT}
    worklist.get_by_role("button", name="Отменить последнее решение").click()
    expect(worklist.get_by_text("Решение отменено.")).to_be_visible()
    expect(worklist.get_by_role("region", name="Состояние и решение")).to_contain_text("Выявлен")


def test_decision_without_its_note_is_told_and_nothing_is_lost(
    worklist: Page, complaints: list[str]
) -> None:
    open_group(worklist, NAMES[0])
    worklist.get_by_text("Это не дубль").click()
    form = worklist.locator('form[data-act="not-duplicate"]')
    form.get_by_label("Причина").select_option("other")
    form.get_by_role("button", name="Записать").click()
    expect(worklist.get_by_role("alert")).to_contain_text("нужно пояснение")
    expect(form.get_by_label("Причина")).to_have_value("other")
    complaints.clear()


def test_conflict_is_told_with_a_way_to_look_again(
    worklist: Page, desk: Desk, complaints: list[str]
) -> None:
    open_group(worklist, NAMES[0])
    decide_elsewhere(desk, NAMES[0])
    worklist.get_by_text("Невозможно устранить", exact=True).last.click()
    form = worklist.locator('form[data-act="irremovable"]')
    form.get_by_label("Причина").select_option("technical")
    form.get_by_role("button", name="Записать").click()
    expect(worklist.get_by_role("alert")).to_contain_text("состояние этой группы изменилось")
    worklist.get_by_role("link", name="Посмотреть новое состояние").click()
    expect(worklist.get_by_role("region", name="Состояние и решение")).to_contain_text("Отработан")
    complaints.clear()


def decide_elsewhere(desk: Desk, name: str) -> None:
    (found,) = [g for g in desk.open(report(pair(0))).groups if g.accounts[0].name == name]
    desk.decide(found, Act.WORKED)


def test_chosen_groups_are_assigned_and_what_failed_is_named(
    worklist: Page, desk: Desk, complaints: list[str]
) -> None:
    decide_elsewhere(desk, NAMES[0])
    worklist.get_by_label("Отметить все на этой странице").check()
    bulk = worklist.get_by_role("form", name="Назначить отмеченные")
    expect(bulk.locator("output")).to_have_text("3")
    bulk.get_by_label("Организация").fill("СОШ № 2")
    bulk.get_by_role("button", name="Назначить выбранные").click()
    failures = worklist.locator("#failures")
    expect(failures).to_be_focused()
    expect(failures).to_contain_text("Назначено групп: 2. Не назначено:")
    expect(failures.get_by_role("listitem")).to_have_count(1)
    expect(failures.get_by_role("listitem")).to_contain_text(NAMES[0])
    expect(bulk.locator("output")).to_have_text("1")
    done = worklist.locator("tbody tr").filter(has=worklist.locator(".state.assigned"))
    expect(done).to_have_count(2)
    expect(done.first).to_contain_text("СОШ № 2")
    expect(done.first.get_by_role("checkbox")).to_be_disabled()
    failures.get_by_role("link", name="Обновить список").click()
    expect(worklist.locator("tbody .state.assigned")).to_have_count(2)
    complaints.clear()


def test_bulk_assignment_says_how_many_were_assigned(worklist: Page) -> None:
    bulk = worklist.get_by_role("form", name="Назначить отмеченные")
    bulk.get_by_label("Организация").fill("СОШ № 2")
    bulk.get_by_role("button", name="Назначить выбранные").click()
    expect(worklist.get_by_role("alert")).to_have_text("Отметьте в списке хотя бы одну группу.")
    worklist.get_by_label(f"Отметить: {NAMES[2]}").check()
    bulk.get_by_role("button", name="Назначить выбранные").click()
    expect(worklist.get_by_text("Назначено групп: 1")).to_be_visible()
    expect(worklist.locator("tbody .state.assigned")).to_have_count(1)


def expect_group(page: Page, name: str) -> None:
    """The page of this group, as soon as it listens to keys."""
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_text("Клавиши ← и →")).to_be_visible()


def test_arrows_turn_to_the_neighbours_but_not_while_typing(worklist: Page) -> None:
    names = worklist.locator("tbody th a").all_inner_texts()
    open_group(worklist, names[0])
    expect_group(worklist, names[0])
    worklist.keyboard.press("ArrowRight")
    expect_group(worklist, names[1])
    worklist.keyboard.press("ArrowLeft")
    expect_group(worklist, names[0])
    worklist.get_by_text("Назначить организации").click()
    note = worklist.get_by_label("Примечание").first
    note.press_sequentially("слово")
    note.press("ArrowLeft")
    note.press("ArrowRight")
    expect(note).to_have_value("слово")
    expect_group(worklist, names[0])


def test_rule_that_an_account_names_opens_with_its_source(worklist: Page) -> None:
    open_group(worklist, NAMES[0])
    expect_group(worklist, NAMES[0])
    link = worklist.locator("article a").first
    rule = worklist.locator(f"details{link.get_attribute('href')}")
    expect(rule).not_to_have_attribute("open", "")
    link.click()
    expect(rule).to_contain_text("Источник")
    expect(rule).to_have_attribute("open", "")


def test_two_reports_are_compared(worklist: Page) -> None:
    worklist.get_by_role("link", name="Отчёты").click()
    worklist.get_by_label("Прежний: № 1").check()
    worklist.get_by_label("Новый: № 2").check()
    worklist.get_by_role("button", name="Сравнить").click()
    new = worklist.get_by_role("region", name="Новые")
    expect(new.get_by_role("link")).to_have_text([NAMES[2]])


def test_ended_visit_is_told_where_something_was_to_be_written(
    worklist: Page, context: BrowserContext, complaints: list[str]
) -> None:
    open_group(worklist, NAMES[0])
    context.clear_cookies()
    worklist.get_by_text("Отметить отработанным").click()
    worklist.locator('form[data-act="worked"]').get_by_role("button").click()
    expect(worklist.get_by_role("alert")).to_contain_text("sverka open")
    complaints.clear()


def test_without_scripts_everything_can_be_read_and_nothing_is_offered(
    browser: Browser, entrance: str
) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(entrance)
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.get_by_role("button")).to_have_text(["Показать"])
        page.get_by_label("ФИО или номер записи").fill("петрова")
        page.get_by_role("button", name="Показать").click()
        open_group(page, NAMES[1])
        expect(page.get_by_role("button")).to_have_count(0)
        for shown in ("Учётные записи", "Зачисления", "Сравнение записей", "Что было с группой"):
            expect(page.get_by_role("region", name=shown).first).to_be_visible()


@pytest.mark.parametrize("width", [NARROW, 1280])
def test_every_page_has_landmarks_labels_and_room(
    worklist: Page, helper: HelperProcess, width: int
) -> None:
    worklist.set_viewport_size({"width": width, "height": 900})
    group = worklist.locator("tbody th a").first.get_attribute("href")
    base = f"http://127.0.0.1:{helper.port}"
    for path in (*(f"/ui/{page}" for page in PAGES), str(group)):
        worklist.goto(base + path)
        assert worklist.get_by_role("main").count() == 1
        assert worklist.get_by_role("heading", level=1).count() == 1
        assert worklist.evaluate(UNLABELLED) == []
        assert worklist.evaluate(DOUBLE_IDS) == []
        assert worklist.evaluate("document.documentElement.scrollWidth") <= width
