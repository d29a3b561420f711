"""A page and a contingent must find the same pairs and say the same of them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pytest
from msgspec.structs import replace

from benchmarks.contingent import Child
from sverka.matching.candidates import candidate_pairs
from sverka.matching.contingent.engine import DuckDB, score_pairs
from sverka.matching.forms import Forms
from sverka.matching.frequencies import frequencies
from sverka.matching.keys import KEY_OF
from sverka.matching.model import BlockingRule, Model, Thresholds, shipped_model
from sverka.matching.scoring import Score, Scorer
from sverka.matching.vocabulary import Field, Verdict
from tests.unit.matching.contingent.pupils import child, children, compared, forms
from tests.unit.matching.test_levels import NASTY_CERTIFICATES, NASTY_NAMES
from tests.unit.matching.typed import OTHER_SNILS, SNILS

pytestmark = pytest.mark.slow

TOLERANCE = 1e-9
#: A verdict of every candidate, however little speaks for it.
ALL_CANDIDATES = replace(shipped_model(), thresholds=Thresholds(same=22, possible=-1000))
Pairs = dict[tuple[int, int], Score]


def nasty() -> list[Child]:
    """Hand-made lines that share a birth date or a number, so that all are compared."""
    names = NASTY_NAMES
    return [
        child(
            surname,
            names[number * 3 % len(names)],
            names[number * 5 % len(names)],
            ("07.05.2015", "05.07.2015")[number % 2],
            sex=("м", "ж", "", "?")[number % 4],
            snils=(SNILS, OTHER_SNILS, "")[number % 3],
            certificate=NASTY_CERTIFICATES[number % len(NASTY_CERTIFICATES)],
            enrolled=("01.09.2025", "", "вчера")[number % 3],
        )
        for number, surname in enumerate(names)
    ]


LINES = {
    "nasty": nasty(),
    "seed 11": children(6_000, 11),
    "seed 12": children(6_000, 12),
}


@pytest.fixture(params=LINES)
def lines(request: pytest.FixtureRequest) -> list[Child]:
    return list(LINES[request.param])


@pytest.fixture
def database(tmp_path: Path) -> DuckDB:
    return DuckDB(tmp_path)


def on_a_page(model: Model, records: list[Forms], pairs: Iterable[tuple[int, int]]) -> Pairs:
    scorer = Scorer(model, frequencies())
    scored = {(a, b): scorer.score(records[a], records[b]) for a, b in pairs}
    return {
        pair: score for pair, score in scored.items() if score.bits >= model.thresholds.possible
    }


def in_a_contingent(table: pa.Table) -> dict[tuple[int, int], dict[str, object]]:
    rows = table.to_pylist()
    assert len({(row["left"], row["right"]) for row in rows}) == len(rows)
    return {(row.pop("left"), row.pop("right")): row for row in rows}


def assert_alike(page: Pairs, contingent: pa.Table) -> None:
    """The same pairs, levels, guards and verdicts; bits differ by no more than rounding."""
    found = in_a_contingent(contingent)
    assert found.keys() == page.keys()
    for pair, score in page.items():
        row = found[pair]
        assert row.pop("score_bits") == pytest.approx(score.bits, abs=TOLERANCE), pair
        levels = {field: found.level for field, found in score.fields.items()}
        assert row == {"verdict": score.verdict, "guard": score.guard} | levels, pair


@pytest.mark.parametrize("model", [shipped_model(), ALL_CANDIDATES], ids=["shipped", "all"])
def test_a_contingent_scores_as_a_page(lines: list[Child], model: Model, database: DuckDB) -> None:
    table = compared(lines)
    records = forms(table)
    page = on_a_page(model, records, candidate_pairs(records, model))
    assert len(page) > 100
    assert_alike(page, score_pairs(model, table, None, database, tight=False))


def test_pairs_between_two_files_are_scored_as_on_a_page(
    lines: list[Child], database: DuckDB
) -> None:
    half = len(lines) // 2
    records = forms(compared(lines))
    between = (pair for pair in candidate_pairs(records, ALL_CANDIDATES) if is_between(pair, half))
    found = score_pairs(
        ALL_CANDIDATES,
        compared(lines[:half]),
        compared(lines[half:], first_row=half),
        database,
        tight=False,
    )
    assert_alike(on_a_page(ALL_CANDIDATES, records, between), found)


def test_files_that_count_their_rows_alike_are_not_mixed_up(database: DuckDB) -> None:
    newcomers, contingent = children(6_000, 11)[:40], children(6_000, 11)
    found = score_pairs(
        shipped_model(), compared(newcomers), compared(contingent), database, tight=False
    )
    itself = {
        (left, right) for left, right in in_a_contingent(found) if left == right and left < 40
    }
    assert itself == {(row, row) for row in range(40)}
    assert max(found["left"].to_pylist()) < 40


def test_tight_rules_find_the_pairs_that_share_their_additional_keys(
    lines: list[Child], database: DuckDB
) -> None:
    table = compared(lines)
    records = forms(table)
    page = on_a_page(ALL_CANDIDATES, records, tight_pairs(records, ALL_CANDIDATES.blocking))
    assert_alike(page, score_pairs(ALL_CANDIDATES, table, None, database, tight=True))


def test_tight_rules_lose_few_of_the_same_children(database: DuckDB) -> None:
    table = compared(children(6_000, 11))
    wide, tight = (
        score_pairs(shipped_model(), table, None, database, tight=tight)["verdict"]
        .to_pylist()
        .count(Verdict.SAME)
        for tight in (False, True)
    )
    assert 0.97 * wide <= tight < wide


def test_the_engine_prints_nothing(capfd: pytest.CaptureFixture[str], database: DuckDB) -> None:
    score_pairs(shipped_model(), compared(nasty()), None, database, tight=False)
    assert capfd.readouterr() == ("", "")


def test_an_empty_contingent_has_no_pairs(database: DuckDB) -> None:
    found = score_pairs(shipped_model(), compared([]), None, database, tight=False)
    assert found.num_rows == 0
    assert found.column_names == ["left", "right", "score_bits", "verdict", "guard", *Field]


def is_between(pair: tuple[int, int], half: int) -> bool:
    return pair[0] < half <= pair[1]


def tight_pairs(records: list[Forms], rules: tuple[BlockingRule, ...]) -> Iterator[tuple[int, int]]:
    """The pairs of the tightened rules, each found by looking at every two records of a block."""
    model = replace(shipped_model(), blocking=rules)
    for a, b in candidate_pairs(records, model):
        if any(shares_all(rule, records[a], records[b]) for rule in rules):
            yield a, b


def shares_all(rule: BlockingRule, left: Forms, right: Forms) -> bool:
    values = [(KEY_OF[key](left), KEY_OF[key](right)) for key in (*rule.keys, *rule.tight)]
    return all(a is not None and a == b for a, b in values)
