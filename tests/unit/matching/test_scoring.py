"""What a score is made of, and which pairs the guards keep from being one child."""

from math import log2

import pytest
from hypothesis import given
from msgspec.structs import replace

from sverka.matching.forms import Forms
from sverka.matching.frequencies import frequencies
from sverka.matching.model import Thresholds, shipped_model
from sverka.matching.scoring import Scorer, shipped_scorer, verdict_of
from sverka.matching.vocabulary import Field, Level, Verdict
from sverka.people.names import Sex
from tests.unit.matching.test_levels import FORMS
from tests.unit.matching.typed import (
    CERTIFICATE,
    OTHER_CERTIFICATE,
    OTHER_SNILS,
    SNILS,
    typed,
)

BORN, LATER = "2015-05-07", "2012-11-20"
PYOTR = "Гурджиев Пётр Игоревич"

#: The guard, the verdict it leaves, and two records that score as one child.
STOPPED = [
    (
        *("twins", Verdict.DIFFERENT),
        typed("Гурджиев Пётр Чингизович", BORN),
        typed("Гурджиев Павел Чингизович", BORN),
    ),
    (
        *("twins", Verdict.DIFFERENT),
        typed("Черных Александр Али_оглы", BORN, certificate="IV-АИ № 123456"),
        typed("Черных Александра Али_оглы", BORN, certificate="IV-АИ № 123457"),
    ),
    (
        *("twins", Verdict.DIFFERENT),
        typed("Гурджиев Пётр Чингизович", BORN, snils=SNILS),
        typed("Гурджиев Павел Чингизович", BORN, snils=OTHER_SNILS),
    ),
    (
        *("other-name", Verdict.POSSIBLE),
        typed("Гурджиев Пётр Игоревич", BORN, snils=SNILS, certificate=CERTIFICATE),
        typed("Гурджиев Павел Игоревич", BORN, snils=SNILS, certificate=CERTIFICATE),
    ),
    (
        *("other-name", Verdict.POSSIBLE),
        typed("Гурджиев Пётр Игоревич", BORN, snils=SNILS, certificate=CERTIFICATE),
        typed("Гурджиев Павел Игоревич", LATER, snils=SNILS, certificate=CERTIFICATE),
    ),
    (
        *("near-name", Verdict.POSSIBLE),
        typed("Гурджиев Александр Чингизович", BORN),
        typed("Гурджиев Алекснадр Чингизович", BORN),
    ),
    (
        *("neighbours", Verdict.POSSIBLE),
        typed("Гурджиева Екатерина Чингизовна", BORN, certificate="IV-АИ № 123456"),
        typed("Гурджиева Екатерна Чингизовна", BORN, certificate="IV-АИ № 123457"),
    ),
    (
        *("no-name", Verdict.POSSIBLE),
        typed("Гурджиев П. Чингизович", BORN),
        typed("Гурджиев Павел Чингизович", BORN),
    ),
    (
        *("no-birth-date", Verdict.POSSIBLE),
        typed("Гурджиев Павел Чингизович"),
        typed("Гурджиев Павел Чингизович", BORN),
    ),
    (
        *("surname", Verdict.POSSIBLE),
        typed("Гурджиева Жаннета Чингизовна", BORN),
        typed("Белоконь Жаннета Чингизовна", BORN),
    ),
    (
        *("birth-date", Verdict.POSSIBLE),
        typed("Гурджиева Жаннета Чингизовна", BORN),
        typed("Гурджиева Жаннета Чингизовна", LATER),
    ),
    (
        *("sex", Verdict.POSSIBLE),
        typed(PYOTR, BORN, sex=Sex.MALE),
        typed(PYOTR, BORN, sex=Sex.FEMALE),
    ),
    (
        "snils",
        Verdict.POSSIBLE,
        typed(PYOTR, BORN, snils=SNILS),
        typed(PYOTR, BORN, snils=OTHER_SNILS),
    ),
    (
        *("certificate", Verdict.POSSIBLE),
        typed(PYOTR, BORN, certificate=CERTIFICATE),
        typed(PYOTR, BORN, certificate=OTHER_CERTIFICATE),
    ),
]

#: One child, though a field differs: an identifier that agrees excuses it.
EXCUSED = [
    (typed(PYOTR, BORN, snils=SNILS), typed("Белоконь Пётр Игоревич", BORN, snils=SNILS)),
    (typed("Гурджиев П. Игоревич", "", snils=SNILS), typed(PYOTR, BORN, snils=SNILS)),
    (
        typed(PYOTR, BORN, snils=SNILS, sex=Sex.MALE),
        typed(PYOTR, BORN, snils=SNILS, sex=Sex.FEMALE),
    ),
    (
        typed(PYOTR, BORN, certificate=CERTIFICATE, snils=SNILS),
        typed(PYOTR, BORN, certificate=CERTIFICATE, snils=OTHER_SNILS),
    ),
    (
        typed(PYOTR, BORN, certificate=CERTIFICATE, snils=SNILS),
        typed(PYOTR, BORN, certificate=OTHER_CERTIFICATE, snils=SNILS),
    ),
]


