"""Rules that would make too many pairs are noticed before anything is compared."""

from collections.abc import Sequence

import pytest

from benchmarks.contingent import Child
from sverka.errors import ErrorCode, SverkaError
from sverka.matching.contingent import blocks
from sverka.matching.contingent.blocks import choose_tightness
from sverka.matching.model import shipped_model
from tests.unit.matching.contingent.pupils import child, children, compared

ONE_DAY = "07.05.2015"


def crowd(size: int, surname: str = "Иванов{n}", name: str = "Пётр") -> list[Child]:
    return [child(surname.format(n="а" * n), name, "Ильич", ONE_DAY) for n in range(size)]


def tight(lines: Sequence[Child], against: Sequence[Child] | None = None) -> bool:
    other = None if against is None else compared(against, first_row=len(lines))
    return choose_tightness(shipped_model(), compared(lines), other)


@pytest.fixture(autouse=True)
def _few_pairs_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "_ALWAYS_ALLOWED", 1000)


def test_an_ordinary_contingent_is_taken_with_the_wide_rules() -> None:
    assert not tight(children(3000, 6))


def test_a_very_large_contingent_is_taken_with_the_tight_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(blocks, "_TIGHT_BEYOND_ROWS", 2999)
    assert tight(children(3000, 6))


def test_a_rule_that_explodes_is_tightened() -> None:
    names = ("Пётр", "Иван", "Олег", "Юрий", "Лев", "Егор", "Илья", "Марк", "Фома", "Глеб")
    lines = [
        child(f"Иванов{'а' * n}", name, patronymic, ONE_DAY)
        for n, patronymic in enumerate(["Ильич", "Петрович", "Олегович", "Юрьевич", "Львович"] * 2)
        for name in names
    ]
    assert tight(lines)


def test_what_explodes_even_then_is_refused_and_the_columns_are_named() -> None:
    with pytest.raises(SverkaError) as refused:
        tight(crowd(200))
    assert refused.value.code is ErrorCode.TOO_LARGE
    assert "19900" in refused.value.message
    assert "дата рождения, начало фамилии" in refused.value.message


def test_newcomers_are_counted_against_the_list_only() -> None:
    assert not tight(crowd(20), against=crowd(30))
    with pytest.raises(SverkaError):
        tight(crowd(100), against=crowd(100))
