"""How peers are compared: pairs held to the truth, processes measured and ended."""

import sys
from pathlib import Path

import pytest

from benchmarks.contingent import write_csv
from benchmarks.process_cost import cost_of
from benchmarks.truth import Quality, Truth, pairs_of_link, pairs_of_peer, quality_of

HEADING = "ИД;Эталон;Имя;Дата рождения\n"
ROWS = "1;7;Иван;07.05.2015\n2;7;Иван;07.05.2015\n3;8;Пётр;07.05.2015\n4;9;Иван;01.01.2014\n"


@pytest.fixture
def truth(tmp_path: Path) -> Truth:
    file = tmp_path / "contingent.csv"
    file.write_text(HEADING + ROWS, encoding="utf-8-sig")
    return Truth(file)


def test_found_pairs_are_held_to_the_truth(truth: Truth) -> None:
    assert truth.quality([("2", "1")]) == Quality(1, 1, 1, twins=0)
    assert truth.quality([("1", "2"), ("1", "4")]) == quality_of(right=1, wrong=1, pairs=1)
    assert truth.quality([]) == Quality(0, 0, 0, twins=0)


def test_children_of_one_day_and_two_names_count_as_twins(truth: Truth) -> None:
    assert truth.quality([("1", "2"), ("2", "3")]).twins == 1


def test_only_pairs_that_are_surely_one_child_are_taken_from_our_results(tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    written = "id_left;id_right;verdict\r\n1;2;same\r\n1;3;possible\r\n"
    file.write_text(written, encoding="utf-8-sig")
    assert list(pairs_of_link(file)) == [("1", "2")]


def test_pairs_of_a_peer_are_read(tmp_path: Path) -> None:
    file = tmp_path / "pairs.csv"
    file.write_text("1,2\r\n3,4\r\n", encoding="utf-8")
    assert list(pairs_of_peer(file)) == [("1", "2"), ("3", "4")]


def test_a_process_is_measured_with_its_memory() -> None:
    cost = cost_of((sys.executable, "-c", "import time; time.sleep(.3)"), limit=60)
    assert cost.seconds > 0.3
    assert cost.megabytes > 1
    assert cost.failed == ""


def test_a_process_that_fails_tells_why() -> None:
    assert "ZeroDivisionError" in cost_of((sys.executable, "-c", "1/0"), limit=60).failed
    assert cost_of((sys.executable, "-c", "exit(3)"), limit=60).failed == "ended with 3"


def test_a_process_that_takes_too_long_is_ended() -> None:
    cost = cost_of((sys.executable, "-c", "import time; time.sleep(600)"), limit=0.2)
    assert cost.failed.startswith("not finished")


def test_splink_as_a_peer_finds_second_accounts(tmp_path: Path) -> None:
    file, pairs = tmp_path / "contingent.csv", tmp_path / "pairs.csv"
    write_csv(file, 2_000, 2)
    command = ("-m", "benchmarks.linkage_peers", "splink", str(file), str(pairs))
    assert cost_of((sys.executable, *command), limit=120).failed == ""
    assert Truth(file).quality(pairs_of_peer(pairs)).f1 > 0.8