@pytest.mark.parametrize(("guard", "verdict", "left", "right"), STOPPED)
def test_a_guard_keeps_two_children_apart_whatever_the_score(
    guard: str, verdict: Verdict, left: Forms, right: Forms
) -> None:
    score = shipped_scorer().score(left, right)
    assert (score.guard, score.verdict) == (guard, verdict)
    assert unguarded().score(left, right).verdict is Verdict.SAME


def test_every_guard_stops_something() -> None:
    assert {guard for guard, *_ in STOPPED} == {guard.name for guard in shipped_model().guards}


@pytest.mark.parametrize(("left", "right"), EXCUSED)
def test_an_identifier_that_agrees_excuses_what_differs(left: Forms, right: Forms) -> None:
    score = shipped_scorer().score(left, right)
    assert (score.verdict, score.guard) == (Verdict.SAME, None)


@pytest.mark.parametrize(
    "second",
    [
        "ГУРДЖИЕВ ПЕТР ИГОРЕВИЧ",
        "Гурджиeв Пётр Игоревич",
        "Гурджев Пётр Игоревич",
        "Гурджиев Птр Игоревич",
        "Гурджиев Пётр -",
        "Пётр Гурджиев Игоревич",
        "Гурджиев-Белоконь Пётр Игоревич",
    ],
)
def test_a_child_typed_with_a_slip_is_the_same(second: str) -> None:
    assert shipped_scorer().score(typed(PYOTR, BORN), typed(second, BORN)).verdict is Verdict.SAME


def test_namesakes_of_frequent_names_are_not_the_same_without_a_birth_date() -> None:
    name = "Иванов Александр Сергеевич"
    assert shipped_scorer().score(typed(name), typed(name)).verdict is not Verdict.SAME


def test_a_rare_surname_says_more_than_a_frequent_one() -> None:
    assert bits(Field.SURNAME, "Гурджиев") > bits(Field.SURNAME, "Иванов") + 5
    assert bits(Field.NAME, "А Жаннета") > bits(Field.NAME, "А Александр") + 5
    assert bits(Field.PATRONYMIC, "А Б Чингизович") > bits(Field.PATRONYMIC, "А Б Сергеевич") + 5


def test_a_name_that_no_table_has_says_no_more_than_the_rarest() -> None:
    terms = frequencies().surname
    assert bits(Field.SURNAME, "Ъыьщ") == pytest.approx(log2(m(Field.SURNAME) / terms.rest))


def test_what_is_missing_says_nothing() -> None:
    score = shipped_scorer().score(
        typed(), typed(PYOTR, BORN, snils=SNILS, certificate=CERTIFICATE)
    )
    assert {found.level for found in score.fields.values()} == {Level.MISSING}
    assert (score.bits, score.verdict) == (0, Verdict.DIFFERENT)


@given(FORMS, FORMS)
def test_the_bits_are_the_sum_of_what_the_fields_say(left: Forms, right: Forms) -> None:
    score = shipped_scorer().score(left, right)
    assert list(score.fields) == list(Field)
    assert score.bits == sum(found.bits for found in score.fields.values())


@given(FORMS, FORMS)
def test_a_score_is_the_same_when_the_records_change_places(left: Forms, right: Forms) -> None:
    assert shipped_scorer().score(left, right) == shipped_scorer().score(right, left)


@pytest.mark.parametrize(
    ("bits", "verdict"),
    [
        (-50, Verdict.DIFFERENT),
        (14.999, Verdict.DIFFERENT),
        (15, Verdict.POSSIBLE),
        (21.999, Verdict.POSSIBLE),
        (22, Verdict.SAME),
        (80, Verdict.SAME),
    ],
)
def test_the_thresholds_belong_to_the_stronger_verdict(bits: float, verdict: Verdict) -> None:
    model = replace(shipped_model(), thresholds=Thresholds(same=22, possible=15))
    assert verdict_of(model, dict.fromkeys(Field, Level.EXACT), bits) == (verdict, None)


def test_a_guard_never_raises_a_verdict() -> None:
    levels = dict.fromkeys(Field, Level.DIFFERENT)
    assert verdict_of(shipped_model(), levels, -1) == (Verdict.DIFFERENT, None)
    possible = shipped_model().thresholds.possible
    assert verdict_of(shipped_model(), levels, possible) == (Verdict.POSSIBLE, None)


def test_of_several_guards_that_hold_the_strictest_decides() -> None:
    model = shipped_model()
    left = typed("Гурджиев Пётр Чингизович", BORN, snils=SNILS)
    right = typed("Гурджиев Павел Чингизович", BORN, snils=OTHER_SNILS)
    for guards in (model.guards, model.guards[::-1]):
        score = Scorer(replace(model, guards=guards), frequencies()).score(left, right)
        assert (score.guard, score.verdict) == ("twins", Verdict.DIFFERENT)


def unguarded() -> Scorer:
    return Scorer(replace(shipped_model(), guards=()), frequencies())


def m(field: Field) -> float:
    weights = {comparison.field: comparison.levels for comparison in shipped_model().comparisons}
    return weights[field][Level.EXACT].m


def bits(field: Field, name: str) -> float:
    """What the field says of two who share it."""
    return shipped_scorer().score(typed(name), typed(name)).fields[field].bits
