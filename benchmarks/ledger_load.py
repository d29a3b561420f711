"""Fifty browsers that send pages of 50 rows to one running helper, all on this computer.

First each opens a report of its own about once a second, with jitter; then each sends, as soon as
its last page was answered, reports that nobody has seen yet. A helper that is too busy says 429,
and the browser asks again, as the extension does: that counts into the time.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from http.client import HTTPConnection
from itertools import count
from statistics import quantiles

import msgspec
import psutil

from benchmarks.figures import Figure
from benchmarks.ledger_pages import unseen_report
from sverka.datadir import DataDir
from tests.api.browsers import paired_browser
from tests.api.extension import Answer, Extension, Headers, Send, page
from tests.api.helper_process import running_helper

CLIENTS = 50
ROWS = 50
CLOSED_SECONDS = 10.0
OK, TOO_BUSY = 200, 429
_BEFORE_ASKING_AGAIN = 0.05
_PAUSE = (0.7, 1.3)
_MEGABYTE = 1024 * 1024


@dataclass
class Sent:
    """How long each page took, in milliseconds, and how many were not answered with advice."""

    milliseconds: list[float] = field(default_factory=list)
    errors: int = 0


def load_figures(data_dir: DataDir, seconds: float) -> Iterator[Figure]:
    with running_helper(data_dir) as helper:
        browsers = [_browser(data_dir, helper.port, number) for number in range(CLIENTS)]
        bodies = [_body(number) for number in range(CLIENTS)]
        for browser, body in zip(browsers, bodies, strict=True):
            _send(browser, body, Sent())
        own = [lambda body=body: body for body in bodies]
        spoken = _all(browsers, own, seconds, lambda: random.uniform(*_PAUSE))  # noqa: S311
        resident = psutil.Process(helper.process.pid).memory_info().rss / _MEGABYTE
        numbers = count(CLIENTS)
        unseen = [lambda: _body(next(numbers))] * CLIENTS
        closed = _all(browsers, unseen, CLOSED_SECONDS, lambda: 0.0)
    what = f"{CLIENTS} clients, each a page of {ROWS} rows about once a second (jitter), "
    yield Figure(what + f"{seconds:.0f} s: errors", [spoken.errors], "", 0)
    yield from _percentiles(what, spoken, 150)
    yield Figure("memory of the helper after that", [resident], "MB", 200)
    rate = len(closed.milliseconds) / CLOSED_SECONDS
    what = f"{CLIENTS} clients that never pause, new reports only, {rate:.0f} pages/s, "
    yield Figure(what + "errors", [closed.errors], "", 0)
    yield from _percentiles(what, closed, 3000)


def _percentiles(what: str, sent: Sent, limit: float) -> Iterator[Figure]:
    cuts = quantiles(sent.milliseconds, n=100)
    for percent in (50, 95):
        yield Figure(f"{what}p{percent}", [cuts[percent - 1]], "ms", limit)


def _browser(data_dir: DataDir, port: int, number: int) -> Extension:
    return replace(paired_browser(data_dir, port, f"Браузер {number}"), send=_through_kept(port))


def _through_kept(port: int) -> Send:
    """Ask as browsers do: on one connection, made anew only when the helper has ended it."""
    connection = HTTPConnection("127.0.0.1", port)

    def send(method: str, path: str, body: bytes, headers: Headers) -> Answer:
        connection.request(method, path, body, dict(headers))
        response = connection.getresponse()
        return Answer(response.status, dict(response.getheaders()), response.read())

    return send


def _body(number: int) -> bytes:
    return msgspec.json.encode(page(unseen_report(ROWS, number)))


def _all(
    browsers: Sequence[Extension],
    bodies: Sequence[Callable[[], bytes]],
    seconds: float,
    pause: Callable[[], float],
) -> Sent:
    sent = Sent()
    ends = time.monotonic() + seconds

    def work(browser: Extension, body: Callable[[], bytes]) -> None:
        due = time.monotonic() + pause()
        while (now := time.monotonic()) < ends:
            time.sleep(max(0.0, due - now))
            _send(browser, body(), sent)
            due += pause()

    with ThreadPoolExecutor(len(browsers)) as threads:
        list(threads.map(work, browsers, bodies))
    return sent


def _send(browser: Extension, body: bytes, sent: Sent) -> None:
    started = time.perf_counter()
    while (answer := browser.send_page(browser.greet(), body)).status == TOO_BUSY:
        time.sleep(_BEFORE_ASKING_AGAIN)
    sent.milliseconds.append((time.perf_counter() - started) * 1000)
    sent.errors += answer.status != OK or b"not-remembered" in answer.body
