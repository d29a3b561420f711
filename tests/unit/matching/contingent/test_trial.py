"""A trial counts what a model got right and wrong, and where."""

from pathlib import Path

import pyarrow as pa
import pytest
from msgspec.structs import replace

from sverka.matching.contingent.training import CHILD
from sverka.matching.contingent.trial import Told, Trial, trial
from sverka.matching.model import shipped_model
from sverka.matching.vocabulary import Field, Level, Verdict
from tests.unit.matching.contingent.pupils import child, compared

# More time than `make test` may take.
pytestmark = pytest.mark.slow

IVAN = child("Ыванов", "Иван", "Олегович", "07.05.2015", sex="м", snils="112-233-445 95")
TWIN = replace(IVAN, name="Пётр", snils="")
NAMESAKE = child("Юрьевская", "Анна", "Львовна", "01.02.2014", sex="ж", enrolled="01.09.2021")
ANOTHER_BIRTH = replace(IVAN, birth="11.11.2011", surname="Жмыхова", patronymic="Глебович")

#: A record and the child it is known to be.
KNOWN = (
    (IVAN, "1"),
    (replace(IVAN, surname="Ывановв"), "1"),
    (TWIN, "2"),
    (NAMESAKE, "3"),
    (replace(NAMESAKE, enrolled="01.09.2020"), "4"),
    (child("Сидоров", "Егор", "Ильич", "03.03.2013"), "5"),
    (child("Громов", "Лев", "Янович", "04.04.2014"), "5"),
    (IVAN, None),
)


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    records = compared([record for record, _ in KNOWN])
    children = pa.array([known for _, known in KNOWN], pa.string())
    folder = tmp_path_factory.mktemp("engine")
    return trial(shipped_model(), records.append_column(CHILD, children), folder)


def test_a_record_of_nobody_known_is_not_judged(tried: Trial) -> None:
    assert (tried.records, tried.pairs) == (7, 2)


def test_right_and_wrong_verdicts_are_counted(tried: Trial) -> None:
    assert tried.verdicts[Verdict.SAME] == Told(own=1, others=1)
    assert tried.verdicts[Verdict.POSSIBLE] == Told(own=0, others=0)
    assert tried.missed == 1
    assert (tried.precision, tried.recall, tried.f1) == (0.5, 0.5, 0.5)


def test_what_a_guard_kept_from_being_said_is_counted(tried: Trial) -> None:
    assert tried.guards["twins"] == Told(own=0, others=2)
    assert tried.guards["sex"] == Told(own=0, others=0)


def test_two_children_taken_for_one_are_told_by_what_differs(tried: Trial) -> None:
    assert tried.mistaken == {(Field.ENROLLED, Level.DIFFERENT): 1}


def test_twins_taken_for_one_child_are_counted(tmp_path: Path) -> None:
    model = replace(shipped_model(), guards=())
    children = pa.array(["1", "2"])
    records = compared([IVAN, replace(IVAN, name="Пётр")]).append_column(CHILD, children)
    assert trial(model, records, tmp_path).twins == 1


def test_a_model_that_finds_nothing_has_no_precision(tmp_path: Path) -> None:
    records = compared([IVAN, ANOTHER_BIRTH]).append_column(CHILD, pa.array(["1", "2"]))
    tried = trial(shipped_model(), records.set_column(0, "row", pa.array([0, 1])), tmp_path)
    assert (tried.pairs, tried.precision, tried.recall, tried.f1) == (0, 0, 0, 0)
