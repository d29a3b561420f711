"""What passes between the extension and the helper when something goes wrong in between.

No report is lost, nobody unproven is sent anything, and the operator is told what to do.
"""

import hashlib
import json
import secrets
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from tests.api.extension import through_socket, worker_headers
from tests.e2e.browser import browser_with, copy_for_hosts
from tests.e2e.desk import TABLE, Desk
from tests.e2e.helper import Helper, free_port, running_helper
from tests.e2e.screens.options import OptionsScreen
from tests.e2e.screens.waiting import eventually
from tests.e2e.squatter import HELLO, Greeting, squatting
from tests.e2e.truths import assert_report_true
from tests.e2e.wire import Exchange, Wire, running_wire
from tests.stand.scenarios import truth

pytestmark = pytest.mark.slow

CODE_IS_OVER = "Этот код не действует"
TOLD_OF_GUESSES = (
    *("Осталось попыток: 2", "Осталось попыток: 1"),
    *(CODE_IS_OVER, CODE_IS_OVER, CODE_IS_OVER),
    "Слишком много попыток",
)

Greet = Callable[[bytes], Greeting]


def last_greeting(wire: Wire) -> Greeting:
    """What the true helper has said at last."""
    greeting: Greeting = json.loads(wire.asked("hello")[-1].answer)
    return greeting


def unknowing(desk: Desk) -> Greet:
    """It has greeted the helper once, but the token it does not know."""
    greeting = last_greeting(desk.wire)
    return lambda _asked: {**greeting, "proof": secrets.token_hex(32)}


def silent(desk: Desk) -> Greet:
    """It does not even try to prove itself."""
    greeting = last_greeting(desk.wire)
    del greeting["proof"]
    return lambda _asked: greeting


def replaying(desk: Desk) -> Greet:
    """It has overheard a proof of the helper."""
    greeting = last_greeting(desk.wire)
    return lambda _asked: greeting


def relaying(desk: Desk) -> Greet:
    """It asks the true helper, which now runs on another port."""
    ask = through_socket(desk.helper.port)

    def greet(asked: bytes) -> Greeting:
        return ask("POST", HELLO, asked, worker_headers()).json

    return greet


SQUATTERS: dict[Callable[[Desk], Greet], tuple[str, str]] = {
    unknowing: ("port-taken", "занят другой программой"),
    replaying: ("port-taken", "занят другой программой"),
    relaying: ("port-taken", "занят другой программой"),
    silent: ("unproven", "Код пока не вводите"),
}


@pytest.mark.parametrize("kind", SQUATTERS, ids=lambda kind: kind.__name__)
def test_squatter_gets_neither_token_nor_page(desk: Desk, kind: Callable[[Desk], Greet]) -> None:
    desk.annotate_earlier()
    token, port = desk.token(), desk.helper.port
    desk.helper.stop()
    if kind is relaying:
        desk.helper.port = free_port()
        desk.helper.start()
    greet = kind(desk)
    desk.wire.forget()
    with squatting(port, greet):
        desk.generate()
        desk.wait_for_problem(*SQUATTERS[kind])
    assert_nothing_given_away(desk.wire.seen, token)
    desk.helper.stop()
    desk.helper.port = port
    desk.helper.start()
    desk.retry()


def assert_nothing_given_away(seen: list[Exchange], token: str) -> None:
    """Only greetings, with the client's name and a nonce in them."""
    assert seen
    persons = {account.name for account in truth(TABLE) if account.name}
    secret = {token, hashlib.sha256(token.encode()).hexdigest(), "Authorization", *persons}
    for exchange in seen:
        assert exchange.path == HELLO
        assert set(json.loads(exchange.body)) == {"client", "nonce"}
        assert not [word for word in secret if word in exchange.everything_sent]


def test_revoking_locks_an_open_page_out_and_pairing_brings_it_back(desk: Desk) -> None:
    desk.annotate_earlier()
    desk.helper.revoke_all()
    desk.wire.forget()
    desk.generate()
    desk.wait_for_problem("unproven", "sverka clients")
    assert desk.wire.asked("pages") == []
    options = OptionsScreen(desk.browser.open("ui/options.html"))
    options.pair(desk.helper.port, desk.helper.pairing_code())
    options.page.close()
    desk.retry()


