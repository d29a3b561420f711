"""`python -m tests.demo`: open a report in Chromium with the extension and print the advice."""

import argparse
import os
import tempfile
from pathlib import Path

import click
from playwright.sync_api import Page, Playwright, Response, sync_playwright
from rich import print as say

from tests.demo.advice import advice_table
from tests.e2e.helper import running_helper
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.stand import ReportScreen
from tests.e2e.screens.why_card import WhyCard
from tests.e2e.session import HOSTS, paired_browser
from tests.stand.scenarios import Mode, Scenario
from tests.stand.server import running_stand

SHOTS = Path("demo-results")
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
TOLD = (
    "not_departed",
    "kindergarten_to_class_one",
    "same_date",
    "attached",
    "triple",
    "equal_dates",
    "same_account_twice",
    "additional_quick",
    "additional_legal",
    "entry_against_date",
)


def main() -> None:
    """Read the options and show the demo."""
    parser = argparse.ArgumentParser(prog="python -m tests.demo", description=__doc__)
    parser.add_argument("--headed", action="store_true", help="leave the browser open to a person")
    parser.add_argument("--shots", type=Path, default=SHOTS, help="where screenshots are put")
    options = parser.parse_args()
    if options.headed and not any(os.environ.get(name) for name in DISPLAYS):
        parser.error("нет экрана: запустите без --headed, снимок окна будет сохранён")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as place:
        demonstrate(playwright, Path(place), options.shots, headed=options.headed)


def demonstrate(playwright: Playwright, place: Path, shots: Path, *, headed: bool) -> None:
    """Stand, helper and browser; the report is opened, printed and photographed."""
    with running_stand(Mode.CLASSIC) as stand, running_helper(place / "data") as helper:
        stand.scenario = Scenario(cases=TOLD)
        stands = {stand.mode: stand}
        paired = paired_browser(playwright, helper, stands, place / "browser", headless=not headed)
        with paired as browser:
            report = ReportScreen(browser.context.new_page(), stand.mode, HOSTS[stand.mode])
            report.open()
            with browser.context.expect_event("response", gives_advice) as answer:
                report.generate()
            Annotations(report.page).wait_for("done")
            say(advice_table(answer.value.json()))
            photograph(report.page, shots)
            if headed:
                report.page.wait_for_event("close", timeout=0)


def gives_advice(response: Response) -> bool:
    return response.url.endswith("/api/v1/pages")


def photograph(page: Page, shots: Path) -> None:
    """The annotated report, the card that says why, and what it compares; the paths are printed."""
    page.screenshot(path=shots / "report.png")
    Annotations(page).cells("delete").first.click()
    card = WhyCard(page)
    card.wait_for()
    page.screenshot(path=shots / "why.png")
    card.scroll_to_weights()
    page.screenshot(path=shots / "weights.png")
    for shot in ("report.png", "why.png", "weights.png"):
        click.echo((shots / shot).resolve())


if __name__ == "__main__":
    main()
