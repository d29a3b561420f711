"""What the folder of results holds, and that a spreadsheet takes nothing in it for a formula."""

import json
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from sverka.matching.contingent import groups as groups_module
from sverka.matching.contingent.interface import Engine
from sverka.matching.contingent.matcher import ModelMatcher
from sverka.matching.contingent.run import Job, link
from sverka.matching.contingent.vocabulary import EngineName, Outcome, Problem
from sverka.matching.model import SHIPPED
from sverka.spreadsheets.book import Colour
from tests.unit.matching.contingent.conftest import (
    CHILDREN,
    HEADING,
    IVANOV,
    PETROVA,
    Folder,
    Ran,
    Silent,
)

pytestmark = pytest.mark.slow

TWO_GROUPS = [
    HEADING,
    ("Сидоров Пётр", "01.01.2015", "s1", "СОШ №1"),
    ("Сидоров Петр", "01.01.2015", "s2", "СОШ №2"),
    (*IVANOV, "s3", "СОШ №3"),
    (*IVANOV, "s4", "СОШ №4"),
    (*PETROVA, "s5", "СОШ №5"),
]


def opened(file: Path) -> Workbook:
    return load_workbook(file)


def test_groups_begin_with_the_surest_and_keep_the_columns_of_the_file(folder: Folder) -> None:
    rows = folder.link(folder.csv("a.csv", TWO_GROUPS)).table("groups.csv")
    assert list(rows[0])[:4] == ["group_id", "id", "verdict", "score_bits"]
    assert list(rows[0])[-4:] == list(HEADING)
    assert [(row["group_id"], row["id"], row["verdict"], row["score_bits"]) for row in rows] == [
        ("1", "s3", "same", "30,25"),
        ("1", "s4", "same", "30,25"),
        ("2", "s1", "possible", "7,50"),
        ("2", "s2", "possible", "7,50"),
    ]


def test_pairs_name_the_accounts_and_the_reason(folder: Folder) -> None:
    first, second = folder.link(folder.csv("a.csv", TWO_GROUPS)).table("pairs.csv")
    assert first == {
        "id_left": "s3",
        "id_right": "s4",
        "score_bits": "30,25",
        "verdict": "same",
        "why": "ФИО и дата рождения",
    }
    assert (second["id_left"], second["id_right"]) == ("s1", "s2")


