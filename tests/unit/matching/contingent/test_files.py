"""Files as people have them: every encoding, delimiter and cell type gives the same records."""

from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from sverka.matching.contingent.cells import as_typed
from tests.unit.matching.contingent.conftest import CHILDREN, HEADING, IVANOV, PETROVA, Folder

pytestmark = pytest.mark.slow

FOUND = [{"id": "s100", "group_id": "1"}, {"id": "s300", "group_id": "1"}]


def grouped(folder: Folder, *files: Path) -> list[dict[str, str]]:
    rows = folder.link(*files).table("groups.csv")
    return [{name: row[name] for name in ("id", "group_id")} for row in rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_csv_is_read_in_every_usual_encoding_and_delimiter(
    folder: Folder, encoding: str, delimiter: str
) -> None:
    assert grouped(folder, folder.csv("a.csv", CHILDREN, encoding, delimiter)) == FOUND


def test_cyrillic_far_behind_an_ascii_beginning_is_not_taken_for_utf8(folder: Folder) -> None:
    heading = ("Name", "First", "Born")
    ascii_rows = [(f"Smith {n}", "John", "01.01.2015") for n in range(20_000)]
    file = folder.csv("a.csv", [heading, *ascii_rows, ("Ёлкин", "Пётр", "1.1.2014")], "cp1251")
    renames = ("Фамилия=Name", "Имя=First", "Дата рождения=Born")
    ran = folder.link(file, renames=renames, out=folder.path / "wide")
    assert ran.summary.files[0].encoding == "cp1251"


def test_xlsx_and_parquet_are_read_as_csv_is(folder: Folder) -> None:
    assert grouped(folder, folder.xlsx("a.xlsx", Дети=CHILDREN)) == FOUND
    columns = dict(zip(HEADING, zip(*CHILDREN[1:], strict=True), strict=True))
    parquet.write_table(pa.table(columns), folder.path / "a.parquet")
    assert grouped(folder, folder.path / "a.parquet") == FOUND


def test_heading_is_found_below_titles_and_empty_rows(folder: Folder) -> None:
    titles = [("Список обучающихся\nна 1 сентября", "", "", ""), ("", "", "", "")]
    for file in (
        folder.csv("a.csv", [*titles, *CHILDREN]),
        folder.xlsx("b.xlsx", Дети=[*titles, *CHILDREN]),
    ):
        ran = folder.link(file)
        assert ran.summary.files[0].heading_row == 3
        assert [row["line"] for row in ran.table("groups.csv")] == ["4", "6"]


def test_a_heading_of_two_rows_is_read_as_one(folder: Folder) -> None:
    rows = [
        ("Список", "", "", "", ""),
        ("ИД", "ФИО", "", "", "Дата рождения"),
        ("", "Фамилия", "Имя", "Отчество", ""),
        ("s100", "Иванов", "Иван", "Иванович", "07.05.2015"),
        ("s300", "Иванов", "Иван", "Иванович", "07.05.2015"),
    ]
    for file in (folder.csv("a.csv", rows), folder.xlsx("b.xlsx", Дети=rows)):
        ran = folder.link(file)
        assert ran.summary.rows == 2
        assert [(row["id"], row["line"]) for row in ran.table("groups.csv")] == [
            ("s100", "4"),
            ("s300", "5"),
        ]
        assert "Дата рождения" in ran.table("groups.csv")[0]


def test_cells_of_a_spreadsheet_come_out_as_a_person_types_them(folder: Folder) -> None:
    rows = [
        ("ФИО", "Дата рождения", "СНИЛС", "Номер дела"),
        (IVANOV[0], datetime.fromisoformat("2015-05-07"), 8765430300.0, 12.0),
        (IVANOV[0], date(2015, 5, 7), "087-654-303 00", True),
    ]
    ran = folder.link(folder.xlsx("a.xlsx", Дети=rows))
    first, second = ran.table("groups.csv")
    assert first["Дата рождения"] == second["Дата рождения"] == "07.05.2015"
    assert (first["СНИЛС"], first["Номер дела"], second["Номер дела"]) == (
        "8765430300",
        "12",
        "ИСТИНА",
    )


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (None, None),
        ("  ", None),
        (12, "12"),
        (12.5, "12.5"),
        (False, "ЛОЖЬ"),
        (datetime.fromisoformat("2015-05-07 10:30"), "07.05.2015 10:30"),
    ],
)
def test_every_kind_of_cell_has_one_spelling(value: object, typed: str | None) -> None:
    assert as_typed(value) == typed


