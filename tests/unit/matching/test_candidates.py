"""Pairs worth scoring are found by every rule, once, and nothing else is compared."""

from msgspec.structs import replace

from sverka.matching.candidates import candidate_pairs
from sverka.matching.forms import Forms
from sverka.matching.keys import KEY_OF, Key
from sverka.matching.model import BlockingRule, shipped_model
from tests.unit.matching.typed import CERTIFICATE, SNILS, typed

BORN, LATER = "2015-05-07", "2012-11-20"
IVANOV = "Иванов Пётр Сергеевич"


def pairs(*records: Forms) -> list[tuple[int, int]]:
    return sorted(candidate_pairs(records, shipped_model()))


def test_records_that_share_nothing_are_not_compared() -> None:
    assert pairs(typed(IVANOV, BORN), typed("Гурджиева Жаннета Юрьевна", LATER)) == []


def test_empty_values_are_not_shared() -> None:
    assert pairs(typed(), typed(), typed("- нет -"), typed("- нет -")) == []


def test_a_pair_that_several_rules_find_is_compared_once() -> None:
    same = typed(IVANOV, BORN, snils=SNILS, certificate=CERTIFICATE)
    assert pairs(same, typed(), same) == [(0, 2)]


def test_every_two_of_a_block_are_compared() -> None:
    assert pairs(*[typed(IVANOV, BORN)] * 4) == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]


def test_each_rule_finds_what_only_it_can_find() -> None:
    first = typed(IVANOV, BORN, snils=SNILS, certificate=CERTIFICATE)
    found = {
        Key.SNILS: typed("А Б В", LATER, snils=SNILS),
        Key.CERTIFICATE: typed("А Б В", LATER, certificate=CERTIFICATE),
        Key.SURNAME_START: typed("Ивашкин Юрий -", BORN),
        Key.PATRONYMIC_INITIAL: typed("Гурджиев Пётр Семёнович", BORN),
        Key.NAME_START: typed("Гурджиев Петя Сергеич", BORN),
        Key.NAMES_EITHER_WAY: typed("Пётр Иванов -", BORN),
        Key.BIRTH_YEAR: typed("Иванов Пётр -", "2015-12-31"),
    }
    for key, second in found.items():
        assert rules_that_find(first, second) == [key]
    assert rules_that_find(first, typed(IVANOV, LATER)) == [Key.PATRONYMIC_INITIAL]


def rules_that_find(first: Forms, second: Forms) -> list[Key]:
    """Of each rule that finds the pair, the key that tells it from the others."""
    model = shipped_model()
    return [
        rule.keys[-1]
        for rule in model.blocking
        if list(candidate_pairs([first, second], replace(model, blocking=(rule,))))
    ]


def test_a_rule_needs_all_of_its_keys() -> None:
    rule = BlockingRule((Key.BIRTH, Key.NAME_KEY))
    model = replace(shipped_model(), blocking=(rule,))
    records = [
        typed("А Пётр", BORN),
        typed("Б Петр", BORN),
        typed("А Пётр"),
        typed("А Пётр", LATER),
    ]
    assert list(candidate_pairs(records, model)) == [(0, 1)]


def test_swapped_names_have_one_key() -> None:
    either_way = KEY_OF[Key.NAMES_EITHER_WAY]
    assert either_way(typed("Иванов Пётр")) == either_way(typed("Пётр Иванов")) is not None
