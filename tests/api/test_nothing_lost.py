"""What the helper acknowledged survives its death, and browsers that work at once."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count

import pytest
from sqlalchemy import select

from sverka.datadir import DataDir
from sverka.ledger.ledger import Ledger
from sverka.ledger.tables import Account, Arrival, Group, KeptMovement, Profile, Run
from sverka.settings import Settings
from tests.api.browsers import Acknowledged, all_at_once, decide, paired_browser, report_of
from tests.api.extension import page
from tests.api.helper_process import HelperProcess, running_helper

BROWSERS = 4
BETWEEN_LOOKS = 0.01
PATIENCE_S = 15


def kill_in_the_middle(data_dir: DataDir, after: int, start: int) -> Acknowledged:
    """Browsers work with a helper until it has acknowledged so much; then it is killed."""
    with running_helper(data_dir) as helper:
        browsers = [
            paired_browser(data_dir, helper.port, f"Браузер {number}") for number in range(BROWSERS)
        ]

        def kill(done: Acknowledged) -> None:
            while len(done) < after:
                assert helper.process.poll() is None
                time.sleep(BETWEEN_LOOKS)
            helper.process.kill()

        return all_at_once(browsers, count(start), kill)


def check_that_all_is_there(data_dir: DataDir, rounds: Sequence[Acknowledged]) -> None:
    reports = {last for done in rounds for last in done.reports}
    decisions = {key: state for done in rounds for key, state in done.decisions.items()}
    cards = {key for done in rounds for key in done.cards}
    movements = {key for done in rounds for key in done.movements}
    with Ledger.open(data_dir, Settings()) as ledger, ledger.settled() as session:
        assert session.scalars(select(Arrival)).all() == []
        assert reports <= set(session.scalars(select(Run.period_end)))
        seen = select(Account.key).join(Profile).where(Profile.card_seen_at.is_not(None))
        assert cards <= set(session.scalars(seen))
        assert movements <= set(session.scalars(select(KeptMovement.account_key)))
        states = {
            key: state.value for key, state in session.execute(select(Group.key, Group.state))
        }
        assert {key: states[key] for key in decisions} == decisions
        with ledger.database.bare() as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_killed_helper_has_lost_nothing_it_acknowledged(data_dir: DataDir) -> None:
    done = kill_in_the_middle(data_dir, after=200, start=1)
    assert done.decisions
    assert done.cards
    assert done.movements
    check_that_all_is_there(data_dir, [done])


@pytest.mark.slow
def test_helper_killed_again_and_again_has_lost_nothing(data_dir: DataDir) -> None:
    rounds = [
        kill_in_the_middle(data_dir, after=150 + 37 * number, start=1 + 1000 * number)
        for number in range(5)
    ]
    check_that_all_is_there(data_dir, rounds)


def test_what_arrived_is_told_though_nobody_asks(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    browser = paired_browser(data_dir, helper_process.port, "Браузер")
    last, html = report_of(1)
    assert browser.send_page(browser.greet(), page(html)).status == 200
    until = time.monotonic() + PATIENCE_S
    with Ledger.open(data_dir, Settings()) as ledger:
        while last not in told_reports(ledger):
            assert time.monotonic() < until
            time.sleep(BETWEEN_LOOKS)


def told_reports(ledger: Ledger) -> Sequence[date | None]:
    """The ends of the periods that stand in the tables already."""
    with ledger.database.reading() as session:
        return session.scalars(select(Run.period_end)).all()


def test_of_two_browsers_that_decide_on_one_group_the_second_is_told(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    browsers = [paired_browser(data_dir, helper_process.port, name) for name in ("Один", "Другой")]
    _, html = report_of(1, pairs=4)
    for browser in browsers:
        groups = browser.send_page(browser.greet(), page(html)).json["groups"]
    assert len(groups) == 4
    with ThreadPoolExecutor(2) as threads:
        answers = [
            [threads.submit(decide, browser, group, "worked") for browser in browsers]
            for group in groups
        ]
    for both in answers:
        told = sorted((answer.result() for answer in both), key=lambda answer: answer.status)
        assert [answer.status for answer in told] == [200, 409]
        assert told[1].code == "conflict"
