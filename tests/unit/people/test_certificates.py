"""Birth certificates: every way of typing one is read, and what is wrong in one is named."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sverka.people.certificates import (
    CertificateProblem,
    ReadCertificate,
    read_certificate,
    read_certificate_cells,
)
from tests.unit.people.romans import roman

LETTERS = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЭЮЯ"
#: What looks like a letter of a canonical certificate, or is typed for it on a Russian keyboard.
NUMERAL_LOOKALIKES = {"I": "1lІӀ|", "V": "У", "X": "Х", "L": "Л", "C": "С"}
LETTER_LOOKALIKES = dict(zip("АВЕКМНОРСТУХ", "ABEKMHOPCTYX", strict=True))
CERTIFICATES = st.builds(
    "{}-{}{} № {:06}".format,
    st.integers(1, 399).map(roman),
    st.sampled_from(LETTERS),
    st.sampled_from(LETTERS),
    st.integers(1, 999_999),
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("I-ФС № 123456", "I-ФС № 123456"),
        ("1-АМ 123456", "I-АМ № 123456"),
        ("IIМЮ123456", "II-МЮ № 123456"),
        ("ХІ-БМ 112233", "XI-БМ № 112233"),
        ("IV-АИ № 123456", "IV-АИ № 123456"),
        ("IV-АИ №123456", "IV-АИ № 123456"),
        ("IV-АИ N 123456", "IV-АИ № 123456"),
        ("IV-АИ No 123456", "IV-АИ № 123456"),
        ("IV-АИ no. 123456", "IV-АИ № 123456"),
        ("IV АИ 123456", "IV-АИ № 123456"),
        ("IV – АИ\u00a0123 456", "IV-АИ № 123456"),
        ("IVАИN123456", "IV-АИ № 123456"),
        ("серия IV-АИ номер 123456", "IV-АИ № 123456"),
        ("Свидетельство о рождении, сер. IV-АИ № 123456", "IV-АИ № 123456"),
        ("iv-аи 123456", "IV-АИ № 123456"),
        ("xl-аи 123456", "XL-АИ № 123456"),
        ("lV-АИ 123456", "IV-АИ № 123456"),
        ("Ⅳ-АИ 123456", "IV-АИ № 123456"),
        ("IУ-АИ 123456", "IV-АИ № 123456"),
        ("П-АИ 123456", "II-АИ № 123456"),
        ("Ш-АИ 123456", "III-АИ № 123456"),
        ("XXI-OB 123456", "XXI-ОВ № 123456"),
        ("СХ-СХ 123456", "CX-СХ № 123456"),
    ],
)
def test_every_writing_is_read_as_one(written: str, value: str) -> None:
    assert read_certificate(written) == ReadCertificate(value)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("123456", CertificateProblem.NOT_ROMAN),
        ("АИ 123456", CertificateProblem.NOT_ROMAN),
        ("5-АИ 123456", CertificateProblem.NOT_ROMAN),
        ("справка 5", CertificateProblem.NOT_ROMAN),
        ("IIII-АИ 123456", CertificateProblem.NUMERAL),
        ("VX-АИ 123456", CertificateProblem.NUMERAL),
        ("IXI-АИ 123456", CertificateProblem.NUMERAL),
        ("IV-А 123456", CertificateProblem.LETTERS),
        ("IV-АИК 123456", CertificateProblem.LETTERS),
        ("IV-АR 123456", CertificateProblem.LETTERS),
        ("IV-А1 123456", CertificateProblem.LETTERS),
        ("I-ФС 12345", CertificateProblem.NUMBER),
        ("I-ФС 1234567", CertificateProblem.NUMBER),
        ("I-ФС", CertificateProblem.NUMBER),
        ("I-ФС ٣٣٣٣٣٣", CertificateProblem.NOT_ROMAN),
        ("I-ФС № 000000", CertificateProblem.PLACEHOLDER),
    ],
)
def test_what_is_wrong_is_named_and_gives_no_value(
    written: str, problem: CertificateProblem
) -> None:
    assert read_certificate(written) == ReadCertificate(problem=problem)


@pytest.mark.parametrize("written", ["", " ", "-", "нет", "Отсутствует", "№"])
def test_nothing_typed_is_no_certificate_and_no_problem(written: str) -> None:
    assert read_certificate(written) == ReadCertificate()


@pytest.mark.parametrize(
    ("series", "number", "read"),
    [
        ("IV-АИ", "123456", ReadCertificate("IV-АИ № 123456")),
        ("1АМ", "123456", ReadCertificate("I-АМ № 123456")),
        ("", "IV-АИ 123456", ReadCertificate("IV-АИ № 123456")),
        ("IV-АИ", "-", ReadCertificate(problem=CertificateProblem.NUMBER)),
        ("", "123456", ReadCertificate(problem=CertificateProblem.NOT_ROMAN)),
        ("-", "нет", ReadCertificate()),
    ],
)
def test_series_and_number_may_stand_in_two_cells(
    series: str, number: str, read: ReadCertificate
) -> None:
    assert read_certificate_cells(series, number) == read


@pytest.mark.parametrize("problem", CertificateProblem)
def test_every_problem_is_told_in_russian(problem: CertificateProblem) -> None:
    assert "свидетельств" in ReadCertificate(problem=problem).message


def test_a_certificate_without_a_problem_has_no_message() -> None:
    assert read_certificate("IV-АИ № 123456").message == ""


@given(CERTIFICATES)
def test_the_canonical_form_is_read_as_itself(value: str) -> None:
    assert read_certificate(value) == ReadCertificate(value)


@given(CERTIFICATES, st.data())
def test_a_lookalike_in_place_of_any_letter_changes_nothing(
    value: str, data: st.DataObject
) -> None:
    numeral, _, rest = value.partition("-")
    typed = "".join(data.draw(st.sampled_from(NUMERAL_LOOKALIKES[sign] + sign)) for sign in numeral)
    letters = "".join(
        data.draw(st.sampled_from(LETTER_LOOKALIKES.get(sign, sign) + sign)) for sign in rest[:2]
    )
    assert read_certificate(f"{typed}-{letters}{rest[2:]}") == ReadCertificate(value)


@given(CERTIFICATES)
def test_small_letters_and_missing_separators_change_nothing(value: str) -> None:
    """But for a small `l` that stands alone: it is typed for I far more often than for fifty."""
    assume(not value.startswith("L-"))
    assert read_certificate(value.lower()) == ReadCertificate(value)
    glued = value.replace("-", "").replace(" № ", "")
    assert read_certificate(glued) == ReadCertificate(value)


@given(st.text(st.sampled_from("IVXLC1lХІАМБСПШN№o- 0123456789"), max_size=20) | st.text())
def test_no_text_makes_the_reader_fail(written: str) -> None:
    read = read_certificate(written)
    assert read.value is None or read_certificate(read.value) == read