def test_groups_for_people_are_blocks_with_what_differs_coloured(folder: Folder) -> None:
    out = folder.link(folder.csv("a.csv", TWO_GROUPS)).out
    sheet = opened(out / "groups.xlsx")["Группы"]
    assert sheet.freeze_panes == "A2"
    captions = [cell.value for cell in sheet[1]]
    assert captions[:3] == ["Группа", "ИД", "Вывод"]
    name, school = captions.index("ФИО"), captions.index("ОО")
    colours = [[cell.fill.start_color.rgb for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[name] == Colour.PERSONAL for row in colours] == [False, False, True, True]
    assert [row[school] == Colour.OTHER for row in colours] == [True] * 4
    begins = [row[0].border.top.style for row in sheet.iter_rows(min_row=2)]
    assert begins == ["medium", None, "medium", None]
    assert [row[2].value for row in sheet.iter_rows(min_row=2, max_row=4)] == [
        "один ребёнок",
        "один ребёнок",
        "возможно, один ребёнок",
    ]


def test_more_groups_than_a_person_can_read_are_cut_and_it_is_said(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups_module, "MOST_ROWS", 3)
    ran = folder.link(folder.csv("a.csv", TWO_GROUPS))
    book = opened(ran.out / "groups.xlsx")
    assert book["Группы"].max_row == 3
    assert "1 из 2" in str(book["Пояснения"]["A1"].value)
    assert ran.summary.groups is not None
    assert (ran.summary.groups.groups, ran.summary.groups.shown_in_xlsx) == (2, 1)
    assert len(ran.table("groups.csv")) == 4


@pytest.mark.parametrize("cell", ["=1+1", "+7 900", "-2+3", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_nothing_a_person_typed_becomes_a_formula(folder: Folder, cell: str) -> None:
    rows = [(*HEADING, cell), (*IVANOV, "s1", "x", cell), (*IVANOV, "s2", "y", cell)]
    ran = folder.link(folder.csv("a.csv", rows))
    assert list(ran.table("groups.csv")[0].values())[-1] == f"'{cell}"
    assert list(ran.table("groups.csv")[0])[-1] == f"'{cell}"
    sheet = opened(ran.out / "groups.xlsx")["Группы"]
    for row in (1, 2):
        written = sheet.cell(row, sheet.max_column)
        assert (written.value, written.data_type) == (cell, "s")


def test_a_lone_dash_stays_a_dash(folder: Folder) -> None:
    rows = [(*HEADING, "Прим."), (*IVANOV, "s1", "x", "-"), (*IVANOV, "s2", "x", "-")]
    assert folder.link(folder.csv("a.csv", rows)).table("groups.csv")[0]["Прим."] == "-"


def test_control_characters_do_not_break_the_workbook(folder: Folder) -> None:
    rows = [HEADING, (*IVANOV, "s1", "СОШ\x0b №2"), (*IVANOV, "s2", "y")]
    sheet = opened(folder.link(folder.csv("a.csv", rows)).out / "groups.xlsx")["Группы"]
    assert sheet.cell(2, sheet.max_column).value == "СОШ №2"


def test_captions_that_repeat_or_are_ours_stay_apart(folder: Folder) -> None:
    rows = [(*HEADING, "id", "", "id"), (*IVANOV, "s1", "x", "a", "b", "c"), (*IVANOV, "s2", "x")]
    rows[2] = (*rows[2], "a", "b", "c")
    row = folder.link(folder.csv("a.csv", rows)).table("groups.csv")[0]
    assert (row["id"], row["id 2"], row["id 3"]) == ("s1", "a", "c")
    assert row["Столбец 6"] == "b"


def test_two_rows_of_one_account_do_not_contradict_each_other(folder: Folder) -> None:
    heading = (*HEADING, "СНИЛС")
    rows = [(*IVANOV, account, "x", "112-233-445 95") for account in ("s1", "s1", "s2")]
    job = Job(
        (folder.csv("a.csv", [heading, *rows]),), folder.path / "out", Engine(EngineName.DUCKDB)
    )
    ran = Ran(link(job, ModelMatcher(SHIPPED), Silent()), job.out, Silent())
    assert [(row["id"], row["flagged"]) for row in ran.table("groups.csv")] == [
        ("s1", "false"),
        ("s1", "false"),
        ("s2", "false"),
    ]
    assert [(row["id_left"], row["id_right"]) for row in ran.table("pairs.csv")] == [
        ("s1", "s2"),
        ("s1", "s2"),
    ]


def test_no_groups_give_empty_results(folder: Folder) -> None:
    ran = folder.link(folder.csv("a.csv", CHILDREN[:3]))
    assert ran.table("groups.csv") == ran.table("pairs.csv") == []
    assert opened(ran.out / "groups.xlsx")["Группы"].max_row == 1


def test_summary_counts_without_naming_anybody(folder: Folder) -> None:
    ran = folder.link(folder.csv("a.csv", TWO_GROUPS))
    written = (ran.out / "summary.json").read_text(encoding="utf-8")
    summary = json.loads(written)
    assert summary["schema"] == 1
    assert summary["groups"]["verdicts"] == {"same": 1, "possible": 1}
    assert summary["pairs"] == {"same": 1, "possible": 1}
    assert set(summary["left_out"]) == set(Problem)
    assert set(summary["seconds"]) == {"reading", "pairs", "groups", "writing"}
    assert summary["files"][0]["columns"]["person"] == "ФИО"
    assert "Иванов" not in written
    assert "s100" not in written


NEWCOMERS = [
    ("ФИО", "Дата рождения", "Класс"),
    ("иванов иван иванович", "07.05.2015", "1а"),
    ("Сидоров Петр", "01.01.2015", "1а"),
    ("Новиков Олег", "02.02.2018", "1а"),
]
CONTINGENT = [
    (*HEADING, "Дата выбытия"),
    ("иванов иван иванович", "7.5.2015", "s1", "СОШ №1", "01.06.2025"),
    ("Сидоров Пётр", "01.01.2015", "s2", "СОШ №2", ""),
    ("Сидоров Петя", "01.01.2015", "s3", "ДЮСШ", ""),
    ("Сидоров Олег", "02.02.2018", "s4", "x", ""),
]


def test_newcomers_learn_whether_they_have_an_account_and_how_to_enrol(folder: Folder) -> None:
    new = folder.csv("new.csv", NEWCOMERS)
    known = folder.csv("known.csv", [*CONTINGENT, (*IVANOV, "s5", "x", "")])
    ran = folder.link(new, against=known)
    rows = ran.table("newcomers.csv")
    assert [row["ФИО"] for row in rows] == [row[0] for row in NEWCOMERS[1:]]
    assert [row["outcome"] for row in rows] == ["none", "possible", "none"]
    assert (rows[1]["account_id"], rows[1]["organisation"]) == ("s2", "СОШ №2")
    assert rows[1]["others"] == "s3 (ДЮСШ)"
    assert "сверьте документы" in rows[1]["enrol"]
    assert "быстрый ввод уместен" in rows[2]["enrol"]
    assert ran.summary.newcomers == {"exact": 0, "probable": 0, "possible": 1, "none": 2}
    assert "ОО" not in rows[0]
    assert not (ran.out / "groups.csv").exists()


@pytest.mark.parametrize(
    ("departed", "told"),
    [("01.06.2025", "Списка выпускников и выбывших"), ("", "Списка обучающихся в других ОО")],
)
def test_an_account_that_is_there_is_never_entered_quickly(
    folder: Folder, departed: str, told: str
) -> None:
    new = folder.csv("new.csv", [("ФИО", "Дата рождения"), IVANOV])
    known = folder.csv("known.csv", [CONTINGENT[0], (*IVANOV, "s1", "СОШ №1", departed)])
    row = folder.link(new, against=known).table("newcomers.csv")[0]
    assert (row["outcome"], row["account_id"], row["departed"]) == ("exact", "s1", departed)
    assert told in row["enrol"]
    assert "быстрый ввод уместен" not in row["enrol"]


@pytest.mark.parametrize(
    ("departures", "departed", "told"),
    [
        (("01.06.2025", ""), "", "Списка обучающихся в других ОО"),
        (("01.06.2025", "02.06.2025"), "01.06.2025; 02.06.2025", "выпускников и выбывших"),
    ],
)
def test_an_account_with_two_stays_has_left_only_when_both_ended(
    folder: Folder, departures: tuple[str, str], departed: str, told: str
) -> None:
    new = folder.csv("new.csv", [("ФИО", "Дата рождения"), IVANOV])
    school, club = departures
    known = [
        CONTINGENT[0],
        (*IVANOV, "s1", "СОШ №1", school),
        ("Ивонов Иван", "07.05.2015", "s1", "ДЮСШ", club),
        (*IVANOV, "s0", "СОШ №9", ""),
    ]
    row = folder.link(new, against=folder.csv("known.csv", known)).table("newcomers.csv")[0]
    assert (row["account_id"], row["organisation"]) == ("s1", "СОШ №1; ДЮСШ")
    assert row["departed"] == departed
    assert row["others"] == "s0 (СОШ №9)"
    assert told in row["enrol"]


def test_an_equal_name_and_document_without_a_birth_date_is_no_exact_match(
    folder: Folder,
) -> None:
    heading = ("ФИО", "Дата рождения", "СНИЛС", "Свидетельство о рождении")
    documents = ("112-233-445 95", "IV-АИ № 123456")
    new = folder.csv("new.csv", [heading, (IVANOV[0], "", *documents)])
    known = folder.csv("known.csv", [heading, (IVANOV[0], "", *documents)])
    job = Job((new,), folder.path / "out", Engine(EngineName.DUCKDB), against=known)
    summary = link(job, ModelMatcher(SHIPPED), Silent())
    assert summary.newcomers == {"exact": 0, "probable": 1, "possible": 0, "none": 0}


def test_newcomers_are_not_compared_with_each_other(folder: Folder) -> None:
    new = folder.csv("new.csv", [("ФИО", "Дата рождения"), IVANOV, IVANOV])
    known = folder.csv("known.csv", [HEADING, (*PETROVA, "s1", "x")])
    ran = folder.link(new, against=known)
    assert ran.table("pairs.csv") == []
    assert [row["outcome"] for row in ran.table("newcomers.csv")] == ["none", "none"]


def test_newcomers_for_people_are_explained(folder: Folder) -> None:
    new = folder.csv("new.csv", [("ФИО", "Дата рождения"), IVANOV])
    known = folder.csv("known.csv", [HEADING, (*IVANOV, "s1", "СОШ №1")])
    book = opened(folder.link(new, against=known).out / "newcomers.xlsx")
    heading, row = book["Новички"].iter_rows(values_only=True)
    assert heading[:3] == ("Новичок", "Учётная запись", "Её ИД")
    assert row[:3] == ("new.csv:2", "есть", "s1")
    assert book["Пояснения"].max_row == len(Outcome)
