"""An interrupted run leaves nothing half-written and goes on from what it finished."""

import os
from pathlib import Path

import pytest

from sverka.matching.contingent.vocabulary import StageName
from tests.unit.matching.contingent.conftest import CHILDREN, HEADING, IVANOV, Folder
from tests.unit.matching.contingent.exact import ExactMatcher

pytestmark = pytest.mark.slow

FIRST = [StageName.READING, StageName.PAIRS, StageName.GROUPS]


def press_ctrl_c() -> None:
    raise KeyboardInterrupt


def names(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def test_finished_stages_are_used_again_and_it_is_said(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    first = folder.link(file)
    again = folder.link(file)
    assert again.reporter.taken == FIRST
    assert again.summary.reused_stages == tuple(FIRST)
    assert again.table("groups.csv") == first.table("groups.csv")
    assert folder.matcher.asked == 1


def test_an_interrupted_run_leaves_no_results_and_the_next_one_goes_on(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    interrupted = Folder(folder.path, ExactMatcher(press_ctrl_c))
    with pytest.raises(KeyboardInterrupt):
        interrupted.link(file)
    assert names(folder.path / "out") == {".sverka"}
    assert names(folder.path / "out/.sverka") == {"reading", "lock"}
    assert folder.link(file).reporter.taken == [StageName.READING]


def test_results_of_an_earlier_run_outlive_an_interruption(folder: Folder) -> None:
    before = folder.link(folder.csv("a.csv", CHILDREN)).table("groups.csv")
    changed = folder.csv("a.csv", CHILDREN[:2])
    with pytest.raises(KeyboardInterrupt):
        Folder(folder.path, ExactMatcher(press_ctrl_c)).link(changed)
    out = folder.path / "out"
    assert {"groups.csv", "groups.xlsx", "pairs.csv", "summary.json"} <= names(out)
    assert before


@pytest.mark.parametrize("lost", ["reading/records.parquet", "reading/table-0.parquet"])
def test_a_stage_that_lost_a_file_is_done_again(folder: Folder, lost: str) -> None:
    file = folder.csv("a.csv", CHILDREN)
    first = folder.link(file)
    (folder.path / "out/.sverka" / lost).unlink()
    again = folder.link(file)
    assert again.reporter.taken == FIRST[1:]
    assert again.table("groups.csv") == first.table("groups.csv")


def test_a_changed_file_is_read_again(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    folder.link(file)
    written = file.stat().st_mtime_ns
    folder.csv("a.csv", [*CHILDREN[:3], (*IVANOV, "s301", "ДОУ №5")])
    os.utime(file, ns=(written, written))
    assert folder.link(file).reporter.taken == []


def test_another_model_links_again_but_does_not_read_again(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    folder.link(file)
    folder.matcher.model_version = "exact-2"
    assert folder.link(file).reporter.taken == [StageName.READING]


def test_another_map_reads_again(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    folder.link(file)
    assert folder.link(file, renames=("Класс=ОО",)).reporter.taken == []


def test_results_of_another_question_do_not_stay_behind(folder: Folder) -> None:
    file = folder.csv("a.csv", CHILDREN)
    folder.link(file)
    against = folder.link(folder.csv("b.csv", [HEADING, (*IVANOV, "s9", "x")]), against=file)
    assert names(against.out) == {
        *(".sverka", "newcomers.csv", "newcomers.xlsx"),
        *("pairs.csv", "left_out.csv", "summary.json"),
    }
