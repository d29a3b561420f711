"""The helper's own pages in a real browser, entered as operators and the extension enter them."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from sverka.datadir import DataDir
from sverka.pairing.clients import ClientStore
from tests.api.chromium import with_extension
from tests.api.extension import CHROMIUM as ORIGIN
from tests.api.extension import Extension, through_socket
from tests.api.helper_process import HelperProcess, command


@pytest.fixture
def other_port(tmp_path: Path) -> Iterator[int]:
    """A port of this computer where somebody else's page lies."""
    (tmp_path / "index.html").write_text("<!doctype html><title>чужая</title>", encoding="utf-8")
    pages = partial(SimpleHTTPRequestHandler, directory=str(tmp_path))
    with ThreadingHTTPServer(("127.0.0.1", 0), pages) as server:
        serving = Thread(target=server.serve_forever)
        serving.start()
        yield server.server_port
        server.shutdown()
        serving.join()


@pytest.fixture
def entrance(helper_process: HelperProcess, data_dir: DataDir) -> str:
    assert helper_process.port
    return command(data_dir, "open", "--print").stdout.strip()


def go_to_state(page: Page, entrance: str) -> None:
    page.goto(entrance)
    page.get_by_role("link", name="Состояние", exact=True).click()
    expect(page).to_have_title("Состояние — «Сверка»")


def wait_for_scripts(page: Page) -> None:
    """Without the helper or the visit they would not be delivered any more."""
    expect(page.get_by_role("button", name="Показать код сопряжения")).to_be_visible()


def test_address_of_the_command_line_leads_to_the_work_list(page: Page, entrance: str) -> None:
    page.goto(entrance)
    expect(page).to_have_url(re.compile(r"^http://127\.0\.0\.1:\d+/ui/$"))
    expect(page).to_have_title("Рабочий список — «Сверка»")
    expect(page.get_by_role("heading", level=1)).to_have_text("Рабочий список")


def test_code_is_shown_with_its_end_and_pairs(
    page: Page, entrance: str, helper_process: HelperProcess
) -> None:
    go_to_state(page, entrance)
    page.get_by_role("button", name="Показать код сопряжения").click()
    shown = page.get_by_role("status").filter(has_text="действует до")
    expect(shown).to_have_text(re.compile(r"^\d{8} действует до \d\d:\d\d:\d\d$"))
    send = through_socket(helper_process.port)
    assert Extension(send, port=helper_process.port).pair(shown.inner_text()[:8]).token


def test_browser_is_revoked_by_keyboard_after_a_question(
    page: Page, entrance: str, clients: ClientStore
) -> None:
    clients.add(ORIGIN, "Кабинет 5")
    go_to_state(page, entrance)
    revoke = page.get_by_role("button", name="Отозвать", exact=True)
    revoke.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Отозвать доступ браузера?")
    expect(dialog).to_contain_text("Кабинет 5")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(revoke).to_be_focused()
    # The button is free again with the dialog's «close», which comes a moment after its end.
    expect(revoke).not_to_have_attribute("aria-busy", "true")
    assert len(clients.all()) == 1
    page.keyboard.press("Enter")
    dialog.get_by_role("button", name="Отозвать").press("Enter")
    expect(page.get_by_text("Доступ отозван: Кабинет 5")).to_be_visible()
    expect(page.get_by_text("Сопряжённых браузеров нет.")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)
    assert clients.all() == ()


def test_stopped_helper_is_told_with_the_remedy(
    context: BrowserContext, entrance: str, data_dir: DataDir
) -> None:
    page = context.new_page()
    go_to_state(page, entrance)
    wait_for_scripts(page)
    command(data_dir, "stop")
    page.get_by_role("button", name="Показать код сопряжения").click()
    expect(page.get_by_role("alert")).to_contain_text("«Сверка» не отвечает")


def test_ended_visit_is_told_with_the_remedy(context: BrowserContext, entrance: str) -> None:
    page = context.new_page()
    go_to_state(page, entrance)
    wait_for_scripts(page)
    context.clear_cookies()
    page.get_by_role("button", name="Показать код сопряжения").click()
    expect(page.get_by_role("alert")).to_contain_text("sverka open")


def test_without_scripts_the_state_is_readable(
    browser: Browser, entrance: str, clients: ClientStore
) -> None:
    clients.add(ORIGIN, "Кабинет 5")
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        go_to_state(page, entrance)
        expect(page.get_by_role("row", name="Кабинет 5")).to_be_visible()
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.get_by_role("button")).to_have_count(0)


def test_page_of_another_port_cannot_frame_or_open_the_pages(
    context: BrowserContext, entrance: str, helper_process: HelperProcess, other_port: int
) -> None:
    """To a browser it is the same site: the cookie would be sent, so the guard has to stop it."""
    context.new_page().goto(entrance)
    page = context.new_page()
    page.goto(f"http://127.0.0.1:{other_port}/")
    own = f"http://127.0.0.1:{helper_process.port}/ui/"
    with page.expect_response(own) as framed:
        page.evaluate(
            "(src) => document.body.append(Object.assign(document.createElement('iframe'), {src}))",
            own,
        )
    assert framed.value.status == 403
    with page.expect_response(own) as opened:
        page.evaluate("(address) => { window.open(address, '_self') }", own)
    assert opened.value.status == 403


def test_tab_opened_by_an_extension_is_let_in(
    playwright: Playwright, entrance: str, tmp_path: Path
) -> None:
    """Its navigation must count as the operator's own, or the strict cookie is not sent."""
    with with_extension(playwright, tmp_path, {}) as (context, worker):
        with context.expect_page() as opened:
            worker.evaluate("(url) => { chrome.tabs.create({url}) }", entrance)
        expect(opened.value.get_by_role("heading", level=1)).to_have_text("Рабочий список")
