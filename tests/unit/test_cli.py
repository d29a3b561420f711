"""The command line: what each call says, in Russian, and with which exit code it ends."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from sverka.advice.vocabulary import Cause, Risk
from sverka.cli import main
from sverka.datadir import DataDir
from sverka.known import IrremovableReason, NotDuplicateReason, State
from sverka.ledger.vocabulary import Order
from sverka.native.browsers import browsers
from sverka.pairing.clients import ClientStore, local_text
from sverka.pairing.codes import PairingCodes
from tests.api.extension import CHROMIUM
from tests.api.helper_process import HelperProcess
from tests.commands import every_command

# What stays as it is typed, whatever the language of the text around it.
TYPED = re.compile(
    rf"--?[a-z-]+|\b(sverka|{'|'.join(' '.join(every_command()).split())})\b"
    rf"|\b({'|'.join((*State, *IrremovableReason, *NotDuplicateReason))})\b"
    rf"|\b({'|'.join((*Cause, *Risk, *Order))})\b"
    r"|0<=x<=65535|x>=1|SVERKA_DATA_DIR|settings\.toml|helper\.log|JSON"
    r"|\.(csv|xlsx|parquet|docx)\b|\b(duckdb|spark)\b|=Last name"
    rf"|\b({'|'.join(browsers())})\b"
)


@dataclass(frozen=True)
class Said:
    """How one call ended."""

    code: object
    out: str
    err: str


Call = Callable[..., Said]


@pytest.fixture
def call(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Call:
    """Call `sverka` as from a terminal."""
    monkeypatch.setenv("SVERKA_DATA_DIR", str(data_dir.path))

    def call(*arguments: str) -> Said:
        monkeypatch.setattr(sys, "argv", ["sverka", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capsys.readouterr()
        return Said(ended.value.code or 0, written.out, written.err)

    return call


@pytest.mark.parametrize(
    "arguments", [(), ("--help",), *((*name.split(), "--help") for name in every_command())]
)
def test_help_is_in_russian(call: Call, arguments: tuple[str, ...]) -> None:
    said = call(*arguments)
    shown = said.out + said.err
    assert shown.startswith("Как вызвать: sverka")
    assert re.findall("[A-Za-z]+", TYPED.sub("", shown)) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek",), "нет команды chek"),
        (("run", "--prot", "1"), "нет параметра --prot"),
        (("run", "--port", "x"), "недопустимое значение"),
        (("run", "--port"), "параметр --port записан неверно"),
        (("stop", "now"), "команда составлена неверно"),
        (("check",), "не указано обязательное значение"),
        (("revoke",), "Не указано, у какого браузера"),
        (("revoke", "0000"), "0000"),
    ],
)
def test_wrong_call_is_explained_and_ends_with_2(
    call: Call, arguments: tuple[str, ...], told: str
) -> None:
    said = call(*arguments)
    assert said.code == 2
    assert told in said.err
    assert said.out == ""


def test_pair_prints_a_code_that_works(call: Call, data_dir: DataDir) -> None:
    made = json.loads(call("pair", "--json").out)
    assert set(made) == {"code", "expires_at"}
    assert re.fullmatch("[0-9]{8}", made["code"])
    PairingCodes(data_dir.pairing_file, time.time).redeem(made["code"])


def test_pair_tells_a_person_what_to_do_with_the_code(call: Call) -> None:
    said = call("pair").out
    assert re.search(r"Код сопряжения: [0-9]{8}\n", said)
    assert "в настройках расширения" in said


def test_pair_names_the_port_so_that_no_other_program_is_given_the_code(
    call: Call, helper_process: HelperProcess
) -> None:
    assert f"работает на порту {helper_process.port}." in call("pair").out


def test_pair_says_that_nobody_is_there_to_take_the_code(call: Call) -> None:
    assert "сначала выполните «sverka run»" in call("pair").out


def test_clients_lists_whom_revoke_can_name(call: Call, clients: ClientStore) -> None:
    assert "нет" in call("clients").out
    client, token = clients.add(CHROMIUM, "Кабинет 5")
    listed = call("clients").out
    assert client.id in listed
    assert "Кабинет 5" in listed
    assert "ещё нет" in listed
    assert token not in listed
    assert client.token_sha256 not in listed
    clients.note_use(client)
    [used] = clients.all()
    assert used.last_used is not None
    assert call("clients").out.rstrip().endswith(local_text(used.last_used))
    assert "отозван" in call("revoke", client.id).out
    assert clients.all() == ()


def test_revoke_all_counts(call: Call, clients: ClientStore) -> None:
    clients.add(CHROMIUM, "Первый")
    clients.add(CHROMIUM, "Второй")
    assert call("revoke", "--all").out == "Доступ отозван у браузеров: 2.\n"


def test_data_dir_may_be_given_with_the_command(call: Call, data_dir: DataDir) -> None:
    other = data_dir.path / "other"
    call("pair", "--data-dir", str(other))
    assert (other / "pairing.json").exists()
    assert not data_dir.pairing_file.exists()


def test_unusable_settings_stop_the_start_with_the_key(call: Call, data_dir: DataDir) -> None:
    data_dir.settings_file.write_text("prot = 1", encoding="utf-8")
    said = call("run")
    assert said.code == 2
    assert "«prot»" in said.err


def test_check_does_not_wait_for_the_http_door() -> None:
    """Its whole process is held to four times the parsing of the same file."""
    loaded = subprocess.run(
        [sys.executable, "-c", "import sverka.cli, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert not {"flask", "waitress", "rich", "filelock"} & set(loaded)


def test_open_without_a_helper_says_how_to_start_it(call: Call) -> None:
    said = call("open")
    assert said.code == 2
    assert "не запущена" in said.err
    assert "sverka run" in said.err


def test_open_hands_the_address_to_the_browser(
    call: Call, helper_process: HelperProcess, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > "{seen}"\n', encoding="utf-8")
    browser.chmod(0o700)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    assert "открывается" in call("open").out
    opened = seen.read_text(encoding="utf-8")
    assert opened.startswith(f"http://127.0.0.1:{helper_process.port}/ui/enter?ticket=")


def test_native_commands_say_for_each_browser_what_they_did(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / ".config" / "chromium").mkdir(parents=True)
    installed = call("install-native").out.splitlines()
    assert len(installed) == len(browsers())
    assert installed[0].startswith(f"Chromium: настроен, запись — {tmp_path}")
    assert all("не найден" in line for line in installed[1:])
    removed = call("uninstall-native", "--browser", "chromium").out
    assert removed.startswith("Chromium: запись удалена")


def test_unknown_browser_is_not_silently_skipped(call: Call) -> None:
    said = call("install-native", "--browser", "netscape")
    assert said.code == 2
    assert "--browser" in said.err
