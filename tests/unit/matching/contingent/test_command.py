"""`sverka link` as a process: what it says, how it ends, and what Ctrl+C leaves."""

import json
import os
import pty
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sverka.errors import SverkaError
from sverka.matching.contingent import installed
from sverka.matching.contingent.installed import require_packages
from sverka.matching.contingent.vocabulary import EngineName
from tests.unit.matching.contingent.conftest import CHILDREN, HEADING, IVANOV, Folder

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[4]
COMMAND = (sys.executable, "-m", "tests.unit.matching.contingent.sverka_exact", "link")


def sverka_link(*arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, check=False, cwd=ROOT
    )


def test_a_run_says_what_it_did_and_where_the_results_are(folder: Folder) -> None:
    out = folder.path / "out"
    ended = sverka_link(folder.csv("a.csv", CHILDREN), "--out", out)
    assert ended.returncode == 0
    assert ended.stdout.splitlines() == [
        "Прочитано строк: 3.",
        "Групп: 1. Один ребёнок: 1, возможно, один: 0, с противоречием внутри: 0.",
        f"Результаты: {out}",
    ]
    assert "Чтение файлов: готово" in ended.stderr
    assert json.loads((out / "summary.json").read_text(encoding="utf-8"))["engine"] == "duckdb"


def test_a_second_run_says_what_it_took_from_the_first(folder: Folder) -> None:
    arguments = (folder.csv("a.csv", CHILDREN), "--out", folder.path / "out")
    sverka_link(*arguments)
    assert "Поиск пар: взято из прежнего запуска" in sverka_link(*arguments).stderr


def test_newcomers_are_counted(folder: Folder) -> None:
    new = folder.csv("new.csv", [HEADING[:2], IVANOV])
    known = folder.csv("known.csv", CHILDREN)
    ended = sverka_link(new, "--against", known, "--out", folder.path / "out")
    assert "есть — 1, вероятно, есть — 0" in ended.stdout


def test_what_needs_a_look_is_told_at_the_end(folder: Folder) -> None:
    rows = [(*HEADING, "Школа"), (*IVANOV, "s1", "x", "y"), ("Попов", "вчера", "s2", "x", "y")]
    said = sverka_link(folder.csv("a.csv", rows), "--out", folder.path / "out").stdout
    assert "Требуют внимания: 1. Все они перечислены в файле left_out.csv." in said
    assert "a.csv: столбцы «Школа» повторяют другие" in said


def test_a_fault_is_told_in_russian_with_a_remedy_and_ends_with_2(folder: Folder) -> None:
    ended = sverka_link(folder.path / "no.csv", "--out", folder.path / "out")
    assert ended.returncode == 2
    assert "такого файла нет" in ended.stderr
    assert "Что делать:" in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "не указано обязательное значение"),
        (("--engine", "pandas"), "недопустимое значение"),
        (("--master", "local"), "только вместе с --engine spark"),
    ],
)
def test_a_wrong_call_is_explained(folder: Folder, arguments: tuple[str, ...], told: str) -> None:
    out = ("--out", folder.path / "out") if arguments else ()
    ended = sverka_link(folder.csv("a.csv", CHILDREN), *out, *arguments)
    assert ended.returncode == 2
    assert told in ended.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl+C reaches what a test starts, though a shell keeps it from its background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_ends_with_130_and_leaves_nothing_half_written(folder: Folder) -> None:
    out = folder.path / "out"
    process = subprocess.Popen(
        [*COMMAND, str(folder.csv("a.csv", CHILDREN)), "--out", str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "SVERKA_WAIT": "1"},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "waiting\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 130
    assert "Прервано. Незаконченных результатов не осталось." in said
    assert "Traceback" not in said
    assert {file.name for file in out.iterdir()} == {".sverka"}
    assert not (out / ".sverka/partial").exists()


def test_a_terminal_is_shown_a_bar_for_every_stage(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    screen, terminal = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, str(file), "--out", str(folder.path / "out")],
        stdout=subprocess.DEVNULL,
        stderr=terminal,
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
    )
    os.close(terminal)
    shown = b""
    while piece := _read(screen):
        shown += piece
    os.close(screen)
    assert process.wait() == 0
    for stage in ("Чтение файлов", "Поиск пар", "Сбор групп", "Запись результатов"):
        assert stage in shown.decode()
    assert "100%" in shown.decode()


def _read(screen: int) -> bytes:
    """What the terminal shows next; Linux ends a closed one with an error."""
    try:
        return os.read(screen, 65536)
    except OSError:
        return b""


def test_missing_packages_are_named_with_the_command_that_installs_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    needed = {EngineName.DUCKDB: ("duckdb", "no_such_package")}
    monkeypatch.setattr(installed, "_NEEDED", needed)
    with pytest.raises(SverkaError) as problem:
        require_packages(EngineName.DUCKDB)
    assert "no_such_package" in problem.value.message
    assert 'pip install "sverka[linkage]"' in problem.value.hint


def test_other_commands_do_not_wait_for_the_optional_packages() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", "import sverka.cli, sverka.check, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    optional = {"pyarrow", "duckdb", "splink", "openpyxl", "python_calamine", "pyspark"}
    assert not optional & set(loaded)
