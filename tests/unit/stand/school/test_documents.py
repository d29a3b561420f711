"""The numbers on the cards must be as right or wrong as the truth says they are."""

from datetime import date

from sverka.people.certificates import read_certificate_cells
from sverka.people.dates import DateRole, is_default_date, read_date
from sverka.people.folding import mixed_script_words
from sverka.people.snils import SnilsProblem, read_snils
from tests.stand.school.model import Card, Field, Role
from tests.stand.school.relatives import CERTIFICATE
from tests.stand.school.world import school

TODAY = date(2026, 9, 16)
CARDS = school().by_number.values()


def rules(card: Card, field: Field) -> set[str]:
    return {said.rule for said in school().truth.get(card.number, ()) if said.field is field}


def test_only_a_reported_number_of_insurance_is_wrong() -> None:
    for card in CARDS:
        read = read_snils(card.values[Field.SNILS])
        wrong = read.problem not in {None, SnilsProblem.UNCHECKED}
        assert wrong == ("C-03" in rules(card, Field.SNILS)), card


def test_a_proposed_certificate_is_the_one_that_was_meant() -> None:
    for card in CARDS:
        if card.values[Field.DOCUMENT_TYPE] != CERTIFICATE:
            continue
        series, number = card.values[Field.DOCUMENT_SERIES], card.values[Field.DOCUMENT_NUMBER]
        read = read_certificate_cells(series, number)
        told = [said for said in school().truth.get(card.number, ()) if said.rule == "C-04"]
        if told:
            assert read.value == told[0].proposed, card
        else:
            assert read.value == f"{series} № {number}", card


def test_only_a_reported_birth_date_is_doubtful() -> None:
    for card in CARDS:
        pupil = card.role is Role.PUPIL
        role = DateRole.PUPIL_BIRTH if pupil else DateRole.PARENT_BIRTH
        read = read_date(card.values[Field.BIRTH_DATE], role, TODAY)
        childlike = not pupil and read.value is not None and read.value.year > 2012
        default = read.value is not None and is_default_date(read.value)
        doubtful = read.problem is not None or childlike or default
        assert doubtful == ("C-06" in rules(card, Field.BIRTH_DATE)), card


def test_only_a_reported_name_mixes_two_alphabets() -> None:
    for card in CARDS:
        for field in (Field.SURNAME, Field.NAME, Field.PATRONYMIC):
            letters = mixed_script_words(card.values[field])
            assert not letters or "C-07" in rules(card, field), card
