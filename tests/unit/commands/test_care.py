"""What `sverka backup` and `sverka restore` ask for and say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sverka.cli import sverka
from sverka.datadir import DataDir
from sverka.errors import SverkaError

PASSPHRASE = "надёжный пароль"


def call(data_dir: DataDir, *arguments: object, typed: str = "") -> Result:
    return CliRunner().invoke(
        sverka, [*map(str, arguments), "--data-dir", str(data_dir.path)], input=typed
    )


def reason(result: Result) -> str:
    assert isinstance(result.exception, SverkaError)
    return result.exception.reason


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "copy.sverka"


def test_passphrase_is_typed_twice_and_never_shown(data_dir: DataDir, file: Path) -> None:
    made = call(data_dir, "backup", file, typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    assert made.exit_code == 0, made.output
    assert f"Копия записана: {file}" in made.output
    assert PASSPHRASE not in made.output
    back = call(data_dir, "restore", file, typed=f"{PASSPHRASE}\n")
    assert back.exit_code == 0, back.output
    assert "Прежний журнал сохранён" in back.output


def test_mistyped_passphrase_makes_no_copy(data_dir: DataDir, file: Path) -> None:
    assert reason(call(data_dir, "backup", file, typed=f"{PASSPHRASE}\nпороль\n")) == (
        "passphrase-differs"
    )
    assert not file.exists()


def test_short_passphrase_makes_no_copy(data_dir: DataDir, file: Path) -> None:
    assert reason(call(data_dir, "backup", file, typed="семь777\nсемь777\n")) == "passphrase-short"
    assert not file.exists()


@pytest.mark.parametrize("ending", ["", "\n", "\r\nещё строка"])
def test_passphrase_of_a_file_is_its_first_line(
    data_dir: DataDir, file: Path, tmp_path: Path, ending: str
) -> None:
    kept = tmp_path / "passphrase.txt"
    kept.write_text(PASSPHRASE + ending, encoding="utf-8-sig", newline="")
    assert call(data_dir, "backup", file, "--password-file", kept).exit_code == 0
    assert call(data_dir, "restore", file, typed=f"{PASSPHRASE}\n").exit_code == 0


@pytest.mark.parametrize("typed", [f"{PASSPHRASE}\n{PASSPHRASE}\n", ""])
def test_without_a_terminal_nothing_is_said_but_in_russian(
    data_dir: DataDir, file: Path, typed: str
) -> None:
    words = ("backup", file, "--data-dir", data_dir.path)
    command = [sys.executable, "-m", "sverka", *map(str, words)]
    ended = subprocess.run(
        command, input=typed, capture_output=True, encoding="utf-8", start_new_session=True
    )
    assert file.exists() == bool(typed), ended.stderr
    assert re.search("Warning|Aborted", ended.stderr) is None
    assert ("--password-file" in ended.stderr) == (not typed)


def test_file_without_a_passphrase_is_told(data_dir: DataDir, file: Path, tmp_path: Path) -> None:
    missing = call(data_dir, "backup", file, "--password-file", tmp_path / "none")
    assert reason(missing) == "passphrase-file"
