"""Any bytes become text and any text a tree, or the operator is told why not."""

import pytest

from sverka.errors import ErrorCode, SverkaError
from sverka.pages.html import as_utf8, saved_from, text_of
from tests.unit.pages.page import dates_page, read
from tests.unit.pages.trees import parse_page

META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1251", "koi8-r", "cp866", "iso-8859-5"]
)
def test_a_page_is_read_in_every_encoding_it_may_be_saved_in(encoding: str) -> None:
    page = dates_page()
    saved = page.encode(encoding, errors="xmlcharrefreplace")
    assert read(as_utf8(saved).decode()) == read(page)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_the_declared_encoding_is_believed(encoding: str) -> None:
    page = META.format(encoding) + "Ё"
    assert as_utf8(page.encode(encoding)).decode().endswith("Ё")


@pytest.mark.parametrize("page", ["Ёж", "\ufeffЁж", "😀"])
def test_letter_on_the_border_of_two_pieces_is_one_letter(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sverka.pages.html._PIECE", 1)
    assert as_utf8(page.encode()).decode() == page.removeprefix("\ufeff")


def test_a_wrong_declaration_does_not_spoil_the_page() -> None:
    page = META.format("no-such-encoding") + dates_page()
    assert read(as_utf8(page.encode("windows-1251")).decode()) == read(dates_page())


def test_a_page_beyond_the_limit_is_refused_with_both_sizes() -> None:
    with pytest.raises(SverkaError) as refused:
        parse_page("<p>" + "я" * 1024 * 1024, max_mb=1)
    assert refused.value.code is ErrorCode.TOO_LARGE
    assert "2 МБ" in refused.value.message
    assert "1 МБ" in refused.value.message


def test_a_page_of_exactly_the_limit_is_read() -> None:
    assert len(parse_page("<p>" + "x" * (1024 * 1024 - 3), max_mb=1)) == 1


@pytest.mark.parametrize("html", ["", "   ", "<!-- только примечание -->"])
def test_a_page_without_content_is_refused(html: str) -> None:
    with pytest.raises(SverkaError) as refused:
        parse_page(html, max_mb=1)
    assert refused.value.code is ErrorCode.UNREADABLE_PAGE


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>МБОУ<br>СОШ&nbsp;№ 1\n   г. Заречного</p>", "МБОУ СОШ № 1 г. Заречного"),
        ("<p>a<b>b</b>c</p>", "a b c"),
        ("<p>a<script>x()</script><style>p{}</style>b</p>", "a b"),
        ("<p>&lt;img onerror=1&gt;</p>", "<img onerror=1>"),
        ("<p></p>", ""),
        ("<p>Иванов<!-- тайна --> Иван</p>", "Иванов Иван"),
    ],
)
def test_text_is_what_a_person_sees(html: str, text: str) -> None:
    assert text_of(next(parse_page(html, max_mb=1).iter("p"))) == text


@pytest.mark.parametrize("between", ["", "\n", "<!doctype html>", "<!-- a --><html><body>"])
def test_what_stands_behind_the_end_of_the_document_is_read_as_browsers_do(between: str) -> None:
    page = f"<html><body><p>a</p></body></html>{between}<p>b</p></body></html>"
    assert [text_of(e) for e in parse_page(page, max_mb=1).iter("p")] == ["a", "b"]


def test_cell_that_spans_its_own_row_alone_is_a_cell_like_others() -> None:
    page = """<table><tr><td rowspan="1">&lt;td rowspan="1"&gt;<td rowspan="1"class="x">b
        <td rowspan="1"colspan="2">c<td rowspan="1" rowspan="2">d</table>"""
    cells = list(parse_page(page).iter("td"))
    assert [text_of(cell) for cell in cells] == ['<td rowspan="1">', "b", "c", "d"]
    assert [cell.get("class") or cell.get("colspan") for cell in cells] == [None, "x", "2", None]
    assert cells[3].get("rowspan") == "1"


@pytest.mark.parametrize(
    ("html", "address"),
    [
        (
            "<html>\n<!-- saved from url=(0042)https://sgo.example.ru/asp/R.asp?AT=1#x -->",
            "https://sgo.example.ru/asp/R.asp",
        ),
        ("<html></html>", None),
        (" " * 3000 + "<!-- saved from url=(0010)http://a/ -->", None),
    ],
)
def test_the_address_of_a_saved_page_is_taken_without_its_query(
    html: str, address: str | None
) -> None:
    assert saved_from(html.encode()) == address
