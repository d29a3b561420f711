"""How fast the helper is: `sverka check` as a process, a page in the running helper, its start."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from compileall import compile_dir
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import psutil
from lxml import html

import sverka
from benchmarks.figures import Figure, in_turn, milliseconds
from benchmarks.ledger_pages import unseen_report
from sverka.datadir import DataDir
from tests.api.browsers import paired_browser
from tests.api.extension import Answer, Extension, page, through_socket
from tests.api.helper_process import HelperProcess, command, environment, running_helper
from tests.stand.scenarios import Layout, Scenario, render_saved

ROWS = 5000
# On a busy machine the medians of fewer lie far apart.
RUNS = 15
_FEW_ROWS = 50
_PARSE_ALONE = "import sys; from lxml import html; html.parse(sys.argv[1])"


def helper_figures() -> Iterator[Figure]:
    # As pip leaves it where it is installed; a checkout may have been told to write no bytecode.
    compile_dir(Path(sverka.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as place:
        data_dir = DataDir.locate(Path(place) / "data")
        for layout in (Layout.PERIODS, Layout.DATES):
            saved = render_saved(Scenario(layout=layout, rows=ROWS))
            file = Path(place) / f"{layout}.html"
            file.write_text(saved, encoding="utf-8")
            yield _check_as_process(layout, file, data_dir)
            yield from _page_in_helper(layout, data_dir)
        # With a base that is there already, as nearly every start finds it.
        young = DataDir.locate(Path(place) / "young")
        yield first_answer(young)
        yield idle_memory(young, 90)


def _check_as_process(layout: Layout, file: Path, data_dir: DataDir) -> Figure:
    def run(*arguments: str) -> None:
        done = subprocess.run(
            [sys.executable, *arguments, str(file)],
            env=environment(data_dir),
            capture_output=True,
            check=False,
        )
        # 1 says that the report was read and leaves something to do.
        assert done.returncode in (0, 1), done.stderr.decode()

    ours, peer = in_turn(
        RUNS,
        partial(milliseconds, partial(run, "-m", "sverka", "check", "--json")),
        partial(milliseconds, partial(run, "-c", _PARSE_ALONE)),
    )
    what = f"sverka check, {ROWS} rows, {layout}"
    return Figure(what, ours, "ms", 4, peer, "process that only parses")


def _page_in_helper(layout: Layout, data_dir: DataDir) -> Iterator[Figure]:
    """Reports that nobody has sent before, and each of them once more."""
    numbers = count()

    def parse_and_walk(saved: str) -> None:
        tree = html.fromstring(saved)
        for row in tree.iter("tr"):
            for cell in row:
                "".join(map(str, cell.itertext())).strip()

    with _paired(data_dir) as extension:

        def send(body: bytes) -> float:
            nonce = extension.greet()
            answers: list[Answer] = []
            taken = milliseconds(lambda: answers.append(extension.send_page(nonce, body)))
            assert answers[0].status == 200, answers[0].body
            # The work list waits until the report is told in tables.
            assert _ask_for_work(extension).status == 200
            return taken

        def measured() -> tuple[float, float, float]:
            saved = unseen_report(ROWS, next(numbers), layout)
            # As JSON.stringify writes it: letters as letters.
            body = json.dumps(page(saved), ensure_ascii=False).encode()
            return send(body), milliseconds(partial(parse_and_walk, saved)), send(body)

        measured()
        first, peer, again = map(list, zip(*(measured() for _ in range(RUNS)), strict=True))
    what = f"page in the running helper, {ROWS} rows, {layout}"
    yield Figure(what, first, "ms", 2.5, peer, "lxml parse + walk")
    yield Figure(f"{what}, asked again", again, "ms", 2.5, peer, "lxml parse + walk")


@contextmanager
def _paired(data_dir: DataDir) -> Iterator[Extension]:
    with running_helper(data_dir) as helper:
        extension = Extension(through_socket(helper.port), port=helper.port)
        made = command(data_dir, "pair", "--json")
        yield extension.pair(json.loads(made.stdout)["code"])


def _ask_for_work(browser: Extension) -> Answer:
    return browser.post("/api/v1/worklist", {"schema": 1}, Authorization=f"Bearer {browser.token}")


def first_answer(data_dir: DataDir) -> Figure:
    def start_and_ask() -> float:
        helpers: list[HelperProcess] = []

        def run() -> None:
            helpers.append(starting.__enter__())
            Extension(through_socket(helpers[0].port)).post("/api/v1/hello", {})

        starting = running_helper(data_dir)
        taken = milliseconds(run)
        starting.__exit__(None, None, None)
        return taken

    (ours,) = in_turn(RUNS, start_and_ask)
    return Figure("sverka run to its first answer", ours, "ms", 600)


def idle_memory(data_dir: DataDir, most_mb: float) -> Figure:
    """With everything loaded: the ledger is open, a page was read and the work list shown."""
    with running_helper(data_dir) as helper:
        browser = paired_browser(data_dir, helper.port, "Браузер")
        small = render_saved(Scenario(rows=_FEW_ROWS))
        assert browser.send_page(browser.greet(), page(small)).status == 200
        assert _ask_for_work(browser).status == 200
        resident = psutil.Process(helper.process.pid).memory_info().rss
    return Figure("idle memory of the helper", [resident / 1024 / 1024], "MB", most_mb)
