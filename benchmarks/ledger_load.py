"""Fifty browsers that send pages of 50 rows to one running helper.

First each as an operator would, about once a second, with jitter, whatever the helper does; then
each as soon as its last page was answered. The helper and all browsers share this computer.
"""

import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from statistics import quantiles

import psutil

from benchmarks.figures import Figure
from sverka.datadir import DataDir
from tests.api.browsers import paired_browser
from tests.api.extension import Extension, page
from tests.api.helper_process import running_helper
from tests.stand.scenarios import Layout, Period, Scenario, render_saved

CLIENTS = 50
ROWS = 50
CLOSED_SECONDS = 10.0
_PAUSE = (0.7, 1.3)
_MEGABYTE = 1024 * 1024
_PERIOD = Period(date(2025, 9, 1), date(2025, 9, 30))
_PAGE = render_saved(Scenario(layout=Layout.PERIODS, rows=ROWS, period=_PERIOD))


@dataclass
class Sent:
    """How long each page took, in milliseconds, and how many were not answered with advice."""

    milliseconds: list[float] = field(default_factory=list)
    errors: int = 0


def load_figures(data_dir: DataDir, seconds: float) -> Iterator[Figure]:
    with running_helper(data_dir) as helper:
        browsers = [
            paired_browser(data_dir, helper.port, f"Браузер {number}") for number in range(CLIENTS)
        ]
        numbers = count()
        _send(browsers[0], next(numbers), Sent())
        spoken = _all(browsers, numbers, seconds, lambda: random.uniform(*_PAUSE))  # noqa: S311
        resident = psutil.Process(helper.process.pid).memory_info().rss / _MEGABYTE
        closed = _all(browsers, numbers, CLOSED_SECONDS, lambda: 0.0)
    what = f"{CLIENTS} clients, a page of {ROWS} rows each about once a second (jitter), "
    yield Figure(what + f"{seconds:.0f} s: errors", [spoken.errors], "", 0)
    yield from _percentiles(what, spoken, 150)
    yield Figure("memory of the helper after that", [resident], "MB", 200)
    rate = len(closed.milliseconds) / CLOSED_SECONDS
    what = f"{CLIENTS} clients that never pause, {rate:.0f} pages/s, "
    yield Figure(what + "errors", [closed.errors], "", 0)
    yield from _percentiles(what, closed, 3000)


def _percentiles(what: str, sent: Sent, limit: float) -> Iterator[Figure]:
    cuts = quantiles(sent.milliseconds, n=100)
    for percent in (50, 95):
        yield Figure(f"{what}p{percent}", [cuts[percent - 1]], "ms", limit)


def _all(
    browsers: Sequence[Extension],
    numbers: Iterator[int],
    seconds: float,
    pause: Callable[[], float],
) -> Sent:
    sent = Sent()
    ends = time.monotonic() + seconds

    def work(browser: Extension) -> None:
        due = time.monotonic() + pause()
        while due < ends:
            time.sleep(max(0.0, due - time.monotonic()))
            _send(browser, next(numbers), sent)
            due = max(due, time.monotonic() - _PAUSE[1]) + pause() if pause() else time.monotonic()

    with ThreadPoolExecutor(len(browsers)) as threads:
        list(threads.map(work, browsers))
    return sent


def _send(browser: Extension, number: int, sent: Sent) -> None:
    """A page that nobody has seen yet: the same children, another period."""
    last = _PERIOD.end + timedelta(days=number)
    html = _PAGE.replace(f"{_PERIOD.end:%d.%m.%Y}", f"{last:%d.%m.%Y}")
    nonce = browser.greet()
    started = time.perf_counter()
    answer = browser.send_page(nonce, page(html))
    sent.milliseconds.append((time.perf_counter() - started) * 1000)
    sent.errors += answer.status != 200 or b"not-remembered" in answer.body
