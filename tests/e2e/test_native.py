"""The extension starts the helper by itself, is paired without digits, and opens its pages."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from sverka.datadir import DataDir
from sverka.native.browsers import Browser, Family
from sverka.native.manifests import launcher_of, write_launcher
from sverka.native.places import LinuxPlaces
from sverka.pairing.clients import ClientStore
from sverka.process import find_answering, is_running
from sverka.texts import text
from tests.api.helper_process import command, free_port
from tests.e2e.browser import ExtensionBrowser, browser_with, copy_for_hosts
from tests.e2e.helper import Helper
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.options import OptionsScreen
from tests.e2e.screens.popup import PopupScreen
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.session import HOSTS
from tests.e2e.truths import assert_report_true
from tests.stand.plot import Scenario
from tests.stand.server import Stand

pytestmark = pytest.mark.slow

TABLE = Scenario(cases=("not_departed", "triple"))
NEXT_TABLE = Scenario(cases=("attached",))
PROFILE_HOSTS = Browser("chromium", Family.CHROMIUM, "profile/NativeMessagingHosts", "")


@pytest.fixture
def startable(data_dir: DataDir) -> Iterator[DataDir]:
    """The data directory of a helper that does not run yet; it is ended with the test."""
    with free_port(data_dir):
        yield data_dir


@contextmanager
def browser_of(
    playwright: Playwright, stand: Stand, place: Path, told_of: DataDir | None = None
) -> Iterator[ExtensionBrowser]:
    """A browser that may start the helper of one data directory, if it was told of any."""
    if told_of:
        write_launcher(told_of)
        LinuxPlaces(place, launcher_of(told_of)).tell(PROFILE_HOSTS)
    host = HOSTS[stand.mode]
    extension = copy_for_hosts(place / "extension", [host])
    with browser_with(playwright, extension, place / "profile", {host: stand.url}) as browser:
        yield browser


def generated(browser: ExtensionBrowser, stand: Stand) -> ReportScreen:
    """The report, generated in a tab of its own, where the extension was just switched on."""
    stand.scenario = TABLE
    host = HOSTS[stand.mode]
    options = OptionsScreen(browser.open("ui/options.html"))
    options.switch_on(f"http://{host}")
    options.page.close()
    report = ReportScreen(browser.context.new_page(), stand.mode, host)
    report.open()
    report.generate()
    return report


def clients_of(data_dir: DataDir) -> list[str]:
    return [client.id for client in ClientStore(data_dir.clients_file, lambda: 0).all()]


def test_the_first_report_starts_the_helper_and_is_annotated(
    playwright: Playwright, stand: Stand, startable: DataDir, tmp_path: Path
) -> None:
    with browser_of(playwright, stand, tmp_path / "browser", startable) as browser:
        report = generated(browser, stand)
        assert_report_true(report, TABLE)
        paired = clients_of(startable)
        assert command(startable, "stop").returncode == 0
        stand.scenario = NEXT_TABLE
        report.generate()
        assert_report_true(report, NEXT_TABLE)
    assert len(paired) == 1
    assert clients_of(startable) == paired
    assert find_answering(startable)


def test_the_popup_connects_by_itself_and_opens_the_helpers_pages(
    playwright: Playwright, stand: Stand, startable: DataDir, tmp_path: Path
) -> None:
    with browser_of(playwright, stand, tmp_path / "browser", startable) as browser:
        popup = PopupScreen(browser.open("ui/popup.html"))
        popup.wait_until_connected()
        with browser.context.expect_page() as opening:
            popup.open_helper()
        pages = opening.value
        expect(pages).to_have_url(re.compile(r"^http://127\.0\.0\.1:\d+/ui/$"))
        expect(pages.get_by_role("heading", level=1)).to_have_text(text("ui.worklist.title"))


def test_a_forgotten_pairing_is_made_anew_when_the_operator_asks(
    playwright: Playwright, stand: Stand, startable: DataDir, tmp_path: Path
) -> None:
    with browser_of(playwright, stand, tmp_path / "browser", startable) as browser:
        options = OptionsScreen(browser.open("ui/options.html"))
        options.wait_until_connected()
        former = clients_of(startable)
        options.forget_pairing()
        options.check_connection()
        options.wait_until_connected()
    assert len(set(clients_of(startable)) - set(former)) == 1


def test_a_revoked_browser_is_told_and_not_paired_behind_the_operators_back(
    playwright: Playwright, stand: Stand, startable: DataDir, tmp_path: Path
) -> None:
    with browser_of(playwright, stand, tmp_path / "browser", startable) as browser:
        report = generated(browser, stand)
        assert_report_true(report, TABLE)
        assert command(startable, "revoke", "--all").returncode == 0
        stand.scenario = NEXT_TABLE
        report.generate()
        annotations = Annotations(report.page)
        annotations.wait_for("error")
        annotations.wait_for_error("unproven")
        SummaryBar(report.page).wait_for("отозван")
    assert clients_of(startable) == []


def test_a_pairing_with_another_installation_is_left_to_the_operator(
    playwright: Playwright, stand: Stand, startable: DataDir, helper: Helper, tmp_path: Path
) -> None:
    with browser_of(playwright, stand, tmp_path / "browser", startable) as browser:
        options = OptionsScreen(browser.open("ui/options.html"))
        options.wait_until_connected()
        options.pair(helper.port, helper.pairing_code())
        helper.stop()
        try:
            annotations = Annotations(generated(browser, stand).page)
            annotations.wait_for("error")
            annotations.wait_for_error("other-installation")
        finally:
            helper.start()


def test_a_taken_port_is_told_with_the_program_that_has_it(
    playwright: Playwright, stand: Stand, helper: Helper, data_dir: DataDir, tmp_path: Path
) -> None:
    data_dir.settings_file.write_text(f"port = {helper.port}\n", encoding="utf-8")
    with browser_of(playwright, stand, tmp_path / "browser", data_dir) as browser:
        popup = PopupScreen(browser.open("ui/popup.html"))
        popup.wait_until_not_connected(f"{helper.port}")
    assert not is_running(data_dir)


def test_without_the_host_everything_is_as_before(
    playwright: Playwright, stand: Stand, helper: Helper, tmp_path: Path
) -> None:
    with browser_of(playwright, stand, tmp_path / "browser") as browser:
        report = generated(browser, stand)
        Annotations(report.page).wait_for("offline")
        OptionsScreen(browser.open("ui/options.html")).pair(helper.port, helper.pairing_code())
        SummaryBar(report.page).retry()
        assert_report_true(report, TABLE)
