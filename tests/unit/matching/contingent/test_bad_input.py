"""Files that cannot be used end with a clear refusal; what is left out of others is listed."""

import errno
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from filelock import FileLock
from splink import DuckDBAPI

from sverka.errors import SverkaError
from sverka.people.certificates import read_certificate
from sverka.people.snils import read_snils
from tests.unit.matching.contingent.conftest import CHILDREN, HEADING, IVANOV, PETROVA, Folder
from tests.unit.matching.contingent.exact import ExactMatcher

pytestmark = pytest.mark.slow

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda folder: folder.path / "no.csv", "такого файла нет"),
        (lambda folder: folder.text("a.ods", "x"), "такие файлы не читаются"),
        (lambda folder: folder.text("a.xls", OLE), "такие файлы не читаются"),
        (lambda folder: folder.text("a.csv", ""), "нет ни одной строки"),
        (lambda folder: folder.text("a.csv", ";;\n\n;;\n"), "нет ни одной строки"),
        (lambda folder: folder.csv("a.csv", [HEADING]), "нет ни одной строки"),
        (lambda folder: folder.xlsx("a.xlsx", Пусто=[]), "нет ни одной строки"),
        (lambda folder: folder.text("a.xlsx", b"PK\x03\x04 broken"), "повреждён"),
        (lambda folder: folder.text("a.parquet", b"PAR1 broken"), "повреждён"),
        (lambda folder: folder.text("a.xlsx", OLE), "старый формат Excel"),
        (
            lambda folder: folder.text("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")),
            "защищён паролем",
        ),
        (lambda folder: folder.text("a.csv", b"\x98\xff" * 9), "кодировку"),
        (
            lambda folder: folder.text("a.csv", f'{";".join(HEADING)}\n"' + "x;\n" * 3_000_000),
            "не закрыта кавычка",
        ),
        (
            lambda folder: folder.xlsx("a.xlsx", Один=[("а",)], Два=[("б",)]),
            "несколько листов («Один», «Два»)",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_name(
    folder: Folder, make: Callable[[Folder], Path], told: str
) -> None:
    file = make(folder)
    with pytest.raises(SverkaError) as problem:
        folder.link(file)
    assert told in problem.value.message
    assert file.name in problem.value.message
    assert list(folder.path.glob("out/[!.]*")) == []


def test_one_file_given_twice_is_refused(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    with pytest.raises(SverkaError, match="указан дважды"):
        folder.link(file, against=folder.path / "." / "a.csv")


def test_a_disk_too_small_is_noticed_before_the_work(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    with file.open("ab") as sparse:
        sparse.truncate(2**42)
    with pytest.raises(SverkaError, match="мало места"):
        folder.link(file)
    assert not (folder.path / "out").exists()


def run_out_of_memory() -> None:
    small = duckdb.connect(config={"memory_limit": "20MB", "temp_directory": "", "threads": 1})
    DuckDBAPI(connection=small).query_sql(
        "SELECT range, random() AS place FROM range(3_000_000) ORDER BY place"
    )


def fill_the_disk() -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("exhaust", [run_out_of_memory, fill_the_disk])
def test_a_computer_too_small_for_the_work_is_told(
    folder: Folder, exhaust: Callable[[], None]
) -> None:
    with pytest.raises(SverkaError, match="Не хватило места на диске или памяти"):
        Folder(folder.path, ExactMatcher(exhaust)).link(folder.csv("a.csv", CHILDREN))
    assert list(folder.path.glob("out/[!.]*")) == []


def test_a_folder_with_other_files_is_not_written_to(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    with pytest.raises(SverkaError, match=r"посторонние файлы: a\.csv"):
        folder.link(file, out=folder.path)


def test_a_file_in_the_place_of_the_folder_is_refused(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    with pytest.raises(SverkaError, match="нельзя записать"):
        folder.link(file, out=file)


def test_a_place_where_nothing_can_be_written_is_not_called_full(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    for out in (Path("/proc/sverka"), folder.path / ("x" * 300)):
        with pytest.raises(SverkaError, match="нельзя записать"):
            folder.link(file, out=out)


def test_results_that_cannot_be_replaced_are_told(folder: Folder) -> None:
    (folder.path / "out/groups.csv/open").mkdir(parents=True)
    with pytest.raises(SverkaError, match="нельзя заменить"):
        folder.link(folder.csv("a.csv", CHILDREN))


def test_a_file_that_is_not_there_is_asked_for_as_a_table(folder: Folder) -> None:
    with pytest.raises(SverkaError) as problem:
        folder.link(folder.path / "no.csv")
    assert "нужна таблица" in problem.value.hint


def test_an_error_of_excel_in_place_of_a_date_is_listed(folder: Folder) -> None:
    rows = [HEADING, (*IVANOV, "s1", "#N/A"), (PETROVA[0], "#N/A", "s2", "x")]
    ran = folder.link(folder.xlsx("a.xlsx", Пусто=[], Дети=rows))
    assert [
        (row["row"], row["id"], row["problem"], row["value"]) for row in ran.table("left_out.csv")
    ] == [("3", "s2", "date-unreadable", "#N/A")]


def test_two_runs_do_not_work_in_one_folder(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    folder.link(file)
    with (
        FileLock(folder.path / "out/.sverka/lock"),
        pytest.raises(SverkaError, match="другая команда"),
    ):
        folder.link(file)


def test_rows_without_a_readable_date_are_kept_and_listed(folder: Folder) -> None:
    rows = [
        (*HEADING, "Дата выбытия"),
        (*IVANOV, "s1", "x", "не выбыл"),
        ("Сидоров Пётр", "32.13.2015", "s2", "x", "давно"),
        ("Попов Олег", "01.01.1970", "s3", "x", ""),
    ]
    ran = folder.link(folder.csv("a.csv", rows))
    assert ran.summary.rows == 3
    assert [
        (row["row"], row["problem"], row["column"], row["value"])
        for row in ran.table("left_out.csv")
    ] == [
        ("3", "date-unreadable", "Дата рождения", "32.13.2015"),
        ("4", "date-doubtful", "Дата рождения", "01.01.1970"),
        ("3", "date-unreadable", "Дата выбытия", "давно"),
    ]


def test_cells_to_mend_are_listed_with_the_account_and_what_is_wrong(folder: Folder) -> None:
    rows = [
        ("Фамилия", "Имя", "Дата рождения", "ИД", "СНИЛС", "Свидетельство о рождении"),
        ("Иванов", "Иван", "01.01.1970", "s1", "112-233-445 95", "IV-АИ № 123456"),
        ("Пeтрова", "Анна", "01.02.2014", "s2", "112-233-445 96", "нет"),
        ("-", "нет", "01.02.2014", "s3", "нет", "IV-АИ 12"),
        ("Попов", "-", "32.01.2014", "s4", "", ""),
    ]
    ran = folder.link(folder.csv("a.csv", rows))
    listed = ran.table("left_out.csv")
    assert [(row["id"], row["problem"], row["value"]) for row in listed] == [
        ("s4", "date-unreadable", "32.01.2014"),
        ("s1", "date-doubtful", "01.01.1970"),
        ("s2", "mixed-script", "Пeтрова"),
        ("s2", "snils-invalid", "112-233-445 96"),
        ("s3", "certificate-invalid", "IV-АИ 12"),
        ("s3", "name-missing", "'- нет"),
    ]
    told = {row["problem"]: row["text"] for row in listed}
    assert told["snils-invalid"] == read_snils("112-233-445 96").message
    assert told["certificate-invalid"] == read_certificate("IV-АИ 12").message
    assert told["date-doubtful"].endswith("строка сличается без неё.")


def test_everything_left_out_is_listed_and_counted(folder: Folder) -> None:
    lines = [
        ";".join(HEADING),
        "Иванов Иван;07.05.2015;s1;x",
        "слишком;много;ячеек;в;строке",
        "мало;ячеек",
        ";01.01.2015;s2;x",
        "Итого: 3;;;",
    ]
    ran = folder.link(folder.text("a.csv", "\n".join(lines)))
    listed = ran.table("left_out.csv")
    assert {(row["row"], row["problem"]) for row in listed} == {
        ("3", "broken-row"),
        ("4", "broken-row"),
        ("5", "name-missing"),
        ("6", "total-row"),
    }
    assert ran.summary.rows == 2
    assert sum(ran.summary.left_out.values()) == len(listed)
    assert ran.summary.left_out["broken-row"] == 2


def test_repeated_account_numbers_are_listed_and_are_no_duplicates(folder: Folder) -> None:
    rows = [HEADING, (*IVANOV, "s1", "СОШ №2"), (*IVANOV, "s1", "ДЮСШ"), (*PETROVA, "s2", "x")]
    ran = folder.link(folder.csv("a.csv", rows))
    assert ran.summary.rows == 3
    assert [(row["row"], row["problem"], row["id"]) for row in ran.table("left_out.csv")] == [
        ("2", "id-repeated", "s1"),
        ("3", "id-repeated", "s1"),
    ]
    assert ran.summary.one_account_pairs == 1
    assert ran.table("groups.csv") == []


def test_an_open_quote_that_swallows_rows_is_refused_with_its_row(folder: Folder) -> None:
    lines = [
        ";".join(HEADING),
        "Иванов Иван;07.05.2015;s1;x",
        'Попов Олег;07.05.2015;s2;"СОШ №1',
        "Иванов Иван;07.05.2015;s3;y",
        "Сидоров Пётр;07.05.2015;s4;y",
    ]
    for end in ("", '"', '\nНовиков Олег;07.05.2015;s5;"Лицей"'):
        with pytest.raises(SverkaError, match=r"в строке 3 не закрыта кавычка"):
            folder.link(folder.text("a.csv", "\n".join(lines) + end))


def test_a_repeated_account_still_has_its_duplicates(folder: Folder) -> None:
    rows = [HEADING, (*IVANOV, "s1", "x"), (*IVANOV, "s1", "y"), (*IVANOV, "s2", "z")]
    ran = folder.link(folder.csv("a.csv", rows))
    assert [row["id"] for row in ran.table("groups.csv")] == ["s1", "s1", "s2"]
