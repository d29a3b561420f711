"""Small cards written by hand, in the layouts in which cards are met."""

from collections.abc import Callable, Mapping
from html import escape

from sverka.pages.card import read_card
from sverka.pages.records import Card, CardPage
from tests.unit.pages.trees import parse_page

PUPIL_TITLE = "Сведения об ученике"
PARENT_TITLE = "Сведения о родителе"
PUPIL = {
    "Фамилия": "Иванова",
    "Имя": "Анна",
    "Отчество": "Петровна",
    "Дата рождения": "07.05.2015",
    "СНИЛС": "112-233-445 95",
}
PARENT = PUPIL | {"Имя": "Мария", "Дата рождения": "7.05.85"}
PARENT_LINK = '<a href="JavaScript:userInfoEdit.gotoParentEdit(77);">Иванова Мария</a>'
CHILD_LINK = "<a href=\"JavaScript:gotoUserEdit('55')\">Иванова Анна</a>"
UID = '<input type="hidden" name="UID" value="100500">'

Fields = Mapping[str, str]
Layout = Callable[[Fields], str]


def label_and_input(fields: Fields) -> str:
    return "".join(
        f'<div class="form-group"><label for="f{n}">{caption}</label>'
        f'<div><input id="f{n}" value="{escape(value)}"></div></div>'
        for n, (caption, value) in enumerate(fields.items())
    )


def table_of_inputs(fields: Fields) -> str:
    rows = "".join(
        f'<tr><td>{caption}:</td><td><input type="text" value="{escape(value)}"></td></tr>'
        for caption, value in fields.items()
    )
    return f"<table>{rows}</table>"


def label_around_input(fields: Fields) -> str:
    return "".join(
        f'<label>{caption} <input value="{escape(value)}"></label>'
        for caption, value in fields.items()
    )


def two_fields_in_a_row(fields: Fields) -> str:
    cells = "".join(
        f'<div class="col"><label>{caption}</label></div>'
        f'<div class="col"><input value="{escape(value)}"></div>'
        for caption, value in fields.items()
    )
    return f'<div class="row">{cells}</div>'


def bare_inputs(fields: Fields) -> str:
    return "<br>".join(
        f'{caption}: <input value="{escape(value)}">' for caption, value in fields.items()
    )


def printed_rows(fields: Fields) -> str:
    return "".join(
        f"<div><span>{caption}</span><p>{escape(value)}</p></div>"
        for caption, value in fields.items()
    )


def printed_table(fields: Fields) -> str:
    rows = "".join(
        f"<tr><th>{caption}</th><td>{escape(value)}</td></tr>" for caption, value in fields.items()
    )
    return f"<table>{rows}</table>"


def printed_list(fields: Fields) -> str:
    pairs = (f"<dt>{caption}</dt><dd>{escape(value)}</dd>" for caption, value in fields.items())
    return f"<dl>{''.join(pairs)}</dl>"


def printed_lines(fields: Fields) -> str:
    return "".join(f"<p><b>{caption}:</b> {escape(value)}</p>" for caption, value in fields.items())


def one_text_a_line(fields: Fields) -> str:
    return "".join(f"<li>{caption}: {escape(value)}</li>" for caption, value in fields.items())


def custom_elements(fields: Fields) -> str:
    inner = "".join(
        f'<sg-field><div class="c">{caption}</div><div class="v">{escape(value)}</div></sg-field>'
        for caption, value in fields.items()
    )
    return f"<user-info>{inner}</user-info>"


EDITABLE: tuple[Layout, ...] = (
    label_and_input,
    table_of_inputs,
    label_around_input,
    two_fields_in_a_row,
    bare_inputs,
)
PRINTED: tuple[Layout, ...] = (
    printed_rows,
    printed_table,
    printed_list,
    printed_lines,
    one_text_a_line,
    custom_elements,
)


def block(caption: str, content: str) -> str:
    return f'<div class="form-group"><label>{caption}</label><div>{content}</div></div>'


def card_html(*parts: str, title: str = PUPIL_TITLE) -> str:
    return f"<html><body><h1>{title} <span>Иванова Анна</span></h1>{''.join(parts)}</body></html>"


def pupil_html(*parts: str, fields: Fields = PUPIL) -> str:
    return card_html(UID, label_and_input(fields), *parts)


def parent_html(*parts: str, fields: Fields = PARENT) -> str:
    return card_html(UID, label_and_input(fields), *parts, title=PARENT_TITLE)


def read_page(html: str, title: str = "") -> CardPage | None:
    return read_card(parse_page(html, max_mb=20), title)


def read(html: str, title: str = "") -> Card:
    page = read_page(html, title)
    assert page
    assert page.card, page.notices
    return page.card


def codes(html: str, title: str = "") -> list[str]:
    page = read_page(html, title)
    return [notice.code for notice in page.notices] if page else ["no-card"]
