"""What is measured on must stay what it is: the same seed, the same children, the same share."""

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from benchmarks.contingent import COLUMNS, Child, Contingent, write_csv
from benchmarks.corruption import snils_of
from sverka.matching.forms import certificate_form, snils_form, surname_form

ROWS = 10_000
LINES = Contingent(ROWS, 31).lines()


def by_child() -> dict[int, list[Child]]:
    found: dict[int, list[Child]] = defaultdict(list)
    for line in LINES:
        found[line.child].append(line)
    return found


def siblings() -> list[tuple[Child, Child]]:
    """Children who came next to each other, have one father and are in one organisation."""
    first = {child: lines[0] for child, lines in by_child().items() if len(lines) == 1}
    return [
        (first[child], first[child + 1])
        for child in first
        if child + 1 in first and are_siblings(first[child], first[child + 1])
    ]


def twins() -> list[tuple[Child, Child]]:
    return [(a, b) for a, b in siblings() if (a.birth, a.enrolled) == (b.birth, b.enrolled)]


def are_siblings(left: Child, right: Child) -> bool:
    return left.organisation == right.organisation and left.surname[:4] == right.surname[:4]


def test_one_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second, other = (tmp_path / name for name in ("first", "second", "other"))
    for file, seed in ((first, 5), (second, 5), (other, 6)):
        write_csv(file, 500, seed)
    assert first.read_bytes() == second.read_bytes() != other.read_bytes()


def test_a_file_is_written_as_a_region_exports_it(tmp_path: Path) -> None:
    write_csv(tmp_path / "contingent.csv", 100, 5)
    written = (tmp_path / "contingent.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    heading, *rows = written.decode("utf-8-sig").removesuffix("\r\n").split("\r\n")
    assert heading == ";".join(COLUMNS)
    assert len(rows) == 100


def test_as_many_lines_are_drawn_as_asked_for() -> None:
    assert len(LINES) == ROWS


def test_one_in_twenty_is_a_second_account() -> None:
    assert ROWS - len(by_child()) == pytest.approx(0.05 * ROWS, rel=0.15)
    assert max(map(len, by_child().values())) == 2


def test_one_in_fifty_is_a_sibling_and_half_of_them_are_twins() -> None:
    assert 2 * len(siblings()) == pytest.approx(0.02 * ROWS, rel=0.2)
    assert len(twins()) == pytest.approx(len(siblings()) / 2, rel=0.3)


def test_twins_have_two_names_and_neighbouring_certificates() -> None:
    assert [pair for pair in twins() if pair[0].name == pair[1].name] == []
    numbers = [
        (int(a.certificate[-6:]), int(b.certificate[-6:]))
        for a, b in twins()
        if a.certificate and b.certificate
    ]
    assert {b - a for a, b in numbers} == {1}


def test_most_second_accounts_are_typed_otherwise_but_stay_the_same_child() -> None:
    pairs = [(lines[0], lines[1]) for lines in by_child().values() if len(lines) == 2]
    changed = [
        pair
        for pair in pairs
        if (pair[0].surname, pair[0].name, pair[0].patronymic, pair[0].birth)
        != (pair[1].surname, pair[1].name, pair[1].patronymic, pair[1].birth)
    ]
    assert 0.4 < len(changed) / len(pairs) < 0.8
    kept = Counter(
        sum(getattr(a, field) == getattr(b, field) for field in ("surname", "name", "birth"))
        for a, b in pairs
    )
    assert kept[0] <= 0.01 * len(pairs)


def test_numbers_are_such_as_registries_give() -> None:
    assert {line.snils for line in LINES if line.snils and snils_form(line.snils) is None} == set()
    assert [line.certificate for line in LINES if is_unreadable(line.certificate)] == []
    assert sum(not line.snils for line in LINES) == pytest.approx(0.34 * ROWS, rel=0.1)


def test_different_children_have_different_numbers() -> None:
    owners = defaultdict(set)
    for line in LINES:
        owners[snils_form(line.snils) or line.child].add(line.child)
    assert {number: children for number, children in owners.items() if len(children) > 1} == {}


def test_check_digits_are_those_of_the_pension_fund() -> None:
    assert snils_of(112_233_445) == "112-233-445 95"


def test_surnames_are_drawn_as_often_as_people_bear_them() -> None:
    drawn = Counter(surname_form(line.surname) for line in LINES)
    assert 0 < drawn["IVANOV"] + drawn["IVANOVA"] < 0.01 * ROWS
    assert len(drawn) > ROWS / 3


def is_unreadable(certificate: str) -> bool:
    return certificate != "" and certificate_form(certificate) is None
