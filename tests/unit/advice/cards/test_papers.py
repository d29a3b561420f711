"""What is said of birth dates, СНИЛС and documents."""

import pytest
from msgspec.structs import replace

from sverka.advice.cards.vocabulary import Severity
from sverka.pages.records import Card, Document
from sverka.pages.vocabulary import CardField, DocumentKind
from tests.unit.advice.cards.cards import CERTIFICATE, PASSPORT, parent, pupil, remarks, said

BORN, ISSUED = CardField.BIRTH_DATE, "20.05.2015"
KIND = DocumentKind


def holding(kind: DocumentKind | None, written: str, issued_on: str = "") -> Card:
    return pupil(documents=(Document(kind, written, issued_on),))


def grown(*documents: Document) -> Card:
    return pupil({BORN: "07.05.2010"}, documents=documents)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("112-233-445 96", "wrong"),
        ("112-233-445", "wrong"),
        ("000-000-000 00", "wrong"),
        ("111-111-111 45", "wrong"),
        ("001-001-998 00", "unchecked"),
    ],
)
def test_a_snils_that_cannot_be_one_is_told(typed: str, reason: str) -> None:
    (remark,) = remarks(pupil({CardField.SNILS: typed}))
    assert (remark.rule, remark.reason, remark.field) == ("C-03", reason, CardField.SNILS)
    assert remark.names["problem"]


@pytest.mark.parametrize("typed", ["11223344595", "112 233 445 95", "087-654-303 00"])
def test_a_right_snils_is_right_in_any_punctuation(typed: str) -> None:
    assert said(pupil({CardField.SNILS: typed})) == []


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("1-АМ 123456", "I-АМ № 123456"),
        ("IIМЮ123456", "II-МЮ № 123456"),
        ("ХІ-БМ 112233", "XI-БМ № 112233"),
        ("IV-аи № 123456", "IV-АИ № 123456"),
    ],
)
def test_a_certificate_gets_the_form_in_which_it_should_stand(typed: str, proposed: str) -> None:
    (remark,) = remarks(holding(KIND.CERTIFICATE, typed))
    assert (remark.rule, remark.reason, remark.proposed) == ("C-04", "form", proposed)


@pytest.mark.parametrize("kind", [KIND.CERTIFICATE, None])
@pytest.mark.parametrize("typed", ["IV-АИ № 123456", "IV-АИ 123456", "IV-АИ № 123 456"])
def test_a_certificate_in_its_form_is_right_in_one_field_or_in_two(
    kind: DocumentKind | None, typed: str
) -> None:
    assert said(holding(kind, typed)) == []


@pytest.mark.parametrize("typed", ["I-ФС 12345", "IIII-АИ 123456", "ААА 123456", "I-ФС 000000"])
def test_a_certificate_that_cannot_be_one_has_no_proposal(typed: str) -> None:
    (remark,) = remarks(holding(KIND.CERTIFICATE, typed))
    assert (remark.rule, remark.reason, remark.proposed) == ("C-04", "wrong", None)


@pytest.mark.parametrize("typed", ["AB 1234567", "12345"])
def test_a_document_of_unknown_kind_is_not_judged(typed: str) -> None:
    assert said(holding(None, typed)) == []


@pytest.mark.parametrize("kind", [KIND.PASSPORT, None])
@pytest.mark.parametrize(("born", "wrong"), [("01.10.2011", True), ("30.09.2011", False)])
def test_a_passport_is_given_at_fourteen(kind: DocumentKind | None, born: str, wrong: bool) -> None:
    card = pupil({BORN: born}, documents=(Document(kind, "64 25 123456"),))
    expected = [("C-05", "passport-too-early", "document")] if wrong else []
    assert said(card) == expected


def test_a_certificate_after_fourteen_is_a_hint_until_there_is_a_passport() -> None:
    (remark,) = remarks(grown(CERTIFICATE))
    assert (remark.reason, remark.severity) == ("passport-expected", Severity.INFO)
    assert said(grown(CERTIFICATE, replace(PASSPORT, issued_on=""))) == []


