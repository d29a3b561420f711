"""Series, number, type and date of a document find each other, in whatever fields they stand."""

import pytest

from sverka.pages.records import Document
from sverka.pages.vocabulary import DocumentKind
from tests.unit.pages.card_page import label_and_input, printed_rows, pupil_html, read

CERTIFICATE, PASSPORT = DocumentKind.CERTIFICATE, DocumentKind.PASSPORT


def documents(*parts: str) -> tuple[Document, ...]:
    return read(pupil_html(*parts)).documents


def fields(**values: str) -> str:
    captions = {
        "type": "Тип документа",
        "series": "Серия",
        "number": "Номер",
        "issued": "Дата выдачи",
        "whole": "Серия и номер",
        "certificate": "Свидетельство о рождении",
        "passport": "Серия и номер паспорта",
    }
    return label_and_input({captions[name]: value for name, value in values.items()}).replace(
        'for="f', 'for="d'
    )


@pytest.mark.parametrize(
    ("part", "document"),
    [
        (
            fields(type="Свидетельство о рождении РФ", series="IV-АИ", number="123456", issued="1"),
            Document(CERTIFICATE, "IV-АИ № 123456", "1"),
        ),
        (fields(type="21", whole="6415 123456"), Document(PASSPORT, "6415 123456")),
        (fields(certificate="IV-АИ 123456"), Document(CERTIFICATE, "IV-АИ 123456")),
        (fields(passport="6415 123456"), Document(PASSPORT, "6415 123456")),
        (fields(series="", number=""), Document(None, "")),
        (fields(type="Билет в музей", whole="1"), Document(DocumentKind.OTHER, "1")),
        (fields(whole="1"), Document(None, "1")),
    ],
)
def test_the_parts_of_a_document_are_put_together(part: str, document: Document) -> None:
    assert documents(part) == (document,)


def test_a_field_that_comes_again_begins_the_next_document() -> None:
    first = fields(type="Паспорт гражданина РФ", series="64 15", number="123456")
    second = fields(type="Свидетельство о рождении", series="IV-АИ", number="654321")
    assert documents(first, second) == (
        Document(PASSPORT, "64 15 № 123456"),
        Document(CERTIFICATE, "IV-АИ № 654321"),
    )


def test_a_heading_over_the_fields_tells_the_kind() -> None:
    told = f"<h4>Паспорт</h4><div>{fields(series='64 15', number='123456')}</div>"
    assert documents(told) == (Document(PASSPORT, "64 15 № 123456"),)


def test_a_printed_type_that_reads_like_a_caption_is_the_type() -> None:
    printed = printed_rows({"Тип документа": "Свидетельство о рождении", "Серия": "IV-АИ"})
    assert documents(printed) == (Document(CERTIFICATE, "IV-АИ"),)


@pytest.mark.parametrize("part", ["", fields(type="Паспорт", issued="1"), "<h4>Паспорт</h4>"])
def test_a_card_without_series_and_number_shows_no_document(part: str) -> None:
    assert documents(part) == ()


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Свидетельство о рождении", CERTIFICATE),
        ("03", CERTIFICATE),
        ("Паспорт гражданина РФ", PASSPORT),
        ("Свидетельство о рождении иностранного государства", DocumentKind.FOREIGN_CERTIFICATE),
        ("Паспорт иностранного гражданина", DocumentKind.FOREIGN_PASSPORT),
        ("Загранпаспорт гражданина РФ", DocumentKind.TRAVEL_PASSPORT),
        ("Паспорт гражданина СССР", DocumentKind.SOVIET_PASSPORT),
        ("Вид на жительство", DocumentKind.FOREIGNER),
        ("Свидетельство о предоставлении временного убежища", DocumentKind.FOREIGNER),
        ("Иной документ", DocumentKind.OTHER),
        ("Военный билет", DocumentKind.OTHER),
    ],
)
def test_the_kind_of_a_document_is_told_by_its_name(written: str, kind: DocumentKind) -> None:
    assert [one.kind for one in documents(fields(type=written, whole="1"))] == [kind]


def test_a_document_half_of_which_may_not_be_seen_is_not_judged() -> None:
    assert documents(fields(type="21", series="6415", number="****56")) == ()
