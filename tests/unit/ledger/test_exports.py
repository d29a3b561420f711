"""The journal «удалён → оставлен» as files."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from sverka.contract import GroupInfo
from sverka.ledger.tables import Entry
from sverka.ledger.vocabulary import Act, Event
from tests.unit.ledger.calls import refusal, said
from tests.unit.ledger.seen import CLERK, Desk, called, pair, report


@pytest.fixture
def groups(desk: Desk) -> tuple[GroupInfo, ...]:
    return tuple(desk.open(report(pair(0), pair(1), pair(2))).groups)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "журнал.csv"


def lines(file: Path) -> list[list[str]]:
    """The lines without the heading."""
    with file.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.reader(source, delimiter=";"))[1:]


def test_removed_account_is_told_with_the_one_that_stays(
    desk: Desk, groups: tuple[GroupInfo, ...], file: Path
) -> None:
    desk.decide(groups[1], Act.WORKED)
    assert "Записано строк: 1" in said(desk.data_dir, "journal", file)
    [line] = lines(file)
    assert line[:8] == [
        *("s12", "СОШ № 2", "05.09.2025", ""),
        *("s11", "СОШ № 1", "02.09.2024", ""),
    ]
    assert line[8:12] == ["А. С. П.", "2015", "отработан", CLERK.user]
    assert line[13:] == ["", "D-03"]


def test_groups_of_which_nobody_told_what_was_removed_are_counted(
    desk: Desk, groups: tuple[GroupInfo, ...], file: Path
) -> None:
    desk.decide(groups[1], Act.WORKED)
    desk.open(report(pair(1)))
    told = said(desk.data_dir, "journal", file)
    assert "Записано строк: 1" in told
    assert "которых в файле нет: 2." in told
    desk.open(report())
    assert "нет: 2." in said(desk.data_dir, "journal", file, "--force")


def test_proof_of_the_removal_is_told(
    desk: Desk, groups: tuple[GroupInfo, ...], file: Path
) -> None:
    desk.decide(groups[0], Act.WORKED)
    desk.open(report(pair(1), pair(2)))
    said(desk.data_dir, "journal", file)
    [line] = lines(file)
    assert line[10] == "устранён"
    assert re.fullmatch(r"\d\d\.\d\d\.\d{4} \d\d:\d\d", line[13])


def test_what_was_taken_back_is_not_told(
    desk: Desk, groups: tuple[GroupInfo, ...], file: Path
) -> None:
    said(desk.data_dir, "decide", "worked", groups[0].id)
    said(desk.data_dir, "decide", "undo", groups[0].id)
    said(desk.data_dir, "journal", file)
    assert lines(file) == []


def test_kept_account_that_nobody_told_of_is_not_guessed(
    desk: Desk, groups: tuple[GroupInfo, ...], file: Path
) -> None:
    said(desk.data_dir, "decide", "worked", groups[1].id, "--removed", "s12")
    said(desk.data_dir, "journal", file)
    assert [line[4] for line in lines(file)] == ["не указана"]


def test_account_worked_on_twice_is_told_once(
    desk: Desk, groups: tuple[GroupInfo, ...], file: Path
) -> None:
    for words in (("--removed", "s11"), ("--removed", "s12", "--kept", "s11"), ()):
        said(desk.data_dir, "decide", "worked", groups[1].id, *words)
    said(desk.data_dir, "journal", file)
    assert [(line[0], line[4]) for line in lines(file)] == [("s12", "s11")]


@pytest.fixture
def merged(desk: Desk) -> tuple[GroupInfo, GroupInfo]:
    """A group that was worked on, and then became part of the other one."""
    whole, part = desk.open(report(pair(1), pair(2))).groups
    desk.decide(part, Act.WORKED)
    desk.open(report(pair(1), called(1, pair(2))))
    return whole, part


@pytest.mark.usefixtures("merged")
def test_account_removed_before_its_group_was_merged_is_told_once_the_whole_is_gone(
    desk: Desk, file: Path
) -> None:
    assert "которых в файле нет" not in said(desk.data_dir, "journal", file)
    assert lines(file) == []
    desk.open(report())
    assert "которых в файле нет" not in said(desk.data_dir, "journal", file, "--force")
    [line] = lines(file)
    assert [line[at] for at in (0, 4, 10)] == ["s22", "s21", "устранён"]
    assert re.fullmatch(r"\d\d\.\d\d\.\d{4} \d\d:\d\d", line[13])


def test_what_was_removed_of_two_groups_before_they_were_one_is_told_of_both(
    desk: Desk, file: Path
) -> None:
    for group in desk.open(report(pair(1), pair(2))).groups:
        desk.decide(group, Act.WORKED)
    desk.open(report(pair(1), called(1, pair(2))))
    desk.open(report())
    said(desk.data_dir, "journal", file)
    assert [(line[0], line[4]) for line in lines(file)] == [("s12", "s11"), ("s22", "s21")]


def test_accounts_of_a_part_and_of_its_whole_are_each_told_once(
    desk: Desk, merged: tuple[GroupInfo, GroupInfo], file: Path
) -> None:
    removed = [word for number in ("s12", "s22") for word in ("--removed", number)]
    said(desk.data_dir, "decide", "worked", merged[0].id, "--kept", "s11", *removed)
    desk.open(report())
    said(desk.data_dir, "journal", file)
    assert sorted((line[0], line[4]) for line in lines(file)) == [("s12", "s11"), ("s22", "s11")]


def test_account_that_the_whole_keeps_is_not_told_to_be_removed(
    desk: Desk, merged: tuple[GroupInfo, GroupInfo], file: Path
) -> None:
    said(desk.data_dir, "decide", "worked", merged[0].id, "--kept", "s22", "--removed", "s21")
    desk.open(report())
    said(desk.data_dir, "journal", file)
    assert [(line[0], line[4]) for line in lines(file)] == [("s21", "s22")]


def test_no_name_and_no_birthday_leaves_unless_asked_for(
    desk: Desk, groups: tuple[GroupInfo, ...], file: Path
) -> None:
    desk.decide(groups[1], Act.WORKED)
    said(desk.data_dir, "journal", file)
    masked = file.read_text(encoding="utf-8-sig")
    assert not any(word in masked for word in ("Петрова", "Анна", "Сергеевна", "07.05"))
    said(desk.data_dir, "journal", file, "--unmasked", "--force")
    assert lines(file)[0][8:10] == ["Петрова Анна Сергеевна", "07.05.2015"]


def test_export_is_noted_with_what_it_showed(
    desk: Desk, groups: tuple[GroupInfo, ...], file: Path
) -> None:
    desk.decide(groups[1], Act.WORKED)
    said(desk.data_dir, "journal", file, "--unmasked")
    with desk.ledger.settled() as session:
        entry = session.scalars(select(Entry).order_by(Entry.id.desc())).first()
        assert entry
        assert entry.event is Event.EXPORTED
        assert entry.details == {"masked": False, "rows": 1}


def test_book_holds_dates_as_dates_under_a_frozen_heading(
    desk: Desk, groups: tuple[GroupInfo, ...], tmp_path: Path
) -> None:
    desk.decide(groups[1], Act.WORKED)
    file = tmp_path / "журнал.xlsx"
    said(desk.data_dir, "journal", file)
    sheet = load_workbook(file).worksheets[0]
    assert sheet.freeze_panes == "A2"
    enrolled = sheet["C2"]
    assert enrolled.is_date
    assert enrolled.value.date() == date(2025, 9, 5)
    assert enrolled.number_format == "dd.mm.yyyy"
    assert sheet.column_dimensions["B"].width > len("Организация удалённой")


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_name_of_an_organisation_never_becomes_a_formula(
    desk: Desk, tmp_path: Path, suffix: str
) -> None:
    hostile = '=HYPERLINK("http://example.test")'
    [group] = desk.open(report(pair(1, c4=hostile))).groups
    said(desk.data_dir, "decide", "worked", group.id, "--removed", "s12")
    file = tmp_path / f"журнал{suffix}"
    said(desk.data_dir, "journal", file)
    if suffix == ".csv":
        assert lines(file)[0][1] == f"'{hostile}"
    else:
        cell = load_workbook(file).worksheets[0]["B2"]
        assert (cell.value, cell.data_type) == (hostile, "s")


def test_file_that_is_there_is_kept(desk: Desk, file: Path) -> None:
    file.write_text("прежний", encoding="utf-8")
    assert refusal(desk.data_dir, "journal", file) == "file-exists"
    assert file.read_text(encoding="utf-8") == "прежний"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("журнал.txt", "journal-unknown-format"),
        ("", "file-is-folder"),
        ("а/б.csv", "file-unwritable"),
    ],
)
def test_file_that_cannot_be_written_is_told(
    desk: Desk, tmp_path: Path, name: str, reason: str
) -> None:
    assert refusal(desk.data_dir, "journal", tmp_path / name) == reason
    assert [file.name for file in tmp_path.iterdir()] in ([], ["data"])