@pytest.mark.parametrize("kind", [KIND.FOREIGN_CERTIFICATE, KIND.FOREIGN_PASSPORT])
def test_a_russian_with_a_foreign_document_is_a_hint(kind: DocumentKind) -> None:
    (remark,) = remarks(holding(kind, "AB 1234567"))
    assert (remark.reason, remark.severity) == ("foreign-document", Severity.INFO)
    for foreign in (True, None):
        assert said(replace(holding(kind, "AB 1234567"), foreign_citizen=foreign)) == []


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (KIND.PASSPORT, "AN 1234567"),
        (KIND.PASSPORT, "64 25 123456"),
        (None, "64 25 123456"),
        (KIND.CERTIFICATE, "KR-X № 1234567"),
        (KIND.CERTIFICATE, "IV-АИ № 123456"),
    ],
)
def test_the_papers_of_a_foreign_child_are_not_judged_as_russian_ones(
    kind: DocumentKind | None, written: str
) -> None:
    assert said(replace(holding(kind, written), foreign_citizen=True)) == []


def test_a_foreign_citizens_passport_is_a_passport_at_fourteen_too() -> None:
    card = grown(CERTIFICATE, Document(KIND.FOREIGN_PASSPORT, "AN 1234567"))
    assert said(replace(card, foreign_citizen=True)) == []


def test_a_foreign_passport_with_a_russian_number_is_doubted() -> None:
    card = replace(holding(KIND.FOREIGN_PASSPORT, "64 15 123456"), foreign_citizen=True)
    assert said(card) == [("C-05", "russian-number", "document")]


@pytest.mark.parametrize("typed", ["64 15 12345", "0000 123456", "64 15 АБ3456"])
def test_a_passport_that_cannot_be_one_is_told(typed: str) -> None:
    assert said(grown(Document(KIND.PASSPORT, typed))) == [("C-05", "number", "document")]


@pytest.mark.parametrize(
    ("issued", "reason"),
    [
        ("01.10.2025", "issued-later"),
        ("06.05.2015", "issued-before-birth"),
        ("31.02.2016", "issued-unread"),
        ("когда-то", "issued-unread"),
    ],
)
def test_a_document_has_a_possible_date_of_issue(issued: str, reason: str) -> None:
    card = pupil(documents=(replace(CERTIFICATE, issued_on=issued),))
    assert said(card) == [("C-05", reason, "issued_on")]


@pytest.mark.parametrize("issued", ["", "30.09.2025", "07.05.2015", "8.05.15"])
def test_a_possible_date_of_issue_is_right(issued: str) -> None:
    assert said(pupil(documents=(replace(CERTIFICATE, issued_on=issued),))) == []


@pytest.mark.parametrize(
    ("card", "reason"),
    [
        (pupil({BORN: "30.02.2015"}), "impossible"),
        (pupil({BORN: "май 2015"}), "unreadable"),
        (pupil({BORN: "07.05.1985"}), "pupil-out-of-range"),
        (pupil({BORN: "07.05.75"}), "pupil-out-of-range"),
        (parent({BORN: "07.05.2018"}), "parent-out-of-range"),
        (parent({BORN: "07.05.1905"}), "parent-out-of-range"),
        (parent({BORN: "01.01.1970"}), "default"),
        (parent({BORN: "1.01.70"}), "default"),
        (parent({BORN: "01.01.1900"}), "parent-out-of-range"),
    ],
)
def test_a_birth_date_that_cannot_be_or_does_not_fit_is_told(card: Card, reason: str) -> None:
    assert said(card) == [("C-06", reason, "birth_date")]


@pytest.mark.parametrize("card", [parent({BORN: "7.05.75"}), pupil({BORN: "7.05.15"})])
def test_a_short_year_that_has_one_reading_is_right(card: Card) -> None:
    assert said(card) == []


def test_what_rests_on_a_doubtful_birth_date_is_not_told() -> None:
    card = pupil({BORN: "07.05.2030"}, documents=(Document(KIND.PASSPORT, "64 15 123456", ISSUED),))
    assert [rule for rule, _, _ in said(card)] == ["C-06"]


@pytest.mark.parametrize("mask", ["__.__.____", "..", "нет"])
def test_the_mask_of_an_empty_date_is_no_wrong_date(mask: str) -> None:
    assert said(pupil({BORN: mask})) == [("C-01", "empty", "birth_date")]
    assert said(pupil(documents=(replace(CERTIFICATE, issued_on=mask),))) == []
