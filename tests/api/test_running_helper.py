"""The whole door as the operator runs it: a process, a socket, a code typed by hand."""

import json
import signal

import pytest

from sverka.datadir import DataDir
from sverka.ledger.key import make_key
from sverka.process import find_running, is_running
from tests.api.extension import Extension, through_socket
from tests.api.helper_process import HelperProcess, command, running_helper, starting_helper


def test_extension_pairs_by_the_typed_code_and_has_a_page_read(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    code = json.loads(command(data_dir, "pair", "--json").stdout)["code"]
    extension = Extension(through_socket(helper_process.port), port=helper_process.port)
    answer = extension.pair(code).send_page(extension.greet())
    assert answer.status == 200
    assert "Рабочий браузер" in command(data_dir, "clients").stdout


def test_pairing_survives_a_restart(data_dir: DataDir) -> None:
    with running_helper(data_dir) as first:
        code = json.loads(command(data_dir, "pair", "--json").stdout)["code"]
        extension = Extension(through_socket(first.port), port=first.port).pair(code)
        command(data_dir, "stop")
    with running_helper(data_dir) as second:
        extension.send, extension.port = through_socket(second.port), second.port
        assert extension.send_page(extension.greet()).status == 200


def test_revoked_by_command_is_locked_out_of_the_running_helper(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    code = json.loads(command(data_dir, "pair", "--json").stdout)["code"]
    extension = Extension(through_socket(helper_process.port), port=helper_process.port).pair(code)
    nonce = extension.greet()
    assert command(data_dir, "revoke", extension.client).returncode == 0
    assert extension.send_page(nonce).status == 401


def test_stop_ends_the_helper_and_leaves_no_trace(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    stopped = command(data_dir, "stop")
    assert stopped.stdout == "«Сверка» остановлена.\n"
    assert helper_process.process.wait() == 0
    assert find_running(data_dir) is None
    assert "не запущена" in command(data_dir, "stop").stdout


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_and_sigterm_end_it_cleanly(
    helper_process: HelperProcess, data_dir: DataDir, sign: signal.Signals
) -> None:
    helper_process.process.send_signal(sign)
    code = helper_process.process.wait()
    assert (code, helper_process.log.read_text(encoding="utf-8")) == (0, "")
    assert not data_dir.running_file.exists()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_that_comes_while_it_starts_ends_it_cleanly_too(
    data_dir: DataDir, sign: signal.Signals
) -> None:
    with starting_helper(data_dir) as starting:
        while not data_dir.lock_file.exists():
            assert starting.process.poll() is None
        starting.process.send_signal(sign)
        code = starting.process.wait()
        assert (code, starting.log.read_text(encoding="utf-8")) == (0, "")
    assert find_running(data_dir) is None
    assert not is_running(data_dir)


def test_who_presses_ctrl_c_twice_changes_nothing(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    for sign in (signal.SIGINT, signal.SIGINT, signal.SIGTERM):
        helper_process.process.send_signal(sign)
    code = helper_process.process.wait()
    assert (code, helper_process.log.read_text(encoding="utf-8")) == (0, "")
    assert not data_dir.running_file.exists()


def test_second_helper_of_one_user_is_told_that_one_runs(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    second = command(data_dir, "run", "--port", "0")
    assert second.returncode == 2
    assert "уже запущена" in second.stderr
    assert helper_process.process.poll() is None


def test_taken_port_is_named_with_the_way_to_choose_another(
    helper_process: HelperProcess, data_dir: DataDir
) -> None:
    other = DataDir.locate(data_dir.path.parent / "other")
    refused = command(other, "run", "--port", str(helper_process.port))
    assert refused.returncode == 2
    assert f"Порт {helper_process.port} занят программой" in refused.stderr
    assert f"(процесс {helper_process.process.pid})" in refused.stderr
    assert "--port" in refused.stderr
    assert "settings.toml" in refused.stderr


def test_port_of_the_settings_is_used(helper_process: HelperProcess, data_dir: DataDir) -> None:
    other = DataDir.locate(data_dir.path.parent / "other")
    other.settings_file.write_text(f"port = {helper_process.port}", encoding="utf-8")
    assert f"Порт {helper_process.port} занят" in command(other, "run").stderr


def test_killed_helper_does_not_stand_in_the_way(data_dir: DataDir) -> None:
    with running_helper(data_dir) as helper:
        helper.process.kill()
    assert "не запущена" in command(data_dir, "stop").stdout
    with running_helper(data_dir):
        assert find_running(data_dir) is not None


@pytest.mark.parametrize("is_made_before", [False, True])
def test_a_key_that_lies_in_a_file_is_told_at_the_start(
    data_dir: DataDir, is_made_before: bool
) -> None:
    if is_made_before:
        make_key(data_dir)
    with running_helper(data_dir) as helper:
        assert helper.process.stdout is not None
        said = helper.process.stdout.readline()
    assert str(data_dir.key_file) in said
    assert "Никому не передавайте" in said
