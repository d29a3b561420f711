"""`sverka purge`: what it asks for, and the papers it writes."""

import csv
import re
from pathlib import Path

import pytest
from docx import Document

from tests.unit.ledger.calls import call, refusal, said
from tests.unit.ledger.seen import NAMES, Desk, pair, report


@pytest.fixture
def filled(desk: Desk) -> Desk:
    desk.open(report(pair(1), pair(2)))
    return desk


@pytest.fixture
def act(tmp_path: Path) -> Path:
    return tmp_path / "акт.docx"


def names(desk: Desk) -> str:
    return said(desk.data_dir, "worklist").replace("\n", " ")


def act_words(file: Path) -> str:
    document = Document(str(file))
    cells = (cell.text for row in document.tables[0].rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_act_tells_what_was_destroyed_and_how_but_not_whose(filled: Desk, act: Path) -> None:
    told = said(filled.data_dir, "purge", "--all", "--yes", "--act", act)
    assert str(act) in told
    words = act_words(act)
    assert "об уничтожении персональных данных" in words
    assert re.search(r"\d\d\.\d\d\.\d{4} \d\d:\d\d:\d\d", words)
    assert "учётных записей — 4" in words
    assert "Подпись" in words
    assert not any(word in words for word in (*NAMES[1].split(), *NAMES[2].split(), "s11", "s21"))


def test_log_names_every_subject_by_a_random_key(filled: Desk, act: Path) -> None:
    told = said(filled.data_dir, "purge", "--all", "--yes", "--act", act)
    log = act.with_name("акт-журнал.csv")
    assert str(log) in told
    with log.open(encoding="utf-8-sig", newline="") as source:
        heading, *lines = csv.reader(source, delimiter=";")
    subjects = [line[heading.index("Условный ключ человека")] for line in lines]
    assert len(set(subjects)) == 4
    assert all(re.fullmatch("[0-9a-f]{32}", subject) for subject in subjects)


def test_act_on_one_person_points_to_the_request_and_names_nobody(filled: Desk, act: Path) -> None:
    said(filled.data_dir, "purge", "--person", "s11", "--yes", "--act", act)
    words = act_words(act)
    assert "одно лицо, названное в причине уничтожения" in words
    words += act.with_name("акт-журнал.csv").read_text(encoding="utf-8-sig")
    assert not any(word in words for word in (*NAMES[1].split(), "s11", "s12", "07.05.2015"))


def test_papers_lie_in_the_current_folder_with_the_date(
    filled: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said(filled.data_dir, "purge", "--all", "--yes")
    made = sorted(file.name for file in tmp_path.iterdir() if file.is_file())
    stem = r"акт-уничтожения-\d{4}-\d\d-\d\d-\d{6}"
    assert len(made) == 2
    assert re.fullmatch(rf"{stem}-журнал\.csv", made[0])
    assert re.fullmatch(rf"{stem}\.docx", made[1])


@pytest.mark.parametrize("answer", ["", "нет", "y", "да уж"])
def test_nothing_is_destroyed_without_a_clear_yes(filled: Desk, act: Path, answer: str) -> None:
    words = ("purge", "--all", "--act", act)
    assert refusal(filled.data_dir, *words, typed=f"{answer}\n") == "purge-not-confirmed"
    assert NAMES[1] in names(filled)
    assert not act.exists()


def test_yes_is_asked_for_with_what_will_go(filled: Desk, act: Path) -> None:
    told = said(filled.data_dir, "purge", "--person", "s11", "--act", act, typed="Да\n")
    assert "групп — 1, учётных записей — 2" in told
    assert NAMES[1] not in names(filled)
    assert NAMES[2] in names(filled)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((), "purge-whose"),
        (("--all", "--person", "s11"), "purge-whose"),
        (("--all", "--older-than", "12m"), "purge-whose"),
        (("--all", "--again"), "purge-whose"),
        (("--older-than", "год"), "age-unreadable"),
        (("--all", "--act", "акт.txt"), "purge-act-format"),
    ],
)
def test_wrong_call_destroys_nothing(filled: Desk, words: tuple[str, ...], reason: str) -> None:
    assert refusal(filled.data_dir, "purge", "--yes", *words) == reason
    assert NAMES[1] in names(filled)


@pytest.mark.parametrize("taken", ["акт.docx", "акт-журнал.csv"])
def test_nothing_is_destroyed_where_the_papers_cannot_be_written(
    filled: Desk, act: Path, taken: str
) -> None:
    act.with_name(taken).write_text("прежний", encoding="utf-8")
    assert refusal(filled.data_dir, "purge", "--all", "--yes", "--act", act) == "file-exists"
    assert NAMES[1] in names(filled)


def test_unknown_person_is_told_and_nothing_is_written(filled: Desk, act: Path) -> None:
    told = said(filled.data_dir, "purge", "--person", "s99999", "--yes", "--act", act)
    assert "уничтожать нечего" in told
    assert not act.exists()


def test_copies_that_stay_are_named(filled: Desk, act: Path) -> None:
    copy = filled.data_dir.ledger_file.with_suffix(".before-0001.db")
    copy.touch()
    assert str(copy) in said(filled.data_dir, "purge", "--person", "s11", "--yes", "--act", act)


def test_answer_that_never_comes_destroys_nothing(filled: Desk, act: Path) -> None:
    assert call(filled.data_dir, "purge", "--all", "--act", act).exit_code != 0
    assert NAMES[1] in names(filled)
