"""Paired browsers that send pages of their own and decide on what they find, all at once."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from http.client import HTTPException
from typing import Any

from sverka.datadir import DataDir
from sverka.pairing.clients import ClientStore
from tests.api.extension import CHROMIUM, Answer, Extension, page, through_socket
from tests.unit.ledger.people import pupil
from tests.unit.ledger.seen import pair, report
from tests.unit.pages.page import Row, changed, row

_FIRST_DAY = date(2025, 9, 1)
# The numbers of those whose cards are open begin where no report's end.
_PUPILS = 90_000_000


@dataclass
class Acknowledged:
    """What the helper said it had taken: ends of periods of reports, states of groups by id, keys
    of accounts whose card, and whose movement, was open.
    """

    reports: list[date] = field(default_factory=list)
    decisions: dict[str, str] = field(default_factory=dict)
    cards: list[str] = field(default_factory=list)
    movements: list[str] = field(default_factory=list)

    def __len__(self) -> int:
        return sum(map(len, (self.reports, self.decisions, self.cards, self.movements)))


def paired_browser(data_dir: DataDir, port: int, label: str) -> Extension:
    """A browser that the operator has paired."""
    client, token = ClientStore(data_dir.clients_file, time.time).add(CHROMIUM, label)
    return Extension(
        through_socket(port),
        port=port,
        token=token,
        client=client.id,
        server_id=data_dir.server_id(),
    )


def report_of(number: int, pairs: int = 2) -> tuple[date, str]:
    """A report of children and of a period that no other number has: its last day, its page."""
    last = _FIRST_DAY + timedelta(days=number)
    period = f"{_FIRST_DAY:%d.%m.%Y} – {last:%d.%m.%Y}"
    return last, report(*(_twice(number, n) for n in range(pairs)), period=period)


def _twice(number: int, child: int) -> Sequence[Row]:
    return [
        changed(row, c2=f"s{number}0{child}{place}") for place, row in enumerate(pair(child), 1)
    ]


def movement_of(number: int) -> str:
    """The movement of one pupil: one enrolment."""
    header = row(("ОО", "Тип", "№", "Дата", "Из", "В"), "th")
    enrolled = row(("СОШ № 1", "Зачисление", "12-у", "02.09.2024", "", "СОШ № 1"))
    own = f'<input type="hidden" name="UID" value="{number}">'
    return f"<html><body><h3>Движение</h3>{own}<table>{header}{enrolled}</table></body></html>"


def decide(browser: Extension, group: dict[str, Any], act: str, **values: object) -> Answer:
    """Decide on a group as the page showed it."""
    decision = {"schema": 1, "group": group["id"], "version": group["state"]["version"]}
    return browser.post(
        "/api/v1/decisions",
        {**decision, "act": act, **values},
        Authorization=f"Bearer {browser.token}",
    )


def work(browser: Extension, numbers: Iterator[int], done: Acknowledged) -> None:
    """Send pages and decide on them until nobody answers any more."""
    with suppress(OSError, HTTPException):
        for number in numbers:
            last, html = report_of(number)
            group = _told(browser, html)["groups"][0]
            done.reports.append(last)
            decided = decide(browser, group, "irremovable", reason="technical")
            assert decided.status == 200, decided.body
            done.decisions[group["id"]] = decided.json["state"]["state"]
            done.cards.append(_told(browser, pupil(_PUPILS + number))["page"]["account_key"])
            movement = _told(browser, movement_of(_PUPILS + number))["movement"]
            done.movements.append(movement["account_key"])


def _told(browser: Extension, html: str) -> Any:
    """What the page of the browser was answered."""
    answer = browser.send_page(browser.greet(), page(html))
    assert answer.status == 200, answer.body
    return answer.json


def all_at_once(
    browsers: Sequence[Extension],
    numbers: Iterator[int],
    until: Callable[[Acknowledged], None],
) -> Acknowledged:
    """Let them work; `until` ends the helper they work with."""
    done = Acknowledged()
    with ThreadPoolExecutor(len(browsers)) as threads:
        workers = [threads.submit(work, browser, numbers, done) for browser in browsers]
        until(done)
    for worker in workers:
        worker.result()
    return done
