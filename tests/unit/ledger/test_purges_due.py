"""Who was purged after a copy was made, and came back with it, is told and purged once more."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sverka.doctor.findings import Level
from sverka.doctor.of_ledger import examine_ledger
from sverka.ledger.backup import back_up
from sverka.ledger.keeper import LedgerKeeper
from tests.unit.ledger.calls import said
from tests.unit.ledger.seen import NAMES, Desk, pair, report

PASSPHRASE = "надёжный пароль"
LATER = datetime(2025, 11, 1, 9, tzinfo=UTC)


@pytest.fixture
def copied(desk: Desk, tmp_path: Path) -> Desk:
    """A ledger of three children with a copy of it in `copy.sverka`."""
    desk.open(report(pair(0), pair(1), pair(2)))
    back_up(desk.ledger, desk.data_dir, tmp_path / "copy.sverka", PASSPHRASE, force=False)
    (tmp_path / "password.txt").write_text(PASSPHRASE, encoding="utf-8")
    return desk


@pytest.fixture
def purge(copied: Desk, tmp_path: Path) -> Callable[..., str]:
    def purged(*words: str, act: str = "акт.docx") -> str:
        return said(copied.data_dir, "purge", *words, "--yes", "--act", tmp_path / act)

    return purged


@pytest.fixture
def restore(copied: Desk, tmp_path: Path) -> Callable[[], str]:
    def restored() -> str:
        copied.keeper.close()
        file, password = tmp_path / "copy.sverka", tmp_path / "password.txt"
        return said(copied.data_dir, "restore", file, "--password-file", password)

    return restored


def names(desk: Desk) -> list[str]:
    listed = said(desk.data_dir, "worklist").replace("\n", " ")
    return [name for name in NAMES if name.split()[0] in listed]


def level(desk: Desk) -> Level:
    found = examine_ledger(desk.data_dir, desk.settings)
    return next(finding.level for finding in found if finding.check == "purges")


def test_a_person_who_came_back_is_told_and_purged_again(
    copied: Desk, purge: Callable[..., str], restore: Callable[[], str], tmp_path: Path
) -> None:
    purge("--person", "s11")
    told = restore()
    assert "данные одного человека" in told
    assert "sverka purge --again" in told
    assert level(copied) is Level.NOTICE
    assert len(names(copied)) == 3
    assert str(tmp_path / "второй.docx") in purge("--again", act="второй.docx")
    assert names(copied) == [NAMES[0], NAMES[2]]
    assert level(copied) is Level.FINE
    assert "уничтожать нечего" in purge("--again", act="третий.docx")


def test_each_purge_is_made_again_with_an_act_of_its_own(
    copied: Desk, purge: Callable[..., str], restore: Callable[[], str], tmp_path: Path
) -> None:
    purge("--person", "s11")
    purge("--person", "s21", act="ещё.docx")
    restore()
    purge("--again", act="снова.docx")
    assert names(copied) == [NAMES[0]]
    assert (tmp_path / "снова.docx").exists()
    assert (tmp_path / "снова-2.docx").exists()


def test_who_was_seen_after_everybody_was_purged_stays(
    copied: Desk, purge: Callable[..., str], restore: Callable[[], str]
) -> None:
    purge("--all")
    restore()
    keeper = LedgerKeeper(copied.data_dir, copied.settings)
    Desk(keeper, copied.data_dir, copied.settings).open(report(pair(2)))
    keeper.close()
    purge("--again", act="снова.docx")
    assert names(copied) == [NAMES[2]]


def test_what_was_not_made_again_is_told_after_the_next_copy_too(
    purge: Callable[..., str], restore: Callable[[], str]
) -> None:
    purge("--person", "s11")
    restore()
    assert "sverka purge --again" in restore()


def test_purges_that_the_copy_knows_of_are_not_made_again(
    copied: Desk, purge: Callable[..., str], restore: Callable[[], str], tmp_path: Path
) -> None:
    purge("--all")
    copied.open(report(pair(0)))
    back_up(copied.ledger, copied.data_dir, tmp_path / "copy.sverka", PASSPHRASE, force=True)
    assert "Внимание" not in restore()
    assert level(copied) is Level.FINE


def test_without_a_former_ledger_the_operator_is_asked_to_look_at_the_acts(
    copied: Desk, restore: Callable[[], str]
) -> None:
    copied.keeper.close()
    copied.data_dir.ledger_file.write_bytes(b"\0" * 8192)
    assert "есть акты" in restore()
