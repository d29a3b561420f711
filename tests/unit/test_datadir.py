"""The data directory: where it is, who may read it, what survives concurrent writers."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sverka.datadir import DataDir, write_private
from sverka.errors import SverkaError


def test_chosen_directory_goes_before_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SVERKA_DATA_DIR", str(tmp_path / "named"))
    assert DataDir.locate(tmp_path / "chosen").path == tmp_path / "chosen"
    assert DataDir.locate().path == tmp_path / "named"


def test_directory_is_the_owners_alone(tmp_path: Path) -> None:
    assert DataDir.locate(tmp_path / "new").path.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("mode", [0o755, 0o777, 0o500])
def test_directory_that_was_there_becomes_the_owners_alone(tmp_path: Path, mode: int) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "old").chmod(mode)
    assert DataDir.locate(tmp_path / "old").path.stat().st_mode & 0o777 == 0o700


def test_directory_of_another_user_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(SverkaError, match="другому пользователю"):
        DataDir.locate(tmp_path)


def test_unusable_directory_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SverkaError, match="file"):
        DataDir.locate(tmp_path / "file" / "below")


def test_server_id_and_secret_last(data_dir: DataDir) -> None:
    again = DataDir.locate(data_dir.path)
    assert data_dir.server_id() == again.server_id()
    assert data_dir.weak_key_secret() == again.weak_key_secret()
    assert len(data_dir.weak_key_secret()) == 32


def test_of_concurrent_starts_all_see_one_server_id(data_dir: DataDir) -> None:
    with ThreadPoolExecutor(max_workers=8) as pool:
        seen = set(pool.map(lambda _: data_dir.server_id(), range(50)))
    assert len(seen) == 1


def test_private_file_is_replaced_as_a_whole(tmp_path: Path) -> None:
    file = tmp_path / "private.json"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o644)
    write_private(file, "new")
    assert file.read_text(encoding="utf-8") == "new"
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]
