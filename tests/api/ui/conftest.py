"""A visit to the helper's own pages, and a desk from which reports come into its ledger."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, Playwright

from sverka.datadir import DataDir
from sverka.settings import Settings
from sverka.web.services import services_of
from tests.api.extension import through_flask
from tests.api.ui.visitor import Visitor
from tests.e2e.browser import CHROMIUM, FLAGS
from tests.unit.ledger.seen import AUTHORITY, Desk


@pytest.fixture
def settings() -> Settings:
    return Settings(authority=AUTHORITY)


@pytest.fixture
def stranger_here(app: Flask) -> Visitor:
    return Visitor(through_flask(app.test_client(use_cookies=False)))


@pytest.fixture
def visitor(app: Flask, stranger_here: Visitor) -> Visitor:
    return stranger_here.enter(services_of(app).tickets.make())


@pytest.fixture
def desk(app: Flask, data_dir: DataDir, settings: Settings) -> Desk:
    """The operator's browser, whose reports the helper under test remembers."""
    return Desk(services_of(app).ledger_keeper, data_dir, settings)


@pytest.fixture(scope="module")
def browser(playwright: Playwright) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
    yield browser
    browser.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(locale="ru-RU") as context:
        yield context


@pytest.fixture
def complaints() -> list[str]:
    """What the page has complained of in its console.

    Chromium notes every answer that is an error there: a test that provokes one forgets it.
    """
    return []


@pytest.fixture
def page(context: BrowserContext, complaints: list[str]) -> Iterator[Page]:
    """A page; whatever it complains of in the console fails the test."""
    page = context.new_page()
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    assert complaints == []
