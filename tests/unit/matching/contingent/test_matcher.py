"""A whole run with the shipped model: files of children in, their groups out."""

import csv
import subprocess
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.contingent import write_csv

pytestmark = pytest.mark.slow

ROWS, SEED = 3000, 9
TWINS = (
    ("Фамилия", "Имя", "Отчество", "Дата рождения", "СНИЛС"),
    ("Гурджиев", "Пётр", "Чингизович", "07.05.2015", ""),
    ("Гурджиев", "Павел", "Чингизович", "07.05.2015", ""),
    ("Гурджиёв", "Пётр", "нет", "7.5.15", ""),
    ("Осинцева", "Ева", "Юрьевна", "01.02.2014", "112-233-445 95"),
    ("Осинцева", "Ева", "Юрьевна", "01.02.2014", "087-654-303 00"),
)


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sverka", "link", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def table(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines, delimiter=";"))


@pytest.fixture
def twins(tmp_path: Path) -> Path:
    file = tmp_path / "twins.csv"
    with file.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, delimiter=";").writerows(TWINS)
    return file


def test_a_contingent_comes_out_in_groups_of_one_child(tmp_path: Path) -> None:
    write_csv(tmp_path / "in.csv", ROWS, SEED)
    ran = run(tmp_path / "in.csv", "--out", tmp_path / "out")
    assert ran.returncode == 0, ran.stderr
    truth = defaultdict(list)
    for line in table(tmp_path / "in.csv"):
        truth[line["Эталон"]].append(line["ИД"])
    expected = {pair for ids in truth.values() for pair in combinations(sorted(ids), 2)}
    groups = defaultdict(list)
    for line in table(tmp_path / "out" / "groups.csv"):
        if line["verdict"] == "same":
            groups[line["group_id"]].append(line["id"])
    found = {pair for ids in groups.values() for pair in combinations(sorted(ids), 2)}
    assert len(expected) > ROWS / 30
    assert len(found - expected) <= 1
    assert len(found & expected) >= 0.97 * len(expected)


def test_twins_stay_apart_and_their_doubles_find_the_right_one(twins: Path, tmp_path: Path) -> None:
    run(twins, "--out", tmp_path / "out")
    lines = table(tmp_path / "out" / "groups.csv")
    together = defaultdict(set)
    for line in lines:
        together[line["group_id"]].add((line["Фамилия"], line["Имя"]))
    assert {("Гурджиев", "Пётр"), ("Гурджиёв", "Пётр")} in together.values()
    assert not any(("Гурджиев", "Павел") in names for names in together.values())


def test_namesakes_with_two_valid_numbers_are_flagged_and_explained(
    twins: Path, tmp_path: Path
) -> None:
    run(twins, "--out", tmp_path / "out")
    namesakes = [
        line for line in table(tmp_path / "out" / "groups.csv") if line["Фамилия"] == "Осинцева"
    ]
    assert {(line["verdict"], line["flagged"]) for line in namesakes} == {("possible", "true")}
    pairs = table(tmp_path / "out" / "pairs.csv")
    assert any(pair["why"].startswith("СНИЛС разные") for pair in pairs)


def test_two_certificates_are_not_joined_by_a_third_record_without_one(tmp_path: Path) -> None:
    file = tmp_path / "in.csv"
    named = "Осинцев;Емельян;Юрьевич;06.06.2013"
    file.write_text(
        "Фамилия;Имя;Отчество;Дата рождения;Свидетельство о рождении\n"
        f"{named};II-АИ № 111111\n{named};\n{named};III-АИ № 222222\n",
        encoding="utf-8",
    )
    run(file, "--out", tmp_path / "out")
    lines = table(tmp_path / "out" / "groups.csv")
    assert all(line["flagged"] == "true" for line in lines)
    together = [line["Свидетельство о рождении"] for line in lines]
    assert not {"II-АИ № 111111", "III-АИ № 222222"} <= set(together)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Милана", "Милена"),
        ("Есения", "Ксения"),
        ("Айша", "Анна"),
        ("Хасан", "Хусейн"),
        ("Амелия", "Эмилия"),
        ("Зарина", "Карина"),
        ("Эмир", "Амир"),
    ],
)
def test_twins_whose_names_are_alike_are_never_one_child(
    tmp_path: Path, one: str, other: str
) -> None:
    file = tmp_path / "in.csv"
    file.write_text(
        "ФИО;Дата рождения;Свидетельство о рождении\n"
        f"Гурджиев {one} Чингизович;07.05.2015;IV-АИ № 123456\n"
        f"Гурджиев {other} Чингизович;07.05.2015;IV-АИ № 123457\n",
        encoding="utf-8",
    )
    run(file, "--out", tmp_path / "out")
    verdicts = [line["verdict"] for line in table(tmp_path / "out" / "pairs.csv")]
    assert len(verdicts) == 1
    assert "same" not in verdicts


def test_a_newcomer_is_found_in_the_list(twins: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.csv"
    new.write_text(
        "ФИО;Дата рождения\nГурджиев Петр Чингизович;07.05.2015\nЛунин Фома Ильич;01.01.2016\n",
        encoding="utf-8",
    )
    ran = run(new, "--against", twins, "--out", tmp_path / "out")
    assert ran.returncode == 0, ran.stderr
    outcomes = [line["outcome"] for line in table(tmp_path / "out" / "newcomers.csv")]
    assert outcomes == ["exact", "none"]


def test_nothing_of_the_engine_reaches_the_operators_terminal(twins: Path, tmp_path: Path) -> None:
    ran = run(twins, "--out", tmp_path / "out")
    assert not any(word in ran.stdout + ran.stderr for word in ("time:", "WARN", "splink"))
