"""Every state of the connection in its own words, the same on the page and in the popup."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import cycle
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import EARLIER, TABLE, Desk
from tests.e2e.helper import free_port
from tests.e2e.screens.annotations import Annotations
from tests.e2e.screens.options import OptionsScreen
from tests.e2e.screens.popup import PopupScreen
from tests.e2e.screens.summary_bar import SummaryBar
from tests.e2e.screens.waiting import eventually
from tests.e2e.squatter import Greeting, squatting
from tests.e2e.truths import assert_report_true

if TYPE_CHECKING:
    pass

pytestmark = pytest.mark.slow

State = Callable[[Desk], AbstractContextManager[object]]


def greeted_with(**changes: object) -> State:
    """Somebody else greets as the helper does, but for one thing."""

    @contextmanager
    def state(desk: Desk) -> Iterator[None]:
        greeting: Greeting = json.loads(desk.wire.asked("hello")[0].answer)
        greeting.pop("proof", None)
        desk.helper.stop()
        with squatting(desk.helper.port, lambda _asked: {**greeting, **changes}):
            yield
        desk.helper.start()

    return state


@contextmanager
def nobody(desk: Desk) -> Iterator[None]:
    """Nobody listens where the extension asks."""
    say_port(desk, free_port())
    yield
    say_port(desk, desk.helper.port)


def say_port(desk: Desk, port: int) -> None:
    options = OptionsScreen(desk.browser.open("ui/options.html"))
    options.say_port(port)
    options.page.close()


@contextmanager
def failing(desk: Desk) -> Iterator[None]:
    """The helper cannot read which browsers are paired."""
    file = desk.helper.clients_file
    paired = file.read_bytes()
    file.write_bytes(b"{")
    yield
    file.write_bytes(paired)


@contextmanager
def busy(desk: Desk) -> Iterator[None]:
    """The helper is there and has no time to greet."""
    with desk.wire.holding("hello"):
        yield


@contextmanager
def forgotten(desk: Desk) -> Iterator[None]:
    """The operator has let the browser forget its pairing."""
    options = OptionsScreen(desk.browser.open("ui/options.html"))
    options.forget_pairing()
    yield
    options.page.close()


STATES: dict[str, State] = {
    "offline": nobody,
    "port-taken": greeted_with(product="other"),
    "unproven": greeted_with(),
    "other-installation": greeted_with(server_id="0" * 32),
    "version": greeted_with(api=2),
    "failing": failing,
    "busy": busy,
    "not-paired": forgotten,
}


def test_every_state_is_told_in_its_own_words_on_the_page_and_in_the_popup(desk: Desk) -> None:
    desk.annotate_earlier()
    told: dict[str, str] = {}
    reports = cycle((TABLE, EARLIER))
    for code, state in STATES.items():
        with state(desk):
            desk.stand.scenario = next(reports)
            desk.report.generate()
            expect(Annotations(desk.report.page).root()).to_have_attribute(
                "data-sverka-error", code
            )
            told[code] = told_by_popup(desk)
            assert told[code] in SummaryBar(desk.report.page).wait_for(told[code]), code
    assert len(set(told.values())) == len(STATES)


def told_by_popup(desk: Desk) -> str:
    """What the popup says of the connection, pressed to look once more."""
    popup = PopupScreen(desk.browser.open("ui/popup.html"))
    popup.check_connection()
    words = popup.why_not_connected()
    popup.page.close()
    return words


def test_report_that_met_a_busy_helper_is_tried_again_by_itself(desk: Desk) -> None:
    desk.annotate_earlier()
    with desk.wire.holding("hello"):
        desk.generate()
        desk.wait_for_problem("busy", "занята")
        assert "Повторить" not in SummaryBar(desk.report.page).buttons()
    assert_report_true(desk.report, TABLE)


def test_replaced_report_takes_its_request_off_the_wire(desk: Desk) -> None:
    desk.annotate_earlier()
    page = desk.report.page
    with desk.wire.holding("pages") as held:
        desk.generate()
        assert eventually(page, lambda: held.waiting, bool) == 1
        desk.stand.scenario = EARLIER
        desk.report.generate()
        assert eventually(page, lambda: held.given_up, bool) == 1
    assert_report_true(desk.report, EARLIER)


def test_page_that_is_left_takes_its_request_off_the_wire(desk: Desk) -> None:
    desk.annotate_earlier()
    page = desk.report.page
    with desk.wire.holding("pages") as held:
        desk.generate()
        assert eventually(page, lambda: held.waiting, bool) == 1
        page.goto("about:blank")
        assert eventually(page, lambda: held.given_up, bool) == 1
