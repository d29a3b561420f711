"""Captions of contingent files: synonyms, `--map`, and what is said when one is missing."""

import pytest

from sverka.errors import SverkaError
from sverka.matching.contingent.columns import (
    NEEDED,
    OPTIONAL,
    column_name,
    read_renames,
    recognise,
)
from sverka.pages.labels import Column
from tests.unit.matching.contingent.conftest import CHILDREN, IVANOV, Folder


def test_columns_are_known_by_synonyms() -> None:
    captions = ["Ф.И.О. родителя", "ФИО обучающегося", "Д.р.", "СНИЛС", "Св-во о рождении", "ИД"]
    found = recognise(captions, {})
    assert found.places == {
        Column.PERSON: 1,
        Column.BIRTH_DATE: 2,
        Column.SNILS: 3,
        Column.CERTIFICATE: 4,
        Column.ACCOUNT_ID: 5,
    }


def test_a_parents_column_is_not_taken_for_the_childs() -> None:
    assert recognise(["СНИЛС родителя", "ФИО матери", "Паспорт отца"], {}).places == {}


def test_a_repeated_meaning_is_told_and_not_compared(folder: Folder) -> None:
    rows = [("ФИО", "Дата рождения", "ОО", "Школа"), (*IVANOV, "СОШ №2", "СОШ №3")]
    ran = folder.link(folder.csv("a.csv", rows))
    assert ran.summary.files[0].repeated == ("Школа",)
    assert ran.summary.files[0].columns["organisation"] == "ОО"


def test_map_names_columns_and_goes_before_the_synonyms(folder: Folder) -> None:
    rows = [
        ("Last name", "First name", "Born", "Имя"),
        ("Иванов", "Иван", "07.05.2015", "не то"),
        ("Иванов", "Иван", "07.05.2015", "другое"),
    ]
    renames = ("Фамилия=last name", "Имя = First name", "Дата рождения=Born")
    ran = folder.link(folder.csv("a.csv", rows), renames=renames)
    assert ran.summary.files[0].columns == {
        "surname": "Last name",
        "name": "First name",
        "birth_date": "Born",
    }
    assert ran.summary.groups is not None
    assert ran.summary.groups.groups == 1


@pytest.mark.parametrize(
    ("rename", "told"),
    [
        ("Фамилия", "записано неверно"),
        ("Фамилия=", "записано неверно"),
        ("Цвет глаз=eyes", "не узнано название «Цвет глаз»"),
        ("ОО дубля=school", "не узнано"),
        ("Периоды пересечения=x", "не узнано"),
    ],
)
def test_a_wrong_map_is_explained(rename: str, told: str) -> None:
    with pytest.raises(SverkaError, match=told):
        read_renames([rename])


@pytest.mark.parametrize("column", [*NEEDED, *OPTIONAL])
def test_every_name_that_the_operator_is_told_may_stand_in_a_map(column: Column) -> None:
    assert read_renames([f"{column_name(column)}=foreign"]) == {"foreign": column}


def test_map_to_a_column_that_no_file_has_shows_those_there_are(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    with pytest.raises(SverkaError, match=r"--map для: СНИЛС") as problem:
        folder.link(file, renames=("СНИЛС=snils number",))
    assert "«ФИО», «Дата рождения»" in problem.value.hint


def test_map_may_name_a_column_that_only_some_files_have(folder: Folder) -> None:
    plain = folder.csv("a.csv", CHILDREN)
    foreign = folder.csv("b.csv", [("ФИО", "Born"), IVANOV])
    ran = folder.link(plain, foreign, renames=("Дата рождения=Born",))
    assert ran.summary.rows == 4


def test_missing_columns_are_named_with_the_optional_and_the_found(folder: Folder) -> None:
    file = folder.csv("a.csv", [("Фамилия", "Класс", "Цвет"), ("Иванов", "4а", "синий")])
    with pytest.raises(SverkaError) as problem:
        folder.link(file)
    assert "a.csv: нет нужных столбцов: Имя, Дата рождения" in problem.value.message
    assert "«Фамилия», «Класс», «Цвет»" in problem.value.message
    assert '--map "Имя=название в файле"' in problem.value.hint
    assert all(column_name(column) in problem.value.hint for column in (*NEEDED, *OPTIONAL))
    assert not (folder.path / "out").exists()