def test_restarted_helper_goes_on_without_the_operator(desk: Desk) -> None:
    desk.annotate_earlier()
    desk.helper.stop()
    desk.helper.start()
    desk.wire.forget()
    desk.generate()
    assert_report_true(desk.report, TABLE)
    assert [exchange.status for exchange in desk.wire.asked("pages")] == [200]


@pytest.mark.parametrize("door", ["hello", "pages"])
def test_worker_killed_on_the_way_loses_no_report(desk: Desk, door: str) -> None:
    """Before the proof has come, or with the proof there and the page on its way."""
    page = desk.report.page
    with desk.wire.holding(door) as held:
        desk.generate()
        assert eventually(page, lambda: held.waiting, bool) == 1
        desk.browser.kill_worker(page)
        desk.wait_for_problem("internal", "«Повторить»")
    desk.retry()


def test_token_travels_in_its_own_header_alone(desk: Desk) -> None:
    desk.annotate_earlier()
    shown = {"Authorization": f"Bearer {desk.token()}"}
    for exchange in desk.wire.seen:
        elsewhere = {name: value for name, value in exchange.sent.items() if name not in shown}
        assert desk.token() not in f"{exchange.path} {elsewhere} {exchange.body.decode()}"
    [page] = desk.wire.asked("pages")
    assert page.sent["Authorization"] == shown["Authorization"]


def test_replayed_page_of_the_browser_is_refused(desk: Desk) -> None:
    desk.annotate_earlier()
    [first] = desk.wire.asked("pages")
    ask = through_socket(desk.helper.port)
    again = ask(first.method, first.path, first.body, first.sent)
    assert (again.status, again.body) == (403, b"")
    assert desk.helper.refusals == ["nonce"]


def test_guessing_the_code_at_the_options_page_meets_the_limit(
    playwright: Playwright, running: ExitStack, tmp_path: Path
) -> None:
    helper = running.enter_context(running_helper(tmp_path / "data"))
    wire, detours = running.enter_context(running_wire(helper.port))
    options = unpaired_options(playwright, running, tmp_path, helper, detours)
    helper.pairing_code()
    outcome = options.page.locator("#pairing-outcome")
    for guess, told in enumerate(TOLD_OF_GUESSES):
        options.try_code(f"{guess:08}")
        tries = eventually(options.page, lambda: wire.asked("pair"), longer_than(guess))
        assert len(tries) == guess + 1
        expect(outcome).to_contain_text(told)
    assert [exchange.status for exchange in tries] == [401, 401, 409, 409, 409, 429]
    assert int(tries[-1].answered["Retry-After"]) > 0
    assert helper.pairings == []


def longer_than(count: int) -> Callable[[list[Exchange]], bool]:
    return lambda seen: len(seen) > count


def unpaired_options(
    playwright: Playwright,
    running: ExitStack,
    folder: Path,
    helper: Helper,
    detours: dict[str, str],
) -> OptionsScreen:
    """The options page of a new browser that already knows the helper's port."""
    extension = copy_for_hosts(folder / "extension", [])
    launched = browser_with(playwright, extension, folder / "profile", {}, detours=detours)
    options = OptionsScreen(running.enter_context(launched).open("ui/options.html"))
    options.say_port(helper.port)
    return options


def test_of_two_browsers_with_one_code_one_is_paired(
    playwright: Playwright, running: ExitStack, tmp_path: Path
) -> None:
    helper = running.enter_context(running_helper(tmp_path / "data"))
    wire, detours = running.enter_context(running_wire(helper.port))
    browsers = [
        unpaired_options(playwright, running, tmp_path / name, helper, detours) for name in "ab"
    ]
    code = helper.pairing_code()
    with wire.holding("pair") as held:
        for options in browsers:
            options.try_code(code)
        assert eventually(browsers[0].page, lambda: held.waiting, lambda n: n == 2) == 2
    outcomes = [options.pairing_outcome() for options in browsers]
    assert sorted(outcomes) == ["bad", "fine"]
    assert len(helper.pairings) == 1
    late = browsers[outcomes.index("bad")]
    late.pair(helper.port, helper.pairing_code())
    tokens = {token for *_, token in helper.pairings}
    assert len(tokens) == 2
