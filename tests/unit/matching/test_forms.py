"""Spellings of one thing must have one form, and two things must not share one."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.matching.forms import (
    Forms,
    birth_form,
    certificate_form,
    forms_of,
    is_known_name,
    name_form,
    name_key_form,
    patronymic_form,
    patronymic_key_form,
    school_year,
    snils_form,
    surname_form,
)
from sverka.people.certificates import read_certificate
from sverka.people.names import PersonName, Sex
from tests.unit.matching.typed import CERTIFICATE, SNILS
from tests.unit.people.test_certificates import CERTIFICATES
from tests.unit.people.test_folding import TYPED

#: What stands in the cells of certificates: tidy ones, and anything with digits at the end.
WRITTEN_CERTIFICATES = CERTIFICATES | st.builds(
    "{}{}".format,
    st.text("IVXLC1lІХУПШАИМЮ0 -№Nноmersия.серия", max_size=14),
    st.text("0123456789 ", max_size=8),
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Семёнов", "Семенов"),
        ("СЕМЁНОВ", "Семенов"),
        ("Семе\u0308нов", "Семёнов"),
        (" Иванов\u00a0", "Иванов"),
        ("Бонч\u00a0Бруевич", "Бонч-Бруевич"),
        ("Бонч  Бруевич", "Бонч-Бруевич"),
        ("Бонч – Бруевич", "Бонч-Бруевич"),
        ("Бонч-Бруевич-", "Бонч-Бруевич"),
        ("Ивaнoв", "Иванов"),
        ("COX", "Сох"),
        ("Д’Артаньян", "Дартаньян"),
        ("Иванов.", "Иванов"),
        ("(Иванов)", "Иванов"),
        ('"Иванов"', "Иванов"),
        ("Smith", "SMITH"),
    ],
)
def test_spellings_of_one_surname_have_one_form(left: str, right: str) -> None:
    assert surname_form(left) == surname_form(right) is not None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Иванов", "Иванова"),
        ("Шуров", "Щуров"),
        ("Мальев", "Малъев"),
        ("Эрин", "Ерин"),
        ("Ильин", "Илин"),
        ("Майка", "Маика"),
        ("Bond", "Вонд"),
        ("Бонч-Бруевич", "Бончбруевич"),
    ],
)
def test_different_surnames_have_different_forms(left: str, right: str) -> None:
    assert surname_form(left) != surname_form(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [("Наталья", "Наталия"), ("СОФИЯ", "Софья"), ("Данил", "Даниил"), ("Семён", "семен")],
)
def test_spellings_of_one_first_name_have_one_key(left: str, right: str) -> None:
    assert name_key_form(left) == name_key_form(right) is not None


def test_names_of_a_boy_and_a_girl_have_two_keys() -> None:
    assert name_key_form("Александр") != name_key_form("Александра")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Геннадьевич", "Геннадиевич"),
        ("Али оглы", "Алиоглы"),
        ("Али-оглы", "Али Оглы"),
        ("Никитич", "Никитович"),
    ],
)
def test_spellings_of_one_patronymic_have_one_key(left: str, right: str) -> None:
    assert patronymic_key_form(left) == patronymic_key_form(right) is not None


@pytest.mark.parametrize(
    "placeholder",
    ["", " ", "-", "—", ".", "..", "нет", "НЕТ", "б/о", "без отчества", "\u00a0", "А"],
)
def test_what_is_typed_where_there_is_nothing_has_no_form(placeholder: str) -> None:
    forms = (surname_form, name_form, name_key_form, patronymic_form, patronymic_key_form)
    assert [form(placeholder) for form in forms] == [None] * len(forms)


@given(TYPED)
def test_a_form_has_only_ascii_that_counts_as_one_letter_each(text: str) -> None:
    form = surname_form(text)
    assert form is None or re.fullmatch(r"[\x21-\x7e]{2,}", form)


@given(st.text(min_size=2) | TYPED)
def test_a_name_and_its_key_are_known_together(text: str) -> None:
    assert (name_form(text) is None) == (name_key_form(text) is None)
    assert (patronymic_form(text) is None) == (patronymic_key_form(text) is None)


@pytest.mark.parametrize("name", ["Александр", "АЛЕКСАНДРА", "Семён", "Наталия"])
def test_a_frequent_first_name_is_known(name: str) -> None:
    assert is_known_name(name)


@pytest.mark.parametrize("name", ["Алксандр", "", "-", "Zz"])
def test_a_slip_is_no_known_first_name(name: str) -> None:
    assert not is_known_name(name)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        (SNILS, SNILS),
        ("11223344595", SNILS),
        ("112-233-445 96", None),
        ("000-000-000 00", None),
        ("нет", None),
        ("", None),
    ],
)
def test_only_a_snils_that_can_be_true_has_a_form(written: str, form: str | None) -> None:
    assert snils_form(written) == form


@pytest.mark.parametrize(
    ("written", "form"),
    [
        (CERTIFICATE, "ivAI123456"),
        ("IVАИ123456", "ivAI123456"),
        ("1V-AИ N 123456", "ivAI123456"),
        ("IV-АИ 123 456", "ivAI123456"),
        ("XXI-ЩЪ № 000001", "xxi37000001"),
        ("IV-АИ № 000000", None),
        ("IV-АИ № 12345", None),
        ("IV-АИ № 1234567", None),
        ("IIII-АИ № 123456", None),
        ("45 04 123456", None),
        ("123456", None),
        ("IV-АИ № ١٢٣٤٥٦", None),
        ("", None),
    ],
)
def test_writings_of_one_certificate_have_one_form(written: str, form: str | None) -> None:
    assert certificate_form(written) == form


@given(WRITTEN_CERTIFICATES)
def test_the_short_way_reads_a_certificate_as_the_long_one(written: str) -> None:
    value = read_certificate(written).value
    # A space at the end is no digit, so this goes the long way.
    assert certificate_form(written) == certificate_form(f"{value} " if value else "")


@given(WRITTEN_CERTIFICATES)
def test_the_form_of_a_certificate_ends_with_its_number(written: str) -> None:
    form = certificate_form(written)
    assert form is None or re.fullmatch(r"[ivxlc]+[A-Z0-9]{2}\d{6}", form)


@pytest.mark.parametrize(
    ("born", "form"),
    [(date(2015, 5, 7), "20150507"), (date(2009, 12, 31), "20091231"), (None, None)],
)
def test_a_birth_date_is_eight_digits(born: date | None, form: str | None) -> None:
    assert birth_form(born) == form


@pytest.mark.parametrize(
    ("day", "year"),
    [
        (date(2025, 9, 1), 2025),
        (date(2025, 6, 1), 2025),
        (date(2025, 12, 31), 2025),
        (date(2026, 1, 12), 2025),
        (date(2026, 5, 31), 2025),
        (None, None),
    ],
)
def test_an_enrolment_belongs_to_the_school_year_that_begins_next(
    day: date | None, year: int | None
) -> None:
    assert school_year(day) == year


def test_a_page_without_a_name_still_tells_the_rest() -> None:
    assert forms_of(None, date(2015, 5, 7), Sex.FEMALE, date(2025, 9, 1)) == Forms(
        birth_date="20150507", sex="female", enrolled=2025
    )


def test_sex_is_what_the_page_prints_and_never_guessed_from_the_name() -> None:
    name = PersonName("Иванов", "Иван", "Иванович")
    assert forms_of(name, None, None, None).sex is None
    assert forms_of(name, None, Sex.FEMALE, None).sex == "female"
