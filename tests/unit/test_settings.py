"""What the operator may set, and what he is told when it cannot be used."""

from pathlib import Path

import pytest

from sverka.errors import SverkaError
from sverka.settings import Settings, load_settings


def write(folder: Path, content: bytes) -> Path:
    file = folder / "settings.toml"
    file.write_bytes(content)
    return file


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == Settings()


def test_one_key_leaves_the_others_at_their_defaults(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, b"port = 9000")) == Settings(port=9000)


def test_file_saved_by_notepad_is_read(tmp_path: Path) -> None:
    assert load_settings(write(tmp_path, b"\xef\xbb\xbfport = 9000\r\n")).port == 9000


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"port = 80", "port"),
        (b"max_page_mb = 0", "max_page_mb"),
        (b'risk_watch_days = "30"x', ""),
        (b"prot = 9000", "prot"),
        (b"port = \xff", ""),
    ],
)
def test_unusable_file_is_named_with_the_key(tmp_path: Path, content: bytes, key: str) -> None:
    file = write(tmp_path, content)
    with pytest.raises(SverkaError) as told:
        load_settings(file)
    assert str(file) in told.value.message
    assert key in told.value.message


def test_settings_that_cannot_be_opened_are_named(tmp_path: Path) -> None:
    with pytest.raises(SverkaError, match="Не удалось прочитать файл настроек"):
        load_settings(tmp_path)