def test_typed_columns_of_parquet_come_out_as_a_person_types_them(folder: Folder) -> None:
    table = pa.table(
        {
            "Фамилия": ["Иванов", "Иванов"],
            "Имя": ["Иван", "Иван"],
            "Дата рождения": [date(2015, 5, 7)] * 2,
            "Код": pa.array([100, 200], pa.int64()),
        }
    )
    parquet.write_table(table, folder.path / "a.parquet")
    rows = folder.link(folder.path / "a.parquet").table("groups.csv")
    assert [(row["id"], row["Дата рождения"]) for row in rows] == [
        ("100", "07.05.2015"),
        ("200", "07.05.2015"),
    ]


def test_every_sheet_with_a_known_heading_is_read(folder: Folder) -> None:
    file = folder.xlsx(
        "a.xlsx", Школа=CHILDREN[:2], Сад=[HEADING, CHILDREN[3]], Заметки=[("позвонить",)]
    )
    ran = folder.link(file)
    assert [row["file"] for row in ran.table("groups.csv")] == ["a.xlsx [Школа]", "a.xlsx [Сад]"]
    assert [(row["problem"], row["value"]) for row in ran.table("left_out.csv")] == [
        ("sheet", "Заметки")
    ]


def test_several_files_are_one_contingent_and_keep_their_columns(folder: Folder) -> None:
    school = folder.csv("school.csv", CHILDREN[:3])
    garden = folder.xlsx(
        "garden.xlsx",
        Группа=[("Фамилия", "Имя", "Отчество", "Д.р."), ("Иванов", "Иван", "Иванович", IVANOV[1])],
    )
    first, second = folder.link(school, garden).table("groups.csv")
    assert (first["file"], first["ФИО"], first["Фамилия"]) == ("school.csv", IVANOV[0], "")
    assert (second["file"], second["ФИО"]) == ("garden.xlsx [Группа]", "")
    assert second["Фамилия"] == "Иванов"
    assert second["id"] == "garden.xlsx [Группа]:2"


def test_quoted_cells_may_hold_the_delimiter_and_line_breaks(folder: Folder) -> None:
    rows = [HEADING, (*IVANOV, "s1", 'СОШ "Лицей; 1"\nкорпус 2'), (*IVANOV, "s2", "x")]
    first, _ = folder.link(folder.csv("a.csv", rows)).table("groups.csv")
    assert first["ОО"] == 'СОШ "Лицей; 1"\nкорпус 2'


def test_series_and_number_of_a_certificate_are_one_document(folder: Folder) -> None:
    rows = [
        ("ФИО", "Дата рождения", "Серия", "Номер свидетельства"),
        (*PETROVA, "IV-АИ", "123456"),
    ]
    folder.link(folder.csv("a.csv", rows))
    records = parquet.read_table(folder.path / "out/.sverka/reading/records.parquet")
    assert records["certificate"].to_pylist() == ["IV-АИ 123456"]


def test_empty_rows_are_counted_and_are_no_children(folder: Folder) -> None:
    rows = [*CHILDREN[:2], ("", " ", "", ""), *CHILDREN[2:], ("", "", "", "")]
    ran = folder.link(folder.csv("a.csv", rows))
    assert (ran.summary.rows, ran.summary.files[0].blank_rows) == (3, 2)
    assert ran.table("left_out.csv") == []


def test_many_rows_keep_their_numbers_across_pieces(folder: Folder) -> None:
    others = [(f"Ребёнок{n} Имя", "01.01.2015", f"s{n}", "x" * 200) for n in range(60_000)]
    rows = [*CHILDREN[:2], ("только", "три", "ячейки"), *others, CHILDREN[3]]
    ran = folder.link(folder.csv("a.csv", rows))
    assert [row["line"] for row in ran.table("groups.csv")] == ["2", "60004"]
    assert [row["row"] for row in ran.table("left_out.csv") if row["problem"] == "broken-row"] == [
        "3"
    ]


def test_files_of_one_name_are_told_apart_by_their_folders(folder: Folder) -> None:
    (folder.path / "sad").mkdir()
    school = folder.csv("a.csv", [HEADING[:2], IVANOV])
    garden = folder.csv("sad/a.csv", [HEADING[:2], IVANOV])
    ids = [row["id"] for row in folder.link(school, garden).table("groups.csv")]
    assert ids == [f"{school}:2", f"{garden}:2"]


def test_a_piece_without_a_single_good_row_is_read_over(folder: Folder) -> None:
    rows = [HEADING, *[("три", "ячейки", "x" * 500)] * 20_000, *CHILDREN[1:]]
    ran = folder.link(folder.csv("a.csv", rows))
    assert (ran.summary.rows, ran.summary.left_out["broken-row"]) == (3, 20_000)
