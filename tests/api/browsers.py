"""Paired browsers that send reports of their own and decide on what they find, all at once."""

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
from tests.unit.ledger.seen import pair, report
from tests.unit.pages.page import Row, changed

_FIRST_DAY = date(2025, 9, 1)


@dataclass
class Acknowledged:
    """What the helper said it had taken: ends of periods of reports, states of groups by id."""

    reports: list[date] = field(default_factory=list)
    decisions: dict[str, str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.reports) + len(self.decisions)


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


def decide(browser: Extension, group: dict[str, Any], act: str, **values: object) -> Answer:
    """Decide on a group as the page showed it."""
    decision = {"schema": 1, "group": group["id"], "version": group["state"]["version"]}
    return browser.post(
        "/api/v1/decisions",
        {**decision, "act": act, **values},
        Authorization=f"Bearer {browser.token}",
    )


def work(browser: Extension, numbers: Iterator[int], done: Acknowledged) -> None:
    """Send reports and decide on them until nobody answers any more."""
    with suppress(OSError, HTTPException):
        for number in numbers:
            last, html = report_of(number)
            answer = browser.send_page(browser.greet(), page(html))
            assert answer.status == 200, answer.body
            done.reports.append(last)
            group = answer.json["groups"][0]
            decided = decide(browser, group, "irremovable", reason="technical")
            assert decided.status == 200, decided.body
            done.decisions[group["id"]] = decided.json["state"]["state"]


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
