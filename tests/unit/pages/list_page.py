"""Lists written by hand, and the short way from a page to what is read off it."""

from datetime import date
from html import escape

from sverka.pages.list_records import ListPage
from sverka.pages.lists import read_list
from tests.unit.pages.page import Row, row
from tests.unit.pages.trees import parse_page

TODAY = date(2025, 9, 30)
PUPILS, PARENTS = "Список учеников", "Список родителей"
PUPIL_HEADER = ("№", "ФИО", "Класс", "Дата рождения", "Пол")
PARENT_HEADER = ("№", "ФИО", "Дата рождения", "Дети")
FIRST = ("1", "Иванов Иван Иванович", "4а", "07.05.2015", "М")
SECOND = ("2", "Петрова Анна Сергеевна", "4а", "08.06.2015", "Ж")
MOTHER = ("1", "Иванова Ольга Петровна", "7.05.75", "Иванов Иван")
ALONE = ("2", "Петрова Вера Ильинична", "8.06.85", "")
STATUS = (
    "<label>Текущий статус <select><option selected>Все ученики<option>Выбывшие</select></label>"
)
HINT = '<p>Нажмите кнопку "Загрузить" для загрузки данных</p>'


def opening(number: int, cells: Row, name_at: int = 1) -> str:
    """A row of classic СГО: the name opens the card."""
    link = f'<a href="#" onclick="editUser({number}); return false;">{escape(cells[name_at])}</a>'
    told = (link if at == name_at else escape(cell) for at, cell in enumerate(cells))
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in told) + "</tr>"


def keyed(number: int, cells: Row) -> str:
    """A row of jTable: the record's number is its own."""
    return row(cells).replace("<tr>", f'<tr class="jtable-data-row" data-record-key="{number}">')


def list_html(*rows: str, title: str = PUPILS, header: Row = PUPIL_HEADER, around: str = "") -> str:
    table = f'<table id="UserListTable">{row(header, "th")}{"".join(rows)}</table>'
    return f"<div><h1>{title}</h1>{around or STATUS}{table}</div>"


def pupils(*rows: str, around: str = "") -> str:
    return list_html(*(rows or (opening(7, FIRST), opening(8, SECOND))), around=around)


def parents(*rows: str, around: str = "") -> str:
    told = rows or (opening(17, MOTHER), opening(18, ALONE))
    return list_html(*told, title=PARENTS, header=PARENT_HEADER, around=around)


def read(html: str, title: str = "") -> ListPage | None:
    return read_list(parse_page(html, max_mb=20), title, TODAY)


def read_surely(html: str) -> ListPage:
    page = read(html)
    assert page
    return page


def codes(page: ListPage) -> list[str]:
    return [notice.code for notice in page.notices]
