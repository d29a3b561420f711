"""Files for people: whole, or not there."""

from pathlib import Path

import pytest

from sverka.errors import SverkaError
from sverka.whole_files import whole_file


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def refused(file: Path, *, replacing: bool = False) -> str:
    with pytest.raises(SverkaError) as problem, whole_file(file, replacing=replacing):
        pass
    return problem.value.reason


def interrupted(file: Path) -> None:
    with whole_file(file, replacing=True) as draft:
        draft.write_text("поло", encoding="utf-8")
        raise KeyboardInterrupt


def test_file_appears_only_when_it_is_complete(tmp_path: Path) -> None:
    file = tmp_path / "журнал.csv"
    with whole_file(file) as draft:
        draft.write_text("целиком", encoding="utf-8")
        assert not file.exists()
    assert file.read_text(encoding="utf-8") == "целиком"
    assert names(tmp_path) == ["журнал.csv"]


def test_interrupted_writing_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "журнал.csv"
    file.write_text("прежний", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt):
        interrupted(file)
    assert file.read_text(encoding="utf-8") == "прежний"
    assert names(tmp_path) == ["журнал.csv"]


def test_file_of_somebody_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "журнал.csv"
    file.write_text("прежний", encoding="utf-8")
    assert refused(file) == "file-exists"
    assert file.read_text(encoding="utf-8") == "прежний"


def test_folder_is_no_file(tmp_path: Path) -> None:
    assert refused(tmp_path, replacing=True) == "file-is-folder"


def test_missing_folder_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "нет" / "журнал.csv") == "file-unwritable"


def test_full_disk_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(SverkaError) as problem, whole_file(tmp_path / "журнал.csv"):
        Path("/dev/full").write_text("много", encoding="utf-8")
    assert problem.value.reason == "file-disk-full"
    assert names(tmp_path) == []


def test_file_is_its_owners_alone(tmp_path: Path) -> None:
    file = tmp_path / "журнал.csv"
    with whole_file(file):
        pass
    assert file.stat().st_mode & 0o077 == 0
