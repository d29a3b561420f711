"""What is said of fields that must be filled and of names."""

import pytest
from msgspec.structs import replace

from sverka.advice.cards.rules.fields import CHILD_FIELDS, PARENT_FIELDS
from sverka.advice.cards.vocabulary import Severity
from sverka.pages.records import Card, Document
from sverka.pages.vocabulary import CardField
from tests.unit.advice.cards.cards import parent, pupil, remarks, said, without

ALWAYS_REQUIRED = {CardField.SURNAME, CardField.NAME}
NO_DOCUMENT = (Document(None, ""),)
CHILD = [field for field in CHILD_FIELDS if field not in ALWAYS_REQUIRED]
OF_PARENT = [field for field in PARENT_FIELDS if field not in ALWAYS_REQUIRED]


def emptied(card: Card, field: CardField) -> Card:
    if field is CardField.DOCUMENT:
        return replace(card, documents=NO_DOCUMENT)
    return replace(card, fields={**card.fields, field: ""})


@pytest.mark.parametrize("field", CHILD)
def test_each_field_of_a_child_must_be_filled(field: CardField) -> None:
    assert ("C-01", "empty", field.value) in said(emptied(pupil(), field))


@pytest.mark.parametrize("field", OF_PARENT)
def test_each_field_of_a_parent_must_be_filled(field: CardField) -> None:
    assert ("C-02", "empty", field.value) in said(emptied(parent(), field))


def test_the_first_stage_asks_for_eleven_fields_of_a_child_and_seven_of_a_parent() -> None:
    assert (len(CHILD_FIELDS), len(PARENT_FIELDS)) == (11, 7)


def test_the_share_that_is_filled_and_the_empty_fields_are_named() -> None:
    card = pupil({CardField.SNILS: "", CardField.BIRTH_PLACE: "-", CardField.SEX: ""})
    names = remarks(card)[0].names
    assert (names["filled"], names["shown"], names["percent"]) == (8, 11, 73)
    assert names["empty"] == "место рождения, пол, СНИЛС"


def test_fields_that_the_card_does_not_show_are_neither_missing_nor_counted() -> None:
    card = without(pupil({CardField.SEX: ""}), CardField.SNILS, CardField.BIRTH_PLACE)
    (remark,) = remarks(replace(card, documents=()))
    assert (remark.names["filled"], remark.names["shown"]) == (7, 8)


@pytest.mark.parametrize("card", [pupil(), parent()])
def test_no_patronymic_counts_as_filled_where_it_is_ticked(card: Card) -> None:
    bare = emptied(card, CardField.PATRONYMIC)
    assert said(replace(bare, no_patronymic=True)) == []
    assert [field for _, _, field in said(bare)] == ["patronymic"]


@pytest.mark.parametrize(
    "field", [CardField.SURNAME, CardField.NAME, CardField.DISPLAY_NAME, CardField.LOGIN]
)
def test_the_four_required_fields_are_required_though_no_mark_is_read(field: CardField) -> None:
    assert said(emptied(pupil(), field)) == [("C-08", "empty", field.value)]


def test_a_field_with_the_mark_is_required_and_told_once() -> None:
    marked = replace(emptied(pupil(), CardField.SEX), required=frozenset({CardField.SEX}))
    assert said(marked) == [("C-08", "empty", "sex")]


def test_a_hidden_login_is_not_called_empty() -> None:
    assert said(without(pupil(), CardField.LOGIN)) == []


@pytest.mark.parametrize(
    ("typed", "reason", "proposed"),
    [
        ("Кoваленко", "mixed-script", "Коваленко"),
        ("кoваленко", "mixed-script", "Коваленко"),
        ("Иванова2", "signs", None),
        ("Иванова <b>", "signs", None),
        ("Иванова.", "signs", None),
        ("иванова", "small-letter", "Иванова"),
        ("фон браун", "small-letter", None),
        ("фон Браун", "particle", None),
        ("Иванова  Петрова", "spaces", "Иванова Петрова"),
        (" Иванова", "spaces", "Иванова"),
        ("Иванова ", "spaces", "Иванова"),
    ],
)
def test_a_slip_in_a_name_is_told_with_the_name_as_it_should_stand(
    typed: str, reason: str, proposed: str | None
) -> None:
    (remark,) = remarks(pupil({CardField.SURNAME: typed}))
    assert (remark.rule, remark.reason, remark.proposed) == ("C-07", reason, proposed)


@pytest.mark.parametrize(
    "typed",
    [
        "Иванова-Петрова",
        "Иванова - Петрова",
        "О’Коннор",
        "Мак Грегор",
        "Дьяченко",
        "Нгуен",
        "Smith",
    ],
)
def test_a_lawful_name_has_no_slip(typed: str) -> None:
    assert said(pupil({CardField.SURNAME: typed})) == []


@pytest.mark.parametrize("typed", ["-", "—", "нет", "б/о", "."])
def test_a_sign_for_no_patronymic_is_told_once(typed: str) -> None:
    assert said(pupil({CardField.PATRONYMIC: typed})) == [("C-07", "dash", "patronymic")]
    ticked = replace(pupil({CardField.PATRONYMIC: typed}), no_patronymic=True)
    assert said(ticked) == []


def test_a_patronymic_beside_the_tick_contradicts_it() -> None:
    assert said(replace(pupil(), no_patronymic=True)) == [("C-07", "ticked", "patronymic")]


def test_the_patronymic_of_an_oglu_is_lawful() -> None:
    assert said(pupil({CardField.PATRONYMIC: "Али оглы"})) == []


def test_what_is_missing_is_a_warning_and_what_is_wrong_an_error() -> None:
    assert remarks(pupil({CardField.SEX: ""}))[0].severity is Severity.WARNING
    assert remarks(pupil({CardField.LOGIN: ""}))[0].severity is Severity.ERROR
