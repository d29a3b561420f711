"""The peers of `sverka link`, each in a process of its own: a contingent in, pairs out.

    python -m benchmarks.linkage_peers splink contingent.csv pairs.csv

They are set up as their documentation shows, on the columns as typed.
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

_SURE = 0.95
_ID, _CHILD = "ИД", "Эталон"
_COLUMNS = {
    _ID: "id",
    "Фамилия": "surname",
    "Имя": "first_name",
    "Отчество": "patronymic",
    "Дата рождения": "dob",
    "Пол": "sex",
    "СНИЛС": "snils",
    "Свидетельство о рождении": "certificate",
}
# dedupe's own examples label a few dozen pairs; its memory of the sample grows with the square.
_DEDUPE_SAMPLE, _DEDUPE_LABELS, _DEDUPE_KEPT_OUT = 1_500, 60, 0.5

Pairs = Iterable[tuple[str, str]]


def splink(file: Path) -> Pairs:
    """https://moj-analytical-services.github.io/splink/, «Quickstart» and «Deduplication»."""
    import duckdb
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    chosen = ", ".join(f"nullif(\"{typed}\", '') AS {name}" for typed, name in _COLUMNS.items())
    connection = duckdb.connect()
    connection.execute(
        f"CREATE TABLE contingent AS SELECT {chosen} "  # noqa: S608
        f"FROM read_csv('{file}', delim = ';', all_varchar = true)"
    )
    database = DuckDBAPI(connection=connection)
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="id",
        comparisons=[
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.NameComparison("patronymic"),
            cl.DateOfBirthComparison("dob", input_is_string=True, datetime_format="%d.%m.%Y"),
            cl.ExactMatch("sex"),
            cl.ExactMatch("snils"),
            cl.ExactMatch("certificate"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "dob"),
            block_on("surname", "dob"),
            block_on("first_name", "surname", "patronymic"),
            block_on("snils"),
            block_on("certificate"),
        ],
    )
    linker = Linker(database.register("contingent"), settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("first_name", "surname", "dob"), block_on("snils")], recall=0.7
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("snils"))
    linker.training.estimate_parameters_using_expectation_maximisation(
        block_on("first_name", "surname")
    )
    found = linker.inference.predict(threshold_match_probability=_SURE)
    rows: Pairs = found.as_duckdbpyrelation().select("id_l", "id_r").fetchall()
    return rows


def recordlinkage(file: Path) -> Pairs:
    """https://recordlinkage.readthedocs.io/, «Data deduplication», with its ECM classifier."""
    import pandas as pd
    import recordlinkage as rl

    data = pd.read_csv(file, sep=";", dtype=str, usecols=list(_COLUMNS)).rename(columns=_COLUMNS)
    data = data.set_index("id")
    index = rl.Index()
    index.block("dob")
    index.block(["surname", "first_name"])
    pairs = index.index(data)
    compare = rl.Compare()
    for name in ("surname", "first_name", "patronymic"):
        compare.string(name, name, method="jarowinkler", threshold=0.85)
    for name in ("dob", "sex", "snils", "certificate"):
        compare.exact(name, name)
    return list(rl.ECMClassifier(binarize=None).fit_predict(compare.compute(pairs, data)))


def dedupe(file: Path) -> Pairs:
    """https://docs.dedupe.io/, «csv_example», with the truth in the place of a person."""
    import dedupe as library
    from dedupe import variables

    records, children = _records(file)
    deduper = library.Dedupe(
        [
            *(variables.String(name) for name in ("surname", "first_name")),
            *(variables.String(name, has_missing=True) for name in ("patronymic", "dob")),
            *(variables.Exact(name, has_missing=True) for name in ("snils", "certificate")),
        ],
        num_cores=1,
        in_memory=True,
    )
    deduper.prepare_training(records, sample_size=_DEDUPE_SAMPLE)
    for _ in range(_DEDUPE_LABELS):
        labels: dict[str, list[Any]] = {"match": [], "distinct": []}
        for pair in deduper.uncertain_pairs():
            left, right = (children[each["id"]] for each in pair)
            labels["match" if left == right else "distinct"].append(pair)
        deduper.mark_pairs(labels)
    deduper.train()
    groups = deduper.partition(records, threshold=_DEDUPE_KEPT_OUT)
    return [pair for members, _ in groups for pair in combinations(members, 2)]


def _records(file: Path) -> tuple[dict[str, Mapping[str, Any]], dict[str, str]]:
    records: dict[str, Mapping[str, Any]] = {}
    children: dict[str, str] = defaultdict(str)
    with file.open(encoding="utf-8-sig", newline="") as source:
        for row in csv.DictReader(source, delimiter=";"):
            children[row[_ID]] = row[_CHILD]
            records[row[_ID]] = {name: row[typed] or None for typed, name in _COLUMNS.items()}
    return records, children


PEERS: dict[str, Callable[[Path], Pairs]] = {
    "splink": splink,
    "recordlinkage": recordlinkage,
    "dedupe": dedupe,
}


def main(arguments: Sequence[str]) -> None:
    peer, file, out = arguments
    with Path(out).open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows(PEERS[peer](Path(file)))


if __name__ == "__main__":
    main(sys.argv[1:])
